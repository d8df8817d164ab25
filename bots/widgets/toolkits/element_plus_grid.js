// Element Plus's tables. Frozen columns stay in the one table; heads, rows and sums are three tables with the same columns.
//   <div class="el-table"><div class="el-table__inner-wrapper"><div class="el-table__header-wrapper"><table><colgroup>
//     <col name="el-table_1_column_3"> … <th class="el-table_1_column_3">计划编号   <tr class="el-table__row"><td class="el-table_1_column_3">
//   <div class="el-table-v2"><div class="el-table-v2__header-cell" data-key="code">   <div class="el-table-v2__row" rowkey="1">
const all = (el, selector) => [...el.querySelectorAll(selector)];

// The columns in their order, by the names that every cell bears as a class: grouped heads need no counting.
const columnsOf = table => all(table, "col[name]").map(col => col.getAttribute("name"));

// Rows of as many cells as there are columns; a cell that spans rows or columns stands in each of them.
function spread(rows, names) {
  const grid = rows.map(() => []);
  rows.forEach((row, r) => {
    for (const cell of row.cells) {
      const at = names.findIndex(name => cell.classList.contains(name));
      if (at < 0) continue;
      for (let down = 0; down < cell.rowSpan && r + down < rows.length; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) grid[r + down][at + right] ||= cell;
    }
  });
  return rows.map((el, r) => ({ el, cells: names.map((_, c) => grid[r][c] || null) }));
}

function plainTable(el) {
  const inner = el.querySelector(":scope > .el-table__inner-wrapper");
  const part = name => inner.querySelector(`:scope > .el-table__${name}-wrapper table`);
  const head = part("header"), body = part("body"), foot = part("footer");
  const names = columnsOf(head || body);
  const rowsOf = (table, selector) => table ? [...table.rows].filter(row => row.matches(selector) && P.shown(row)) : [];
  return {
    heads: names.map(name => head?.querySelector(`th.${CSS.escape(name)}`) || null),
    rows: spread(rowsOf(body, ".el-table__row"), names),
    sums: spread(rowsOf(foot, "tr"), names),
  };
}

// A virtual table: the frozen columns are tables of their own, and the main one keeps only room for them.
function virtualTable(el) {
  const sides = ["left", "main", "right"].map(side => el.querySelector(`.el-table-v2__${side}`)).filter(Boolean);
  const heads = sides.flatMap(side => all(side, ".el-table-v2__header-cell"));
  const main = el.querySelector(".el-table-v2__main");
  const rows = all(main, ".el-table-v2__row").map(row => {
    const key = row.getAttribute("rowkey");
    return { el: row, cells: sides.flatMap(side => all(side, `.el-table-v2__row[rowkey="${CSS.escape(key)}"] > .el-table-v2__row-cell`)) };
  });
  return { heads, rows: rows.filter(row => row.cells.length === heads.length), scroller: scrollerOf(main) };
}

const scrollerOf = main => all(main, ".el-table-v2__body > div").find(at => at.scrollHeight > at.clientHeight + 2) || null;

const numberIn = el => el ? Number((el.textContent.match(/\d+/) || [""])[0]) || null : null;

toolkits.push({
  name: "element-plus",
  grids: ".el-table:has(> .el-table__inner-wrapper), .el-table-v2",
  grid: el => el.matches(".el-table-v2") ? virtualTable(el) : plainTable(el),
  tick(cell) {
    const box = cell.querySelector(".el-checkbox, .el-radio");
    const input = box?.querySelector("input");
    return input ? { el: box, on: input.checked, single: input.type === "radio" } : null;
  },
  pager(grid) {
    const pager = grid.matches(".el-table, .el-table-v2") && nearest(grid, ".el-pagination");
    if (!pager) return null;
    const next = pager.querySelector(".btn-next");
    return {
      next: next && !next.disabled ? next : null,
      at: numberIn(pager.querySelector(".el-pager .is-active")),
      pages: numberIn(all(pager, ".el-pager .number").at(-1)),
      total: numberIn(pager.querySelector(".el-pagination__total")),
    };
  },
});
