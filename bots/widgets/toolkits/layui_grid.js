// layui's table: its frozen columns are drawn a second time over the table; a cell is known by its column's key.
//   <div class="layui-table-view"><div class="layui-table-box"><div class="layui-table-header"> … <th data-key="1-0-2">
//     <div class="layui-table-body layui-table-main"> … <tr data-index="0"><td data-key="1-0-2">
//     <div class="layui-table-fixed layui-table-fixed-l"> header and body again </div></div>
//   <div class="layui-table-total"> … <td data-key="1-0-2"></div> <div class="layui-table-page"><div class="layui-laypage"> …
const FROZEN = ".layui-table-fixed";
const keyed = (parent, tag) => [...(parent?.querySelectorAll(`${tag}[data-key]`) || [])].filter(cell => cell.checkVisibility());

// The columns from left to right: a header in groups fills two or three rows, its leaves are the columns.
function keysOf(box) {
  const cells = keyed(box.querySelector(":scope > .layui-table-header"), "th").filter(cell => cell.colSpan === 1);
  const rows = new Set(cells.map(cell => cell.parentElement));
  if (rows.size > 1) cells.sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left);
  return cells.map(cell => cell.dataset.key);
}

// By column, the cell on top: that of a frozen copy before that of the table below it.
function byKey(cells) {
  const found = new Map();
  for (const cell of cells) if (!found.has(cell.dataset.key) || cell.closest(FROZEN)) found.set(cell.dataset.key, cell);
  return found;
}

function rowsOf(box, keys) {
  const joined = new Map();
  for (const el of box.querySelectorAll(".layui-table-body tr[data-index]")) {
    const copies = joined.get(el.dataset.index) || joined.set(el.dataset.index, []).get(el.dataset.index);
    copies.push(el);
  }
  return [...joined.values()].filter(copies => copies.some(P.shown)).map(copies => {
    const cells = byKey(copies.flatMap(copy => keyed(copy, "td")));
    return { el: copies[0], cells: keys.map(key => cells.get(key) || null) };
  });
}

function sumsOf(el, keys) {
  return [...el.querySelectorAll(":scope > .layui-table-total tr")].filter(P.shown).map(row => {
    const cells = byKey(keyed(row, "td"));
    return { el: row, cells: keys.map(key => cells.get(key) || null) };
  });
}

// The pager in the table's own foot, or the only one in a block around it.
function pagerOf(el) {
  for (let at = el; at; at = at.parentElement) {
    const found = at.querySelectorAll(".layui-laypage");
    if (found.length) return found.length === 1 ? found[0] : null;
  }
  return null;
}
const numberIn = text => Number((text || "").match(/\d+/)?.[0]) || null;

toolkits.push({
  name: "layui",
  grids: ".layui-table-view",
  bars: ".layui-table-tool",

  grid(el) {
    const box = el.querySelector(":scope > .layui-table-box");
    if (!box) return null;
    const keys = keysOf(box);
    const heads = byKey(keyed(box, "th"));
    return { heads: keys.map(key => heads.get(key) || null), rows: rowsOf(box, keys), sums: sumsOf(el, keys) };
  },

  tick(cell) {
    const box = cell.closest(".layui-table-view") && cell.querySelector(".layui-form-checkbox, .layui-form-radio");
    if (!box || box.matches(".layui-disabled")) return null;
    return { el: box, on: box.matches(".layui-form-checked, .layui-form-radioed"), single: box.matches(".layui-form-radio") };
  },

  pager(el) {
    const bar = el.matches(".layui-table-view") ? pagerOf(el) : null;
    if (!bar) return null;
    const next = bar.querySelector(".layui-laypage-next");
    const at = numberIn(bar.querySelector(".layui-laypage-curr")?.textContent);
    const numbers = [...bar.querySelectorAll("a[data-page]:not(.layui-laypage-prev, .layui-laypage-next)")].map(a => Number(a.dataset.page));
    return {
      next: next && !next.matches(".layui-disabled") ? next : null,
      at,
      pages: at === null ? null : Math.max(at, ...numbers),
      total: numberIn(bar.querySelector(".layui-laypage-count")?.textContent),
    };
  },
});
