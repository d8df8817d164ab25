/* One field of a form: el-form-item with the control of its kind. */
(function () {
  "use strict";

  /* As many <div> layers around the control as the description wants. */
  Vue.component("skin-wrap", {
    functional: true,
    props: { layers: { type: Number, default: 0 } },
    render: function (h, context) {
      var inside = context.children;
      for (var layer = 0; layer < context.props.layers; layer += 1) { inside = [h("div", { class: "layer" }, inside)]; }
      return h("div", { class: "skin-wrap" }, inside);
    }
  });

  Vue.component("skin-field", {
    props: ["field", "values", "locked"],
    data: function () { return { stamp: 0 }; },
    computed: {
      picture: function () { return this.field.picture + "?t=" + this.stamp; },
      off: function () { return Boolean(this.locked || this.field.disabled); },
      rules: function () {
        var field = this.field;
        if (!field.required || field.hidden || field.disabled) { return []; }
        return [{ required: true, message: field.label + "不能为空", trigger: ["choice", "chained", "cascader", "tree", "radio"].indexOf(field.kind) >= 0 ? "change" : "blur" }];
      },
      empty: function () { return this.field.options.every(function (option) { return option.value !== ""; }); }
    },
    template: `
<el-form-item :label="field.label" :prop="field.column" :rules="rules" :class="field.classes">
  <skin-wrap :layers="field.wrap || 0">
    <el-select v-if="field.kind === 'choice'" v-model="values[field.column]" :id="field.id" :disabled="off"
      :filterable="field.options.length > 7 && !field.plain" :clearable="empty && !field.required" :placeholder="field.hint || '请选择'">
      <el-option v-for="option in field.options" :key="option.value" :label="option.label" :value="option.value"></el-option>
    </el-select>
    <el-cascader v-else-if="field.kind === 'cascader'" v-model="values[field.column]" :options="field.tree" :props="{ emitPath: false }"
      :id="field.id" :disabled="off" filterable placeholder="请选择"></el-cascader>
    <skin-chained v-else-if="field.kind === 'chained'" v-model="values[field.column]" :field="field" :off="off"></skin-chained>
    <skin-tree v-else-if="field.kind === 'tree'" v-model="values[field.column]" :field="field" :off="off"></skin-tree>
    <el-radio-group v-else-if="field.kind === 'radio'" v-model="values[field.column]" :disabled="off">
      <el-radio v-for="option in field.options" :key="option.value" :label="option.value">{{ option.label }}</el-radio>
    </el-radio-group>
    <el-date-picker v-else-if="field.kind === 'date'" v-model="values[field.column]" type="date" value-format="yyyy-MM-dd"
      :id="field.id" :disabled="off" :placeholder="field.hint || '选择日期'"></el-date-picker>
    <el-input-number v-else-if="field.stepper" v-model="values[field.column]" :min="0" :precision="field.decimals"
      :id="field.id" :disabled="off" controls-position="right"></el-input-number>
    <el-input v-else-if="field.kind === 'area'" v-model="values[field.column]" type="textarea" :rows="3" :id="field.id"
      :maxlength="field.longest" show-word-limit :readonly="field.readOnly" :disabled="off"></el-input>
    <el-input v-else-if="field.kind === 'password'" v-model="values[field.column]" type="password" :id="field.id"
      :maxlength="field.longest" :placeholder="field.hint" auto-complete="off" @keyup.enter.native="$emit('enter')"></el-input>
    <div v-else-if="field.kind === 'captcha'" class="captcha">
      <el-input v-model="values[field.column]" :maxlength="field.longest"></el-input>
      <img :src="picture" alt="验证码" title="看不清？点击更换" @click="stamp += 1">
    </div>
    <el-input v-else v-model="values[field.column]" :id="field.id" :maxlength="field.longest" :placeholder="field.hint"
      :readonly="field.readOnly" :disabled="off">
      <template v-if="field.unit" slot="append">{{ field.unit }}</template>
      <el-button v-if="field.kind === 'picker' && !off" slot="append" @click="$emit('pick', field)">{{ field.button }}</el-button>
    </el-input>
  </skin-wrap>
</el-form-item>`
  });
})();
