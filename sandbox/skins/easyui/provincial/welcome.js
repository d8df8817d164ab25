/* 待办事项. */
$(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);
  var table = $("<table></table>").appendTo("body").datagrid({
    title: "待办事项", striped: true, fitColumns: true, emptyMsg: "暂无待办事项", data: [],
    columns: [[
      { field: "number", title: "计划编号", width: 200 }, { field: "name", title: "计划名称", width: 300, formatter: hooks.html },
      { field: "status", title: "状态", width: 120 }
    ]]
  });
  portal.get("welcome", {}, true).then(function (found) { if (found) { table.datagrid("loadData", found.list); } });
});
