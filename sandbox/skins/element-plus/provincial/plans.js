/* 采购计划维护: the toolbar acts on the ticked row, a row's own button on that. */
skin.parts.PlansPage = {
  props: { portal: { type: Object, required: true }, screens: { type: Object, required: true } },
  emits: ["go"],
  data: function () { return { paged: false }; },
  methods: {
    refresh: function () { this.$refs.grid.reload(); },
    press: function (button, given) {
      var self = this;
      skin.press(this.portal, button, {
        add: function () { self.$refs.form.open("plan/form", { op: "add" }); },
        modify: this.withRow(function (row) { self.open("modify", row); }, given),
        view: this.withRow(function (row) { self.open("view", row); }, given),
        "delete": this.withRow(function (row) { self.act("delete", row); }, given),
        submit: this.withRow(function (row) { self.act("submit", row); }, given),
        details: this.withRow(function (row) { self.$emit("go", "details", row.id); }, given),
        log: this.withRow(function (row) { self.$refs.log.open(row.id); }, given)
      });
    },
    withRow: function (then, given) {
      var grid = this.$refs.grid;
      return function () {
        var row = given || grid.row();
        if (row) { then(row); }
      };
    },
    open: function (op, row) {
      this.$refs.form.open("plan/form", { op: op, planId: row.id }, { planId: row.id });
    },
    act: function (what, row) {
      var self = this;
      hooks.ask(this.screens.plans.questions[what], function () {
        self.portal.post("plan/" + what, { planId: row.id }).then(function (reply) {
          if (!reply) { return; }
          hooks.say(reply.msg, "success");
          self.refresh();
        });
      });
    }
  },
  template: `
<div>
  <skin-grid v-show="!paged" ref="grid" :portal="portal" :list="screens.plans" path="plan/list" @press="press" />
  <skin-form-drawer ref="form" @paged="paged = $event" :portal="portal" saving="plan/save" @act="press" @next="$emit('go', 'details', $event.id)" @saved="refresh" />
  <plan-log ref="log" :portal="portal" :screen="screens.log" />
</div>`
};
