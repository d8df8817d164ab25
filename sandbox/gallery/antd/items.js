// The tree of items, whose children are fetched when a branch is opened: for the tree select and for the picker.

import { ask } from "./base.js";

const asNode = ({ code, name, leaf }) => ({
  key: code, value: `${code} ${name}`, title: `${code} ${name}`, code, name, isLeaf: leaf, selectable: leaf,
});

/** The nodes right under a branch; the root is "". */
export const children = async (parent) => (await ask("items", { parent })).map(asNode);

/** The same tree with the children of one branch put in. */
export function grown(nodes, code, under) {
  return nodes.map((node) => {
    if (node.code === code) return { ...node, children: under };
    return node.children ? { ...node, children: grown(node.children, code, under) } : node;
  });
}
