// Element UI's table: with frozen columns the whole table is drawn again over each side, the other columns hidden in it.
//   <div class="el-table"><div class="el-table__header-wrapper"> … <col name="el-table_1_column_2"> … <th class="el-table_1_column_2 is-hidden">
//   <div class="el-table__body-wrapper"> … <tr class="el-table__row"><td class="el-table_1_column_2 is-hidden">
//   <div class="el-table__fixed"> the same with `fixed-header-wrapper`, `fixed-body-wrapper`, `fixed-footer-wrapper`
const PARTS = { header: "thead tr", body: "tr.el-table__row", footer: "tr" };

// The rows of one part of the table: in the table itself and, at the same places, in its frozen copies.
const copies = (table, part) => [...table.querySelectorAll(
  `:scope > .el-table__${part}-wrapper, :scope > .el-table__fixed > .el-table__fixed-${part}-wrapper, ` +
  `:scope > .el-table__fixed-right > .el-table__fixed-${part}-wrapper`,
)].map(wrapper => [...wrapper.querySelectorAll(`:scope > table > * > ${PARTS[part].split(" ").at(-1)}`)]);

const columnsOf = table => [...table.querySelectorAll(":scope > .el-table__header-wrapper > table > colgroup > col")]
  .map(col => col.getAttribute("name")).filter(name => name && name !== "gutter");

const cellIn = (rows, column) => {
  const cells = rows.flatMap(row => [...row.cells].filter(cell => cell.classList.contains(column)));
  return cells.findLast(cell => !cell.matches(".is-hidden")) || cells[0] || null;
};

const rowsOf = (table, part, columns) => {
  const [main, ...frozen] = copies(table, part);
  return (main || []).map((el, at) => {
    const rows = [el, ...frozen.map(copy => copy[at]).filter(Boolean)];
    return { el, cells: columns.map(column => cellIn(rows, column)) };
  });
};

const numberIn = el => Number((el?.textContent || "").match(/\d+/)?.[0]) || null;

toolkits.push({
  name: "element",
  grids: ".el-table:not(:has(> .el-table__inner-wrapper))",

  grid(table) {
    const columns = columnsOf(table);
    const heads = copies(table, "header").flat();
    return {
      heads: columns.map(column => cellIn(heads, column)),
      rows: rowsOf(table, "body", columns).filter(row => P.shown(row.el)),
      sums: rowsOf(table, "footer", columns).filter(row => P.shown(row.el)),
    };
  },

  tick(cell) {
    const box = cell.querySelector(".el-checkbox, .el-radio");
    return box && !box.matches(".is-disabled") ? { el: box, on: box.matches(".is-checked"), single: box.matches(".el-radio") } : null;
  },

  pager(table) {
    const pager = table.matches(".el-table:not(:has(> .el-table__inner-wrapper))") && nearest(table, ".el-pagination");
    if (!pager) return null;
    const numbers = pager.querySelectorAll(".el-pager .number");
    const next = pager.querySelector(".btn-next");
    return {
      next: next && !next.disabled ? next : null,
      at: numberIn(pager.querySelector(".el-pager .active")),
      pages: numberIn([...numbers].at(-1)),
      total: numberIn(pager.querySelector(".el-pagination__total")),
    };
  },
});
