// Ant Design's tables. Frozen columns are sticky cells of the one table; with a fixed height heads and rows are two tables,
// and sums stand under the heads, under the rows, or in a third one. A hidden row that only measures is no row.
//   <div class="ant-table-wrapper"><div class="ant-spin-nested-loading"> … <div class="ant-table-container">
//     <div class="ant-table-header"><table><thead><tr><th class="ant-table-cell">计划编号 … <tfoot class="ant-table-summary"><tr><td>合计
//     <div class="ant-table-body"><table><tbody><tr class="ant-table-measure-row"> … <tr class="ant-table-row"><td class="ant-table-cell">
//   a virtual one: <div class="ant-table-tbody-virtual-holder"> … <div class="ant-table-row"><div class="ant-table-cell">
const all = (el, selector) => [...el.querySelectorAll(selector)];
const WRAPPER = ".ant-table-wrapper";
const GRID = ".ant-table-wrapper:has(.ant-table-container)"; // without one it is an older generation's: antd_vue_grid.js

// Cells at their columns, spans filled in: a cell that spans rows or columns stands in each of them.
function spread(rows) {
  const grid = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row.children) {
      if (cell.matches(".ant-table-cell-scrollbar")) continue;
      while (grid[r][c]) c += 1;
      const down = cell.rowSpan || 1, right = cell.colSpan || 1;
      for (let i = 0; i < down && r + i < rows.length; i += 1) for (let j = 0; j < right; j += 1) grid[r + i][c + j] = cell;
      c += right;
    }
  });
  return rows.map((el, r) => ({ el, cells: grid[r] }));
}

function tableOf(el) {
  const own = selector => all(el, selector).filter(row => row.closest(WRAPPER) === el && P.shown(row));
  const heads = spread(own(".ant-table-thead tr")).at(-1)?.cells || [];
  return {
    heads, rows: spread(own(".ant-table-row")), sums: spread(own("tfoot tr, .ant-table-summary tr")),
    scroller: el.querySelector(".ant-table-tbody-virtual-holder"),
  };
}

const numberIn = text => Number((/\d+/.exec(text || "") || [""])[0]) || null;

toolkits.push({
  name: "antd-grid",
  grids: GRID,
  grid: tableOf,
  tick(cell) {
    const box = cell.matches(".ant-table-selection-column") && cell.querySelector(".ant-checkbox-wrapper, .ant-radio-wrapper");
    const input = box && box.querySelector("input");
    return input ? { el: box, on: input.checked, single: input.type === "radio" } : null;
  },
  pager(grid) {
    const pager = grid.matches(WRAPPER) ? all(grid, ".ant-table-pagination").find(P.shown) || nearest(grid, ".ant-pagination") : null;
    if (!pager) return null;
    const next = pager.querySelector(".ant-pagination-next:not(.ant-pagination-disabled)");
    const simple = pager.querySelector(".ant-pagination-simple-pager");
    const total = pager.querySelector(".ant-pagination-total-text")?.textContent || "";
    return {
      next: next && (next.querySelector("button, a") || next),
      at: numberIn(simple ? simple.querySelector("input")?.value : pager.querySelector(".ant-pagination-item-active")?.textContent),
      pages: numberIn(simple ? simple.textContent.split("/").at(-1) : all(pager, ".ant-pagination-item").at(-1)?.textContent),
      total: numberIn((/共[^\d]*\d+/.exec(total) || [total])[0]),
    };
  },
});
