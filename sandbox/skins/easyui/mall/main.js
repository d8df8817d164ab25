/* 采购人后台管理: who is logged in, the menu as one tree, and the first tab. */
(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);

  function draw(me, screens) {
    shell.draw({
      system: screens.site + " · " + screens.system, menu: screens.menu, look: screens.menuLook, work: screens.work, folded: false, who: [me.user.unit, me.user.name],
      links: [
        { label: "商城首页", press: function () { portal.go("home"); } },
        { label: "退出", press: function () { portal.post("logout").then(function () { portal.go("home"); }); } }
      ]
    });
    if (screens.menuLook !== "tiles") { shell.open("首页", "pages/welcome.html"); }
  }

  $(function () {
    portal.get("me", {}, true).then(function (me) {
      if (me) { portal.screens().then(function (screens) { if (screens) { draw(me, screens); } }); }
    });
  });
})();
