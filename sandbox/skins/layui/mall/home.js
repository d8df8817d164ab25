/* The mall's front page; who is logged in is greeted, and led to 后台管理. */
(function (skin) {
  "use strict";

  const { $, carousel } = layui;
  const { escape } = skin;
  const portal = skin.portal("mall", hooks);
  const SLIDES = ["阳光采购 · 一网通办", "价格可比　过程可溯　服务可评"];

  const classes = (one) => `<p><b>${escape(one.title)}</b>${one.words.map((word) => `<a href="javascript:;">${escape(word)}</a>`).join("")}</p>`;
  const good = (one) => `<div class="layui-panel good"><i class="layui-icon layui-icon-component"></i><p>${escape(one.name)}</p>
    <b>￥${escape(one.price)}</b><small>${escape(one.shops)}家供货</small></div>`;
  const floor = (one, at) => `<div class="wide floor"><h3><span class="layui-badge">${at + 1}F</span>${escape(one.title)}</h3>
    <div class="goods">${one.goods.map(good).join("")}</div></div>`;

  function top(screens, user) {
    const entries = user ? screens.home.inside : screens.home.entries;
    const links = entries.map((entry, at) => `<a href="javascript:;" class="${entry.action ? "important" : ""}"
      data-entry="${at}">${escape(entry.label)}</a>`).join("");
    return `<div class="topbar"><div class="wide"><span>${escape(screens.site)} · 聊城市站</span>
      <span class="topbar-links">${user ? `<span>欢迎您，${escape(user.unit)}</span>` : ""}${links}</span></div></div>`;
  }

  function draw(screens, user) {
    const { home } = screens;
    $("#app").html(`${top(screens, user)}
<div class="wide masthead-mall"><h1>${escape(screens.site)}</h1><span>${escape(screens.subtitle)}</span>
<div class="layui-input-group search"><input type="text" class="layui-input" placeholder="请输入商品名称、品牌或型号">
<div class="layui-input-suffix"><button type="button" class="layui-btn layui-bg-red">搜索</button></div></div></div>
<div class="mall-nav"><div class="wide"><b>全部商品分类</b>${home.nav.map((word) => `<span>${escape(word)}</span>`).join("")}</div></div>
<div class="wide stage"><div class="layui-panel classes">${home.classes.map(classes).join("")}</div>
<div class="layui-carousel" id="slides"><div carousel-item>${SLIDES.map((words) => `<div><p class="slide">${words}</p></div>`).join("")}</div></div>
${user ? "" : home.banner.map((entry) => `<button type="button" class="layui-btn layui-bg-red" data-banner>${escape(entry.label)}</button>`).join("")}
<div class="layui-card bulletins"><div class="layui-card-header">采购公告</div><div class="layui-card-body">${home.bulletins.map((line) =>
      `<p><a href="javascript:;">${escape(line)}</a></p>`).join("")}</div></div></div>
${home.floors.map(floor).join("")}<div class="public-foot">${escape(home.foot)}</div>`);
    $("[data-banner]").on("click", () => portal.go("login"));
    carousel.render({ elem: "#slides", width: "100%", height: "270px" });
  }

  const ACTIONS = {
    login: () => portal.go("login"),
    backend: () => portal.go("main"),
    logout: () => portal.post("logout").then(() => portal.go("home")),
  };

  async function begin() {
    const guest = await portal.get("guest", {}, true);
    const screens = await portal.screens();
    if (!screens) return;
    const user = guest && guest.user;
    draw(screens, user);
    const entries = user ? screens.home.inside : screens.home.entries;
    $("[data-entry]").on("click", function () {
      const act = ACTIONS[entries[Number($(this).attr("data-entry"))].action];
      if (act) act();
    });
  }

  begin();
})(window.skin);
