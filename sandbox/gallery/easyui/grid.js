// The list: two tables side by side (frozen and scrolling), each with its header, body and footer apart.
"use strict";

window.gallery = { pressed: [], kept: () => ({ "计划名称": $("#wanted").textbox("getValue") }) };

function press(word) {
  window.gallery.pressed.push(word);
}

function titled(value) {
  return value ? $("<span>").attr("title", value).text(value).prop("outerHTML") : "";
}

function position(_value, row, at) {
  if (!row.unit) return "";
  const { pageNumber, pageSize } = $("#plans").datagrid("options");
  return (pageNumber - 1) * pageSize + at + 1;
}

function rowButtons(_value, row) {
  if (!row.unit) return "";
  return ["修改", "日志"].map((word) => $("<a href='javascript:;' class='row-button'>").attr("data-press", word + ":" + row.number)
    .text(word).prop("outerHTML")).join(" ");
}

const FROZEN = [[
  { field: "ck", checkbox: true },
  { field: "at", title: "序号", width: 45, align: "center", formatter: position },
  { field: "number", title: "计划编号", width: 180 },
]];

const COLUMNS = [[
  { field: "name", title: "计划名称", width: 150, formatter: titled },
  { field: "version", title: "版本号", width: 60, align: "center" },
  { field: "unit", title: "预算单位", width: 160, formatter: titled },
  { field: "amount", title: "计划金额", width: 110, align: "right" },
  { field: "office", title: "资金科室", width: 120 },
  { field: "agency", title: "代理机构", width: 150, formatter: titled },
  { field: "method", title: "采购方式", width: 100 },
  { field: "organisation", title: "组织形式", width: 100 },
  { field: "date", title: "采购日期", width: 100 },
  { field: "status", title: "状态", width: 80 },
  { field: "act", title: "操作", width: 130, align: "center", formatter: rowButtons },
]];

function withFooter(answer) {
  if (answer.footer) return answer;
  return {
    total: answer.total, rows: answer.rows,
    footer: [{ number: "本页小计", amount: answer.pageSum }, { number: "合计", amount: answer.allSum }],
  };
}

function checked() {
  return $("#plans").datagrid("getChecked").map((row) => row.number).join(",");
}

function wake() {
  $("#edit, #remove, #submit").linkbutton(checked() ? "enable" : "disable");
}

function loaded() {
  $(".row-button").linkbutton({ plain: true, onClick() { press($(this).attr("data-press")); } });
  $("#plans").datagrid("fixRowHeight");
  wake();
}

function submit() {
  const numbers = checked();
  $.messager.confirm("提示", "确定提交选中的计划吗？", (yes) => {
    if (!yes) return;
    press("提交:" + numbers);
    $("#plans").datagrid("clearChecked");
    $.messager.show({ title: "提示", msg: "提交成功", timeout: 3000, showType: "slide" });
  });
}

$(() => {
  const grid = $("#plans").datagrid({
    frozenColumns: FROZEN, columns: COLUMNS, method: "get", url: "/gallery/api/plans", queryParams: { name: "" },
    loadFilter: withFooter, onBeforeLoad(param) { param.size = param.rows; }, emptyMsg: "没有找到符合条件的记录",
    pagination: true, pageSize: 10, showFooter: true, striped: true, toolbar: "#bar",
    onLoadSuccess: loaded, onCheck: wake, onUncheck: wake, onCheckAll: wake, onUncheckAll: wake,
  });
  grid.datagrid("getPager").pagination({ layout: ["list", "sep", "first", "prev", "links", "next", "last", "sep", "refresh", "info"] });
  $("#find").linkbutton({ onClick: () => grid.datagrid("load", { name: $("#wanted").textbox("getValue") }) });
  $("#add").linkbutton({ onClick: () => press("增加") });
  $("#edit").linkbutton({ onClick: () => press("修改") });
  $("#remove").linkbutton({ onClick: () => press("删除:" + checked()) });
  $("#submit").linkbutton({ onClick: submit });
});
