/* 山东省政府采购网, before the login. */
(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);

  new Vue({
    el: "#app",
    data: { screens: null },
    created: function () {
      var self = this;
      portal.screens().then(function (screens) { self.screens = screens; });
    },
    methods: {
      enter: function (entry) { if (entry.action === "login") { portal.go("login"); } }
    },
    template: `
<div class="public">
  <template v-if="screens">
    <div class="masthead"><h1>{{ screens.site }}</h1><p>Shandong Government Procurement</p>
      <el-button v-for="(entry, place) in screens.home.banner" :key="place" type="warning" class="banner-entry" @click="enter(entry)">{{ entry.label }}</el-button></div>
    <el-menu mode="horizontal" class="nav" background-color="#1f5fb4" text-color="#fff" active-text-color="#ffd04b">
      <el-menu-item v-for="word in screens.home.nav" :key="word" :index="word">{{ word }}</el-menu-item>
    </el-menu>
    <el-row :gutter="16" class="public-body">
      <el-col :span="6">
        <el-card header="系统入口" shadow="never">
          <el-button v-for="(entry, place) in screens.home.entries" :key="place" class="entry"
            :type="entry.action ? 'primary' : 'default'" plain @click="enter(entry)">{{ entry.label }}</el-button>
        </el-card>
      </el-col>
      <el-col :span="18">
        <el-row :gutter="16">
          <el-col v-for="box in screens.home.news" :key="box.title" :span="12">
            <el-card :header="box.title" shadow="never" class="news">
              <div v-for="item in box.items" :key="item.title" class="headline">
                <el-link :underline="false">{{ item.title }}</el-link><span>{{ item.day }}</span>
              </div>
            </el-card>
          </el-col>
        </el-row>
      </el-col>
    </el-row>
    <div class="public-foot">{{ screens.home.foot }}</div>
  </template>
</div>`
  });
})();
