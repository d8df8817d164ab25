/* A login page of either portal: its form is described, its answer leads to `to`. */
window.login = function (name, to, announced) {
  "use strict";

  var portal = skin.portal(name, hooks);

  function draw(screens) {
    document.title = screens.login.title + " - " + screens.site;
    $("<div class='login-words'></div>").append($("<h1></h1>").text(screens.site), $("<p></p>").text(screens.subtitle || screens.system))
      .appendTo("body");
    var box = $("<div style='padding:14px 20px'></div>").appendTo($("<div class='login-box'></div>").appendTo("body"));
    box.panel({ title: screens.login.title });
    var made = new SkinForm(box, $.extend({}, screens.login, { across: 1 }), {
      width: 260, lenient: true, enter: enter,
      press: function (button) {
        skin.press(portal, button, { login: enter, reset: function () { made.set(skin.forms.values(screens.login)); } });
      }
    });

    function enter() {
      portal.post("login", skin.forms.posted(screens.login, made.values())).then(function (reply) {
        if (reply) { portal.go(to); }
      });
    }
  }

  portal.screens().then(function (screens) { if (screens) { draw(screens); } });
  if (announced) { portal.get("guest", {}, true); }
};
