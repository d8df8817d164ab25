// The two pickers: a window with a page of its own for 采购名称, a dialog with two lists for 评审专家.
"use strict";

window.pickers = {
  openItems() {
    $("#itemWindow").window({
      title: "选择采购品目", width: 420, height: 400, modal: true, collapsible: false, minimizable: false, maximizable: false,
      content: '<iframe src="picker.html" frameborder="0" style="width:100%;height:100%"></iframe>',
    });
  },

  itemPicked(node) {
    $("#itemName").textbox("setValue", node.name);
    $("#itemCode").textbox("setValue", node.code);
    $("#itemWindow").window("close");
  },

  closeItems() {
    $("#itemWindow").window("close");
  },
};

const EXPERTS = ["张敏", "李强", "王芳", "赵磊", "陈静"];

function show(list, names) {
  list.datalist("clearChecked").datalist("loadData", names.map((name) => ({ value: name, text: name })));
}

function names(list) {
  return list.datalist("getRows").map((row) => row.text);
}

function move(from, to) {
  const moved = from.datalist("getChecked").map((row) => row.text);
  const left = names(from).filter((name) => !moved.includes(name));
  show(to, names(to).concat(moved));
  show(from, left);
}

function openExperts() {
  const already = $("#experts").textbox("getValue").split("、").filter(Boolean);
  $("#expertDialog").dialog("open");
  show($("#offered"), EXPERTS.filter((name) => !already.includes(name)));
  show($("#chosen"), already);
}

function keepExperts() {
  $("#experts").textbox("setValue", names($("#chosen")).join("、"));
  $("#expertDialog").dialog("close");
}

$(() => {
  const offered = $("#offered").datalist({ checkbox: true, singleSelect: false, data: [] });
  const chosen = $("#chosen").datalist({ checkbox: true, singleSelect: false, data: [] });
  $("#expertDialog").dialog({
    title: "选择评审专家", closed: true, modal: true,
    buttons: [
      { text: "确定", handler: keepExperts },
      { text: "取消", handler: () => $("#expertDialog").dialog("close") },
    ],
  });
  $("#toRight").linkbutton({ onClick: () => move(offered, chosen) });
  $("#toLeft").linkbutton({ onClick: () => move(chosen, offered) });
  $("#chooseExperts").linkbutton({ onClick: openExperts });
});
