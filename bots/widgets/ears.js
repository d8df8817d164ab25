// Tells the bot, as it happens, what the page shows for a moment only, and that the page has changed at all.
const say = (kind, text) => { try { window.__yuncaiHear(kind, text); } catch { /* the page is going away */ } };
const heard = new WeakMap();
let fresh = new Set();
let timer = 0;

const holds = el => !el.matches(P.LIVE) && el.querySelector(every("toasts")) !== null;  // each speaks for itself
const offers = el => el.closest(every("panels")) !== null;  // the list or the calendar of a field says nothing
let floating = new Map();  // asked of the same elements over and over in one scan
const floats = el => {
  if (!floating.has(el)) floating.set(el, el.matches(P.DIALOG) || el.matches(P.LIVE) || P.placed(el));
  return floating.get(el);
};
const boxesAround = el => {
  const found = [];
  for (let at = el; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
    if (floats(at)) found.push(at);
  }
  for (const inner of [...el.querySelectorAll("*")].slice(0, 300)) if (floats(inner)) found.push(inner);
  return found;
};
const tell = (el, kind, limit) => {
  const words = P.message(el);
  if (!words || words.length > limit || heard.get(el) === words || offers(el) || holds(el) || !P.shown(el)) return;
  if (P.fields(el).length || el.querySelectorAll("td, th").length > 12 || historyIn(el)) return;  // a form, a calendar, a list
  heard.set(el, words);
  say(kind, words);
};
// the cells of a list change as its rows do: a status in one is no message, an error beside a field is
const listed = el => {
  const row = el.closest("tr") || el.querySelector("tr");
  const typed = row && P.fields(row).some(field => !/^(checkbox|radio)$/.test(field.type));
  return el.closest(every("grids")) !== null || (row !== null && row.cells.length > 2 && !typed);
};
const button = "button, a, [role=button], " + every("pressables"); // what it says, it says before it is pressed
const scan = () => {
  timer = 0;
  const batch = [...fresh].filter(el => el.isConnected);
  fresh = new Set();
  floating = new Map();
  for (const box of new Set(batch.slice(0, 60).flatMap(boxesAround))) tell(box, box.matches(P.LIVE) ? "toast" : "box", 600);
  // words that a form writes beside a field: only where little changed, a redrawn list is no message
  const beside = el => !floats(el) && el !== document.body && !el.closest(button) && !listed(el);
  if (batch.length <= 12) batch.filter(beside).forEach(el => tell(el, "words", 80));
  say("changed", "");
};
const soon = wait => { if (!timer) timer = setTimeout(scan, wait); };
const note = node => {
  const el = node.nodeType === 1 ? node : node.parentElement;
  if (el) fresh.add(el);
};
const watch = new MutationObserver(list => {
  for (const m of list) {
    if (m.type === "childList") m.addedNodes.forEach(note);
    else note(m.target);
  }
  soon(20);
  const batch = [...fresh];
  setTimeout(() => { batch.forEach(el => fresh.add(el)); soon(0); }, 220);  // boxes that fade in
});
watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true,
                          attributeFilter: ["style", "class", "hidden", "open", "aria-hidden"] });
const all = () => { if (document.body) [...document.body.children].forEach(note); soon(0); };
document.readyState === "loading" ? addEventListener("DOMContentLoaded", all) : all();
addEventListener("load", all);
