/* The list of plans: frozen columns at both sides, a summary row, server paging, buttons that wait for a tick. */
const COLUMNS = [
  { type: "checkbox", fixed: "left" },
  { type: "numbers", title: "序号", fixed: "left" },
  { field: "number", title: "计划编号", width: 215, fixed: "left", totalRowText: "合计" },
  { field: "name", title: "计划名称", width: 180 },
  { field: "version", title: "版本号", width: 80 },
  { field: "unit", title: "预算单位", width: 160 },
  { field: "amount", title: "计划金额", width: 130, align: "right", totalRow: true, totalRowDecimals: 6 },
  { field: "office", title: "资金科室", width: 130 },
  { field: "agency", title: "代理机构", width: 170 },
  { field: "method", title: "采购方式", width: 120 },
  { field: "organisation", title: "组织形式", width: 110 },
  { field: "date", title: "采购日期", width: 120 },
  { field: "status", title: "状态", width: 90 },
  { title: "操作", width: 130, fixed: "right", toolbar: "#rowButtons" },
];

function drawGrid() {
  layui.table.render({
    elem: "#plans", id: "plans", url: "/gallery/api/plans", cols: [COLUMNS], height: 440, toolbar: "#bar",
    totalRow: true, limit: 10, text: { none: "暂无相关数据" }, request: { pageName: "page", limitName: "size" },
    page: { layout: ["prev", "page", "next", "skip", "count", "limit"], prev: "上一页", next: "下一页" },
    parseData: (answer) => ({
      code: 0, msg: "", count: answer.total, data: answer.rows, totalRow: { amount: answer.pageSum },
    }),
    done: allow,
  });
}

function ticked() {
  return layui.table.checkStatus("plans").data.map((row) => row.number);
}

function allow() {
  const none = ticked().length === 0;
  layui.$(".layui-table-tool .one").prop("disabled", none).toggleClass("layui-btn-disabled", none);
}

function send(numbers) {
  layui.layer.confirm("确定提交选中的计划吗？", { icon: 3, title: "提示" }, (index) => {
    layui.layer.close(index);
    layui.layer.msg("提交成功", { icon: 1, time: 3000 });
    layui.table.reloadData("plans");
  });
  for (const number of numbers) press(`提交:${number}`);
}

function showLog(row) {
  const step = (day, text) => `<li class="layui-timeline-item"><i class="layui-icon layui-timeline-axis">&#xe63f;</i>
    <div class="layui-timeline-content layui-text"><div class="layui-timeline-title">${day} ${text}</div></div></li>`;
  layui.layer.open({
    type: 1, title: "日志", area: ["420px", "260px"], btn: ["关闭"],
    content: `<ul class="layui-timeline logs">${step(row.date, "编制 采购人")}${step(row.date, "保存 采购人")}</ul>`,
  });
}

layui.use(["table", "form", "layer"], () => {
  const { table, form } = layui;
  drawGrid();
  table.on("checkbox(plans)", allow);
  table.on("toolbar(plans)", (told) => {
    if (told.event === "add") press("增加");
    if (told.event === "edit") for (const number of ticked()) press(`修改:${number}`);
    if (told.event === "remove") for (const number of ticked()) press(`删除:${number}`);
    if (told.event === "send") send(ticked());
  });
  table.on("tool(plans)", (told) => {
    press(`${told.event === "edit" ? "修改" : "日志"}:${told.data.number}`);
    if (told.event === "log") showLog(told.data);
  });
  form.on("submit(query)", (told) => {
    press("查询");
    table.reloadData("plans", { where: { name: told.field.name }, page: { curr: 1 } });
    return false;
  });
});
