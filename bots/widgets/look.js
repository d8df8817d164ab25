// What stands in the way in this frame: a dialog, a login page, a page of a few words.
const briefly = () => {
  if (!document.body || P.fields(document.body).length || document.querySelectorAll("td, th").length > 12 ||
      P.pressables(document.body).length > 3) return "";  // forms, lists and menus say nothing
  const words = P.message(document.body);
  return words.length <= 300 && !isMenu() ? words : "";
};
// Tiles and entries that only their pointer tells: 系统维护 among them is a module, and no portal that is down.
const isMenu = () => P.innermost([...document.body.querySelectorAll("*")].filter(el =>
  P.squeeze(el.textContent) && getComputedStyle(el).cursor === "pointer" && P.shown(el))).length > 3;
// What offers things to choose from, or lists them: also while it is still empty, a box with one asks no question.
const LISTS = "[role=tree], [role=listbox], [role=grid], ul ul, " + every("trees") + ", " + every("grids");
// Messages are drawn as small tables, too: a picture, the words, the buttons; three cells of words in a row are a list.
const isListing = table => [...table.rows].some(row =>
  [...row.cells].filter(td => P.squeeze(td.textContent) && !P.pressables(td).length).length > 2);
// A tree that its server has not filled yet may have no height at all.
const TREES = "[role=tree], " + every("trees");
const isDrawn = el => P.inSight(el) || (el.matches(TREES) && el.checkVisibility({ visibilityProperty: true }));
const listsIn = box => [...box.querySelectorAll(LISTS)].filter(isDrawn).length +
  [...box.querySelectorAll("table")].filter(isListing).length;
// What was saved may be shown in blocks instead of cells; 提示 beside its message is one pair, and no such page.
const FEW_PAIRS = 3;
const pairsIn = box => {
  const pairs = P.fields(box).length ? 0 : shownPairs(box).length;
  return pairs < FEW_PAIRS ? 0 : pairs;
};
const about = box => ({
  number: P.numberOf(box),
  text: P.message(box),
  words: [...new Set(P.pressables(box).flatMap(P.wordsOf))].slice(0, 20),
  fields: P.fields(box).length,
  cells: Math.max(box.querySelectorAll("td, th").length, 2 * pairsIn(box)),
  frames: box.querySelectorAll("iframe, frame").length,
  busy: [...box.querySelectorAll(every("masks"))].some(P.shown),
  lists: listsIn(box) + (historyIn(box) ? 1 : 0),
  cross: P.crossOf(box) !== null,
});
// Its own scripts have not run yet: a button drawn already would do nothing. A page that never gets there is used as it is.
const LONGEST_MS = 10000;
const settling = () => performance.now() <= LONGEST_MS && P.unread();
// A dialog that is just coming or going is neither here nor gone.
const drawing = () => document.getAnimations().some(one => {
  const target = one.effect && one.effect.target;
  return target && one.playState === "running" && Number.isFinite(one.effect.getComputedTiming().endTime) &&
    (target.matches(P.DIALOG) || (P.placed(target) && target.querySelector(P.DIALOG) !== null));
});
const box = P.topBox();
// What the page itself says of a field: the browser's words, or those that its toolkit writes beside it.
const amiss = () => {
  const beside = [...document.querySelectorAll(every("errors"))].filter(P.shown).map(P.text).find(Boolean);
  const invalid = [...document.querySelectorAll("input:invalid, select:invalid, textarea:invalid")].find(P.shown);
  return beside || (invalid ? invalid.validationMessage : "");
};
return {
  shown: P.frameShown(),
  hollow: document.body !== null && document.body.tagName === "FRAMESET",
  box: box && about(box),
  waiting: settling() || P.waiting(box) || drawing() || P.passing(box) || (box !== null && isAnswered(box)),
  brief: briefly(),
  login: P.passwords(document).length > 0,
  invalid: amiss(),
};
