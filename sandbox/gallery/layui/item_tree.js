/* The tree of items. The toolkit's tree isn't lazy: a branch holds a waiting node until it's opened, and is drawn anew. */
let leaf = null;
const nodes = new Map();

window.chosen = () => leaf;

function node(one) {
  const made = { ...one, id: one.code, title: `${one.code} ${one.name}` };
  if (!one.leaf) made.children = [{ id: `${one.code}-`, title: "加载中…", disabled: true }];
  nodes.set(one.code, made);
  return made;
}

function mark() {
  layui.$(".layui-tree-set").removeClass("chosen");
  if (leaf) layui.$(`.layui-tree-set[data-id="${leaf.code}"]`).addClass("chosen");
  layui.$("#chosen").text(leaf ? leaf.title : "无");
}

layui.use(["tree"], async () => {
  const { $, tree } = layui;
  const roots = (await ask("items", { parent: "" })).map(node);
  tree.render({
    elem: "#items", id: "items", data: roots,
    click(told) {
      if (!told.data.leaf) return;
      leaf = told.data;
      mark();
    },
  });
  /* The arrow beside a name opens it without the toolkit's click callback. */
  $("#items").on("click", ".layui-tree-main", async function () {
    const branch = nodes.get($(this).closest(".layui-tree-set").attr("data-id"));
    if (!branch || branch.leaf || branch.asked) return;
    branch.asked = true;
    branch.children = (await ask("items", { parent: branch.code })).map(node);
    branch.spread = true;
    tree.reload("items", { data: roots });
    mark();
  });
});
