/* Windows with a form inside: a dialog, a dialog on a dialog, a drawer. Each records the button that closed it. */
const CONTACT = `<form class="layui-form dialog" onsubmit="return false">
<div class="layui-form-item"><label class="layui-form-label">联系人</label><div class="layui-input-block"><input type="text" name="contact" autocomplete="off" class="layui-input"></div></div>
<div class="layui-form-item"><label class="layui-form-label">联系电话</label><div class="layui-input-block"><input type="text" name="phone" autocomplete="off" class="layui-input"></div></div>
</form>`;
const REMARK = `<form class="layui-form dialog" onsubmit="return false">
<div class="layui-form-item"><label class="layui-form-label">备注</label><div class="layui-input-block"><textarea name="remark" class="layui-textarea"></textarea></div></div>
</form>`;
const SECOND = `<form class="layui-form dialog" onsubmit="return false">
<div class="layui-form-item"><label class="layui-form-label">备注</label><div class="layui-input-block"><input type="text" name="remark" autocomplete="off" class="layui-input"></div></div>
</form>`;
const LABELS = { contact: "联系人", phone: "联系电话", remark: "备注" };
const kept = {};

window.gallery.kept = () => ({ ...kept });

function keep(layer) {
  layer.find("[name]").each(function () { kept[LABELS[this.name]] = this.value; });
}

function ending(name) {
  return (index, layer) => {
    press(name);
    if (name === "保存") keep(layer);
    layui.layer.close(index);
  };
}

function contactDialog(success = () => {}) {
  layui.layer.open({
    type: 1, title: "联系信息", area: ["460px", "260px"], content: CONTACT, btn: ["保存", "取消"], success,
    yes: ending("保存"), btn2: () => press("取消"),
  });
}

function secondDialog() {
  layui.layer.open({
    type: 1, title: "补充说明", area: ["380px", "200px"], content: SECOND, btn: ["确定", "取消"],
    yes: ending("确定"), btn2: () => press("取消"),
  });
}

function drawer() {
  layui.layer.open({
    type: 1, title: "编辑备注", offset: "r", anim: "slideLeft", area: ["360px", "100%"], content: REMARK, shadeClose: true,
    btn: ["保存"], yes: ending("保存"),
  });
}

function notice() {
  layui.layer.open({
    type: 1, title: "系统公告", area: ["86%", "86%"], btn: ["我知道了"], yes: ending("我知道了"),
    content: '<div class="notice">系统将于本周六 22:00 至周日 6:00 升级，期间暂停服务，请提前做好工作安排。</div>',
  });
}
