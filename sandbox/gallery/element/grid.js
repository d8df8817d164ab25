// The list 采购计划: pages from the server, frozen columns, a summary row, and buttons that wait for a tick.

const app = new Vue({
  el: "#app",
  data: { name: "", searched: "", page: 1, size: 10, total: 0, rows: [], pageSum: "", ticked: [], loading: false },
  created() {
    this.load();
  },
  methods: {
    async load() {
      this.loading = true;
      const found = await ask("plans", { page: this.page, size: this.size, name: this.searched });
      Object.assign(this, { rows: found.rows, total: found.total, pageSum: found.pageSum, loading: false });
      this.$nextTick(() => this.$refs.table.doLayout()); // the summary row takes its room only when asked again
    },
    search() {
      pressed("查询");
      this.searched = this.name;
      this.page = 1;
      this.load();
    },
    order(at) {
      return (this.page - 1) * this.size + at + 1;
    },
    summary({ columns }) {
      return columns.map((column) => ({ number: "合计", amount: this.pageSum })[column.property] || "");
    },
    press: pressed,
    pressTicked(name) {
      pressed(`${name}:${this.ticked.map((row) => row.number).join(",")}`);
    },
    submit() {
      this.$confirm("确定提交选中的计划吗？", "提示", { type: "warning" }).then(() => {
        this.pressTicked("提交");
        this.$message.success("提交成功");
      }, () => pressed("取消"));
    },
  },
});

window.gallery.kept = () => ({
  计划名称: app.searched, 页: String(app.page), 总数: String(app.total), 选中: app.ticked.map((row) => row.number).join("、"),
});
