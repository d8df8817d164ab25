/* 采购人后台管理: menu, crumbs, and the page that the hash names. */
import { COLOURS, h, mount, portalOf, useEffect, useState } from "../parts/base.js";
import { Office, useRoute } from "../parts/shell.js";
import { Sheets } from "./sheets.js";

const { Button, Card, Col, Empty, Row, Space, Statistic } = window.antd;
const portal = portalOf("mall");

function Welcome() {
  const [tiles, setTiles] = useState([]);
  useEffect(() => { portal.get("welcome", {}, true).then((reply) => setTiles(reply ? reply.tiles : [])); }, []);
  return h(Row, { gutter: 16 }, tiles.map((tile) =>
    h(Col, { key: tile.title, span: 6 }, h(Card, null, h(Statistic, { title: tile.title, value: tile.count })))));
}

function work(screens, { place }) {
  if (place[0] === "sheets") return h(Sheets, { portal, screens });
  if (place[0] === "welcome") return h(Welcome);
  return h(Empty);
}

function User({ user }) {
  const leave = () => portal.post("logout").then(() => portal.go("home"));
  return h(Space, { size: "middle" },
    h("span", null, user.unit), h("span", null, user.name),
    h(Button, { type: "link", className: "leave", onClick: () => portal.go("home") }, "商城首页"),
    h(Button, { type: "link", className: "leave", onClick: leave }, "退出"));
}

function Page() {
  const [user, setUser] = useState(null);
  const [screens, setScreens] = useState(null);
  const route = useRoute();
  useEffect(() => {
    portal.get("me", {}, true).then((reply) => {
      if (!reply) return;
      setUser(reply.user);
      portal.screens().then(setScreens);
    });
  }, []);
  if (!screens) return null;
  const crumbs = ["首页", ...(route.place[0] === "sheets" ? screens.sheets.where : route.title)];
  return h("div", { className: "shell-mall" }, h(Office, {
    system: `${screens.site} · ${screens.system}`, menu: screens.menu, look: screens.menuLook, crumbs, user: h(User, { user }), work: screens.work, route,
  }, work(screens, route)));
}

mount(Page, COLOURS.mall);
