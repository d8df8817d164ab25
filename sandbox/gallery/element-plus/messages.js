/* Every way in which this toolkit speaks up, one button for each. */
(function () {
  "use strict";

  var BUSY = 700; // milliseconds that a mask stays

  function asked(page, question) {
    page.$confirm(question, "提示", { type: "warning" }).then(function () { kit.press("确定"); }, function () { kit.press("取消"); });
  }

  var acts = {
    "消息提示": function (page) { page.$alert("保存成功！", "提示", { type: "success" }).then(function () { kit.press("确定"); }, function () {}); },
    "已知询问": function (page) { asked(page, "确定提交吗？"); },
    "陌生询问": function (page) { asked(page, "该单位已被列入关注名单，是否继续？"); },
    "轻提示": function (page) { page.$message({ message: "保存成功", type: "success", duration: 3000 }); },
    "失败提示": function (page) { page.$message.error("计划名称不能为空"); },
    "通知": function (page) { page.$notify({ title: "通知", message: "您有一条计划被退回", type: "info" }); },
    "字段错误": function (page) { page.$refs.form.validate(function () {}); },
    "表单弹窗": function (page) { page.$refs.contact.show(); },
    "弹窗套弹窗": function (page) { page.$refs.outer.show(); },
    "抽屉": function (page) { page.drawerOpen = true; },
    "遮罩": function (page) {
      var mask = page.$loading({ fullscreen: true, lock: true, text: "加载中" });
      setTimeout(function () { mask.close(); }, BUSY);
    },
    "局部遮罩": function (page) {
      page.partBusy = true;
      setTimeout(function () { page.partBusy = false; }, BUSY);
    },
  };

  var page = kit.mount({
    template: "#page",
    data: function () {
      return {
        acts: acts, plan: { name: "" }, remark: "", partBusy: false, drawerOpen: false,
        noticeOpen: new URLSearchParams(location.search).get("notice") === "1",
        rules: { name: [{ required: true, message: "请输入计划名称", trigger: "blur" }] },
      };
    },
    methods: {
      press: kit.press,
      run: function (name) { kit.press(name); acts[name](this); },
    },
  }, { ContactDialog: ContactDialog });

  window.gallery.kept = function () {
    var form = page.$refs.outer.contact.name ? page.$refs.outer : page.$refs.contact;
    return {
      "计划名称": page.plan.name, "备注": page.remark, "联系人": form.contact.name, "联系电话": form.contact.phone, "单位": page.$refs.outer.unit,
    };
  };
})();
