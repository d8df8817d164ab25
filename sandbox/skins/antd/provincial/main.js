/* 山东省政府采购管理交易系统: menu, crumbs, and the page that the hash names. */
import { COLOURS, h, mount, portalOf, useEffect, useState } from "../parts/base.js";
import { Office, useRoute } from "../parts/shell.js";
import { Details } from "./details.js";
import { Plans } from "./plans.js";

const { Button, Card, Empty, Space, Table } = window.antd;
const portal = portalOf("provincial");
const PENDING = [["number", "计划编号"], ["name", "计划名称"], ["status", "状态"]];

function Welcome() {
  const [todo, setTodo] = useState([]);
  useEffect(() => { portal.get("welcome", {}, true).then((reply) => setTodo(reply ? reply.list : [])); }, []);
  const columns = PENDING.map(([key, title]) => ({ key, title, dataIndex: key }));
  return h(Card, { title: "待办事项", size: "small" },
    h(Table, { rowKey: "number", size: "small", columns, dataSource: todo, pagination: false, locale: { emptyText: "暂无待办事项" } }));
}

function work(screens, { place, go }) {
  if (place[0] === "plans") return h(Plans, { portal, screens, go });
  if (place[0] === "details") return h(Details, { key: place[1], portal, screens, planId: place[1], go });
  if (place[0] === "welcome") return h(Welcome);
  return h(Empty, { description: "该功能正在建设中……" });
}

function crumbsOf(screens, { place, title }) {
  const known = { plans: screens.plans.where, details: screens.details.where };
  return known[place[0]] || (title.length ? title : ["首页"]);
}

function User({ me }) {
  const leave = () => portal.post("logout").then(() => portal.go("login"));
  return h(Space, { size: "middle" },
    h("span", null, `${me.user.name}（${me.user.account}）`), h("span", null, me.user.unit), h("span", null, me.day),
    h(Button, { type: "link", className: "leave", onClick: leave }, "退出"));
}

function Page() {
  const [me, setMe] = useState(null);
  const [screens, setScreens] = useState(null);
  const route = useRoute();
  useEffect(() => {
    portal.get("me", {}, true).then((reply) => {
      if (!reply) return;
      setMe(reply);
      portal.screens().then(setScreens);
    });
  }, []);
  if (!screens) return null;
  return h(Office, {
    system: screens.system, menu: screens.menu, look: screens.menuLook, crumbs: crumbsOf(screens, route), user: h(User, { me }), work: screens.work, route,
  }, work(screens, route));
}

mount(Page, COLOURS.provincial);
