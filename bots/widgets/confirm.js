// What confirms a form: of `asked.words`, in their order, how many buttons say each within the form's box or frame, and the one
// at `asked.place`. Buttons of lists, calendars and pagers confirm something else. Several that run the same script are one.
const root = P.root(asked.boxed);
const other = el => gridAround(el) !== null || isOpened(el) || el.closest(every("auxiliary")) !== null || P.goesToPage(el, root);
const does = el => el.getAttribute("onclick") || (el.form && el.matches("[type=submit]") ? "submit" : null);
const one = list => list.length > 1 && does(list[0]) !== null && list.every(el => does(el) === does(list[0]) && el.form === list[0].form)
  ? list.slice(0, 1) : list;
const saying = word => P.frameShown() ? P.pressable(root, [word]).filter(el => !other(el)) : [];
if (asked.pick) { const ready = one(saying(asked.words[asked.place]).filter(P.usable)); return ready.length === 1 ? ready[0] : null; }
const all = asked.words.map(saying);
return {
  found: all.map(list => list.length),
  ready: all.map(list => one(list.filter(P.usable)).length),
  seen: [...new Set(P.pressables(root).map(el => P.wordsOf(el)[0]).filter(Boolean))].slice(0, 40),
};
