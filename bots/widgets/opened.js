// What says one of `asked.words` in a list that a button or a right click has just opened, wherever in the document it is drawn;
// or the cross on the tab that is in front (`asked.tab`).
const found = !P.frameShown() ? [] : asked.tab ? [...document.querySelectorAll(every("tabCrosses"))].filter(P.shown)
  : P.pressable(document.body, asked.words).filter(el => P.usable(el));
if (asked.pick) return found.length === 1 ? found[0] : null;
return found.length;
