/* 计划单管理: the query bar, the table, ten rows a page. */
(function (mall) {
  "use strict";

  var USUAL = ["number", "name", "source", "planNumber", "method", "item", "amount", "status", "createdAt"];
  var described = document.querySelector(".list").dataset.columns;
  var COLUMNS = described ? JSON.parse(described) : USUAL;
  var PAGE_SIZE = 10;
  var bar = document.getElementById("queryForm");
  var rows = document.getElementById("sheetRows");
  var pager = document.getElementById("sheetPager");
  var current = 1;
  var asked = 0;

  function row(sheet, serial) {
    var tr = document.createElement("tr");
    tr.appendChild(mall.make("td", "c", serial));
    COLUMNS.forEach(function (column) {
      var td = tr.appendChild(mall.make("td", "col-" + column, sheet[column]));
      td.title = sheet[column];
    });
    var link = mall.make("a", "link", document.querySelector(".list").dataset.view || "查看");
    link.href = "javascript:;";
    link.onclick = function () { mall.sheetForm.view(sheet.number); return false; };
    tr.appendChild(mall.make("td", "c")).appendChild(link);
    return tr;
  }

  function empty(text) {
    var tr = document.createElement("tr");
    var td = tr.appendChild(mall.make("td", "empty", text));
    td.colSpan = COLUMNS.length + 2;
    return tr;
  }

  function draw(page) {
    var first = (page.pageNo - 1) * PAGE_SIZE + 1;
    var drawn = page.list.map(function (sheet, index) { return row(sheet, first + index); });
    rows.replaceChildren.apply(rows, drawn.length ? drawn : [empty("暂无数据")]);
    mall.pager(pager, page, load);
  }

  /* Only the answer to the latest question is drawn: a slow older one must not overtake it. */
  function load(pageNo) {
    var mine = asked += 1;
    var done = mall.loading();
    var params = Object.fromEntries(new FormData(bar));
    params.pageNo = pageNo;
    params.pageSize = PAGE_SIZE;
    mall.get("/wssc/api/planSheet/list", params).then(function (reply) {
      if (mine !== asked) { return; }
      if (reply.code !== 0) { mall.message(reply.msg); return; }
      current = pageNo;
      draw(reply.page);
    }).catch(function (error) { mall.message(error.message); }).finally(done);
  }
  mall.reloadSheets = function () { load(1); };

  bar.onsubmit = function () { load(1); return false; };
  document.getElementById("queryBtn").onclick = function () { load(1); };
  document.getElementById("resetBtn").onclick = function () { bar.reset(); load(1); };
  document.querySelectorAll("[data-nothing]").forEach(function (button) {
    button.onclick = function () { mall.pressed(button.textContent); };
  });
  document.getElementById("addBtn").onclick = function () { mall.sheetForm.add(); };
  load(current);
})(window.mall);
