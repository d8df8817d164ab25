// 采购管理系统: a side menu of three levels; each function opens in a tab, and tabs left behind stay in the document.

import { h, mount, pressed, recording, useState } from "./base.js";

const { Button, Card, Form, Input, Layout, Menu, Tabs } = window.antd;
const leaf = (label) => ({ key: label, label });
const branch = (label, ...children) => ({ key: label, label, children });
const MENU = [
  branch("计划备案",
    branch("采购计划管理", leaf("采购计划维护"), leaf("采购计划审核")),
    leaf("采购计划查询")),
  branch("合同管理", leaf("合同备案"), leaf("合同查询")),
  branch("系统管理", leaf("用户管理"), leaf("角色管理")),
];
const FRAMES = { 采购计划维护: "form.html" };
const collapsedAtFirst = new URLSearchParams(location.search).has("collapsed");

/** A function that the application draws itself, without a frame. */
function OwnPage() {
  return h(Card, { size: "small", title: "采购计划查询" },
    h(Form, { layout: "inline", name: "inquiry" },
      h(Form.Item, { label: "计划名称", name: "name" }, h(Input)),
      h(Form.Item, null, h(Button, { onClick: recording("采购计划查询:保存") }, "保存"))));
}

function content(name) {
  if (name === "工作台") return h(Card, { size: "small", title: "工作台" }, "欢迎使用采购管理系统");
  if (name === "采购计划查询") return h(OwnPage);
  return h("iframe", { className: "frame", title: name, src: FRAMES[name] || "messages.html" });
}

const tab = (name) => ({ key: name, label: name, closable: name !== "工作台", children: content(name) });

function useTabs() {
  const [tabs, setTabs] = useState([tab("工作台")]);
  const [active, setActive] = useState("工作台");
  window.gallery.kept = () => ({ 当前: active, 已打开: tabs.map((one) => one.key).join("、") });
  const open = (name) => {
    pressed(name);
    setTabs((old) => (old.some((one) => one.key === name) ? old : [...old, tab(name)]));
    setActive(name);
  };
  const close = (name) => {
    const left = tabs.filter((one) => one.key !== name);
    setTabs(left);
    if (active === name) setActive(left[left.length - 1].key);
  };
  return { tabs, active, setActive, open, close };
}

function Page() {
  const { tabs, active, setActive, open, close } = useTabs();
  const [collapsed, setCollapsed] = useState(collapsedAtFirst);
  return h(Layout, { style: { minHeight: "100vh" } },
    h(Layout.Sider, { collapsible: true, collapsed, onCollapse: setCollapsed, width: 220 },
      h("div", { className: "logo" }, "采购管理系统"),
      h(Menu, { theme: "dark", mode: "inline", items: MENU, selectedKeys: [active], onClick: ({ key }) => open(key) })),
    h(Layout, null,
      h("div", { className: "bar" },
        h(Button, { disabled: true, onClick: recording("工具栏:保存") }, "保存"),
        h(Button, { onClick: recording("刷新") }, "刷新")),
      h(Layout.Content, { className: "page" },
        h(Tabs, {
          type: "editable-card", hideAdd: true, items: tabs, activeKey: active, onChange: setActive,
          onEdit: (name, action) => { if (action === "remove") close(name); },
        }))));
}

mount(Page);
