/* 计划单管理: 自建计划 above the list, 查看 in every row. */
skin.parts.SheetsPage = {
  props: { portal: { type: Object, required: true }, screens: { type: Object, required: true } },
  data: function () { return { paged: false }; },
  methods: {
    refresh: function () { this.$refs.grid.reload(); },
    press: function (button, row) {
      var form = this.$refs.form;
      skin.press(this.portal, button, {
        add: function () { form.open("planSheet/form", {}); },
        view: function () { form.open("planSheet/form", { number: row.number }); }
      });
    }
  },
  template: `
<div>
  <skin-grid v-show="!paged" ref="grid" :portal="portal" :list="screens.sheets" path="planSheet/list" @press="press" />
  <skin-form-drawer ref="form" @paged="paged = $event" :portal="portal" saving="planSheet/save" @saved="$refs.grid.load(1)" />
</div>`
};
