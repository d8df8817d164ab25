/* The back office around the work: header, collapsed menu of any depth, crumbs, and the page that the address's hash names. */
import { Fragment, h, useEffect, useState } from "./base.js";

const { Breadcrumb, Button, Card, Layout, Menu, Tabs } = window.antd;

const items = (nodes, path = "") => nodes.map((node) => {
  const key = `${path}/${node.title}`;
  return { key, label: node.title, page: node.page, children: node.children.length ? items(node.children, key) : undefined };
});

const pageOf = (nodes, path) => {
  const [title, ...rest] = path;
  const node = nodes.find((one) => one.title === title);
  return rest.length ? pageOf(node.children, rest) : node.page;
};

function here() {
  const place = window.location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
  return place[0] ? place : ["welcome"];
}

/* #/page/argument, and the menu's words that led there. */
export function useRoute() {
  const [place, setPlace] = useState(here);
  const [title, setTitle] = useState([]);
  useEffect(() => {
    const arrive = () => setPlace(here());
    window.addEventListener("hashchange", arrive);
    return () => window.removeEventListener("hashchange", arrive);
  }, []);
  const go = (page, argument) => { window.location.hash = `/${page}${argument ? `/${encodeURIComponent(argument)}` : ""}`; };
  const open = (menu, key) => {
    const path = key.split("/").filter(Boolean);
    setTitle(path);
    go(pageOf(menu, path));
  };
  return { place, title, go, open };
}

/* The menu as tiles: a module's tile leads to the tiles of what is in it. */
function Tiles({ menu, onOpen }) {
  const [path, setPath] = useState([]);
  const level = path.reduce((_nodes, node) => node.children, menu);
  const enter = (node) => {
    if (node.children.length) setPath([...path, node]);
    else onOpen(menu, `/${[...path, node].map((one) => one.title).join("/")}`);
  };
  return h("div", { className: "tiles" },
    path.length > 0 && h(Button, { type: "link", onClick: () => setPath(path.slice(0, -1)) }, "返回上级"),
    level.map((node) => h(Card, { key: node.title, hoverable: true, size: "small", className: "menu-tile", onClick: () => enter(node) }, node.title)));
}

/* The menu at the side; of an accordion only one branch is open. */
function Side({ menu, look, onOpen }) {
  const [opened, setOpened] = useState([]);
  const keep = (keys) => setOpened(keys.filter((key) => keys[keys.length - 1].startsWith(key)));
  const held = look === "accordion" ? { openKeys: opened, onOpenChange: keep } : {};
  return h(Layout.Sider, { width: 220 },
    h(Menu, { theme: "dark", mode: "inline", items: items(menu), onClick: ({ key }) => onOpen(menu, key), ...held }));
}

/* The same main page stands in a frame of a back office that works in frames, without the shell. */
export const inside = /[?&]inside=1/.test(window.location.search);
const FRAMED = ["iframe", "tabs"];
const frameOf = (page, path) => ({ key: path.join("/"), title: path[path.length - 1], src: `${window.location.pathname}?inside=1#/${page}` });

/* The screens in frames: one for all, or one in a tab for each. */
function Frames({ tabbed, frames, front, onTurn, onShut }) {
  const drawn = (frame) => h("iframe", { key: frame.round, src: frame.src, name: tabbed ? undefined : "work", className: "work-frame" });
  if (!tabbed) return frames.map(drawn);
  const items = frames.map((frame) => ({ key: frame.key, label: frame.title, children: drawn(frame), closable: true }));
  return h(Tabs, { type: "editable-card", hideAdd: true, items, activeKey: front, className: "frame-tabs", onChange: onTurn, onEdit: (key) => onShut(key) });
}

/* What a portal's main page draws around its work: the shell, and frames in it where `work` says so. */
export function Office({ work, route, children, ...shell }) {
  const [frames, setFrames] = useState([{ ...frameOf("welcome", ["首页"]), round: 0 }]);
  const [front, setFront] = useState("首页");
  if (inside) {
    return h(Layout.Content, { className: "shell-work" }, h(Breadcrumb, { className: "crumbs", items: shell.crumbs.map((title) => ({ title })) }), children);
  }
  if (!FRAMED.includes(work)) return h(Shell, { ...shell, onOpen: route.open }, children);
  const onOpen = (menu, key) => {
    const path = key.split("/").filter(Boolean);
    const made = { ...frameOf(pageOf(menu, path), path), round: frames[frames.length - 1].round + 1 };
    setFront(made.key);
    if (work === "iframe") setFrames([made]);
    else if (!frames.some((one) => one.key === made.key)) setFrames([...frames, made]);
  };
  const onShut = (key) => {
    const left = frames.filter((one) => one.key !== key);
    if (!left.length) return;
    setFrames(left);
    if (front === key) setFront(left[left.length - 1].key);
  };
  return h(Shell, { ...shell, crumbs: [], onOpen }, h(Frames, { tabbed: work === "tabs", frames, front, onTurn: setFront, onShut }));
}

function Shell({ system, menu, look, crumbs, user, onOpen, children }) {
  const [tiled, setTiled] = useState(true);
  const work = h(Layout.Content, { className: "shell-work" },
    crumbs.length > 0 && h(Breadcrumb, { className: "crumbs", items: crumbs.map((title) => ({ title })) }), children);
  const fromTile = (nodes, key) => { setTiled(false); onOpen(nodes, key); };
  return h(Layout, { className: "shell" },
    h(Layout.Header, { className: "shell-head" }, h("span", { className: "shell-title" }, system),
      look === "tiles" && h(Button, { ghost: true, size: "small", onClick: () => setTiled(true) }, "功能导航"), user),
    look === "top" && h(Menu, { mode: "horizontal", items: items(menu), onClick: ({ key }) => onOpen(menu, key) }),
    h(Layout, null, h(Fragment, null,
      look !== "top" && look !== "tiles" && h(Side, { menu, look, onOpen }),
      look === "tiles" && tiled ? h(Tiles, { menu, onOpen: fromTile }) : work)));
}
