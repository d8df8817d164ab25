/* The mall's front page; who is logged in is greeted, and led to 后台管理. */
(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);

  skin.start({
    data: function () { return { screens: null, user: null }; },
    created: function () {
      var self = this;
      portal.get("guest", {}, true).then(function (reply) {
        self.user = reply && reply.user;
        portal.screens().then(function (screens) { self.screens = screens; });
      });
    },
    methods: {
      go: function (entry) {
        if (entry.action === "login") { portal.go("login"); }
        if (entry.action === "backend") { portal.go("main"); }
        if (entry.action === "logout") { portal.post("logout").then(function () { portal.go("home"); }); }
      }
    },
    template: `
<div v-if="screens" class="public mall">
  <div class="topbar"><div class="wide">
    <span>{{ screens.site }} · 聊城市站</span>
    <span class="topbar-links"><span v-if="user">欢迎您，{{ user.unit }}</span>
      <el-link v-for="entry in user ? screens.home.inside : screens.home.entries" :key="entry.label"
        :type="entry.action ? 'danger' : 'default'" @click="go(entry)">{{ entry.label }}</el-link></span>
  </div></div>
  <div class="wide masthead-mall"><h1>{{ screens.site }}</h1><span>{{ screens.subtitle }}</span>
    <el-input placeholder="请输入商品名称、品牌或型号" class="search" size="large"><template #append><el-button><el-icon><icon-search /></el-icon>搜索</el-button></template></el-input></div>
  <div class="mall-nav"><div class="wide"><span v-for="word in screens.home.nav" :key="word">{{ word }}</span></div></div>
  <el-row :gutter="14" class="wide stage">
    <el-col :span="6"><el-card shadow="never" class="classes">
      <p v-for="one in screens.home.classes" :key="one.title"><b>{{ one.title }}</b><el-link v-for="word in one.words" :key="word"
        underline="never">{{ word }}</el-link></p></el-card></el-col>
    <el-col :span="12"><div class="slide"><h2>阳光采购 · 一网通办</h2><p>价格可比　过程可溯　服务可评</p>
      <el-button v-for="entry in user ? [] : screens.home.banner" :key="entry.label" type="danger" size="large"
        @click="go(entry)">{{ entry.label }}</el-button></div></el-col>
    <el-col :span="6"><el-card header="采购公告" shadow="never" class="bulletins">
      <p v-for="line in screens.home.bulletins" :key="line"><el-link underline="never">{{ line }}</el-link></p></el-card></el-col>
  </el-row>
  <div v-for="floor in screens.home.floors" :key="floor.title" class="wide floor">
    <h3>{{ floor.title }}</h3>
    <div class="goods"><el-card v-for="good in floor.goods" :key="good.name" shadow="hover">
      <el-icon :size="48"><icon-goods /></el-icon><p>{{ good.name }}</p><b>￥{{ good.price }}</b><small>{{ good.shops }}家供货</small></el-card></div>
  </div>
  <div class="public-foot">{{ screens.home.foot }}</div>
</div>`
  });
})();
