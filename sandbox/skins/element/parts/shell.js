/* The back office around the work: header, collapsed menu of any depth, crumbs, and the page that the address's hash names. */
(function () {
  "use strict";

  Vue.component("skin-menu", {
    props: ["nodes", "path"],
    methods: {
      key: function (node) { return (this.path || "") + "/" + node.title; }
    },
    template: `
<div class="menu-level">
  <template v-for="node in nodes">
    <el-submenu v-if="node.children.length" :index="key(node)" :key="key(node)">
      <template slot="title"><i v-if="!path" class="el-icon-folder"></i><span slot="title">{{ node.title }}</span></template>
      <skin-menu :nodes="node.children" :path="key(node)"></skin-menu>
    </el-submenu>
    <el-menu-item v-else :index="key(node)" :key="key(node)" @click="$root.open(node.page, key(node))">
      <i v-if="!path" class="el-icon-s-home"></i><span slot="title">{{ node.title }}</span>
    </el-menu-item>
  </template>
</div>`
  });

  /* The menu as tiles: a module's tile leads to the tiles of what is in it. */
  Vue.component("skin-tiles", {
    props: ["nodes"],
    data: function () { return { path: [] }; },
    computed: {
      level: function () { return this.path.reduce(function (_nodes, node) { return node.children; }, this.nodes); }
    },
    methods: {
      enter: function (node) {
        if (node.children.length) { this.path.push(node); return; }
        this.$emit("open", node.page, "/" + this.path.concat(node).map(function (one) { return one.title; }).join("/"));
        this.path = [];
      }
    },
    template: `
<div class="tiles">
  <el-page-header v-if="path.length" :content="path[path.length - 1].title" @back="path.pop()"></el-page-header>
  <el-card v-for="node in level" :key="node.title" shadow="hover" class="menu-tile" @click.native="enter(node)">
    <i :class="node.children.length ? 'el-icon-folder' : 'el-icon-document'"></i><p>{{ node.title }}</p>
  </el-card>
</div>`
  });

  Vue.component("skin-shell", {
    props: ["system", "menu", "crumbs", "look"],
    data: function () { return { tiled: true }; },
    methods: {
      openTile: function (page, path) { this.tiled = false; this.$root.open(page, path); }
    },
    template: `
<el-container class="shell">
  <el-header height="56px" class="shell-head">
    <span class="shell-title"><i class="el-icon-s-platform"></i>{{ system }}</span>
    <el-button v-if="look === 'tiles'" type="text" class="to-tiles" @click="tiled = true">功能导航</el-button>
    <span class="shell-user"><slot name="user"></slot></span>
  </el-header>
  <el-menu v-if="look === 'top'" mode="horizontal" class="shell-top" background-color="#304156" text-color="#bfcbd9"
    active-text-color="#409eff"><skin-menu :nodes="menu"></skin-menu></el-menu>
  <el-container>
    <el-aside v-if="look !== 'top' && look !== 'tiles'" width="214px" class="shell-menu">
      <el-menu :unique-opened="look === 'accordion'" background-color="#304156" text-color="#bfcbd9" active-text-color="#409eff">
        <skin-menu :nodes="menu"></skin-menu>
      </el-menu>
    </el-aside>
    <skin-tiles v-if="look === 'tiles' && tiled" :nodes="menu" @open="openTile"></skin-tiles>
    <el-main v-else class="shell-work">
      <el-breadcrumb v-if="crumbs.length" separator="/" class="crumbs">
        <el-breadcrumb-item v-for="(crumb, place) in crumbs" :key="place">{{ crumb }}</el-breadcrumb-item>
      </el-breadcrumb>
      <slot></slot>
    </el-main>
  </el-container>
</el-container>`
  });

  /* What the shell shows in frames: one, or a tab for each. */
  Vue.component("skin-frames", {
    props: ["frames", "frame", "tabbed"],
    template: `
<el-tabs v-if="tabbed" :value="frame" type="card" closable class="frame-tabs" @tab-click="$emit('turn', $event.name)" @tab-remove="$emit('shut', $event)">
  <el-tab-pane v-for="one in frames" :key="one.key" :name="one.key" :label="one.title"><iframe :src="one.src" class="work-frame"></iframe></el-tab-pane>
</el-tabs>
<div v-else><iframe v-for="one in frames" :key="one.key + one.round" :src="one.src" name="work" class="work-frame"></iframe></div>`
  });

  /* What stands in such a frame: the work without the shell. */
  Vue.component("skin-bare", {
    inheritAttrs: false,
    props: ["crumbs"],
    template: `
<div class="shell-work">
  <el-breadcrumb separator="/" class="crumbs">
    <el-breadcrumb-item v-for="(crumb, place) in crumbs" :key="place">{{ crumb }}</el-breadcrumb-item>
  </el-breadcrumb>
  <slot></slot>
</div>`
  });

  /* A tiny hash router for a portal's main page: #/page/argument. */
  window.router = {
    data: function () { return { place: ["welcome"], title: [] }; },
    created: function () {
      var self = this;
      window.addEventListener("hashchange", function () { self.arrive(); });
      this.arrive();
    },
    methods: {
      open: function (page, path) {
        this.title = (path || "").split("/").filter(Boolean);
        if (this.framed) { this.openFrame(page, this.title); } else { this.go(page); }
      },
      go: function (page, argument) {
        window.location.hash = "/" + page + (argument ? "/" + encodeURIComponent(argument) : "");
      },
      arrive: function () {
        this.place = window.location.hash.replace(/^#\//, "").split("/").map(decodeURIComponent);
        if (!this.place[0]) { this.place = ["welcome"]; }
      }
    }
  };
})();
