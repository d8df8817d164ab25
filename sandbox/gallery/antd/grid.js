// 采购计划: a list paged by the server, with frozen columns, a fixed header and a summary row above the data.

import { ask, h, mount, pressed, recording, useEffect, useState } from "./base.js";
import { columns } from "./columns.js";

const { App, Button, Card, Form, Input, Space, Table } = window.antd;
const SIZE = 10;
const AMOUNT = 6; // the column of 计划金额, counted with the check boxes'

function summary(sum) {
  const cell = (index, text, align) => h(Table.Summary.Cell, { index, key: index, align }, text);
  const cells = [cell(0), cell(1), cell(2, "合计")];
  for (let index = 3; index <= columns.length; index += 1) cells.push(cell(index, index === AMOUNT ? sum : "", "right"));
  return h(Table.Summary, { fixed: "top" }, h(Table.Summary.Row, null, cells));
}

function Query({ onQuery }) {
  return h(Card, { size: "small" },
    h(Form, { layout: "inline", name: "query", onFinish: ({ name }) => { pressed("查询"); onQuery(name || ""); } },
      h(Form.Item, { label: "计划名称", name: "name" }, h(Input, { allowClear: true, placeholder: "请输入" })),
      h(Form.Item, null, h(Space, null,
        h(Button, { type: "primary", htmlType: "submit" }, "查询"),
        h(Button, { htmlType: "reset" }, "重置")))));
}

function Toolbar({ chosen, onSubmitted }) {
  const { message, modal } = App.useApp();
  const none = chosen.length === 0;
  const submit = () => modal.confirm({
    title: "提示", content: "确定提交选中的计划吗？",
    onOk: () => { pressed(`提交:${chosen.join(",")}`); message.success("提交成功"); onSubmitted(); },
    onCancel: recording("取消"),
  });
  const button = (name, onClick, more = {}) => h(Button, { key: name, onClick, ...more }, name);
  return h(Space, null,
    button("增加", recording("增加"), { type: "primary" }),
    button("修改", recording(`修改:${chosen.join(",")}`), { disabled: none }),
    button("删除", recording(`删除:${chosen.join(",")}`), { disabled: none, danger: true }),
    button("提交", submit, { disabled: none }));
}

function Page() {
  const [asked, setAsked] = useState({ page: 1, name: "" });
  const [found, setFound] = useState({ rows: [], total: 0, pageSum: "" });
  const [loading, setLoading] = useState(true);
  const [chosen, setChosen] = useState([]);
  window.gallery.kept = () => ({ 已选: chosen.join("、"), 页码: String(asked.page) });
  useEffect(() => {
    setLoading(true);
    ask("plans", { ...asked, size: SIZE }).then((answer) => { setFound(answer); setLoading(false); });
  }, [asked]);
  const look = (next) => { setChosen([]); setAsked(next); };
  const pagination = {
    current: asked.page, pageSize: SIZE, total: found.total, showSizeChanger: false, showQuickJumper: true,
    showTotal: (total) => `共 ${total} 条`, onChange: (page) => look({ ...asked, page }),
  };
  return h("div", { className: "page" },
    h(Query, { onQuery: (name) => look({ page: 1, name }) }),
    h(Card, { size: "small", title: "采购计划", extra: h(Toolbar, { chosen, onSubmitted: () => setChosen([]) }) },
      h(Table, {
        rowKey: "number", size: "middle", bordered: true, columns, dataSource: found.rows, loading, pagination,
        rowSelection: { fixed: true, selectedRowKeys: chosen, onChange: setChosen }, scroll: { x: 1700, y: 300 },
        summary: () => (found.rows.length ? summary(found.pageSum) : null),
      })));
}

mount(Page);
