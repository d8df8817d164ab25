/* The form of a plan or of a detail line, in a window of the page that opened it. */
$(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);
  var of = asked().of;
  var take = null;
  var more = asked();
  var words = null;
  var inside = more.inside;  // "tab", or nothing: a window of the page that opened it
  var asForm = more.asForm;
  delete more.of;
  delete more.inside;
  delete more.asForm;

  function leave(reply) {
    if (inside) { window.top.shell.close(inside); } else if (reply) { window.parent.pageSaved(); } else { window.parent.closePage(); }
  }

  /* The page of the list, in whichever tab. */
  function listPage() {
    for (var at = 0; at < window.top.frames.length; at += 1) {
      if (window.top.frames[at].pageActs) { return window.top.frames[at]; }
    }
    return null;
  }

  /* What the picker's page calls. */
  window.picked = function (item) {
    take(item);
    closePage();
  };

  portal.screens().then(function (screens) { words = screens; });

  saving("body", {
    portal: portal, path: of + "/form", asked: more, to: of + "/save", more: more,
    drawn: function (form) { if (!inside) { window.parent.titlePage(form.title); } },
    saved: leave, close: function () { leave(); }, asForm: asForm,
    act: function (button) {
      var list = inside ? listPage() : window.parent;
      if (!list) { window.top.shell.waiting = { button: button, row: { id: more.planId } }; }
      if (inside) { window.top.shell.close(inside); }
      if (list) { list.pageActs(button, more.planId); }
    },
    kept: function () { if (!inside) { window.parent.pageKept(); } },
    look: function (seen, stays) {
      var address = $.extend({ of: of }, seen, inside ? { inside: inside } : {}, stays ? { asForm: "1" } : {});
      window.location.replace("form.html?" + $.param(address));
    },
    next: function (reply) {
      window.top.shell.open(words.details.title, "pages/details.html?" + $.param({ planId: reply.id }), function () {
        var list = listPage();
        if (list) { list.pageKept(); }
      });
    },
    pick: function (then) {
      take = then;
      openPage({ title: words.picker.title, address: "picker.html", width: 480, height: 440 });
    }
  });
});
