/* 山东省政府采购管理交易系统: menu, crumbs, and the page that the hash names. */
(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);

  new Vue({
    el: "#app",
    mixins: [window.router, skin.vue.frames],
    data: { portal: portal, screens: null, me: null, todo: [] },
    created: function () {
      var self = this;
      portal.get("me", {}, true).then(function (reply) {
        if (!reply) { return; }
        self.me = reply;
        portal.screens().then(function (screens) { self.screens = screens; if (self.framed) { self.openFrame("welcome", ["首页"]); } });
        portal.get("welcome", {}, true).then(function (found) { self.todo = found ? found.list : []; });
      });
    },
    computed: {
      crumbs: function () {
        var pages = { plans: this.screens.plans.where, details: this.screens.details.where };
        return pages[this.place[0]] || (this.title.length ? this.title : ["首页"]);
      }
    },
    methods: {
      leave: function () { portal.post("logout").then(function () { portal.go("login"); }); }
    },
    template: `
<div>
  <component v-if="screens" :is="inside ? 'skin-bare' : 'skin-shell'" :system="screens.system" :menu="screens.menu" :look="screens.menuLook" :crumbs="framed ? [] : crumbs">
    <template slot="user">
      <span>{{ me.user.name }}（{{ me.user.account }}）</span><span>{{ me.user.unit }}</span><span>{{ me.day }}</span>
      <el-button type="text" @click="leave">退出</el-button>
    </template>
    <skin-frames v-if="framed" :frames="frames" :frame="frame" :tabbed="screens.work === 'tabs'" @turn="frame = $event" @shut="shutFrame"></skin-frames>
    <plans-page v-else-if="place[0] === 'plans'" :portal="portal" :screens="screens"></plans-page>
    <details-page v-else-if="place[0] === 'details'" :portal="portal" :screens="screens" :plan="place[1]"
      :key="place[1]"></details-page>
    <el-card v-else-if="place[0] === 'welcome'" header="待办事项" shadow="never">
      <el-table :data="todo" size="small" empty-text="暂无待办事项">
        <el-table-column prop="number" label="计划编号"></el-table-column>
        <el-table-column prop="name" label="计划名称"></el-table-column>
        <el-table-column prop="status" label="状态"></el-table-column>
      </el-table>
    </el-card>
    <el-empty v-else description="该功能正在建设中……"></el-empty>
  </component>
</div>`
  });
})();
