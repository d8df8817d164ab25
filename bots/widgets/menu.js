// Entries of a menu by their words: which levels of `asked.path` are in sight; `asked.level` picks one.
const ENTRY = "a, button, span, li, td, div, dt, dd, p, label, font, b, strong, summary, [role]";
const CRUMB = "[class*=crumb], [class*=location], [class*=position]";  // where one is; it opens nothing
const TABS = "[class*=tabs]", LINES_PX = 80;
// A trail or a row of tabs is a line or two high; what stands in a tab's own page is no part of it.
const within = (el, bars) => {
  for (let at = el.closest(bars); at; at = at.parentElement?.closest(bars)) if (at.getBoundingClientRect().height <= LINES_PX) return true;
  return false;
};
const pressable = el => el.closest("a, button, [onclick], [role=treeitem], [role=menuitem], [role=button], summary, li") !== null ||
  getComputedStyle(el).cursor === "pointer";
// A menu shrunk to its pictures keeps the words out of sight; what still shows of the entry holds nothing else.
const pictureOf = el => {
  const at = el.parentElement?.closest("a, li, div, [role=menuitem]");
  return at && P.shown(at) && pressable(at) && P.norm(at.textContent) === P.norm(el.textContent)
    && at.querySelector("svg, img, i") ? at : null;
};
// Without how many wait there: 计划备案 (2)
const plainly = el => P.norm(P.squeeze(el.textContent).replace(/[（(]?\d{1,4}[)）]?$/, ""));
const root = P.root(asked.boxed);
const entries = (words, level) => {
  const wanted = new Set(words.map(P.norm));
  const named = [...root.querySelectorAll(ENTRY)].filter(el => el.childElementCount < 4 && wanted.has(plainly(el)));
  const rank = el => words.findIndex(word => P.norm(word) === plainly(el));  // in order of trust
  const best = list => { const first = Math.min(...list.map(rank)); return list.filter(el => rank(el) === first); };
  const all = P.innermost(named).filter(el => !within(el, CRUMB));
  const apart = all.filter(el => !within(el, TABS));
  // a menu may be drawn as a row of tabs itself; but a tab of the list's own words is the page that stands open
  const inner = apart.some(P.shown) || level === asked.path.length - 1 ? apart : all;
  const seen = inner.filter(el => P.shown(el) && pressable(el));
  return seen.length ? best(seen) : best(inner).map(pictureOf).filter(Boolean);
};
const shown = P.frameShown();
if (asked.level !== undefined) {
  const entry = shown ? entries(asked.path[asked.level], asked.level)[0] : undefined;
  if (!entry || !asked.toggle) return entry || null;
  // a tree opens by the sign before the entry
  for (let at = entry; at && at !== root; at = at.parentElement) {
    const sign = at.previousElementSibling;
    if (sign && P.shown(sign) && (/^(IMG|INS|I|SPAN|A|BUTTON)$/.test(sign.tagName))) return sign;
    if (at.tagName === "LI" || at.tagName === "TR") break;
  }
  return null;
}
// All that can be pressed and says a word or two, to look for a menu whose words nobody knows.
const OWN = "button, input, form, th, td, " + every("grids");
const others = () => P.innermost([...root.querySelectorAll(ENTRY)].filter(el => el.childElementCount < 4 && /^.{2,14}$/u.test(plainly(el))))
  .filter(el => P.shown(el) && pressable(el) && !within(el, CRUMB) && !within(el, TABS) && (!el.closest(OWN) || el.closest("[role=menuitem], [role=treeitem]"))).map(plainly);
const levels = asked.path.map((words, level) => shown ? entries(words, level) : []);
return {
  first: levels.map(found => found.length ? plainly(found[0]) : ""),
  // whoever can leave is inside
  out: Boolean(asked.all && shown && P.pressable(root, ["退出", "安全退出", "退出登录", "退出系统", "注销", "退 出"]).length),
  others: asked.all && shown ? [...new Set(others())].slice(0, 120) : [],
  levels: levels.map(found => found.length),
  seen: shown ? [...new Set(P.pressables(root).map(el => P.wordsOf(el)[0]).filter(Boolean))].slice(0, 30) : [],
};
