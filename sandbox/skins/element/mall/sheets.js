/* 计划单管理: 自建计划 above the list, 查看 in every row. */
Vue.component("sheets-page", {
  props: ["portal", "screens"],
  data: function () { return { paged: false }; },
  methods: {
    press: function (button, row) {
      var self = this;
      skin.press(this.portal, button, {
        add: function () { self.$refs.form.open("planSheet/form", {}); },
        view: function () { self.$refs.form.open("planSheet/form", { number: row.number }); }
      });
    }
  },
  template: `
<div>
  <skin-grid v-show="!paged" ref="grid" :portal="portal" :list="screens.sheets" path="planSheet/list" @press="press"></skin-grid>
  <skin-form-dialog ref="form" @paged="paged = $event" :portal="portal" saving="planSheet/save" @saved="$refs.grid.load(1)"></skin-form-dialog>
</div>`
});
