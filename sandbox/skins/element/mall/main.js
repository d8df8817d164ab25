/* 采购人后台管理: menu, crumbs, and the page that the hash names. */
(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);

  new Vue({
    el: "#app",
    mixins: [window.router, skin.vue.frames],
    data: { portal: portal, screens: null, user: null, tiles: [] },
    created: function () {
      var self = this;
      portal.get("me", {}, true).then(function (reply) {
        if (!reply) { return; }
        self.user = reply.user;
        portal.screens().then(function (screens) { self.screens = screens; if (self.framed) { self.openFrame("welcome", ["首页"]); } });
        portal.get("welcome", {}, true).then(function (found) { self.tiles = found ? found.tiles : []; });
      });
    },
    computed: {
      crumbs: function () {
        var sheets = this.place[0] === "sheets" ? this.screens.sheets.where : [];
        return ["首页"].concat(sheets.length ? sheets : this.title);
      }
    },
    methods: {
      home: function () { portal.go("home"); },
      leave: function () { portal.post("logout").then(function () { portal.go("home"); }); }
    },
    template: `
<div>
  <component v-if="screens" :is="inside ? 'skin-bare' : 'skin-shell'" class="shell-mall" :system="screens.site + ' · ' + screens.system" :menu="screens.menu" :look="screens.menuLook" :crumbs="framed ? [] : crumbs">
    <template slot="user">
      <span>{{ user.unit }}</span><span>{{ user.name }}</span>
      <el-button type="text" @click="home">商城首页</el-button><el-button type="text" @click="leave">退出</el-button>
    </template>
    <skin-frames v-if="framed" :frames="frames" :frame="frame" :tabbed="screens.work === 'tabs'" @turn="frame = $event" @shut="shutFrame"></skin-frames>
    <sheets-page v-else-if="place[0] === 'sheets'" :portal="portal" :screens="screens"></sheets-page>
    <el-row v-else-if="place[0] === 'welcome'" :gutter="16">
      <el-col v-for="tile in tiles" :key="tile.title" :span="6">
        <el-card shadow="hover" class="tile"><b>{{ tile.count }}</b><span>{{ tile.title }}</span></el-card>
      </el-col>
    </el-row>
    <el-empty v-else description="暂无数据"></el-empty>
  </component>
</div>`
  });
})();
