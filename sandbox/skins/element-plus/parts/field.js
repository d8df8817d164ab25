/* One field of a form: el-form-item with the control of its kind. Long lists are virtual ones. */
(function () {
  "use strict";

  var LONG = 12; // options

  /* As many <div> layers around the control as the description wants. */
  skin.parts.SkinWrap = function (props, context) {
    var inside = context.slots.default();
    for (var layer = 0; layer < (props.layers || 0); layer += 1) { inside = [Vue.h("div", { class: "layer" }, inside)]; }
    return Vue.h("div", { class: "skin-wrap" }, inside);
  };
  skin.parts.SkinWrap.props = ["layers"];

  /* Selects that wait for each other. */
  skin.parts.SkinChained = {
    mixins: [skin.vue.chained],
    props: { modelValue: { type: String, default: "" }, field: { type: Object, required: true }, off: Boolean },
    emits: ["update:modelValue", "input"],
    template: `
<div class="chained">
  <el-select v-for="(nodes, at) in levels" :key="at" :model-value="chosen[at] || ''" :id="at ? undefined : field.id" :disabled="off"
    placeholder="请选择" @change="value => choose(at, value)">
    <el-option v-for="node in nodes" :key="node.value" :label="node.label" :value="node.value" />
  </el-select>
</div>`
  };

  skin.parts.SkinField = {
    props: { field: { type: Object, required: true }, values: { type: Object, required: true }, locked: Boolean },
    emits: ["pick", "enter"],
    data: function () { return { stamp: 0 }; },
    computed: {
      picture: function () { return this.field.picture + "?t=" + this.stamp; },
      off: function () { return Boolean(this.locked || this.field.disabled); },
      long: function () { return this.field.options.length > LONG && !this.field.plain || Boolean(this.field.from); },
      rules: function () {
        var field = this.field;
        if (!field.required || field.hidden || field.disabled || field.readOnly && field.kind !== "picker") { return []; }
        return [{ required: true, message: field.label + "不能为空", trigger: ["choice", "date", "chained", "cascader", "tree", "radio"].includes(field.kind) ? "change" : "blur" }];
      },
      /* 全部 is an option of its own, with "" for its value; elsewhere "" means that nothing was chosen. */
      holdsNothing: function () { return this.field.options.some(function (one) { return one.value === ""; }) ? [null, undefined] : undefined; },
      clearable: function () { return !this.field.required && this.field.options.every(function (one) { return one.value !== ""; }); }
    },
    template: `
<el-form-item :label="field.label" :prop="field.column" :rules="rules" :class="field.classes">
  <skin-wrap :layers="field.wrap">
    <el-select-v2 v-if="field.kind === 'choice' && long" v-model="values[field.column]" :id="field.id" :options="field.options"
      :disabled="off" filterable :clearable="clearable" :empty-values="holdsNothing" :placeholder="field.hint || '请选择'" />
    <el-select v-else-if="field.kind === 'choice'" v-model="values[field.column]" :id="field.id" :disabled="off"
      :clearable="clearable" :empty-values="holdsNothing" :placeholder="field.hint || '请选择'">
      <el-option v-for="option in field.options" :key="option.value" :label="option.label" :value="option.value" />
    </el-select>
    <el-cascader v-else-if="field.kind === 'cascader'" v-model="values[field.column]" :options="field.tree" :props="{ emitPath: false }"
      :id="field.id" :disabled="off" filterable placeholder="请选择" />
    <skin-chained v-else-if="field.kind === 'chained'" v-model="values[field.column]" :field="field" :off="off" />
    <el-tree-select v-else-if="field.kind === 'tree'" v-model="values[field.column]" :id="field.id" :data="field.tree" node-key="value"
      :disabled="off" placeholder="请选择" />
    <el-radio-group v-else-if="field.kind === 'radio'" v-model="values[field.column]" :disabled="off">
      <el-radio v-for="option in field.options" :key="option.value" :value="option.value">{{ option.label }}</el-radio>
    </el-radio-group>
    <el-date-picker v-else-if="field.kind === 'date'" v-model="values[field.column]" type="date" value-format="YYYY-MM-DD"
      :id="field.id" :disabled="off" :placeholder="field.hint || '选择日期'" />
    <el-input-number v-else-if="field.stepper" v-model="values[field.column]" :min="0" :precision="field.decimals"
      :id="field.id" :disabled="off" controls-position="right" />
    <el-input v-else-if="field.kind === 'area'" v-model="values[field.column]" type="textarea" :rows="3" :id="field.id"
      :maxlength="field.longest" show-word-limit :readonly="field.readOnly" :disabled="off" />
    <el-input v-else-if="field.kind === 'password'" v-model="values[field.column]" type="password" show-password :id="field.id"
      :maxlength="field.longest" :placeholder="field.hint" autocomplete="off" @keyup.enter="$emit('enter')" />
    <div v-else-if="field.kind === 'captcha'" class="captcha">
      <el-input v-model="values[field.column]" :maxlength="field.longest" />
      <img :src="picture" alt="验证码" title="看不清？点击更换" @click="stamp += 1">
    </div>
    <div v-else-if="field.kind === 'picker'" class="beside">
      <el-input v-model="values[field.column]" :id="field.id" readonly :placeholder="field.hint" :disabled="off" />
      <el-button v-if="!off" type="primary" plain @click="$emit('pick', field)">{{ field.button }}</el-button>
    </div>
    <el-input v-else v-model="values[field.column]" :id="field.id" :maxlength="field.longest" :placeholder="field.hint"
      :readonly="field.readOnly" :disabled="off"><template v-if="field.unit" #append>{{ field.unit }}</template></el-input>
  </skin-wrap>
</el-form-item>`
  };
})();
