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

skin.parts.SkinFormDrawer = {
  mixins: [skin.vue.form],
  props: { portal: { type: Object, required: true }, saving: { type: String, required: true }, picker: { type: Object, default: null } },
  emits: ["saved", "act", "next", "paged"],
  computed: {
    size: function () { return this.form && this.form.across === 3 ? "86%" : "62%"; },
    box: function () { return { page: "skin-page", dialog: "el-dialog" }[this.form && this.form.opens] || "el-drawer"; }
  },
  methods: {
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
  <el-descriptions v-if="form && looked && form.shows === 'descriptions'" :column="form.across" border class="seen">
    <el-descriptions-item v-for="cell in cells" :key="cell.column" :label="cell.label">{{ cell.words }}</el-descriptions-item>
  </el-descriptions>
  <table v-else-if="form && looked" class="seen cells">
    <tbody><tr v-for="cell in cells" :key="cell.column"><td>{{ cell.label }}</td><td>{{ cell.words }}</td></tr></tbody>
  </table>
  <el-form v-else-if="form" ref="form" :model="values" class="skin-form" :label-width="form.across === 3 ? '206px' : '160px'"
    scroll-to-error @submit.prevent>
    <el-row :gutter="8">
      <el-col v-for="field in form.fields" :key="field.column" v-show="!field.hidden" :span="span(field)">
        <skin-field :field="field" :values="values" :locked="form.locked" @pick="pick" />
      </el-col>
    </el-row>
  </el-form>
  <template #footer><skin-buttons v-if="form" :buttons="form.buttons" @press="press" /></template>
</component>
<skin-picker v-if="picker" ref="picker" :portal="portal" :picker="picker" />`
};
