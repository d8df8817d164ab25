/* The columns of a list as the toolkit wants them: its own selection column, what is frozen, and the rows' buttons. */
import { h } from "./base.js";
import { Buttons } from "./buttons.js";

const { Table } = window.antd;
const BESIDE = 30; // what the toolkit keeps free within a cell
const ALIGNED = { money: "right", text: "left" };

const widthIn = (column) => (column.width || 170) + BESIDE;

const frozen = (column, list) =>
  column.kind === "serial" || column.key === list.key || column.key === "number" ? "left" : undefined;

export function columnsOf(list, onPress) {
  return list.columns.map((column) => {
    if (column.kind === "check") return Table.SELECTION_COLUMN;
    const made = { title: column.label, dataIndex: column.key, key: column.key, width: widthIn(column), align: ALIGNED[column.kind] || "center" };
    if (column.link) {
      const open = (row) => () => onPress({ action: column.link }, row);
      return { ...made, fixed: frozen(column, list), render: (value, row) => h("a", { onClick: open(row) }, value) };
    }
    if (column.kind !== "operations") return { ...made, fixed: frozen(column, list), ellipsis: column.kind === "text" };
    const render = (_value, row) => h(Buttons, { buttons: list.rowButtons, link: true, onPress: (button) => onPress(button, row) });
    return { ...made, fixed: "right", render };
  });
}

/* How wide all columns are together: the list scrolls where that is more than the page. */
export const widthOf = (list) => list.columns.reduce((sum, column) => sum + widthIn(column), 0);

/* The summary rows stand under the list, fixed. */
export function summaryOf(list, sums) {
  const cell = (sum) => (column, index) =>
    h(Table.Summary.Cell, { key: column.key, index, align: ALIGNED[column.kind] || "center" }, sum[column.key] || "");
  const row = (sum, place) => h(Table.Summary.Row, { key: place }, list.columns.map(cell(sum)));
  return h(Table.Summary, { fixed: true }, sums.map(row));
}
