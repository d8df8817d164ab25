// The menu: an accordion of modules, in each a tree that starts folded; a function opens as a tab with a frame.
"use strict";

window.gallery = { pressed: [], kept: () => ({ "当前页签": $("#pages").tabs("getSelected").panel("options").title }) };

function folder(text, children) {
  return { text, state: "closed", children: children.map((word) => ({ text: word, iconCls: "tree-file" })) };
}

const MODULES = {
  "系统管理": [{ text: "用户管理" }, { text: "角色管理" }],
  "计划备案": [folder("采购计划管理", ["采购计划维护", "采购计划审核"]), { text: "采购计划查询" }],
  "合同管理": [folder("合同备案", ["合同录入", "合同变更"]), { text: "合同查询" }],
};

const ADDRESSES = { "采购计划维护": "form.html" };

function openFunction(word) {
  const pages = $("#pages");
  if (pages.tabs("exists", word)) return pages.tabs("select", word);
  const address = ADDRESSES[word] || "messages.html";
  pages.tabs("add", {
    title: word, closable: true, bodyCls: "page",
    content: `<iframe src="${address}" frameborder="0" style="display:block;width:100%;height:99%"></iframe>`,
  });
}

function chosen(node) {
  if (!$(this).tree("isLeaf", node.target)) return $(this).tree("toggle", node.target);
  window.gallery.pressed.push(node.text);
  openFunction(node.text);
}

$(() => {
  $.each(MODULES, (title, nodes) => {
    const tree = $("<ul></ul>");
    $("#menu").accordion("add", { title, content: tree, selected: false });
    tree.tree({ data: nodes, onClick: chosen });
  });
  $(".twin").linkbutton({ onClick() { window.gallery.pressed.push($(this).linkbutton("options").text); } });
});
