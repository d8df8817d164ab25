/* 日志: how far the review of a plan has come. */
Vue.component("plan-log", {
  props: ["portal", "screen"],
  data: function () { return { shown: false, plan: {}, rows: [] }; },
  methods: {
    open: function (id) {
      var self = this;
      this.portal.get("plan/log", { planId: id }).then(function (reply) {
        if (!reply) { return; }
        self.plan = reply.plan;
        self.rows = reply.list;
        self.shown = true;
      });
    },
    press: function (button) {
      var self = this;
      skin.press(this.portal, button, { close: function () { self.shown = false; } });
    }
  },
  template: `
<el-dialog :title="screen.title + ' - ' + plan.number + ' ' + plan.name" :visible.sync="shown" width="960px" append-to-body>
  <el-table :data="rows" border stripe size="small">
    <el-table-column v-for="column in screen.columns" :key="column.key" :prop="column.key" :label="column.label"
      :width="column.width || null"></el-table-column>
  </el-table>
  <skin-buttons slot="footer" :buttons="screen.buttons" @press="press"></skin-buttons>
</el-dialog>`
});
