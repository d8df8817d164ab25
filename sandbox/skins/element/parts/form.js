/* A form in a dialog, a drawer, or in the place of the list: opened from a request, validated, asked about, saved; what
   follows a save is the portal's. What is only looked at may be a list of descriptions or a table of cells. */
Vue.component("skin-page", {
  props: ["title", "visible"],
  template: `
<el-card v-if="visible" class="form-page" shadow="never">
  <el-page-header slot="header" :content="title" @back="$emit('update:visible', false)"></el-page-header>
  <slot></slot>
</el-card>`
});

Vue.component("skin-form-dialog", {
  mixins: [skin.vue.form],
  props: ["portal", "picker", "saving"],
  computed: {
    width: function () { return this.form && this.form.across === 3 ? "1240px" : "900px"; },
    box: function () { return { page: "skin-page", drawer: "el-drawer" }[this.form && this.form.opens] || "el-dialog"; }
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
<div>
<component :is="box" :title="form ? form.title : ''" :visible.sync="shown" :width="width" :size="width" top="6vh"
  :close-on-click-modal="false" append-to-body custom-class="skin-dialog" @closed="alive = false">
  <el-descriptions v-if="form && alive && looked && form.shows === 'descriptions'" :column="form.across" border size="small" class="seen">
    <el-descriptions-item v-for="cell in cells" :key="cell.column" :label="cell.label">{{ cell.words }}</el-descriptions-item>
  </el-descriptions>
  <table v-else-if="form && alive && looked" class="seen cells">
    <tr v-for="cell in cells" :key="cell.column"><td>{{ cell.label }}</td><td>{{ cell.words }}</td></tr>
  </table>
  <el-form v-else-if="form && alive" ref="form" :model="values" size="small" class="skin-form"
    :label-width="form.across === 3 ? '206px' : '160px'" @submit.native.prevent>
    <el-row :gutter="8">
      <el-col v-for="field in form.fields" :key="field.column" :span="span(field)" v-show="!field.hidden">
        <skin-field :field="field" :values="values" :locked="form.locked" @pick="pick"></skin-field>
      </el-col>
    </el-row>
  </el-form>
  <div v-if="form && box !== 'el-dialog'" class="form-foot"><skin-buttons :buttons="form.buttons" @press="press"></skin-buttons></div>
  <skin-buttons v-if="form && box === 'el-dialog'" slot="footer" :buttons="form.buttons" @press="press"></skin-buttons>
</component>
<skin-picker v-if="picker" ref="picker" :portal="portal" :picker="picker"></skin-picker>
</div>`
});
