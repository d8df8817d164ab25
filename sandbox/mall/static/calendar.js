/* A calendar panel for read-only date inputs: click the input, leaf through months, click a day. */
(function (mall) {
  "use strict";

  var WEEK = ["日", "一", "二", "三", "四", "五", "六"];
  var open = null;

  function two(number) { return number < 10 ? "0" + number : String(number); }
  function iso(year, month, day) { return year + "-" + two(month + 1) + "-" + two(day); }

  function shown(input) {
    var match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(input.value);
    return match ? new Date(+match[1], +match[2] - 1, 1) : new Date();
  }

  function close() {
    if (open) { open.remove(); open = null; }
  }

  function choose(input, value) {
    input.value = value;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  }

  function arrow(text, title, panel, input, months) {
    var node = mall.make("a", "cal-arrow", text);
    node.href = "javascript:;";
    node.title = title;
    node.onclick = function () {
      var month = panel.month;
      draw(panel, input, new Date(month.getFullYear(), month.getMonth() + months, 1));
      return false;
    };
    return node;
  }

  function head(panel, input) {
    var node = mall.make("div", "cal-head");
    node.appendChild(arrow("«", "上一年", panel, input, -12));
    node.appendChild(arrow("‹", "上一月", panel, input, -1));
    node.appendChild(mall.make("span", "cal-month", panel.month.getFullYear() + "年" + (panel.month.getMonth() + 1) + "月"));
    node.appendChild(arrow("›", "下一月", panel, input, 1));
    node.appendChild(arrow("»", "下一年", panel, input, 12));
    return node;
  }

  function days(panel, input) {
    var year = panel.month.getFullYear();
    var month = panel.month.getMonth();
    var table = mall.make("table", "cal-days");
    var row = table.createTHead().insertRow();
    WEEK.forEach(function (name) { row.appendChild(mall.make("th", "", name)); });
    var body = table.createTBody();
    var count = new Date(year, month + 1, 0).getDate();
    var cell = -new Date(year, month, 1).getDay() + 1;
    while (cell <= count) {
      row = body.insertRow();
      for (var i = 0; i < 7; i += 1, cell += 1) { row.appendChild(day(input, year, month, cell, count)); }
    }
    return table;
  }

  function day(input, year, month, number, count) {
    if (number < 1 || number > count) { return mall.make("td", "cal-out", ""); }
    var value = iso(year, month, number);
    var node = mall.make("td", value === input.value ? "cal-day cal-on" : "cal-day", number);
    node.onclick = function () { choose(input, value); };
    return node;
  }

  function foot(input) {
    var node = mall.make("div", "cal-foot");
    var now = new Date();
    var today = iso(now.getFullYear(), now.getMonth(), now.getDate());
    node.appendChild(mall.button("今天", "btn-mini", function () { choose(input, today); }));
    node.appendChild(mall.button("清空", "btn-mini", function () { choose(input, ""); }));
    return node;
  }

  function draw(panel, input, month) {
    panel.month = month;
    panel.replaceChildren(head(panel, input), days(panel, input), foot(input));
  }

  function show(input) {
    close();
    open = mall.make("div", "calendar");
    draw(open, input, shown(input));
    document.body.appendChild(open);
    var place = input.getBoundingClientRect();
    var below = place.bottom + open.offsetHeight < window.innerHeight;
    open.style.left = place.left + "px";
    open.style.top = (below ? place.bottom + 2 : Math.max(4, place.top - open.offsetHeight - 2)) + "px";
  }

  mall.calendar = function (input) {
    input.addEventListener("click", function () { show(input); });
  };
  document.addEventListener("mousedown", function (event) {
    if (open && !open.contains(event.target)) { close(); }
  });
})(window.mall = window.mall || {});
