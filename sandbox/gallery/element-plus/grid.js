/* 采购计划: ten rows of the server's at a time, a row of sums below, and buttons that wait for a tick. */
(function () {
  "use strict";

  var page = kit.mount({
    template: "#page",
    data: function () {
      return {
        query: { name: "" }, rows: [], ticked: [], at: 1, size: 10, total: 0, pageSum: "", loading: false, asked: 0, logOpen: false, logOf: "",
      };
    },
    computed: { numbers: function () { return this.ticked.map(function (row) { return row.number; }).join("、"); } },
    created: function () { this.load(); },
    methods: {
      press: kit.press,
      tick: function (rows) { this.ticked = rows; },
      serial: function (index) { return (this.at - 1) * this.size + index + 1; },
      sums: function (table) {
        var sum = this.pageSum;
        return table.columns.map(function (column, index) { return index === 1 ? "合计" : column.property === "amount" ? sum : ""; });
      },
      search: function () { kit.press("查询"); this.at = 1; this.load(); },
      load: function () {
        var self = this;
        var mine = this.asked += 1;
        this.loading = true;
        kit.ask("plans", { page: this.at, size: this.size, name: this.query.name }).then(function (answer) {
          if (mine !== self.asked) { return; }
          self.rows = answer.rows;
          self.total = answer.total;
          self.pageSum = answer.pageSum;
          self.loading = false;
        });
      },
      showLog: function (row) { kit.press("日志:" + row.number); this.logOf = row.number; this.logOpen = true; },
      submit: function () {
        var self = this;
        kit.press("提交:" + this.numbers);
        this.$confirm("确定提交选中的计划吗？", "提示", { type: "warning" }).then(
          function () { kit.press("确定"); self.$message.success("提交成功"); },
          function () { kit.press("取消"); },
        );
      },
    },
  });

  window.gallery.kept = function () {
    return { "计划名称": page.query.name, "选中": page.numbers, "页码": String(page.at), "每页": String(page.size) };
  };
})();
