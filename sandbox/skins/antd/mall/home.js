/* The mall's front page; who is logged in is greeted, and led to 后台管理. */
import { COLOURS, h, mount, portalOf, useEffect, useState } from "../parts/base.js";

const { Button, Card, Carousel, Col, Input, Row, Space, Tag } = window.antd;
const portal = portalOf("mall");
const SLIDES = ["阳光采购 · 一网通办", "价格可比　过程可溯　服务可评"];
const ACTIONS = {
  login: () => portal.go("login"),
  backend: () => portal.go("main"),
  logout: () => portal.post("logout").then(() => portal.go("home")),
};

const entryButton = (entry) =>
  h(Button, { key: entry.label, type: "link", size: "small", onClick: ACTIONS[entry.action] }, entry.label);

function Top({ screens, user }) {
  const entries = user ? screens.home.inside : screens.home.entries;
  return h("div", { className: "topbar" }, h("div", { className: "wide between" },
    h("span", null, `${screens.site} · 聊城市站`),
    h(Space, null, user && h("span", null, `欢迎您，${user.unit}`), entries.map(entryButton))));
}

function Masthead({ screens }) {
  return h("div", { className: "wide between masthead-mall" },
    h("div", null, h("h1", null, screens.site), h("span", null, screens.subtitle)),
    h(Input.Search, { placeholder: "请输入商品名称、品牌或型号", enterButton: "搜索", className: "search" }));
}

const classLine = (one) => h("p", { key: one.title }, h("b", null, one.title), one.words.map((word) => h("a", { key: word }, word)));
const slide = (words) => h("div", { key: words }, h("div", { className: "slide" }, words));

function Stage({ classes, bulletins, banner, user }) {
  const entries = user ? [] : banner;
  return h(Row, { gutter: 12, className: "wide stage" },
    h(Col, { span: 5 }, h(Card, { size: "small" }, classes.map(classLine))),
    h(Col, { span: 13 }, h(Carousel, null, SLIDES.map(slide)), entries.map((entry) =>
      h(Button, { key: entry.label, type: "primary", size: "large", block: true, onClick: ACTIONS[entry.action] }, entry.label))),
    h(Col, { span: 6 }, h(Card, { size: "small", title: "采购公告" }, bulletins.map((line) => h("p", { key: line }, h("a", null, line))))));
}

const goodCard = (good) => h(Card, { key: good.name, size: "small", hoverable: true },
  h("p", null, good.name), h("b", null, `￥${good.price}`), h("small", null, `${good.shops}家供货`));
const floorOf = (floor, place) => h("div", { key: floor.title, className: "wide floor" },
  h("h3", null, h(Tag, { color: "red" }, `${place + 1}F`), floor.title), h("div", { className: "goods" }, floor.goods.map(goodCard)));

function Page() {
  const [state, setState] = useState(null);
  useEffect(() => {
    portal.get("guest", {}, true).then((reply) => portal.screens().then((screens) => {
      if (screens) setState({ screens, user: reply && reply.user });
    }));
  }, []);
  if (!state) return null;
  const { screens } = state;
  return h("div", { className: "public mall" },
    h(Top, state), h(Masthead, { screens }),
    h("div", { className: "mall-nav" }, h("div", { className: "wide" }, h("b", null, "全部商品分类"), screens.home.nav.map((word) => h("span", { key: word }, word)))),
    h(Stage, { ...screens.home, user: state.user }),
    screens.home.floors.map(floorOf),
    h("div", { className: "public-foot" }, screens.home.foot));
}

mount(Page, COLOURS.mall);
