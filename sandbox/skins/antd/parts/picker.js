/* 选择采购品目: a tree that asks for each branch when it is opened; a search shows what it finds in its place. */
import { h, hooks, press, useEffect, useState } from "./base.js";
import { Buttons } from "./buttons.js";

const { Empty, Input, Modal, Space, Table, Tree } = window.antd;

const asNode = (item) => ({ key: item.code, title: `${item.code} ${item.name}`, isLeaf: item.leaf, item });
const list = (reply) => (reply ? reply.list.map(asNode) : []);

function grown(nodes, key, children) {
  return nodes.map((node) => {
    if (node.key === key) return { ...node, children };
    return node.children ? { ...node, children: grown(node.children, key, children) } : node;
  });
}

function LazyTree({ portal, chosen, onChosen }) {
  const [nodes, setNodes] = useState([]);
  const ask = (parent) => portal.get("item/children", { parent }, true).then(list);
  useEffect(() => { ask("").then(setNodes); }, []);
  const loadData = (node) => ask(node.key).then((children) => setNodes((old) => grown(old, node.key, children)));
  return h(Tree, { ...selecting(chosen, onChosen), treeData: nodes, loadData });
}

function selecting(chosen, onChosen) {
  const onSelect = (_keys, { node, selected }) => onChosen(selected && node.item.leaf ? node.item : null);
  return { blockNode: true, height: 320, onSelect, ...(chosen && { selectedKeys: [chosen.code] }) };
}

function Found({ nodes, chosen, nothing, onChosen }) {
  if (!nodes.length) return h(Empty, { description: nothing });
  return h(Tree, { ...selecting(chosen, onChosen), treeData: nodes });
}

const NOBODY = { list: [] };

/* The items in a grid, one of which is ticked. */
function Rows({ columns, rows, chosen, nothing, onChosen }) {
  return h(Table, {
    rowKey: "code", size: "small", bordered: true, pagination: false, scroll: { y: 300 }, locale: { emptyText: nothing },
    columns: columns.map((column) => ({ key: column.key, dataIndex: column.key, title: column.label })), dataSource: rows,
    rowSelection: { type: "radio", selectedRowKeys: chosen ? [chosen.code] : [], onSelect: onChosen },
    onRow: (row) => ({ onClick: () => onChosen(row) }),
  });
}

export function Picker({ portal, picker, open, onTake, onClose }) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState(null);
  const [chosen, setChosen] = useState(null);
  useEffect(() => { if (open) { setWords(""); setFound(null); setChosen(null); } }, [open]);
  const search = (asked) => portal.get("item/search", { words: asked }, true).then((reply) => setFound(list(reply || NOBODY)));
  const query = () => { if (words.trim() || picker.columns.length) search(words); else setFound(null); };
  useEffect(() => { if (open && picker.columns.length) search(""); }, [open]);
  const take = () => {
    if (!chosen) { hooks.say(picker.leafOnly, "error"); return; }
    onTake(chosen);
    onClose();
  };
  const onPress = (button) => press(portal, button, { query, take, close: onClose });
  const tree = { chosen, onChosen: setChosen };
  return h(Modal, {
    title: picker.title, open, width: 520, destroyOnHidden: true, maskClosable: false, onCancel: onClose,
    footer: h(Buttons, { buttons: picker.buttons, onPress }),
  },
  h(Space, { className: "picker-query" },
    h("label", { htmlFor: "picker-words" }, picker.query.label),
    h(Input, { id: "picker-words", value: words, onChange: (event) => setWords(event.target.value), onPressEnter: query }),
    h(Buttons, { buttons: picker.queryButtons, onPress })),
  h("div", { className: "picker-tree" },
    picker.columns.length ? h(Rows, { ...tree, columns: picker.columns, rows: (found || []).map((node) => node.item), nothing: picker.nothing })
      : found ? h(Found, { ...tree, nodes: found, nothing: picker.nothing }) : h(LazyTree, { ...tree, portal })),
  h("div", { className: "picker-chosen" }, `已选品目：${chosen ? `${chosen.code} ${chosen.name}` : "无"}`));
}
