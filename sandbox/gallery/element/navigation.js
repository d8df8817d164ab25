// The frame around the functions: a side menu of three levels, and one tab for each function that was opened. A tab left behind stays.

Vue.component("plan-query", {
  data: () => ({ name: "" }),
  methods: { press: pressed },
  template: `
    <el-form inline size="small" @submit.native.prevent>
      <el-form-item label="计划名称"><el-input v-model="name"></el-input></el-form-item>
      <el-form-item>
        <el-button type="primary" @click="press('查询')">查询</el-button>
        <el-button @click="press('保存')">保存</el-button>
      </el-form-item>
    </el-form>`,
});

const app = new Vue({
  el: "#app",
  data: {
    folded: new URLSearchParams(location.search).has("folded"),
    pages: { 采购计划维护: "form.html" },
    tabs: ["首页"],
    active: "首页",
  },
  methods: {
    press: pressed,
    open(name) {
      pressed(name);
      if (!this.tabs.includes(name)) this.tabs.push(name);
      this.active = name;
    },
    close(name) {
      const at = this.tabs.indexOf(name);
      this.tabs.splice(at, 1);
      if (this.active === name) this.active = this.tabs[at - 1];
    },
  },
});

window.gallery.kept = () => ({ 标签页: app.tabs.join("、"), 当前: app.active });
