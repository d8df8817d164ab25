/* 日志: how far the review of a plan has come. */
skin.parts.PlanLog = {
  props: { portal: { type: Object, required: true }, screen: { type: Object, required: true } },
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
<el-dialog v-model="shown" :title="screen.title + ' - ' + plan.number + ' ' + plan.name" width="980px" append-to-body draggable>
  <el-table :data="rows" border stripe>
    <el-table-column v-for="column in screen.columns" :key="column.key" :prop="column.key" :label="column.label"
      :width="column.width || undefined" />
  </el-table>
  <template #footer><skin-buttons :buttons="screen.buttons" @press="press" /></template>
</el-dialog>`
};
