/* A form in a dialog: opened from a request, validated, asked about, saved, and closed only when the portal has kept it. */
Vue.component("skin-form-dialog", {
  props: ["portal", "picker", "saving"],
  data: function () { return { form: null, values: {}, more: {}, shown: false, alive: false }; },
  computed: {
    width: function () { return this.form && this.form.across === 3 ? "1240px" : "900px"; }
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
        self.shown = self.alive = true;
        skin.forms.lateOptions(self.portal, self.form);
      });
    },
    /* A number stepper is empty when it holds undefined; "" would be 0. */
    first: function (form) {
      var values = skin.forms.values(form);
      form.fields.forEach(function (field) {
        if (field.stepper && !values[field.column]) { values[field.column] = undefined; }
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
