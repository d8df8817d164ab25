// Naive UI's table. Frozen columns are sticky cells; with a fixed height its heads and its rows are two tables.
//   <div class="n-data-table"> … <thead class="n-data-table-thead"><tr class="n-data-table-tr"><th data-col-key="number">计划编号
//   <tbody class="n-data-table-tbody"><tr class="n-data-table-tr"><td data-col-key="number" class="n-data-table-td">
const all = (el, selector) => [...el.querySelectorAll(selector)];
const GRID = ".n-data-table";
const keyOf = cell => cell.getAttribute("data-col-key");
const numberIn = text => Number((/\d+/.exec(text || "") || [""])[0]) || null;

function tableOf(el) {
  const own = selector => all(el, selector).filter(row => row.closest(GRID) === el && P.shown(row));
  // heads in groups: the cell that has no other one under it is its column's
  const heads = new Map(own("thead .n-data-table-tr").flatMap(row => [...row.cells]).filter(cell => cell.colSpan === 1).map(cell => [keyOf(cell), cell]));
  const bodies = own("tbody .n-data-table-tr").filter(row => row.querySelector("td[data-col-key]"));
  const first = bodies[0] && [...bodies[0].cells].map(keyOf);
  const columns = first && first.every(key => heads.has(key)) ? first : [...heads.keys()];
  const spanned = new Map(); // a cell that spans rows stands in each of them
  const rows = bodies.map(row => {
    const cells = columns.map(key => {
      const cell = [...row.cells].find(one => keyOf(one) === key);
      if (cell) spanned.set(key, { cell, left: cell.rowSpan - 1 });
      else if (spanned.get(key)?.left > 0) spanned.get(key).left -= 1;
      else return null;
      return spanned.get(key).cell;
    });
    return { el: row, cells, summary: row.matches(".n-data-table-tr--summary") };
  });
  return {
    heads: columns.map(key => heads.get(key)), rows: rows.filter(row => !row.summary), sums: rows.filter(row => row.summary),
    scroller: el.querySelector(".n-data-table-base-table-body.v-vl, .n-data-table-base-table-body .v-vl"),
  };
}

toolkits.push({
  name: "naive",
  grids: GRID,
  grid: tableOf,

  tick(cell) {
    const box = cell.matches(".n-data-table-td--selection") && cell.querySelector(".n-checkbox, .n-radio");
    if (!box || box.matches(".n-checkbox--disabled, .n-radio--disabled")) return null;
    return { el: box, on: box.matches(".n-checkbox--checked, .n-radio--checked, [aria-checked=true]"), single: box.matches(".n-radio") };
  },

  pager(grid) {
    const pager = grid.matches(GRID) && (all(grid, ".n-pagination").find(P.shown) || nearest(grid, ".n-pagination"));
    if (!pager) return null;
    const items = all(pager, ".n-pagination-item:not(.n-pagination-item--button)");
    const next = all(pager, ".n-pagination-item--button").at(-1);
    return {
      next: next && !next.matches(".n-pagination-item--disabled") ? next : null,
      at: numberIn(pager.querySelector(".n-pagination-item--active")?.textContent),
      pages: numberIn(items.at(-1)?.textContent),
      total: numberIn((/共[^\d]*\d+/.exec(pager.textContent) || [""])[0]),
    };
  },
});
