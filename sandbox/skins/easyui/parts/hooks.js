/* How EasyUI speaks: messages come up in the outermost window, however deep the frame is that has something to say. */
(function () {
  "use strict";

  var front = window.top;
  var waiting = 0;
  var mask = null;

  function html(text) { return $("<i>").text(text).html(); }

  function box(text, title, icon, then) {
    front.$.messager.alert(title, html(text), icon, then || function () { /* read */ });
  }

  window.hooks = {
    html: html,

    say: function (text, kind, then) {
      if (kind === "error") { box(text, "错误", "error", then); return; }
      front.$.messager.show({ title: "提示", msg: html(text), timeout: 3000, showType: "slide" });
      if (then) { then(); }
    },

    ask: function (text, yes, no) {
      front.$.messager.confirm("确认", html(text), function (agreed) {
        if (agreed) { yes(); } else if (no) { no(); }
      });
    },

    tell: function (text, then) { box(text, "操作结果", "info", then); },

    /* Several frames may find out at once; it is told once. */
    over: function (text, then) {
      if (front.skin.isOver) { return; }
      front.skin.isOver = true;
      box(text, "系统提示", "warning", then);
    },

    notice: function (text) {
      var paper = front.$("<div style='padding:16px'></div>").html(html(text)).appendTo(front.document.body);
      paper.dialog({
        title: "系统公告", width: 520, height: 260, modal: true,
        onClose: function () { paper.dialog("destroy"); },
        buttons: [{ text: "我知道了", handler: function () { paper.dialog("close"); } }]
      });
    },

    /* The toolkit's grid mask over the frame that waits. */
    busy: function () {
      waiting += 1;
      mask = mask || $("<div class='datagrid-mask' style='display:block;position:fixed'></div>" +
        "<div class='datagrid-mask-msg' style='display:block;position:fixed;left:45%;top:45%'>正在处理，请稍待…</div>").appendTo("body");
      return function () {
        waiting -= 1;
        if (!waiting && mask) { mask.remove(); mask = null; }
      };
    }
  };
})();
