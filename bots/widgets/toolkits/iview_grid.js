// iView's table: with frozen columns its heads and rows are drawn again over each side; what a copy is not for is hidden in it.
//   <div class="ivu-table-wrapper"><div class="ivu-table"><div class="ivu-table-header"> … <th class="ivu-table-column-a ivu-table-hidden">
//   <div class="ivu-table-body"> … <tr class="ivu-table-row"><td class="ivu-table-column-a ivu-table-hidden">
//   <div class="ivu-table-fixed">, <div class="ivu-table-fixed-right">: the same in `ivu-table-fixed-header`, `ivu-table-fixed-body`
const all = (el, selector) => [...el.querySelectorAll(selector)];
const COPIES = ["", ".ivu-table-fixed ", ".ivu-table-fixed-right "];
const WRAPPER = ".ivu-table-wrapper";

const columnOf = cell => [...cell.classList].find(name => /^ivu-table-column-/.test(name) && !/^ivu-table-column-(left|center|right)$/.test(name)) || "";

// The rows of one part of the table, each with its copies: those at its place over the sides.
const copiesOf = (wrapper, part, row) => COPIES.map((side, at) =>
  all(wrapper, `${side}.ivu-table-${at ? "fixed-" : ""}${part} ${row}`).filter(tr => tr.closest(WRAPPER) === wrapper));

const cellIn = (rows, column, at) => {
  const cells = rows.flatMap(row => [...row.cells].filter(cell => column ? columnOf(cell) === column : cell.cellIndex === at));
  return cells.findLast(cell => !cell.matches(".ivu-table-hidden")) || cells[0] || null;
};

const rowsOf = ([main, ...sides], columns) => main.filter(P.shown).map(el => {
  const at = main.indexOf(el);
  const rows = [el, ...sides.map(copy => copy[at]).filter(Boolean)];
  return { el, cells: columns.map((column, place) => cellIn(rows, column, place)) };
});

const numberIn = text => Number((/\d+/.exec(text || "") || [""])[0]) || null;

toolkits.push({
  name: "iview",
  grids: WRAPPER,

  grid(wrapper) {
    const heads = copiesOf(wrapper, "header", "tr");
    const lowest = heads.map(rows => rows.slice(-1));
    const columns = (lowest[0][0] ? [...lowest[0][0].cells] : []).map(columnOf).filter(Boolean);
    return {
      heads: columns.map(column => cellIn(heads.flat(), column)),
      rows: rowsOf(copiesOf(wrapper, "body", "tr.ivu-table-row"), columns),
      sums: rowsOf(copiesOf(wrapper, "summary", "tr"), columns),
    };
  },

  tick(cell) {
    const box = cell.querySelector(".ivu-table-cell-with-selection :is(.ivu-checkbox-wrapper, .ivu-radio-wrapper)");
    const input = box && box.querySelector("input");
    return input && !input.disabled ? { el: box, on: input.checked, single: input.type === "radio" } : null;
  },

  pager(wrapper) {
    const pager = wrapper.matches(WRAPPER) && nearest(wrapper, ".ivu-page");
    if (!pager) return null;
    return {
      next: pager.querySelector(".ivu-page-next:not(.ivu-page-disabled)"),
      at: numberIn(pager.querySelector(".ivu-page-item-active")?.textContent || pager.querySelector(".ivu-page-simple-pager input")?.value),
      pages: numberIn(all(pager, ".ivu-page-item").at(-1)?.textContent),
      total: numberIn(pager.querySelector(".ivu-page-total")?.textContent),
    };
  },
});
