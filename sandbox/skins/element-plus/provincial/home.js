/* 山东省政府采购网, before the login. */
(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);

  skin.start({
    data: function () { return { screens: null }; },
    created: function () {
      var self = this;
      portal.screens().then(function (screens) { self.screens = screens; });
    },
    methods: {
      enter: function (entry) { if (entry.action === "login") { portal.go("login"); } }
    },
    template: `
<div v-if="screens" class="public">
  <div class="masthead">
    <h1>{{ screens.site }}</h1>
    <el-space><el-button v-for="(entry, place) in screens.home.entries" :key="place" :type="entry.action ? 'primary' : ''" round
      @click="enter(entry)">{{ entry.label }}</el-button></el-space>
  </div>
  <el-alert v-if="screens.home.banner.length" type="info" :closable="false" title="政府采购管理交易系统">
    <el-button v-for="(entry, place) in screens.home.banner" :key="place" type="primary" @click="enter(entry)">{{ entry.label }}</el-button>
  </el-alert>
  <el-menu mode="horizontal" :ellipsis="false" class="nav">
    <el-menu-item v-for="word in screens.home.nav" :key="word" :index="word">{{ word }}</el-menu-item>
  </el-menu>
  <el-row :gutter="16" class="public-body">
    <el-col v-for="box in screens.home.news" :key="box.title" :span="12">
      <el-card :header="box.title" shadow="never" class="news">
        <div v-for="item in box.items" :key="item.title" class="headline"><el-link underline="never">{{ item.title }}</el-link>
          <span>{{ item.day }}</span></div>
      </el-card>
    </el-col>
  </el-row>
  <div class="public-foot">{{ screens.home.foot }}</div>
</div>`
  });
})();
