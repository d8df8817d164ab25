/* 待办事项: what waits for the clerk. */
skin.portal("provincial", hooks).get("welcome", {}, true).then((reply) => {
  layui.table.render({
    elem: "#todo", data: reply ? reply.list : [], text: { none: "暂无待办事项" },
    cols: [[{ field: "number", title: "计划编号" }, { field: "name", title: "计划名称" }, { field: "status", title: "状态" }]],
  });
});
