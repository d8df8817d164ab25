/* A form in a drawer: opened from a request, validated, asked about, saved, and closed only when the portal has kept it. */
skin.parts.SkinFormDrawer = {
  mixins: [skin.vue.form],
  props: { portal: { type: Object, required: true }, saving: { type: String, required: true }, picker: { type: Object, default: null } },
  emits: ["saved", "act"],
  computed: {
    size: function () { return this.form && this.form.across === 3 ? "86%" : "62%"; }
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
<el-drawer v-model="shown" :title="form ? form.title : ''" :size="size" append-to-body destroy-on-close :close-on-click-modal="false">
  <el-form v-if="form" ref="form" :model="values" class="skin-form" :label-width="form.across === 3 ? '206px' : '160px'"
    scroll-to-error @submit.prevent>
    <el-row :gutter="8">
      <el-col v-for="field in form.fields" :key="field.column" v-show="!field.hidden" :span="span(field)">
        <skin-field :field="field" :values="values" :locked="form.locked" @pick="pick" />
      </el-col>
    </el-row>
  </el-form>
  <template #footer><skin-buttons v-if="form" :buttons="form.buttons" @press="press" /></template>
  <skin-picker v-if="picker" ref="picker" :portal="portal" :picker="picker" />
</el-drawer>`
};
