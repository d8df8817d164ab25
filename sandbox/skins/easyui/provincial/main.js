/* 山东省政府采购管理交易系统: who is logged in, the menu in folds, and the first tab. */
(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);

  function draw(me, screens) {
    shell.draw({
      system: screens.system, menu: screens.menu, look: screens.menuLook, work: screens.work, folded: true,
      who: [me.user.name + "（" + me.user.account + "）", me.user.unit, me.day],
      links: [{ label: "退出", press: function () { portal.post("logout").then(function () { portal.go("login"); }); } }]
    });
    var first = screens.menu.find(function (entry) { return entry.page === "welcome"; });
    if (screens.menuLook !== "tiles") { shell.open(first ? first.title : "首页", "pages/welcome.html"); }
  }

  $(function () {
    portal.get("me", {}, true).then(function (me) {
      if (me) { portal.screens().then(function (screens) { if (screens) { draw(me, screens); } }); }
    });
  });
})();
