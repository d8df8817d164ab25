/* The form of a plan or of a detail line, in a window of the page that opened it. */
$(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);
  var of = asked().of;
  var take = null;
  var more = asked();
  var words = null;
  delete more.of;

  /* What the picker's page calls. */
  window.picked = function (item) {
    take(item);
    closePage();
  };

  portal.screens().then(function (screens) { words = screens; });

  saving("body", {
    portal: portal, path: of + "/form", asked: more, to: of + "/save", more: more,
    drawn: function (form) { window.parent.titlePage(form.title); },
    saved: function () { window.parent.pageSaved(); },
    act: function (button) { window.parent.pageActs(button, more.planId); },
    close: function () { window.parent.closePage(); },
    pick: function (then) {
      take = then;
      openPage({ title: words.picker.title, address: "picker.html", width: 480, height: 440 });
    }
  });
});
