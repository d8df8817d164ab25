/* Boxes drawn in the page: modal windows, questions, messages, toasts that live for three seconds, the loading veil. */
(function (mall) {
  "use strict";

  var TOAST_LIVES = 3000;
  var layer = 1000;

  function make(tag, className, text) {
    var node = document.createElement(tag);
    node.className = className;
    if (text !== undefined) { node.textContent = text; }
    return node;
  }
  mall.make = make;

  function veil() {
    var node = make("div", "modal-backdrop");
    node.style.zIndex = layer += 2;
    document.body.appendChild(node);
    return node;
  }

  function button(text, className, onclick) {
    var node = make("button", "btn " + className, text);
    node.type = "button";
    node.onclick = onclick;
    return node;
  }
  mall.button = button;

  /* A box in the middle of the work area; each button closes it, then acts. */
  function box(kind, title, text, buttons) {
    var backdrop = veil();
    var node = make("div", "msgbox msgbox-" + kind);
    var foot = make("div", "msgbox-foot");
    var close = function () { node.remove(); backdrop.remove(); };
    node.style.zIndex = layer + 1;
    node.appendChild(make("div", "msgbox-title", title));
    var body = node.appendChild(make("div", "msgbox-body"));
    body.appendChild(make("i", "msgbox-icon", kind === "confirm" ? "?" : "!"));
    body.appendChild(make("span", "msgbox-text", text));
    buttons.forEach(function (spec) {
      foot.appendChild(button(spec[0], spec[1], function () { close(); if (spec[2]) { spec[2](); } }));
    });
    node.appendChild(foot);
    document.body.appendChild(node);
    foot.firstChild.focus();
  }

  mall.confirm = function (text, yes, no) {
    box("confirm", "提示", text, [["确定", "btn-primary", yes], ["取消", "btn-plain", no]]);
  };

  mall.message = function (text, then) {
    box("message", "系统提示", text, [["确定", "btn-primary", then]]);
  };

  mall.toast = function (text) {
    var node = make("div", "toast");
    node.appendChild(make("i", "toast-icon", "✓"));
    node.appendChild(make("span", "", text));
    document.body.appendChild(node);
    window.setTimeout(function () { node.remove(); }, TOAST_LIVES);
  };

  /* A window with a title bar, a body and its own buttons: [text, class, handler(close)]. */
  mall.modal = function (title, body, buttons) {
    var backdrop = veil();
    var node = make("div", "modal");
    var dialog = node.appendChild(make("div", "modal-dialog"));
    var head = dialog.appendChild(make("div", "modal-header"));
    var foot = make("div", "modal-footer");
    var close = function () { node.remove(); backdrop.remove(); };
    node.setAttribute("role", "dialog");
    node.style.zIndex = layer + 1;
    head.appendChild(make("h4", "modal-title", title));
    head.appendChild(button("×", "modal-close", close)).title = "关闭";
    dialog.appendChild(make("div", "modal-body")).appendChild(body);
    buttons.forEach(function (spec) {
      var drawn = foot.appendChild(button(spec[0], spec[1], function () { spec[2](close); }));
      drawn.disabled = Boolean(spec[3] && spec[3].disabled);
      if (spec[3] && spec[3].on) { drawn.dataset.on = spec[3].on; }
      if (spec[3] && spec[3].hidden) { drawn.style.display = "none"; }
    });
    dialog.appendChild(foot);
    document.body.appendChild(node);
    return close;
  };

  mall.loading = function () {
    var node = make("div", "loading");
    node.appendChild(make("i", "loading-ring"));
    node.appendChild(make("span", "", "加载中…"));
    document.body.appendChild(node);
    return function () { node.remove(); };
  };
})(window.mall = window.mall || {});
