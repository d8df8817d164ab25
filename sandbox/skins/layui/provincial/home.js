/* 山东省政府采购网, before the login. */
(function (skin) {
  "use strict";

  const { $, element } = layui;
  const { escape } = skin;
  const portal = skin.portal("provincial", hooks);

  function news(box) {
    const lines = box.items.map((item) => `<div class="headline"><a href="javascript:;">${escape(item.title)}</a>
      <span>${escape(item.day)}</span></div>`).join("");
    return `<div class="layui-col-xs6"><div class="layui-card"><div class="layui-card-header">${escape(box.title)}</div>
      <div class="layui-card-body">${lines}</div></div></div>`;
  }

  function draw({ site, home }) {
    const entries = home.entries.map((entry, at) => `<button type="button" class="layui-btn layui-btn-fluid
      ${entry.action ? "layui-bg-blue" : "layui-btn-primary"}" data-entry="${at}">${escape(entry.label)}</button>`).join("");
    $("#app").html(`<div class="masthead"><h1>${escape(site)}</h1><p>Shandong Government Procurement</p>${home.banner.map((entry) =>
      `<button type="button" class="layui-btn layui-btn-warm" data-banner>${escape(entry.label)}</button>`).join("")}</div>
<ul class="layui-nav layui-bg-blue public-nav" lay-filter="public">${home.nav.map((word) =>
      `<li class="layui-nav-item"><a href="javascript:;">${escape(word)}</a></li>`).join("")}</ul>
<div class="wide layui-row layui-col-space16">
<div class="layui-col-xs3"><div class="layui-card"><div class="layui-card-header">系统入口</div>
<div class="layui-card-body entries">${entries}</div></div></div>
<div class="layui-col-xs9"><div class="layui-row layui-col-space16">${home.news.map(news).join("")}</div></div>
</div>
<div class="public-foot">${escape(home.foot)}</div>`);
    element.render("nav", "public");
    $("[data-banner]").on("click", () => portal.go("login"));
    $("[data-entry]").on("click", function () {
      if (home.entries[Number($(this).attr("data-entry"))].action === "login") portal.go("login");
    });
  }

  portal.screens().then((screens) => { if (screens) draw(screens); });
})(window.skin);
