/* 采购人后台管理: menu, crumbs, and a tab for each page that was opened. */
(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);

  skin.start({
    mixins: [skin.tabs, skin.vue.frames],
    data: function () { return { screens: null, user: null, tiles: [] }; },
    created: function () {
      var self = this;
      this.portal = portal;
      portal.get("me", {}, true).then(function (reply) {
        if (!reply) { return; }
        self.user = reply.user;
        portal.screens().then(function (screens) { self.screens = screens; if (self.framed) { self.openFrame("welcome", ["首页"]); } else { self.arrive(); } });
        portal.get("welcome", {}, true).then(function (found) { self.tiles = found ? found.tiles : []; });
      });
    },
    computed: {
      crumbs: function () {
        return ["首页"].concat(this.tab.page === "sheets" ? this.screens.sheets.where : this.tab.crumbs);
      }
    },
    methods: {
      titleOf: function (page) { return this.screens[page] && this.screens[page].title; },
      home: function () { portal.go("home"); },
      leave: function () { portal.post("logout").then(function () { portal.go("home"); }); }
    },
    template: `
<component v-if="screens" :is="inside ? 'skin-bare' : 'skin-shell'" class="shell-mall" :system="screens.site + ' · ' + screens.system" :menu="screens.menu" :look="screens.menuLook" :crumbs="crumbs" @open="open">
  <template #user>
    <span>{{ user.unit }}</span><span>{{ user.name }}</span>
    <el-button link @click="home">商城首页</el-button><el-button link @click="leave">退出</el-button>
  </template>
  <skin-frames v-if="framed" :frames="frames" :frame="frame" :tabbed="screens.work === 'tabs'" @turn="frame = $event" @shut="shutFrame" />
  <el-tabs v-else :model-value="front" type="card" :closable="!routed" :class="{ 'no-strip': routed }" @tab-change="turn" @tab-remove="shut">
    <el-tab-pane v-for="one in tabs" :key="one.key" :name="one.key" :label="one.title">
      <sheets-page v-if="one.page === 'sheets'" ref="sheets" :portal="portal" :screens="screens" />
      <el-row v-else-if="one.page === 'welcome'" :gutter="16">
        <el-col v-for="tile in tiles" :key="tile.title" :span="6"><el-card shadow="never"><el-statistic :title="tile.title" :value="tile.count" /></el-card></el-col>
      </el-row>
      <el-empty v-else description="暂无数据" />
    </el-tab-pane>
  </el-tabs>
</component>`
  });
})();
