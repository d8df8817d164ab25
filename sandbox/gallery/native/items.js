// The tree of items, as zTree loads it branch by branch.
function itemTree(list, chosen) {
  return $.fn.zTree.init(list, {
    async: {
      enable: true, type: "get", url: "/gallery/api/items", autoParam: ["code=parent"], dataFilter: (_tree, _parent, nodes) =>
        nodes.map((node) => ({ code: node.code, title: node.name, leaf: node.leaf, name: node.code + " " + node.name, isParent: !node.leaf })),
    },
    callback: { onClick: (_event, _id, node) => chosen(node) },
  });
}
