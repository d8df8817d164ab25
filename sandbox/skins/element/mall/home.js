/* The mall's front page; who is logged in is greeted, and led to 后台管理. */
(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);

  new Vue({
    el: "#app",
    data: { screens: null, user: null },
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
<div class="public mall">
  <template v-if="screens">
    <div class="topbar"><div class="wide">
      <span>{{ screens.site }} · 聊城市站</span>
      <span class="topbar-links"><span v-if="user">欢迎您，{{ user.unit }}</span>
        <el-link v-for="entry in user ? screens.home.inside : screens.home.entries" :key="entry.label"
          :type="entry.action ? 'danger' : 'default'" @click="go(entry)">{{ entry.label }}</el-link></span>
    </div></div>
    <div class="wide masthead-mall"><h1>{{ screens.site }}</h1><span>{{ screens.subtitle }}</span>
      <el-input placeholder="请输入商品名称、品牌或型号" class="search"><el-button slot="append" icon="el-icon-search">搜索</el-button></el-input></div>
    <div class="mall-nav"><div class="wide"><b>全部商品分类</b><span v-for="word in screens.home.nav" :key="word">{{ word }}</span></div></div>
    <el-row :gutter="14" class="wide stage">
      <el-col :span="5"><el-card shadow="never" class="classes">
        <p v-for="one in screens.home.classes" :key="one.title"><b>{{ one.title }}</b><el-link v-for="word in one.words" :key="word"
          :underline="false">{{ word }}</el-link></p></el-card></el-col>
      <el-col :span="13"><el-carousel height="270px">
        <el-carousel-item v-for="words in ['阳光采购 · 一网通办', '价格可比　过程可溯　服务可评']" :key="words" class="slide"><h2>{{ words }}</h2></el-carousel-item>
      </el-carousel><el-button v-for="entry in user ? [] : screens.home.banner" :key="entry.label" type="danger" class="banner-entry"
        @click="go(entry)">{{ entry.label }}</el-button></el-col>
      <el-col :span="6"><el-card header="采购公告" shadow="never" class="bulletins">
        <p v-for="line in screens.home.bulletins" :key="line"><el-link :underline="false">{{ line }}</el-link></p></el-card></el-col>
    </el-row>
    <div v-for="(floor, place) in screens.home.floors" :key="floor.title" class="wide floor">
      <h3><el-tag type="danger" effect="dark" size="small">{{ place + 1 }}F</el-tag>{{ floor.title }}</h3>
      <div class="goods"><el-card v-for="good in floor.goods" :key="good.name" shadow="hover">
        <i class="el-icon-goods"></i><p>{{ good.name }}</p><b>￥{{ good.price }}</b><small>{{ good.shops }}家供货</small></el-card></div>
    </div>
    <div class="public-foot">{{ screens.home.foot }}</div>
  </template>
</div>`
  });
})();
