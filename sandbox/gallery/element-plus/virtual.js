/* 品目清单: 500 rows, of which only those in sight are in the page. */
(function () {
  "use strict";

  var UNITS = ["台", "张", "箱", "项"];
  var rows = Array.from({ length: 500 }, function (_, index) {
    var number = index + 1;
    return { id: number, code: "A" + String(number).padStart(5, "0"), name: "品目" + number, unit: UNITS[index % UNITS.length] };
  });

  function column(key, title, width) { return { key: key, dataKey: key, title: title, width: width }; }

  kit.mount({
    template: "#page",
    data: function () { return { rows: rows, columns: [column("code", "品目编码", 200), column("name", "品目名称", 400), column("unit", "单位", 120)] }; },
  });
})();
