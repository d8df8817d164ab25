// Where a hand can press an element: its middle, in the window's coordinates, once it stands still and nothing covers it.
const nextFrame = () => new Promise(done => { requestAnimationFrame(done); setTimeout(done, 60); });
const middle = el => {
  const box = [...el.getClientRects()].find(r => r.width > 0 && r.height > 0) || el.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
};
const hits = (el, { x, y }) => {
  const hit = document.elementFromPoint(x, y);
  return hit !== null && (hit === el || el.contains(hit));
};
// A press that lands on something else after all (the page moved under the hand) is swallowed. One press at a time.
let unguard = () => {};
const guard = el => {
  unguard();
  const kinds = ["mousedown", "mouseup", "click", "dblclick"];
  const check = event => {
    if (event.isTrusted && event.target !== el && !el.contains(event.target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  unguard = () => kinds.forEach(kind => window.removeEventListener(kind, check, true));
  kinds.forEach(kind => window.addEventListener(kind, check, true));
  setTimeout(unguard, 700);  // also when the press never comes
};
const reach = async el => {
  if (el.scrollIntoViewIfNeeded) el.scrollIntoViewIfNeeded(true);
  let at = middle(el);
  for (let turn = 0; turn < 20; turn += 1) {
    await nextFrame();
    const now = middle(el);
    const still = Math.abs(now.x - at.x) < 1 && Math.abs(now.y - at.y) < 1;
    at = now;
    if (still) break;
  }
  if (!el.isConnected) return null;
  if (!hits(el, at)) return { covered: true };
  let { x, y } = at;
  for (let win = window; win !== win.parent; win = win.parent) {
    let holder = null;
    try { holder = win.frameElement; } catch { /* of another origin */ }
    if (!holder) return { foreign: true };
    const box = holder.getBoundingClientRect();
    x += box.left + holder.clientLeft;
    y += box.top + holder.clientTop;
    const over = win.parent.document.elementFromPoint(x, y);
    if (over && over !== holder && holder.tagName === "IFRAME") return { covered: true };
  }
  guard(el);
  return { x, y };
};
