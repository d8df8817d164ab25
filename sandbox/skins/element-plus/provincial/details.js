/* 明细管理: one line a plan. */
skin.parts.DetailsPage = {
  props: { portal: { type: Object, required: true }, screens: { type: Object, required: true }, plan: { type: String, required: true } },
  emits: ["go"],
  data: function () { return { heads: null, paged: false }; },
  methods: {
    refresh: function () { this.$refs.grid.reload(); },
    press: function (button, given) {
      var self = this;
      skin.press(this.portal, button, {
        add: function () { self.open("add"); },
        modify: function () { if (given || self.$refs.grid.row()) { self.open("modify"); } },
        view: function () { if (given || self.$refs.grid.row()) { self.open("view"); } },
        "delete": function () { self.remove(given); },
        back: function () { self.$emit("go", "plans"); }
      });
    },
    open: function (op) {
      this.$refs.form.open("detail/form", { op: op, planId: this.plan }, { op: op, planId: this.plan });
    },
    remove: function (given) {
      var self = this;
      if (!given && !this.$refs.grid.row()) { return; }
      hooks.ask(this.screens.details.questions["delete"], function () {
        self.portal.post("detail/delete", { planId: self.plan }).then(function (reply) {
          if (!reply) { return; }
          hooks.say(reply.msg, "success");
          self.refresh();
        });
      });
    }
  },
  template: `
<div>
  <el-descriptions v-if="heads && !paged" :column="3" border class="heads">
    <el-descriptions-item v-for="head in screens.details.heads" :key="head.key" :label="head.label">{{ heads[head.key] }}</el-descriptions-item>
  </el-descriptions>
  <skin-grid v-show="!paged" ref="grid" :portal="portal" :list="screens.details" path="detail/list" :asked="{ planId: plan }" @press="press"
    @loaded="heads = $event.plan" />
  <skin-form-drawer ref="form" @paged="paged = $event" :portal="portal" :picker="screens.picker" saving="detail/save" @saved="refresh" />
</div>`
};
