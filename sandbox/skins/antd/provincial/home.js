/* 山东省政府采购网, before the login. */
import { COLOURS, h, mount, portalOf, useEffect, useState } from "../parts/base.js";

const { Button, Card, Col, List, Menu, Row } = window.antd;
const portal = portalOf("provincial");

function Entries({ entries }) {
  const enter = (entry) => { if (entry.action === "login") portal.go("login"); };
  return h(Card, { title: "系统入口", size: "small" }, entries.map((entry) => h(Button, {
    key: entry.label, block: true, className: "entry", type: entry.action ? "primary" : "default", onClick: () => enter(entry),
  }, entry.label)));
}

function Banner({ entries }) {
  return entries.length ? h("div", { className: "banner-entry" }, entries.map((entry) =>
    h(Button, { key: entry.label, size: "large", ghost: true, onClick: () => portal.go("login") }, entry.label))) : null;
}

const headline = (item) => h(List.Item, { extra: item.day }, h("a", null, item.title));
const newsBox = (box) => h(Col, { span: 12, key: box.title },
  h(Card, { title: box.title, size: "small", className: "news" }, h(List, { size: "small", split: false, dataSource: box.items, rowKey: "title", renderItem: headline })));

function Page() {
  const [screens, setScreens] = useState(null);
  useEffect(() => { portal.screens().then(setScreens); }, []);
  if (!screens) return null;
  const { nav, entries, banner, news, foot } = screens.home;
  return h("div", { className: "public" },
    h("div", { className: "masthead" }, h("h1", null, screens.site), h("p", null, "Shandong Government Procurement"), h(Banner, { entries: banner })),
    h(Menu, { mode: "horizontal", theme: "dark", className: "nav", items: nav.map((word) => ({ key: word, label: word })) }),
    h(Row, { gutter: 16, className: "wide" },
      h(Col, { span: 6 }, h(Entries, { entries })),
      h(Col, { span: 18 }, h(Row, { gutter: 16 }, news.map(newsBox)))),
    h("div", { className: "public-foot" }, foot));
}

mount(Page, COLOURS.provincial);
