/* The back office around the work: header, collapsed menu of any depth, crumbs, and the page that the address's hash names. */
import { h, useEffect, useState } from "./base.js";

const { Breadcrumb, Layout, Menu } = window.antd;

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

export function Shell({ system, menu, crumbs, user, onOpen, children }) {
  return h(Layout, { className: "shell" },
    h(Layout.Header, { className: "shell-head" }, h("span", { className: "shell-title" }, system), user),
    h(Layout, null,
      h(Layout.Sider, { width: 220 },
        h(Menu, { theme: "dark", mode: "inline", items: items(menu), onClick: ({ key }) => onOpen(menu, key) })),
      h(Layout.Content, { className: "shell-work" },
        h(Breadcrumb, { className: "crumbs", items: crumbs.map((title) => ({ title })) }),
        children)));
}
