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
// A press that lands on something else after all (the page moved under the hand) is swallowed. One press at a time, and
// whether it landed is asked right after it.
const EVENTS = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick"];
let press = null;
const release = () => {
  if (press) EVENTS.forEach(kind => window.removeEventListener(kind, press.check, true));
  press = null;
};
const GUARDED_MS = 700; // and no longer: the page belongs to a person again, if nobody asks
const guard = el => {
  release();
  const mine = { landed: false };
  const until = performance.now() + GUARDED_MS;
  mine.check = event => {
    if (!event.isTrusted) return;
    if (event.target === el || el.contains(event.target)) { mine.landed = true; return; }
    if (performance.now() > until) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  press = mine;
  EVENTS.forEach(kind => window.addEventListener(kind, mine.check, true));
};
// A dialog that has been answered may stay for a while, fading or waiting for its server: it is not answered again.
const PATIENCE_MS = 2000;
let answering = null;
let answered = null;
const landed = () => {
  const yes = press !== null && press.landed;
  release();
  if (answering && yes) answered = answering;
  answering = null;
  return yes;
};
const isAnswered = box => {
  if (answered && (answered.box !== box || answered.words !== P.message(box))) answered = null;
  return answered !== null && (answered.agreed || performance.now() - answered.at < PATIENCE_MS);
};
const show = el => { if (el.scrollIntoViewIfNeeded) el.scrollIntoViewIfNeeded(true); else el.scrollIntoView({ block: "center" }); };
const atRest = async el => {
  let at = middle(el);
  for (let turn = 0; turn < 20; turn += 1) {
    await nextFrame();
    const now = middle(el);
    const still = Math.abs(now.x - at.x) < 1 && Math.abs(now.y - at.y) < 1;
    at = now;
    if (still) break;
  }
  return at;
};
const reach = async el => {
  show(el);
  let at = await atRest(el);
  if (el.isConnected && !hits(el, at)) {  // in view, but under a bar that stays at the edge of the window
    el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    at = await atRest(el);
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
