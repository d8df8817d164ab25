/* A form in a drawer, a dialog, or in the place of the list: opened from a request, validated, asked about, saved; what
   follows a save is the portal's. What is only looked at may be a list of descriptions or a table of cells. */
skin.parts.SkinPage = {
  props: { title: { type: String, default: "" }, modelValue: Boolean },
  emits: ["update:modelValue"],
  template: `
<el-card v-if="modelValue" class="form-page" shadow="never">
  <template #header><el-page-header :content="title" @back="$emit('update:modelValue', false)" /></template>
  <slot /><template #footer><slot name="footer" /></template>
</el-card>`
};

/* Fields in rows: of a whole form, or of one of its parts. */
skin.parts.SkinFields = {
  props: { form: { type: Object, required: true }, fields: { type: Array, required: true }, values: { type: Object, required: true } },
  emits: ["pick"],
  methods: {
    span: function (field) { return field.kind === "area" ? 24 : 24 / this.form.across; }
  },
  template: `
<el-row :gutter="8">
  <el-col v-for="field in fields" :key="field.column" v-show="!field.hidden" :span="span(field)">
    <skin-field :field="field" :values="values" :locked="form.locked" @pick="$emit('pick', field)" />
  </el-col>
</el-row>`
};

skin.parts.SkinFormDrawer = {
  mixins: [skin.vue.form],
  props: { portal: { type: Object, required: true }, saving: { type: String, required: true }, picker: { type: Object, default: null } },
  emits: ["saved", "act", "next", "paged"],
  computed: {
    size: function () { return this.form && this.form.across === 3 ? "86%" : "62%"; },
    box: function () { return { page: "skin-page", dialog: "el-dialog" }[this.form && this.form.opens] || "el-drawer"; }
  },
  methods: {
    check: function (columns, then) { this.$refs.form.validateField(columns, function (fine) { if (fine) { then(); } }); },
    /* A number stepper holds numbers, and undefined when it is empty. */
    first: function (form) {
      var values = skin.forms.values(form);
      form.fields.forEach(function (field) {
        if (field.stepper) { values[field.column] = values[field.column] === "" ? undefined : Number(values[field.column]); }
      });
      return values;
    }
  },
  template: `
<component :is="box" v-model="shown" :title="form ? form.title : ''" :size="size" :width="size" append-to-body destroy-on-close
  :close-on-click-modal="false">
  <p v-if="note" class="form-note">{{ note }}</p>
  <el-descriptions v-if="form && looked && form.shows === 'descriptions'" :column="form.across" border class="seen">
    <el-descriptions-item v-for="cell in cells" :key="cell.column" :label="cell.label">{{ cell.words }}</el-descriptions-item>
  </el-descriptions>
  <table v-else-if="form && looked" class="seen cells">
    <tbody><tr v-for="cell in cells" :key="cell.column"><td>{{ cell.label }}</td><td>{{ cell.words }}</td></tr></tbody>
  </table>
  <el-form v-else-if="form" ref="form" :model="values" class="skin-form" :label-width="form.across === 3 ? '206px' : '160px'"
    scroll-to-error @submit.prevent>
    <skin-fields v-if="how === 'whole'" :fields="form.fields" :form="form" :values="values" @pick="pick" />
    <el-tabs v-else-if="how === 'tabs'" v-model="part">
      <el-tab-pane v-for="(one, at) in parts" :key="at" :name="String(at)" :label="one.title">
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick" />
      </el-tab-pane>
    </el-tabs>
    <el-collapse v-else-if="how === 'collapsed'" v-model="unfolded">
      <el-collapse-item v-for="(one, at) in parts" :key="at" :name="String(at)" :title="one.title">
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick" />
      </el-collapse-item>
    </el-collapse>
    <template v-else-if="how === 'steps'">
      <el-steps :active="Number(part)" finish-status="success" simple class="form-steps">
        <el-step v-for="(one, at) in parts" :key="at" :title="one.title" />
      </el-steps>
      <div v-for="(one, at) in parts" :key="at" v-show="part === String(at)">
        <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick" />
      </div>
    </template>
    <template v-else v-for="(one, at) in parts" :key="at">
      <el-divider content-position="left">{{ one.title }}</el-divider>
      <skin-fields :fields="one.fields" :form="form" :values="values" @pick="pick" />
    </template>
  </el-form>
  <template #footer><skin-buttons v-if="form" :buttons="buttons" @press="press" /></template>
</component>
<skin-picker v-if="picker" ref="picker" :portal="portal" :picker="picker" />`
};
