/* The back office's shell: a side menu of three levels, and every function an iframe in its own tab. */
const MENU = [
  { title: "计划备案", children: [
    { title: "采购计划管理", children: [
      { title: "采购计划维护", page: "form.html" },
      { title: "采购计划变更", page: "messages.html" },
    ] },
    { title: "采购计划查询", page: "grid.html" },
  ] },
  { title: "合同管理", children: [{ title: "合同备案", page: "messages.html" }] },
  { title: "系统管理", children: [{ title: "用户管理", page: "messages.html" }] },
];

function link(entry) {
  const page = entry.page ? ` data-page="${entry.page}"` : "";
  return `<a href="javascript:;"${page}>${entry.title}</a>`;
}

function below(entry) {
  if (!entry.children) return "";
  return `<dl class="layui-nav-child">${entry.children.map((one) => `<dd>${link(one)}${below(one)}</dd>`).join("")}</dl>`;
}

function openFunction(title, page) {
  const { $, element } = layui;
  if ($(`.layui-tab-title li[lay-id="${title}"]`).length === 0) {
    element.tabAdd("functions", { id: title, title, content: `<iframe src="${page}" title="${title}"></iframe>` });
  }
  element.tabChange("functions", title);
}

layui.use(["element", "layer"], () => {
  const { $, element } = layui;
  $("#menu").html(MENU.map((one) => `<li class="layui-nav-item">${link(one)}${below(one)}</li>`).join(""));
  element.render("nav", "menu");
  element.on("nav(menu)", (chosen) => {
    const page = chosen.attr("data-page");
    if (!page) return;
    press(chosen.text());
    openFunction(chosen.text(), page);
  });
  $("#refresh").on("click", () => {
    press("刷新");
    $(".layui-tab-item.layui-show iframe").each(function () { this.contentWindow.location.reload(); });
  });
  $("#welcome").on("click", () => press("首页保存"));
});
