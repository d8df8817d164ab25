// 品目清单: five hundred rows, of which only those in sight are in the document.

import { h, mount } from "./base.js";

const { Card, Table } = window.antd;
const MEASURES = ["台", "张", "把", "箱"];

const rows = Array.from({ length: 500 }, (_, index) => ({
  code: `A${String(index + 1).padStart(5, "0")}`, name: `品目${index + 1}`, measure: MEASURES[index % MEASURES.length],
}));
const columns = [
  { title: "品目编码", dataIndex: "code", width: 200 },
  { title: "品目名称", dataIndex: "name", width: 400 },
  { title: "单位", dataIndex: "measure", width: 120 },
];

function Page() {
  window.gallery.kept = () => ({ 行数: String(rows.length) });
  return h("div", { className: "page" },
    h(Card, { size: "small", title: "品目清单" },
      h(Table, { virtual: true, rowKey: "code", columns, dataSource: rows, pagination: false, scroll: { x: 720, y: 400 } })));
}

mount(Page);
