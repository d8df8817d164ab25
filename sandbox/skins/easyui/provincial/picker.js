/* 选择采购品目: a tree that asks for each branch when it is opened; a search shows what it finds in its place. */
$(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);
  var tree = null;
  var chosen = null;
  var columns = null;

  function nodes(items) {
    return items.map(function (item) {
      return { id: item.code, text: hooks.html(item.code + " " + item.name), state: item.leaf ? "open" : "closed", attributes: item };
    });
  }

  function branch(param, success, failure) {
    portal.get("item/children", { parent: param.id || "" }, true).then(function (reply) {
      if (reply) { success(nodes(reply.list)); } else { failure(); }
    });
  }

  /* The items in a grid. */
  function drawRows(list, nothing) {
    var table = $("<table></table>").appendTo($("#items").empty());
    choose(null);
    table.datagrid({
      columns: [[{ field: "pick", checkbox: true }].concat(columns.map(function (column) {
        return { field: column.key, title: hooks.html(column.label), width: 180 };
      }))], data: list, singleSelect: true, emptyMsg: nothing, onSelect: function (_at, row) { choose(row); }
    });
  }

  function draw(data, nothing) {
    $("#items").empty();
    choose(null);
    if (data && !data.length) { $("#items").text(nothing); return; }
    tree = $("<ul></ul>").appendTo("#items");
    tree.tree($.extend({ lines: true, onSelect: function (node) { choose(node.attributes); } }, data ? { data: data } : { loader: branch }));
  }

  function choose(item) {
    chosen = item && item.leaf ? item : null;
    $("#chosen").text("已选品目：" + (chosen ? chosen.code + " " + chosen.name : "无"));
  }

  function confirm(picker) {
    if (!chosen) { hooks.say(picker.leafOnly, "error"); return; }
    window.parent.picked(chosen);
  }

  portal.screens().then(function (screens) {
    var picker = screens.picker;
    var words = drawField("#query", picker.query, { width: 300, label: picker.query.label, labelWidth: 100, enter: search });

    function search() {
      if (!words.get().trim() && !columns) { draw(); return; }
      portal.get("item/search", { words: words.get() }, true).then(function (reply) {
        if (!reply) { return; }
        if (columns) { drawRows(reply.list, picker.nothing); } else { draw(nodes(reply.list), picker.nothing); }
      });
    }

    drawButtons("#query", picker.queryButtons, function (button) { skin.press(portal, button, { query: search }); });
    drawButtons("#buttons", picker.buttons, function (button) {
      skin.press(portal, button, { take: function () { confirm(picker); }, close: function () { window.parent.closePage(); } });
    });
    columns = picker.columns.length ? picker.columns : null;
    if (columns) { search(); } else { draw(); }
  });
});
