// The picker's own page: a lazy tree; what is chosen goes back to the page that opened the window.
"use strict";

function loadBranch(param, success, failure) {
  $.ajax({ url: "/gallery/api/items", data: { parent: param.id || "" }, dataType: "json", error: failure }).done((nodes) => {
    success(nodes.map((node) => ({
      id: node.code, text: node.code + " " + node.name, state: node.leaf ? "open" : "closed", attributes: node,
    })));
  });
}

function sure() {
  const node = $("#items").tree("getSelected");
  if (!node || !node.attributes.leaf) return $.messager.alert("提示", "请选择末级品目", "warning");
  window.parent.pickers.itemPicked(node.attributes);
}

$(() => {
  $("#items").tree({ lines: true, loader: loadBranch });
  $("#sure").linkbutton({ onClick: sure });
  $("#leave").linkbutton({ onClick: () => window.parent.pickers.closeItems() });
});
