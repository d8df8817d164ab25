// vxe-table: heads and rows are tables of their own; frozen columns are drawn again over each side, and hidden in the table itself. A cell is
// known by its column, a row by its number.
//   <div class="vxe-table"> … <div class="vxe-table--header-wrapper"> … <th class="vxe-header--column fixed--hidden" colid="col_2">
//   <div class="vxe-table--body-wrapper"> … <tr class="vxe-body--row" rowid="row_17"><td class="vxe-body--column fixed--hidden" colid="col_2">
const all = (el, selector) => [...el.querySelectorAll(selector)];
const GRID = ".vxe-table";
const colid = cell => cell.getAttribute("colid");
const onTop = cells => cells.find(cell => !cell.matches(".fixed--hidden")) || cells[0] || null;

// The cells of each row in the order of the columns; a row that is drawn three times is one.
const gathered = (table, row, columns) => {
  const copies = new Map();
  for (const el of all(table, row)) {
    if (el.closest(GRID) !== table || !P.shown(el)) continue;
    const name = el.getAttribute("rowid") || copies.size; // rows of sums have none: they come side by side
    copies.set(name, [...(copies.get(name) || []), el]);
  }
  return [...copies.values()].map(rows => ({
    el: rows[0], cells: columns.map(column => onTop(rows.flatMap(el => [...el.cells]).filter(cell => colid(cell) === column))),
  }));
};
// Sums have no numbers: those of the sides stand at the places of the table's own.
const sumsOf = (table, columns) => {
  const rows = all(table, ".vxe-footer--row").filter(el => el.closest(GRID) === table && P.shown(el));
  const main = rows.filter(el => !el.closest("[class*=vxe-table--fixed-]"));
  return main.map((el, at) => {
    const sides = ["left", "right"].map(side => rows.filter(row => row.closest(`.vxe-table--fixed-${side}-wrapper`))[at]).filter(Boolean);
    const cells = [el, ...sides].flatMap(row => [...row.cells]);
    return { el, cells: columns.map(column => onTop(cells.filter(cell => colid(cell) === column))) };
  });
};
const numberIn = text => Number((/\d+/.exec(text || "") || [""])[0]) || null;

toolkits.push({
  name: "vxe",
  grids: GRID,

  grid(table) {
    const heads = all(table, ".vxe-header--column").filter(cell => cell.closest(GRID) === table && cell.colSpan === 1);
    const columns = [...new Set(heads.map(colid).filter(Boolean))];
    const order = all(table, ".vxe-table--body-wrapper colgroup")[0];
    const names = order ? all(order, "col").map(col => col.getAttribute("name")).filter(name => columns.includes(name)) : columns;
    const body = all(table, ".vxe-table--body-wrapper").find(el => !el.closest("[class*=vxe-table--fixed-]"));
    const space = body?.querySelector(".vxe-body--y-space");
    return {
      heads: names.map(name => onTop(heads.filter(cell => colid(cell) === name))),
      rows: gathered(table, ".vxe-body--row", names),
      sums: sumsOf(table, names),
      scroller: space && space.offsetHeight > body.clientHeight ? body : null, // set where only the rows in sight are drawn
    };
  },

  tick(cell) {
    const box = cell.querySelector(".vxe-cell--checkbox, .vxe-cell--radio");
    if (!box || box.matches(".is--disabled")) return null;
    return { el: box, on: box.matches(".is--checked"), single: box.matches(".vxe-cell--radio") };
  },

  pager(table) {
    const pager = table.matches(GRID) && nearest(table, ".vxe-pager");
    if (!pager) return null;
    const number = selector => numberIn(pager.querySelector(selector)?.textContent) || numberIn(pager.querySelector(`${selector} input`)?.value);
    return {
      next: pager.querySelector(".vxe-pager--next-btn:not(.is--disabled):not([disabled])"),
      at: number(".vxe-pager--num-btn.is--active") || number(".vxe-pager--goto"),
      pages: numberIn(all(pager, ".vxe-pager--num-btn").at(-1)?.textContent) || number(".vxe-pager--count"),
      total: numberIn((/共[^\d]*\d+/.exec(pager.querySelector(".vxe-pager--total")?.textContent) || [""])[0]),
    };
  },
});
