// What an inspection tells besides the fields: where they stand in the window, whether they are data of a grid, grids by
// their headers, buttons by their words. `asked.indexes`: the fields, by their places in the last survey.
const root = P.root(asked.boxed);
const top = window === window.parent;

// The part of an element that is in sight, in this window's coordinates (of its whole page for the topmost one).
const boxOf = el => {
  const r = el.getBoundingClientRect();
  let [left, up, right, down] = [r.left, r.top, r.right, r.bottom];
  const clip = (l, t, w, h) => { left = Math.max(left, l); up = Math.max(up, t); right = Math.min(right, w); down = Math.min(down, h); };
  for (let at = el.parentElement; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
    if (getComputedStyle(at).overflow === "visible") continue;
    const outer = at.getBoundingClientRect();
    clip(outer.left, outer.top, outer.right, outer.bottom);
  }
  if (!top) clip(0, 0, innerWidth, innerHeight);
  if (right - left < 2 || down - up < 2) return null;
  return { left: left + (top ? scrollX : 0), top: up + (top ? scrollY : 0), width: right - left, height: down - up };
};

// --- grids ----------------------------------------------------------------------------------------------------------
const caption = cell => P.text(cell).replace(/\s+/g, "").replace(/[▲▼△▽↑↓⇅⇵*＊]+$/u, "").replace(/^[*＊]+/, "");
const captions = cells => [...new Set(cells.filter(Boolean).map(caption).filter(Boolean))];
// The last row of heads of a native table: of `th` cells, or a first row of words over rows of as many cells.
const headsOf = table => {
  const rows = [...table.rows].filter(row => P.shown(row));
  const marked = rows.filter(row => row.cells.length && [...row.cells].every(cell => cell.tagName === "TH" || cell.closest("thead")));
  if (marked.length) return captions(marked.flatMap(row => [...row.cells]).filter(cell => cell.colSpan === 1));
  const [first, second] = rows;
  if (!second || first.cells.length !== second.cells.length || P.fields(first).some(el => el.type !== "checkbox")) return [];
  const heads = [...first.cells].map(caption);
  return heads.some(head => /^[\d.,%-]{4,}$|[:：]$/.test(head)) ? [] : captions([...first.cells]);
};
const own = toolkits.filter(t => t.grids).flatMap(toolkit => [...root.querySelectorAll(toolkit.grids)].filter(P.shown)
  .map(el => ({ el, heads: captions(toolkit.grid(el)?.heads || []) })));
const tables = [...root.querySelectorAll("table")].filter(t => P.shown(t) && !t.querySelector("table")
  && !t.closest(every("grids")) && !t.closest(every("panels"))).map(el => ({ el, heads: headsOf(el) }));
const grids = [...own, ...tables].filter(({ heads }) => heads.length > 2);
// What stands in a grid, or turns its pages, is data.
const PAGING = /第\s*\d+.*页|共\s*\d+\s*(条|页|笔)/;
const turnsPages = el => {
  for (let at = el.parentElement; at && P.text(at).length < 80; at = at.parentElement) if (PAGING.test(P.text(at))) return true;
  return false;
};
const isData = el => grids.some(grid => grid.el.contains(el)) || turnsPages(el);

// --- buttons --------------------------------------------------------------------------------------------------------
// Words that a release changes, not those that data change: no numbers, no names of what stands in a row, no pager, no
// headlines.
const LONGEST = 12, LONGEST_LINK = 8;
const TURNING = /^(上|下|前|后|首|尾|末|最后)一?页$|^GO$/i;
const said = el => {
  const word = P.wordsOf(el)[0] || "";
  if (!/\p{L}/u.test(word) || /\d{4}/.test(word) || (TURNING.test(word) && word !== "首页")) return "";
  if (word.length > (el.matches("a[href]") ? LONGEST_LINK : LONGEST)) return "";
  return word.length > 4 && grids.some(grid => grid.el.contains(el)) ? "" : word;
};

return {
  fields: asked.indexes.map(index => {
    const { el, gone } = elements[index] || { gone: true };
    return gone ? { box: null, data: true } : { box: boxOf(el), data: isData(el) };
  }),
  grids: grids.map(({ heads }) => heads),
  buttons: P.frameShown() ? [...new Set(P.pressables(root).map(said).filter(Boolean))] : [],
};
