/* 选择采购品目: a tree that asks for each branch when it is opened; a search shows what it finds in its place. */
skin.parts.SkinPicker = {
  props: { portal: { type: Object, required: true }, picker: { type: Object, required: true } },
  data: function () { return { shown: false, words: "", found: null, chosen: null, round: 0 }; },
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
<el-drawer v-model="shown" :title="picker.title" size="460px" append-to-body :close-on-click-modal="false">
  <div class="picker-query">
    <span>{{ picker.query.label }}</span><el-input v-model="words" @keyup.enter="search" />
    <skin-buttons :buttons="picker.queryButtons" @press="press" />
  </div>
  <el-scrollbar v-if="shown" class="picker-tree">
    <el-tree v-if="!found" :key="round" lazy :load="load" node-key="code" highlight-current :props="{ label: title, isLeaf: 'leaf' }"
      @node-click="choose" />
    <el-tree v-else :data="found" node-key="code" highlight-current :props="{ label: title }" :empty-text="picker.nothing"
      @node-click="choose" />
  </el-scrollbar>
  <p class="picker-chosen">已选品目：{{ chosen ? title(chosen) : "无" }}</p>
  <template #footer><skin-buttons :buttons="picker.buttons" @press="press" /></template>
</el-drawer>`
};
