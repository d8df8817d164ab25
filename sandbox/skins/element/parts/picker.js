/* 选择采购品目: a tree that asks for each branch when it is opened; a search shows what it finds in its place. */
Vue.component("skin-picker", {
  props: ["portal", "picker"],
  data: function () { return { shown: false, words: "", found: null, chosen: null, take: null, round: 0 }; },
  methods: {
    open: function (take) {
      this.take = take;
      this.words = "";
      this.found = this.chosen = null;
      this.round += 1;
      this.shown = true;
    },
    load: function (node, resolve) {
      this.portal.get("item/children", { parent: node.level ? node.data.code : "" }, true).then(function (reply) {
        resolve(reply ? reply.list : []);
      });
    },
    choose: function (item) { this.chosen = item.leaf ? item : null; },
    search: function () {
      var self = this;
      if (!this.words.trim()) { this.found = null; return; }
      this.portal.get("item/search", { words: this.words }, true).then(function (reply) {
        if (reply) { self.found = reply.list; }
      });
    },
    press: function (button) {
      skin.press(this.portal, button, { query: this.search, take: this.confirm, close: this.close });
    },
    close: function () { this.shown = false; },
    confirm: function () {
      if (!this.chosen) { hooks.say(this.picker.leafOnly, "error"); return; }
      this.take(this.chosen);
      this.close();
    },
    title: function (item) { return item.code + " " + item.name; }
  },
  template: `
<el-dialog :title="picker.title" :visible.sync="shown" width="520px" top="10vh" append-to-body :close-on-click-modal="false">
  <div class="picker-query">
    <span>{{ picker.query.label }}</span>
    <el-input v-model="words" size="small" @keyup.enter.native="search"></el-input>
    <skin-buttons :buttons="picker.queryButtons" @press="press"></skin-buttons>
  </div>
  <div class="picker-tree" v-if="shown">
    <el-tree v-if="!found" :key="round" lazy :load="load" node-key="code" highlight-current @node-click="choose"
      :props="{ label: title, isLeaf: 'leaf' }"></el-tree>
    <el-tree v-else :data="found" node-key="code" highlight-current @node-click="choose" :props="{ label: title }"
      :empty-text="picker.nothing"></el-tree>
  </div>
  <div class="picker-chosen">已选品目：{{ chosen ? title(chosen) : "无" }}</div>
  <skin-buttons slot="footer" :buttons="picker.buttons" @press="press"></skin-buttons>
</el-dialog>`
});
