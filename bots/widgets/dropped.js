// What a field opens below itself where no toolkit tells of it: whatever comes into sight beside it once it is pressed.
// From then on, until the next survey, the field is worked as one whose panel that is.
const NEAR_PX = 60, LEAST_ENTRIES = 2;
function dropWatched({ index }) {
  const control = elements[index];
  if (!control || control.gone) return false;
  const before = new Set([...document.body.querySelectorAll("*")].filter(el => P.shown(el) && (el.childElementCount || P.squeeze(el.textContent))));
  let box = null;
  const touches = el => {
    const field = control.el.getBoundingClientRect(), r = el.getBoundingClientRect();
    return r.left < field.right && r.right > field.left && r.top < field.bottom + NEAR_PX && r.bottom > field.top - NEAR_PX;
  };
  const panel = () => {
    if (box?.isConnected && P.shown(box)) return box;
    const fresh = new Set([...document.body.querySelectorAll("*")].filter(el =>
      !before.has(el) && P.shown(el) && (!el.closest(P.DIALOG) || before.has(el.closest(P.DIALOG)))));
    const outer = [...fresh].filter(el => !fresh.has(el.parentElement) && touches(el));
    const filled = outer.map(el => el.parentElement).filter((at, i, all) => all.indexOf(at) < i && !holdsControl(at)); // its lines are drawn anew
    const typed = P.squeeze(control.part.value(control.el, control.part) || "");
    const offers = list => list.length >= LEAST_ENTRIES || list.some(one => one.branch || (typed && P.squeeze(itemText(one)).includes(typed)));
    return box = [...filled, ...outer].find(el => offers(offeredIn(el))) || null;
  };
  elements[index] = { ...control, part: { ...control.part, panel, items: offeredIn, scroller: () => null, search: () => null,
    busy: at => [...at.querySelectorAll(every("masks"))].some(P.shown), opener: (el, part) => part.field(el) || el } };
  return true;
}
