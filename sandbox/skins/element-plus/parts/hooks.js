/* How Element Plus speaks: success in a toast, what went wrong in a corner, message boxes, one mask however much is asked for. */
(function () {
  "use strict";

  var waiting = 0;
  var mask = null;

  function box(text, title, word, then) {
    ElementPlus.ElMessageBox.alert(text, title, {
      confirmButtonText: word, closeOnClickModal: false, callback: then || function () { /* read */ }
    });
  }

  window.hooks = {
    say: function (text, kind, then) {
      if (kind === "success") { ElementPlus.ElMessage({ message: text, type: kind, duration: 3000 }); }
      else { ElementPlus.ElNotification({ title: "错误信息", message: text, type: kind, duration: 4500 }); }
      if (then) { then(); }
    },

    ask: function (text, yes, no) {
      ElementPlus.ElMessageBox.confirm(text, "系统提示", {
        confirmButtonText: "确定", cancelButtonText: "取消", type: "warning", closeOnClickModal: false
      }).then(yes, no || function () { /* no */ });
    },

    tell: function (text, then) { box(text, "操作结果", "返回列表", then); },

    over: function (text, then) { box(text, "系统提示", "确定", then); },

    notice: function (text) { box(text, "系统公告", "我知道了"); },

    busy: function () {
      waiting += 1;
      mask = mask || ElementPlus.ElLoading.service({ lock: true, text: "加载中…", background: "rgba(255, 255, 255, .6)" });
      return function () {
        waiting -= 1;
        if (!waiting && mask) { mask.close(); mask = null; }
      };
    }
  };
})();
