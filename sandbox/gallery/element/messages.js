// Every way in which this toolkit speaks to its user, one button each.

const MASKED_MS = 700;

const question = (vue, text) => vue.$confirm(text, "提示", { type: "warning" }).then(() => pressed("确定"), () => pressed("取消"));

const acts = {
  消息提示: (vue) => vue.$alert("保存成功！", "提示").then(() => pressed("确定"), () => {}),
  已知询问: (vue) => question(vue, "确定提交吗？"),
  陌生询问: (vue) => question(vue, "该单位已被列入关注名单，是否继续？"),
  轻提示: (vue) => vue.$message({ message: "保存成功", type: "success", duration: 3000 }),
  失败提示: (vue) => vue.$message.error("计划名称不能为空"),
  通知: (vue) => vue.$notify({ title: "通知", message: "您有一条待办任务", type: "info" }),
  字段错误: (vue) => vue.$refs.line.validate(() => {}),
  表单弹窗: (vue) => { vue.dialog = true; },
  弹窗套弹窗: (vue) => {
    vue.dialog = true;
    vue.$nextTick(() => { vue.inner = true; });
  },
  抽屉: (vue) => { vue.drawer = true; },
  遮罩: (vue) => {
    const mask = vue.$loading({ text: "正在处理，请稍候" });
    setTimeout(() => mask.close(), MASKED_MS);
  },
  局部遮罩: (vue) => {
    vue.masked = true;
    setTimeout(() => { vue.masked = false; }, MASKED_MS);
  },
};

const app = new Vue({
  el: "#app",
  data: {
    acts,
    line: { title: "" },
    rules: { title: [{ required: true, message: "请输入项目名称", trigger: "blur" }] },
    contact: { person: "", phone: "" },
    checker: "",
    remark: "",
    masked: false,
    dialog: false,
    inner: false,
    drawer: false,
    notice: new URLSearchParams(location.search).has("notice"),
  },
  methods: {
    record: pressed,
    press(name) {
      pressed(name);
      acts[name](this);
    },
    closeDialog(name) {
      pressed(name);
      this.dialog = false;
    },
    closeInner(name) {
      pressed(name);
      this.inner = false;
    },
    saveDrawer() {
      pressed("保存");
      this.drawer = false;
    },
    closeNotice() {
      pressed("我知道了");
      this.notice = false;
    },
  },
});

window.gallery.kept = () => ({ 项目名称: app.line.title, 联系人: app.contact.person, 联系电话: app.contact.phone, 核对人: app.checker, 备注: app.remark });
