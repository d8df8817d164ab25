/* The back office around the work: a collapsed side menu of any depth, and every function a frame in a tab of its own. */
(function (skin) {
  "use strict";

  const { $, element } = layui;

  function entry(node) {
    const opens = { href: "javascript:;", "data-page": node.page || undefined };
    const below = node.children.length ? `<dl class="layui-nav-child">${node.children.map((one) =>
      `<dd>${entry(one)}</dd>`).join("")}</dl>` : "";
    return `<a${skin.attributes(opens)}>${skin.escape(node.title)}</a>${below}`;
  }

  /* A bar's drop-downs have one level: what lies deeper stands below its heading. */
  function dropped(node) {
    const lines = (nodes) => nodes.map((one) => `<dd>${entry({ ...one, children: [] })}</dd>${lines(one.children)}`).join("");
    const below = node.children.length ? `<dl class="layui-nav-child">${lines(node.children)}</dl>` : "";
    return `${entry({ ...node, children: [] })}${below}`;
  }

  let single = false; // one frame for all screens, instead of a tab for each

  function openTab(title, page, places) {
    if (single) {
      $("#tiles").hide();
      $("#work").show().attr("src", `${places}${page}.html`);
      return;
    }
    const id = `${page}:${title}`;
    if ($(`.layui-tab-title li[lay-id="${id}"]`).length === 0) {
      element.tabAdd("functions", { id, title: skin.escape(title),
        content: `<iframe${skin.attributes({ src: `${places}${page}.html`, title })}></iframe>` });
    }
    element.tabChange("functions", id);
  }

  function firstOf(nodes, page) {
    for (const node of nodes) {
      const found = node.page === page ? node : firstOf(node.children, page);
      if (found) return found;
    }
    return null;
  }

  /* Tiles: a module's tile leads to the tiles of what is in it. */
  function tiles(place, menu, path, places) {
    const nodes = path.reduce((_nodes, node) => node.children, menu);
    const back = path.length ? '<button type="button" class="layui-btn layui-btn-primary" data-back>返回上级</button>' : "";
    $(place).html(back + nodes.map((node, at) => `<div class="layui-panel menu-tile" data-tile="${at}">${skin.escape(node.title)}</div>`).join(""));
    $(place).find("[data-back]").on("click", () => tiles(place, menu, path.slice(0, -1), places));
    $(place).find("[data-tile]").on("click", function () {
      const node = nodes[Number($(this).attr("data-tile"))];
      if (node.children.length) tiles(place, menu, [...path, node], places);
      else openTab(node.title, node.page, places);
    });
  }

  /* Where the menu of this portal stands. */
  function arrange(screens, places) {
    const look = screens.menuLook;
    if (look === "accordion") $("#menu").attr("lay-accordion", "");
    if (look !== "top" && look !== "tiles") return;
    $(".layui-side").hide();
    $(".layui-body").css("left", 0);
    if (look === "tiles" && single) {
      $(".layui-body").prepend('<div id="tiles"></div>');
      $("#work").hide();
      $("#user").prepend('<a href="javascript:;" id="toTiles">功能导航</a>');
      $("#toTiles").on("click", () => { $("#work").hide(); $("#tiles").show(); });
      tiles("#tiles", screens.menu, [], places);
      return;
    }
    if (look === "tiles") {
      element.tabAdd("functions", { id: "tiles", title: "功能导航", content: '<div id="tiles"></div>' });
      tiles("#tiles", screens.menu, [], places);
      element.tabChange("functions", "tiles");
      return;
    }
    $("#menu").removeClass("layui-nav-tree").addClass("layui-bg-gray menu-bar").prependTo(".layui-body");
  }

  /* `places` is the folder of the frames' pages; the work begins with welcome. */
  skin.drawShell = (screens, places) => {
    const draw = screens.menuLook === "top" ? dropped : entry;
    $("#menu").html(screens.menu.map((node) => `<li class="layui-nav-item">${draw(node)}</li>`).join(""));
    single = screens.work === "iframe";
    if (single) $(".layui-body").html('<iframe id="work" name="work" class="single"></iframe>');
    arrange(screens, places);
    element.render("nav", "menu");
    element.on("nav(menu)", (chosen) => {
      const page = chosen.attr("data-page");
      if (page) openTab(chosen.text(), page, places);
    });
    if (screens.menuLook === "tiles") return;
    const begin = firstOf(screens.menu, "welcome");
    openTab(begin ? begin.title : "首页", "welcome", places);
  };
})(window.skin);
