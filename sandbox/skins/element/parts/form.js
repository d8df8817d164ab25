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

/* Fields in rows: of a whole form, or of one of its parts. */
Vue.component("skin-fields", {
  props: ["form", "fields", "values"],
  methods: {
    span: function (field) { return field.kind === "area" ? 24 : 24 / this.form.across; }
  },
  template: `
<el-row :gutter="8">
  <el-col v-for="field in fields" :key="field.column" :span="span(field)" v-show="!field.hidden">
    <skin-field :field="field" :values="values" :locked="form.locked" @pick="$emit('pick', $event)"></skin-field>
  </el-col>
</el-row>`
});

Vue.component("skin-form-dialog", {
  mixins: [skin.vue.form],
  props: ["portal", "picker", "saving"],
  computed: {
    width: function () { return this.form && this.form.across === 3 ? "min(1240px, 97%)" : "min(900px, 97%)"; },
    box: function () { return { page: "skin-page", drawer: "el-drawer" }[this.form && this.form.opens] || "el-dialog"; }
  },
  methods: {
    /* The toolkit tells of each field by itself. */
    check: function (columns, then) {
      var left = columns.length;
      var fine = true;
      this.$refs.form.validateField(columns, function (wrong) {
        fine = fine && !wrong;
        left -= 1;
        if (!left && fine) { then(); }
      });
    },
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
  <p v-if="form && alive && note" class="form-note">{{ note }}</p>
  <el-descriptions v-if="form && alive && looked && form.shows === 'descriptions'" :column="form.across" border size="small" class="seen">
    <el-descriptions-item v-for="cell in cells" :key="cell.column" :label="cell.label">{{ cell.words }}</el-descriptions-item>
  </el-descriptions>
  <table v-else-if="form && alive && looked" class="seen cells">
    <tr v-for="cell in cells" :key="cell.column"><td>{{ cell.label }}</td><td>{{ cell.words }}</td></tr>
  </table>
  <el-form v-else-if="form && alive" ref="form" :model="values" size="small" class="skin-form"
    :label-width="form.across === 3 ? '206px' : '160px'" @submit.native.prevent>
    <skin-fields v-if="how === 'whole'" :fields="form.fields" :form="form" :values="values" @pick="pick"></skin-fields>
    <el-tabs v-else-if="how === 'tabs'" v-model="part">
      <el-tab-pane v-for="(one, at) in parts" :key="at" :name="String(at)" :label="one.title">
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick"></skin-fields>
      </el-tab-pane>
    </el-tabs>
    <el-collapse v-else-if="how === 'collapsed'" v-model="unfolded">
      <el-collapse-item v-for="(one, at) in parts" :key="at" :name="String(at)" :title="one.title">
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick"></skin-fields>
      </el-collapse-item>
    </el-collapse>
    <div v-else-if="how === 'steps'">
      <el-steps :active="Number(part)" finish-status="success" align-center class="form-steps">
        <el-step v-for="(one, at) in parts" :key="at" :title="one.title"></el-step>
      </el-steps>
      <div v-for="(one, at) in parts" :key="at" v-show="part === String(at)">
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick"></skin-fields>
      </div>
    </div>
    <div v-else>
      <div v-for="(one, at) in parts" :key="at">
        <el-divider content-position="left">{{ one.title }}</el-divider>
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick"></skin-fields>
      </div>
    </div>
  </el-form>
  <div v-if="form && box !== 'el-dialog'" class="form-foot"><skin-buttons :buttons="buttons" @press="press"></skin-buttons></div>
  <skin-buttons v-if="form && box === 'el-dialog'" slot="footer" :buttons="buttons" @press="press"></skin-buttons>
</component>
<skin-picker v-if="picker" ref="picker" :portal="portal" :picker="picker"></skin-picker>
</div>`
});
