/* A value out of a tree: selects that wait for each other, and a select whose list is a tree. */
Vue.component("skin-chained", {
  mixins: [skin.vue.chained],
  props: ["value", "field", "off"],
  template: `
<div class="chained">
  <el-select v-for="(nodes, at) in levels" :key="at" :value="chosen[at] || ''" :id="at ? null : field.id" :disabled="off"
    placeholder="请选择" @change="choose(at, $event)">
    <el-option v-for="node in nodes" :key="node.value" :label="node.label" :value="node.value"></el-option>
  </el-select>
</div>`
});

Vue.component("skin-tree", {
  props: ["value", "field", "off"],
  computed: {
    label: function () {
      var path = this.value ? skin.forms.path(this.field.tree, this.value) : null;
      return path ? path[path.length - 1].label : "";
    }
  },
  methods: {
    take: function (node) {
      if (node.children) { return; }
      this.$emit("input", node.value);
      this.$refs.select.blur();
    }
  },
  template: `
<el-select ref="select" :value="value" :id="field.id" :disabled="off" placeholder="请选择">
  <el-option :value="value" :label="label" class="tree-option">
    <el-tree :data="field.tree" node-key="value" :props="{ label: 'label', children: 'children' }" highlight-current
      @node-click="take" @click.native.stop></el-tree>
  </el-option>
</el-select>`
});
