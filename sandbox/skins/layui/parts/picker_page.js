/* The page inside the picker's window: a tree of items. layui's tree isn't lazy: a branch holds a waiting node until opened. */
(function (skin) {
  "use strict";

  const { $, tree } = layui;
  const portal = skin.portal("provincial", hooks);
  const { picker } = window.parent.handed;
  const nodes = new Map();
  let roots = [];
  let leaf = null;

  window.chosen = () => leaf;

  function node(item) {
    const made = { ...item, id: item.code, title: skin.escape(`${item.code} ${item.name}`) };
    if (!item.leaf) made.children = [{ id: `${item.code}-`, title: "加载中…", disabled: true }];
    nodes.set(item.code, made);
    return made;
  }

  function mark() {
    $(".layui-tree-set").removeClass("chosen");
    if (leaf) $(`.layui-tree-set[data-id="${leaf.code}"]`).addClass("chosen");
    $("#chosen").text(leaf ? `${leaf.code} ${leaf.name}` : "无");
  }

  /* The items in a grid, one of which is ticked. */
  function rows(list) {
    leaf = null;
    layui.table.render({
      elem: "#rows", id: "rows", data: list, limit: list.length || 1, text: { none: skin.escape(picker.nothing) }, height: 300,
      cols: [[{ type: "radio" }, ...picker.columns.map((column) => ({ field: column.key, title: skin.escape(column.label) }))]],
    });
    layui.table.on("radio(rows)", (told) => { leaf = told.data; mark(); });
    layui.table.on("row(rows)", (told) => { told.setRowChecked({ type: "radio" }); leaf = told.data; mark(); });
    mark();
  }

  function show(list) {
    if (picker.columns.length) { rows(list); return; }
    nodes.clear();
    leaf = null;
    roots = list.map(node);
    tree.reload("items", { data: roots });
    mark();
  }

  /* An arrow opens its branch without the toolkit's click callback, so the row is listened to. */
  async function open() {
    const branch = nodes.get($(this).closest(".layui-tree-set").attr("data-id"));
    if (!branch || branch.leaf || branch.asked) return;
    branch.asked = true;
    const reply = await portal.get("item/children", { parent: branch.code }, true);
    branch.asked = Boolean(reply);
    if (!reply) return;
    branch.children = reply.list.map(node);
    branch.spread = true;
    tree.reload("items", { data: roots });
    mark();
  }

  async function search() {
    const words = query.values()[picker.query.column];
    const reply = words.trim() || picker.columns.length ? await portal.get("item/search", { words }, true)
      : await portal.get("item/children", { parent: "" }, true);
    if (reply) show(reply.list);
  }

  const query = skin.drawQuery("#query", "query", [picker.query], portal);
  $("#queryButtons").html(skin.buttons(picker.queryButtons, "layui-btn-sm"));
  skin.wire("#queryButtons", portal, picker.queryButtons, { query: search });
  if (picker.columns.length) $("#items").html('<table id="rows" lay-filter="rows"></table>');
  else tree.render({
    elem: "#items", id: "items", data: [], text: { none: skin.escape(picker.nothing) },
    click(told) {
      leaf = told.data.leaf ? told.data : null;
      mark();
    },
  });
  $("#items").on("click", ".layui-tree-main", open);
  search();
})(window.skin);
