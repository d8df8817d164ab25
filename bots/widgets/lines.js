// What ticks a line: the one radio or check box that stands beside its words and nobody else's, and is drawn by the browser.
const isDrawnTick = el => P.inSight(el) && el.checkVisibility({ opacityProperty: true, checkOpacity: true });
const tickBeside = (root, el) => {
  const words = P.squeeze(el.textContent);
  for (let at = el; at && at !== root && P.squeeze(at.textContent) === words; at = at.parentElement) {
    const ticks = [...at.querySelectorAll("input[type=radio], input[type=checkbox]")].filter(isDrawnTick);
    if (ticks.length) return ticks.length === 1 ? ticks[0] : null;
  }
  return null;
};
// What a part of a page offers to choose from: the nodes of a tree, the rows of a grid, or the lines of a list.
const offeredIn = (() => {
const TAKES = /^(选择|选定|选取|选中|选用|引用|确定|确认)$/;

const trees = root => {
  const known = new Set();
  return toolkits.filter(toolkit => toolkit.tree).flatMap(({ tree }) => [...root.querySelectorAll(tree.at)]
    .filter(el => P.shown(el) && !known.has(el) && known.add(el) && !el.closest(every("panels")))
    .flatMap(el => tree.nodes(el)));
};

// The rows of a grid: what ticks one, or the link 选择 in it, is what chooses it.
const rowOf = (el, cells) => {
  const drawn = cells.filter(cell => cell && P.shown(cell));
  const link = drawn.flatMap(cell => P.pressables(cell)).find(one => P.wordsOf(one).some(word => TAKES.test(word)));
  const tick = drawn.map(cell => told("tick", cell)).find(Boolean)?.el
    || drawn.flatMap(cell => [...cell.querySelectorAll("input[type=radio], input[type=checkbox]")]).find(P.inSight);
  const sign = drawn.map(cell => cell.querySelector(every("unfolds"))).find(one => one && P.shown(one)) || null;
  const columns = drawn.map(cell => clean(P.text(cell))).filter(Boolean);
  return { el: drawn.find(cell => clean(P.text(cell))) || el, columns, text: columns.join(" "), mark: link || tick || null, sign, branch: sign !== null };
};
const grids = root => toolkits.filter(toolkit => toolkit.grids).flatMap(toolkit => [...root.querySelectorAll(toolkit.grids)].filter(P.shown)
  .flatMap(el => toolkit.grid(el)?.rows || [])).map(row => rowOf(row.el, row.cells));
const tables = root => [...root.querySelectorAll("tr")].filter(tr => P.shown(tr) && !tr.closest(every("grids")) && !tr.closest(every("panels"))
    && !tr.querySelector("table, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=button])")
    && tr.querySelector("td") && [...tr.cells].filter(cell => clean(P.text(cell))).length > 1)
  .map(tr => rowOf(tr, [...tr.cells]));

// Anything else that is drawn line by line. A line is a branch where a sign stands before it or lines of its own come after it.
const LINE = /^(LI|TR|DIV|DD|P)$/;
const OPENING = /switch|plus|minus|expand|collapse|arrow|toggle|hitarea|caret|展开|折叠|收起/i, MARKS = /^[+\-–＋－▶▸►▷▼▾▽⊞⊟]$/;
// A node of its own table, as a tree of nested tables has them.
const isNode = el => el.tagName === "TR" && el.closest("table").rows.length === 1;
const within = (root, el, at) => at && at !== root && (at === el || !LINE.test(at.tagName) || isNode(at));
const isSign = el => OPENING.test(`${el.getAttribute("class") || ""} ${el.getAttribute("src") || ""} ${el.alt || ""} ${el.title || ""}`);
const lineSign = (root, el) => {
  for (let at = el; within(root, el, at); at = at.parentElement) {
    for (let one = at.previousElementSibling; one; one = one.previousElementSibling) {
      const says = P.squeeze(one.textContent);
      if (!P.shown(one)) continue;
      if (MARKS.test(says)) return one;
      const sign = says ? null : [one, ...one.querySelectorAll("img, i, span, svg, a")].find(isSign);
      if (sign) return sign;
    }
  }
  return null;
};
const below = (root, el) => {
  for (let at = el; within(root, el, at); at = at.parentElement) {
    if (at.tagName === "TABLE") { // its nodes stand in the block that follows it
      const next = at.nextElementSibling;
      return next && /^(DIV|UL)$/.test(next.tagName) && P.squeeze(next.textContent) ? next : null;
    }
    for (let one = at.nextElementSibling; one; one = one.nextElementSibling)
      if (/^(UL|OL|DIV|DL|TABLE)$/.test(one.tagName) && one.childElementCount && P.squeeze(one.textContent)) return one;
  }
  return null;
};
// A window that is filled by a page of its own offers nothing but what that page does, also before it has come.
const holdsPage = root => [...root.querySelectorAll("iframe")].some(frame => {
  const [own, whole] = [frame, root].map(el => el.getBoundingClientRect());
  return P.shown(frame) && own.width * own.height > 0.5 * whole.width * whole.height;
});
const CODED = /^[A-Za-z]{0,3}\d{2,}[\w.\-]*$/;
const lines = root => {
  if (holdsPage(root)) return [];
  const cross = P.crossOf(root); // what closes the window itself is no line of what it offers
  const texts = P.innermost([...root.querySelectorAll("a, span, li, td, div, label, dd, p, font, b, option")].filter(el =>
    el.childElementCount < 4 && el.textContent.length < 80 && P.squeeze(el.textContent) && !MARKS.test(P.squeeze(el.textContent))
    && P.shown(el) && !cross?.contains(el) && !el.contains(cross) && !el.closest("button, " + every("panels"))));
  const lefts = [...new Set(texts.map(el => Math.round(el.getBoundingClientRect().left / 4)))].sort((a, b) => a - b);
  return texts.map(el => {
    const nested = below(root, el), sign = lineSign(root, el), text = clean(el.textContent), title = clean(el.title || "");
    return { el, text, columns: CODED.test(title) && title !== text ? [text, title] : [], sign, branch: Boolean(nested || sign), mark: tickBeside(root, el),
      open: Boolean(nested && P.shown(nested)), level: lefts.indexOf(Math.round(el.getBoundingClientRect().left / 4)) };
  });
};

// Beside a tree a grid lists what is chosen, and the tree only narrows it; a tree that is drawn as a grid is a tree.
const listsBeside = (root, nodes) => {
  const apart = el => !nodes.some(node => el.contains(node.el));
  return toolkits.filter(toolkit => toolkit.grids)
    .some(toolkit => [...root.querySelectorAll(toolkit.grids)].some(el => P.shown(el) && apart(el)))
    || tables(root).some(row => row.mark && apart(row.el))
    || [...root.querySelectorAll("table")].some(el => P.shown(el) && apart(el) && el.querySelectorAll("th").length > 1);  // empty yet
};

// A code and a name in elements of their own side by side, in any order, are one line of two columns.
const offered = root => {
  if (!P.frameShown()) return [];
  const nodes = trees(root);
  if (nodes.length && !listsBeside(root, nodes)) return nodes;
  const rows = [...grids(root), ...tables(root)];
  return rows.length || nodes.length ? rows : lines(root);
};
// The tree's nodes where they only narrow what a grid beside them lists.
offered.narrowing = root => {
  const nodes = P.frameShown() ? trees(root) : [];
  return nodes.length && listsBeside(root, nodes) ? nodes : [];
};
return offered;
})();
