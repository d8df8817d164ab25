/* 共 N 条  上一页 1 2 … 9 下一页 */
(function (mall) {
  "use strict";

  function numbers(now, pages) {
    var shown = [];
    for (var page = 1; page <= pages; page += 1) {
      if (page === 1 || page === pages || Math.abs(page - now) <= 2) { shown.push(page); }
      else if (shown[shown.length - 1] !== 0) { shown.push(0); }
    }
    return shown;
  }

  function link(text, enabled, go) {
    if (!enabled) { return mall.make("span", "pager-off", text); }
    var node = mall.make("a", "pager-link", text);
    node.href = "javascript:;";
    node.onclick = function () { go(); return false; };
    return node;
  }

  mall.pager = function (node, page, go) {
    var now = page.pageNo;
    node.replaceChildren(mall.make("span", "pager-total", "共 " + page.total + " 条"));
    node.appendChild(link("上一页", now > 1, function () { go(now - 1); }));
    numbers(now, Math.max(page.pages, 1)).forEach(function (number) {
      if (number === 0) { node.appendChild(mall.make("span", "pager-gap", "…")); }
      else if (number === now) { node.appendChild(mall.make("span", "pager-now", number)); }
      else { node.appendChild(link(number, true, function () { go(number); })); }
    });
    node.appendChild(link("下一页", now < page.pages, function () { go(now + 1); }));
  };
})(window.mall = window.mall || {});
