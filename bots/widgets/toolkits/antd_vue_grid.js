// The tables of Ant Design Vue 1.x and Ant Design 3: with frozen columns, these are drawn again over each side, and their places in
// the table itself are left blank; what stands last in a copy for the right side is the last column.
//   <div class="ant-table-wrapper"> … <div class="ant-table-content"><div class="ant-table-scroll"><div class="ant-table-header"> …
//     <div class="ant-table-body"><table><tbody class="ant-table-tbody"><tr class="ant-table-row"><td class="ant-table-fixed-columns-in-body">
//   <div class="ant-table-fixed-left">, <div class="ant-table-fixed-right">: the same, of their columns only
const all = (el, selector) => [...el.querySelectorAll(selector)];
const WRAPPER = ".ant-table-wrapper:not(:has(.ant-table-container))";
const SIDES = [".ant-table-fixed-left", ".ant-table-fixed-right"];

function partsOf(wrapper) {
  const own = rows => rows.filter(row => row.closest(".ant-table-wrapper") === wrapper && P.inSight(row));
  const within = (side, selector) => own(all(wrapper, selector)).filter(row => (row.closest(SIDES.join(", "))?.matches(side) ?? false));
  const main = selector => own(all(wrapper, selector)).filter(row => !row.closest(SIDES.join(", ")));
  return { main, left: selector => within(SIDES[0], selector), right: selector => within(SIDES[1], selector) };
}

// A row of the table, its frozen cells taken from the copies.
const joined = (row, left, right) => {
  const cells = [...row.cells];
  if (left) [...left.cells].forEach((cell, at) => { cells[at] = cell; });
  if (right) [...right.cells].forEach((cell, at) => { cells[cells.length - right.cells.length + at] = cell; });
  return cells;
};

toolkits.push({
  name: "antd-vue",
  grids: WRAPPER,
  grid(wrapper) {
    const parts = partsOf(wrapper);
    const lowest = rows => rows.at(-1) || null;
    const head = ".ant-table-thead tr", body = "tr.ant-table-row";
    const top = lowest(parts.main(head));
    const [left, right] = [parts.left(body), parts.right(body)];
    return {
      heads: top ? joined(top, lowest(parts.left(head)), lowest(parts.right(head))) : [],
      rows: parts.main(body).map((el, at) => ({ el, cells: joined(el, left[at], right[at]) })),
      sums: parts.main(".ant-table-footer tr").map(el => ({ el, cells: [...el.cells] })),
    };
  },
});
