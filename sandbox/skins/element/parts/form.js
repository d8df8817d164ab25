/* A form in a dialog: opened from a request, validated, asked about, saved, and closed only when the portal has kept it. */
Vue.component("skin-form-dialog", {
  mixins: [skin.vue.form],
  props: ["portal", "picker", "saving"],
  computed: {
    width: function () { return this.form && this.form.across === 3 ? "1240px" : "900px"; }
  },
  methods: {
    /* A number stepper is empty when it holds undefined; "" would be 0. */
    first: function (form) {
      var values = skin.forms.values(form);
      form.fields.forEach(function (field) {
        if (field.stepper && !values[field.column]) { values[field.column] = undefined; }
      });
      return values;
    }
  },
  template: `
<el-dialog :title="form ? form.title : ''" :visible.sync="shown" :width="width" top="6vh" :close-on-click-modal="false"
  append-to-body custom-class="skin-dialog" @closed="alive = false">
  <el-form v-if="form && alive" ref="form" :model="values" size="small" class="skin-form"
    :label-width="form.across === 3 ? '206px' : '160px'" @submit.native.prevent>
    <el-row :gutter="8">
      <el-col v-for="field in form.fields" :key="field.column" :span="span(field)" v-show="!field.hidden">
        <skin-field :field="field" :values="values" :locked="form.locked" @pick="pick"></skin-field>
      </el-col>
    </el-row>
  </el-form>
  <skin-buttons v-if="form" slot="footer" :buttons="form.buttons" @press="press"></skin-buttons>
  <skin-picker v-if="picker" ref="picker" :portal="portal" :picker="picker"></skin-picker>
</el-dialog>`
});
