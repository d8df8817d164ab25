/* A list: query area, toolbar, a table with frozen columns and a summary, pages. `onPress` hears (button, row, reload). */
import { forms, h, hooks, press, useEffect, useRef, useState } from "./base.js";
import { Buttons, menuOf } from "./buttons.js";
import { columnsOf, summaryOf, widthOf } from "./columns.js";
import { FieldColumn } from "./field.js";

const { Card, Col, Dropdown, Form, Row, Space, Table } = window.antd;
const EMPTY = { list: [], pageNo: 1, total: 0 };

function Query({ portal, list, instance, onAsk }) {
  const form = { fields: list.query };
  const reset = () => { instance.resetFields(); onAsk(); };
  const onPress = (button) => press(portal, button, { query: onAsk, reset });
  return h(Card, { size: "small", className: "query" },
    h(Form, { form: instance, name: "query", colon: false, labelCol: { flex: "104px" }, wrapperCol: { flex: "1" }, initialValues: forms.values(form) },
      h(Row, { gutter: 12 },
        list.query.map((field) => h(FieldColumn, { key: field.column, span: 6, field })),
        h(Col, { flex: "auto", className: "query-buttons" }, h(Buttons, { buttons: list.queryButtons, onPress })))));
}

/* One page of a list, the last one that was asked for. */
function usePage(portal, list, path, asked, instance, onLoaded) {
  const [state, setState] = useState({ page: EMPTY, sums: [], loading: true });
  const turn = useRef(0);
  const load = (pageNo) => {
    const mine = turn.current += 1;
    const query = list.query ? { ...forms.values({ fields: list.query }), ...instance.getFieldsValue(true) } : {};
    setState((old) => ({ ...old, loading: true }));
    portal.get(path, { ...asked, ...query, pageNo, pageSize: list.pageSize }, true).then((reply) => {
      if (mine !== turn.current) return;
      setState((old) => (reply ? { page: reply.page, sums: reply.sums || [], loading: false } : { ...old, loading: false }));
      if (reply && onLoaded) onLoaded(reply);
    });
  };
  useEffect(() => load(1), []);
  return { ...state, load };
}

export function Grid({ portal, list, path, asked, onPress, onLoaded }) {
  const [instance] = Form.useForm();
  const [ticked, setTicked] = useState([]);
  const { page, sums, loading, load } = usePage(portal, list, path, asked, instance, onLoaded);
  const go = (pageNo) => { setTicked([]); load(pageNo); };
  const reload = () => go(page.pageNo);
  const rows = page.list.filter((row) => ticked.includes(row[list.key]));
  const one = () => {
    if (rows.length === 1) return rows[0];
    hooks.say("请选择一条记录", "error");
    return null;
  };
  const pressed = (button, row) => onPress(button, { row: row ? () => row : one, reload, first: () => go(1) });
  const [aimed, setAimed] = useState(null);
  const underMenu = (table) => (list.contextMenu
    ? h(Dropdown, { trigger: ["contextMenu"], menu: menuOf(list.contextMenu, (button) => pressed(button, aimed)) }, h("div", null, table)) : table);
  const check = list.columns.find((column) => column.kind === "check");
  return h("div", { className: "skin-grid" },
    list.query && h(Query, { portal, list, instance, onAsk: () => go(1) }),
    h(Card, { size: "small" },
      h(Space, { className: "toolbar" }, h(Buttons, { buttons: list.toolbar, onPress: pressed, ticked: rows.length === 1 }), list.hint && h("span", { className: "hint" }, list.hint)),
      underMenu(h(Table, {
        rowKey: list.key, size: "small", bordered: true, columns: columnsOf(list, pressed), dataSource: page.list, loading,
        rowSelection: check && { selectedRowKeys: ticked, onChange: setTicked, columnTitle: check.label, columnWidth: check.width, fixed: true },
        onRow: (row) => ({ onContextMenu: () => { if (list.contextMenu) setAimed(row); } }),
        scroll: { x: widthOf(list), y: 360 }, summary: () => (sums.length ? summaryOf(list, sums) : null),
        pagination: {
          current: page.pageNo, pageSize: list.pageSize, total: page.total, showSizeChanger: false, showQuickJumper: true,
          showTotal: (total) => `共 ${total} 条`, onChange: go,
        },
      }))));
}
