/* 山东省政府采购网, before the login. */
(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);

  function news(box) {
    var paper = $("<div class='news'></div>");
    box.items.forEach(function (item) {
      $("<p></p>").append($("<a href='javascript:;'></a>").text(item.title), $("<span></span>").text(item.day)).appendTo(paper);
    });
    return paper;
  }

  function draw(screens) {
    document.title = screens.site;
    $("<div class='masthead'></div>").append($("<h1></h1>").text(screens.site)).appendTo("body");
    drawButtons($(".masthead"), screens.home.banner, function () { portal.go("login"); });
    var nav = $("<div class='nav'></div>").appendTo("body");
    screens.home.nav.forEach(function (word) { $("<span></span>").text(word).appendTo(nav); });
    var columns = $("<div class='columns entrance'></div>").appendTo("body");
    var side = $("<div></div>").appendTo($("<div class='side'></div>").appendTo(columns));
    side.panel({ title: "系统入口" });
    drawButtons(side, screens.home.entries, function (entry) { if (entry.action === "login") { portal.go("login"); } });
    var main = $("<div class='main'></div>").appendTo(columns);
    screens.home.news.forEach(function (box) { news(box).appendTo($("<div></div>").appendTo(main)).panel({ title: hooks.html(box.title) }); });
    $("<div class='foot'></div>").text(screens.home.foot).appendTo("body");
  }

  $(function () { portal.screens().then(function (screens) { if (screens) { draw(screens); } }); });
})();
