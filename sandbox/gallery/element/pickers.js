// Choosing from a tree in a drop-down, from a tree in a dialog, and from a 穿梭框: the composites that such a back office writes for itself.

Vue.component("tree-select", {
  props: { value: Object },
  data: () => ({ treeProps }),
  computed: {
    code() { return this.value ? this.value.code : ""; },
    title() { return this.value ? `${this.value.code} ${this.value.name}` : ""; },
  },
  methods: {
    load: loadItems,
    choose(data) {
      if (!data.leaf) return;
      this.$emit("input", data);
      this.$refs.select.blur();
    },
  },
  template: `
    <el-select ref="select" :value="code" placeholder="请选择">
      <el-option v-show="false" :label="title" :value="code"></el-option>
      <el-tree lazy :load="load" :props="treeProps" node-key="code" @node-click="choose"></el-tree>
    </el-select>`,
});

Vue.component("item-dialog", {
  props: { visible: Boolean },
  data: () => ({ treeProps, current: null }),
  methods: {
    load: loadItems,
    close() { this.$emit("update:visible", false); },
    take() {
      if (!this.current || !this.current.leaf) return this.$message.warning("请选择末级品目");
      this.$emit("chosen", this.current);
      return this.close();
    },
  },
  template: `
    <el-dialog title="选择采购品目" :visible="visible" width="520px" append-to-body @close="close">
      <el-tree class="tree-panel" lazy :load="load" :props="treeProps" node-key="code" highlight-current
        @current-change="current = $event"></el-tree>
      <span slot="footer">
        <el-button size="small" @click="close">取 消</el-button>
        <el-button size="small" type="primary" @click="take">确 定</el-button>
      </span>
    </el-dialog>`,
});

const EXPERTS = ["张敏", "李强", "王芳", "赵磊", "陈静"];

Vue.component("expert-dialog", {
  props: { visible: Boolean },
  data: () => ({ people: EXPERTS.map((name) => ({ key: name, label: name })), chosen: [] }),
  methods: {
    close() { this.$emit("update:visible", false); },
    take() {
      this.$emit("chosen", EXPERTS.filter((name) => this.chosen.includes(name)).join("、"));
      this.close();
    },
  },
  template: `
    <el-dialog title="选择评审专家" :visible="visible" width="640px" append-to-body @close="close">
      <el-transfer v-model="chosen" :data="people" :titles="['待选专家', '已选专家']" filterable></el-transfer>
      <span slot="footer">
        <el-button size="small" @click="close">取 消</el-button>
        <el-button size="small" type="primary" @click="take">确 定</el-button>
      </span>
    </el-dialog>`,
});
