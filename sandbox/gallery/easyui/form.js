// The form's two buttons, and what the page itself would send, by label.
"use strict";

function chosenText(id) {
  const box = $(id);
  const row = box.combobox("getData").find((one) => one.value === box.combobox("getValue"));
  return row ? row.text : "";
}

function catalogue() {
  const code = $("#catalogue").combotree("getValue");
  const node = code && $("#catalogue").combotree("tree").tree("find", code);
  return node ? node.text : "";
}

function funds() {
  return $("[name=funds]:checked").get().map((box) => $(box).parent().text().trim()).join("、");
}

function yesNo(yes) {
  return yes ? "是" : "否";
}

function ticks() {
  return {
    "是否科研项目": yesNo($("[name=research]:checked").val() === "1"),
    "资金来源": funds(),
    "确认无误": yesNo($("#certain").prop("checked")),
    "允许采购进口产品": yesNo($("#imported").switchbutton("options").checked),
  };
}

function written() {
  const text = (id) => $(id).textbox("getValue");
  return {
    "计划名称": text("#name"), "预算金额": text("#amount"), "预算单价(万元)": text("#price"), "数量": text("#quantity"),
    "备注": text("#remark"), "计划采购日期": $("#buyDate").datebox("getValue"), "需求日期": $("#needDate").datebox("getValue"),
    "采购名称": text("#itemName"), "基准采购品目编码": text("#itemCode"), "评审专家": text("#experts"),
    "计划编号": text("#number"), "版本号": text("#version"), "附件": $("#annex").filebox("getText"),
  };
}

function chosen() {
  return {
    "采购方式": chosenText("#method"), "代理机构": chosenText("#agency"), "采购品目": chosenText("#category"),
    "业务科室(资金科室)": chosenText("#office"), "市": chosenText("#city"), "县区": chosenText("#county"), "采购目录": catalogue(),
  };
}

window.gallery = { pressed: [], kept: () => ({ ...written(), ...chosen(), ...ticks() }) };

function save() {
  window.gallery.pressed.push("保存");
  if (!$("#plan").form("validate")) return;
  $.messager.show({ title: "提示", msg: "保存成功", timeout: 3000, showType: "slide" });
}

function reset() {
  window.gallery.pressed.push("重置");
  $("#plan").form("reset");
}

$(() => {
  $("#name").textbox("textbox").attr("maxlength", 60);
  $("#save").linkbutton({ onClick: save });
  $("#reset").linkbutton({ onClick: reset });
});
