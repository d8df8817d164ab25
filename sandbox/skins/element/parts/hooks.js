/* How Element speaks: toasts of three seconds, message boxes, one mask over the page however many requests are under way. */
(function () {
  "use strict";

  var waiting = 0;
  var mask = null;

  function box(text, title, word, then) {
    ELEMENT.MessageBox.alert(text, title, { confirmButtonText: word, callback: then || function () { /* read */ } });
  }

  window.hooks = {
    say: function (text, kind, then) {
      ELEMENT.Message({ message: text, type: kind, duration: 3000, showClose: kind === "error" });
      if (then) { then(); }
    },

    ask: function (text, yes, no) {
      ELEMENT.MessageBox.confirm(text, "提示", { confirmButtonText: "确定", cancelButtonText: "取消", type: "warning" })
        .then(yes, no || function () { /* no */ });
    },

    tell: function (text, then) { box(text, "操作结果", "返回列表", then); },

    over: function (text, then) { box(text, "系统提示", "确定", then); },

    notice: function (text) { box(text, "系统公告", "我知道了"); },

    busy: function () {
      waiting += 1;
      mask = mask || ELEMENT.Loading.service({ lock: true, text: "加载中…", background: "rgba(255, 255, 255, .6)" });
      return function () {
        waiting -= 1;
        if (!waiting && mask) { mask.close(); mask = null; }
      };
    }
  };
})();
