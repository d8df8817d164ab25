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

  function openTab(title, page, places) {
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

  /* `places` is the folder of the frames' pages; the work begins with welcome. */
  skin.drawShell = (screens, places) => {
    $("#menu").html(screens.menu.map((node) => `<li class="layui-nav-item">${entry(node)}</li>`).join(""));
    element.render("nav", "menu");
    element.on("nav(menu)", (chosen) => {
      const page = chosen.attr("data-page");
      if (page) openTab(chosen.text(), page, places);
    });
    const begin = firstOf(screens.menu, "welcome");
    openTab(begin ? begin.title : "首页", "welcome", places);
  };
})(window.skin);
