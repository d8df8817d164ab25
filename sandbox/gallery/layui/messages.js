/* Each button raises one message by the toolkit's own means. */
const COVERED = 700; // milliseconds that a mask stays

function question(words) {
  layui.layer.confirm(words, { icon: 3, title: "提示" }, (index) => {
    press("确定");
    layui.layer.close(index);
  }, () => press("取消"));
}

/* The toolkit has no mask for a part of a page but its grid's: that element is borrowed. */
function coverPanel() {
  const mask = layui.$(`<div class="layui-table-init"><div class="layui-table-loading-icon">
    <i class="layui-icon layui-icon-loading layui-anim layui-anim-rotate layui-anim-loop"></i></div></div>`);
  layui.$("#panel").append(mask);
  setTimeout(() => mask.remove(), COVERED);
}

function notify() {
  layui.layer.open({
    type: 1, title: "通知", offset: "rb", anim: "slideUp", shade: 0, time: 4500, area: ["280px", "140px"], id: "notification",
    content: '<div style="padding: 16px">您有一条新的待办：采购计划待审核</div>',
  });
}

const RAISERS = {
  消息提示: () => layui.layer.alert("保存成功！", { icon: 1, title: "提示" }, (index) => {
    press("确定");
    layui.layer.close(index);
  }),
  已知询问: () => question("确定提交吗？"),
  陌生询问: () => question("该单位已被列入关注名单，是否继续？"),
  轻提示: () => layui.layer.msg("保存成功", { icon: 1, time: 3000 }),
  失败提示: () => layui.layer.msg("计划名称不能为空", { icon: 2, anim: 6 }),
  通知: notify,
  字段错误: () => layui.form.validate("[lay-filter=short]"),
  表单弹窗: () => contactDialog(),
  弹窗套弹窗: () => contactDialog(secondDialog),
  抽屉: drawer,
  遮罩: () => layui.layer.load(2, { shade: [0.3, "#000"], time: COVERED }),
  局部遮罩: coverPanel,
  公告: notice,
};

layui.use(["form", "layer"], () => {
  const { $ } = layui;
  $("#raisers").on("click", "button", function () {
    const name = $(this).text();
    press(name);
    RAISERS[name]();
  });
  $("#under").on("click", () => press("遮罩下的按钮"));
  if (new URLSearchParams(location.search).get("notice") === "1") notice();
});
