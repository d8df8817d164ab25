// Messages that need no page of their own: boxes, corner messages, a field's own error, masks.
"use strict";

window.gallery = {
  pressed: [],
  kept: () => ({
    "计划名称": $("#name").textbox("getValue"), "联系人": $("#person").textbox("getValue"), "联系电话": $("#phone").textbox("getValue"),
    "所在部门": $("#department").textbox("getValue"), "备注": $("#remark").textbox("getValue"),
  }),
};

function press(word) {
  window.gallery.pressed.push(word);
}

function ask(question) {
  $.messager.confirm("提示", question, (yes) => press(yes ? "确定" : "取消"));
}

function toast(more) {
  $.messager.show({ timeout: 3000, showType: "fade", style: { right: "", top: 40, bottom: "" }, height: 60, ...more });
}

function mask(part) {
  const cover = $('<div class="datagrid-mask" style="display:block"></div>').appendTo(part);
  const word = $('<div class="datagrid-mask-msg" style="display:block;left:40%;top:40%">正在处理，请稍待。。。</div>').appendTo(part);
  setTimeout(() => cover.add(word).remove(), 700);
}

const RAISE = {
  "消息提示": () => $.messager.alert("提示", "保存成功！", "info"),
  "已知询问": () => ask("确定提交吗？"),
  "陌生询问": () => ask("该单位已被列入关注名单，是否继续？"),
  "轻提示": () => toast({ msg: "保存成功" }),
  "失败提示": () => toast({ title: "错误", msg: "计划名称不能为空", height: 90 }),
  "通知": () => $.messager.show({ title: "通知", msg: "您有 3 条待办事项", timeout: 5000, showType: "slide" }),
  "字段错误": () => $("#single").form("validate"),
  "遮罩": () => {
    $.messager.progress({ title: "请稍候", msg: "正在处理…" });
    setTimeout(() => $.messager.progress("close"), 700);
  },
  "局部遮罩": () => mask($("#part")),
  "遮罩下的按钮": () => undefined,
};

$(() => {
  $(".raise").each(function () {
    const word = $(this).text();
    $(this).linkbutton({ onClick() { press(word); RAISE[word](); } });
  });
});
