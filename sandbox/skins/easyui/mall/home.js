/* The mall's front page; who is logged in is greeted, and led to 后台管理. */
(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);

  function go(entry) {
    if (entry.action === "login") { portal.go("login"); }
    if (entry.action === "backend") { portal.go("main"); }
    if (entry.action === "logout") { portal.post("logout").then(function () { portal.go("home"); }); }
  }

  function bar(screens, user) {
    var place = $("<div class='topbar'></div>").appendTo("body");
    $("<span></span>").text(screens.site + " · 聊城市站").appendTo(place);
    if (user) { $("<span></span>").text("　欢迎您，" + user.unit).appendTo(place); }
    drawButtons(place, user ? screens.home.inside : screens.home.entries, go, true);
  }

  function paper(title, lines) {
    var inside = $("<div class='news'></div>");
    lines.forEach(function (line) { $("<p></p>").append($("<a href='javascript:;'></a>").text(line)).appendTo(inside); });
    return { title: title, inside: inside };
  }

  function floor(one) {
    var inside = $("<div class='floor'></div>");
    one.goods.forEach(function (good) {
      $("<div></div>").append($("<p></p>").text(good.name), $("<b></b>").text("￥" + good.price), $("<small></small>").text(good.shops + "家供货"))
        .appendTo(inside);
    });
    return { title: one.title, inside: inside };
  }

  function put(place, made) { made.inside.appendTo($("<div></div>").appendTo(place)).panel({ title: hooks.html(made.title) }); }

  function draw(screens, user) {
    document.title = screens.site;
    bar(screens, user);
    $("<div class='masthead mall'></div>").append($("<h1></h1>").text(screens.site), $("<span></span>").text(screens.subtitle)).appendTo("body");
    var nav = $("<div class='nav mall'></div>").appendTo("body");
    screens.home.nav.forEach(function (word) { $("<span></span>").text(word).appendTo(nav); });
    drawButtons($(".masthead"), user ? [] : screens.home.banner, go);
    var columns = $("<div class='columns entrance'></div>").appendTo("body");
    var main = $("<div class='main'></div>").appendTo(columns);
    put(main, paper("全部商品分类", screens.home.classes.map(function (one) { return one.title + "　" + one.words.join("　"); })));
    put(main, paper("采购公告", screens.home.bulletins));
    screens.home.floors.forEach(function (one) { put($("<div class='entrance'></div>").appendTo("body"), floor(one)); });
    $("<div class='foot'></div>").text(screens.home.foot).appendTo("body");
  }

  $(function () {
    portal.get("guest", {}, true).then(function (reply) {
      portal.screens().then(function (screens) { if (screens) { draw(screens, reply && reply.user); } });
    });
  });
})();
