/* A page of its own in a window over this one: openPage({title, address, width, height}); the page inside closes it by
   `parent.closePage()` after it has said what became of it. */
(function () {
  "use strict";

  var holder = null;

  window.openPage = function (how) {
    holder = holder || $("<div style='overflow:hidden'></div>").appendTo("body");
    holder.window({
      title: how.title, modal: true, minimizable: false, collapsible: false, maximizable: false, closed: true,
      width: Math.min(how.width, $(window).width() - 16), height: Math.min(how.height, $(window).height() - 16),
      content: $("<iframe frameborder='0' style='display:block;width:100%;height:100%'></iframe>").attr("src", how.address)
    }).window("open").window("center");
  };

  /* The page of a form, in a window or in a tab of its own; `closed` once a tab is gone. */
  window.openForm = function (form, asked, size, closed) {
    if (form.opens === "tab") {
      window.top.shell.open(form.title, "pages/form.html?" + $.param($.extend({ inside: form.title }, asked)), closed);
      return;
    }
    openPage($.extend({ title: form.title, address: "form.html?" + $.param(asked) }, size));
  };

  window.titlePage = function (title) { holder.window("setTitle", title); };

  window.closePage = function () { holder.window("close"); };

  /* What a page was asked for: ?op=add&planId=… */
  window.asked = function () {
    var found = {};
    new URLSearchParams(window.location.search).forEach(function (value, name) { found[name] = value; });
    return found;
  };
})();
