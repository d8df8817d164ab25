/* 山东省政府采购管理交易系统: menu, crumbs, and a tab for each page that was opened. */
(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);

  skin.start({
    mixins: [skin.tabs, skin.vue.frames],
    data: function () { return { screens: null, me: null, todo: [] }; },
    created: function () {
      var self = this;
      this.portal = portal;
      portal.get("me", {}, true).then(function (reply) {
        if (!reply) { return; }
        self.me = reply;
        portal.screens().then(function (screens) { self.screens = screens; if (self.framed) { self.openFrame("welcome", ["首页"]); } else { self.arrive(); } });
        portal.get("welcome", {}, true).then(function (found) { self.todo = found ? found.list : []; });
      });
    },
    computed: {
      crumbs: function () {
        var pages = { plans: this.screens.plans.where, details: this.screens.details.where };
        return pages[this.tab.page] || (this.tab.crumbs.length ? this.tab.crumbs : ["首页"]);
      }
    },
    methods: {
      titleOf: function (page) { return this.screens[page] && this.screens[page].title; },
      leave: function () { portal.post("logout").then(function () { portal.go("login"); }); }
    },
    template: `
<component v-if="screens" :is="inside ? 'skin-bare' : 'skin-shell'" :system="screens.system" :menu="screens.menu" :look="screens.menuLook" :crumbs="crumbs" @open="open">
  <template #user>
    <span>{{ me.user.name }}（{{ me.user.account }}）</span><span>{{ me.user.unit }}</span><span>{{ me.day }}</span>
    <el-button link @click="leave">退出</el-button>
  </template>
  <skin-frames v-if="framed" :frames="frames" :frame="frame" :tabbed="screens.work === 'tabs'" @turn="frame = $event" @shut="shutFrame" />
  <el-tabs v-else :model-value="front" type="card" :closable="!routed" :class="{ 'no-strip': routed }" @tab-change="turn" @tab-remove="shut">
    <el-tab-pane v-for="one in tabs" :key="one.key" :name="one.key" :label="one.title">
      <plans-page v-if="one.page === 'plans'" ref="plans" :portal="portal" :screens="screens" @go="go" />
      <details-page v-else-if="one.page === 'details'" ref="details" :key="one.argument" :portal="portal" :screens="screens"
        :plan="one.argument" @go="go" />
      <el-card v-else-if="one.page === 'welcome'" header="待办事项" shadow="never">
        <el-table :data="todo" empty-text="暂无待办事项">
          <el-table-column prop="number" label="计划编号" /><el-table-column prop="name" label="计划名称" />
          <el-table-column prop="status" label="状态" />
        </el-table>
      </el-card>
      <el-empty v-else description="该功能正在建设中……" />
    </el-tab-pane>
  </el-tabs>
</component>`
  });
})();
