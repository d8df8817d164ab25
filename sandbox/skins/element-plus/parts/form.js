/* A form in a drawer: opened from a request, validated, asked about, saved, and closed only when the portal has kept it. */
skin.parts.SkinFormDrawer = {
  props: { portal: { type: Object, required: true }, saving: { type: String, required: true }, picker: { type: Object, default: null } },
  emits: ["saved"],
  data: function () { return { form: null, values: {}, more: {}, shown: false }; },
  computed: {
    size: function () { return this.form && this.form.across === 3 ? "86%" : "62%"; }
  },
  watch: {
    values: { deep: true, handler: function () { if (this.form) { skin.forms.compute(this.form, this.values); } } }
  },
  methods: {
    open: function (path, asked, more) {
      var self = this;
      this.portal.get(path, asked).then(function (reply) {
        if (!reply) { return; }
        self.values = self.first(reply.form);
        self.form = reply.form;
        self.more = more || {};
        self.shown = true;
        skin.forms.lateOptions(self.portal, self.form);
      });
    },
    /* A number stepper holds numbers, and undefined when it is empty. */
    first: function (form) {
      var values = skin.forms.values(form);
      form.fields.forEach(function (field) {
        if (field.stepper) { values[field.column] = values[field.column] === "" ? undefined : Number(values[field.column]); }
      });
      return values;
    },
    span: function (field) { return field.kind === "area" ? 24 : 24 / this.form.across; },
    pick: function (field) {
      var self = this;
      this.$refs.picker.open(function (item) { skin.forms.take(field, item, self.values); });
    },
    press: function (button) {
      skin.press(this.portal, button, { save: this.validate, close: this.close });
    },
    close: function () { this.shown = false; },
    validate: function () {
      var self = this;
      this.$refs.form.validate(function (fine) {
        if (!fine) { return; }
        if (self.form.question) { hooks.ask(self.form.question, self.save); } else { self.save(); }
      });
    },
    save: function () {
      var self = this;
      this.portal.post(this.saving, skin.forms.posted(this.form, this.values, this.more)).then(function (reply) {
        if (!reply) { return; }
        self.close();
        hooks.say(reply.msg, "success");
        self.$emit("saved", reply);
      });
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
