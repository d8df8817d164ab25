/* The back office around the work: a folded menu of any depth at the side, who is logged in at the top, crumbs, tabs. */
(function () {
  "use strict";

  skin.parts.SkinMenu = {
    name: "SkinMenu",
    props: { nodes: { type: Array, required: true }, path: { type: String, default: "" } },
    emits: ["open"],
    methods: {
      key: function (node) { return this.path + "/" + node.title; }
    },
    template: `
<template v-for="node in nodes" :key="key(node)">
  <el-sub-menu v-if="node.children.length" :index="key(node)">
    <template #title><el-icon v-if="!path"><icon-folder /></el-icon><span>{{ node.title }}</span></template>
    <skin-menu :nodes="node.children" :path="key(node)" @open="(page, at) => $emit('open', page, at)" />
  </el-sub-menu>
  <el-menu-item v-else :index="key(node)" @click="$emit('open', node.page, key(node))">
    <el-icon v-if="!path"><icon-house /></el-icon><template #title>{{ node.title }}</template>
  </el-menu-item>
</template>`
  };

  /* The menu as tiles: a module's tile leads to the tiles of what is in it. */
  skin.parts.SkinTiles = {
    props: { nodes: { type: Array, required: true } },
    emits: ["open"],
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
  <el-page-header v-if="path.length" :content="path[path.length - 1].title" @back="path.pop()" />
  <el-card v-for="node in level" :key="node.title" shadow="hover" class="menu-tile" @click="enter(node)">
    <el-icon :size="36"><icon-folder v-if="node.children.length" /><icon-document v-else /></el-icon><p>{{ node.title }}</p>
  </el-card>
</div>`
  };

  /* What the shell shows in frames: one, or a tab for each. */
  skin.parts.SkinFrames = {
    props: { frames: { type: Array, required: true }, frame: { type: String, required: true }, tabbed: Boolean },
    emits: ["turn", "shut"],
    template: `
<el-tabs v-if="tabbed" :model-value="frame" type="card" closable class="frame-tabs" @tab-change="$emit('turn', $event)" @tab-remove="$emit('shut', $event)">
  <el-tab-pane v-for="one in frames" :key="one.key" :name="one.key" :label="one.title"><iframe :src="one.src" class="work-frame" /></el-tab-pane>
</el-tabs>
<iframe v-else v-for="one in frames" :key="one.key + one.round" :src="one.src" name="work" class="work-frame" />`
  };

  /* What stands in such a frame: the work without the shell. */
  skin.parts.SkinBare = { inheritAttrs: false, template: `<div class="shell-work shell-bare"><slot /></div>` };

  skin.parts.SkinShell = {
    props: { look: { type: String, default: "" }, system: { type: String, required: true }, menu: { type: Array, required: true }, crumbs: { type: Array, required: true } },
    emits: ["open"],
    data: function () { return { shrunk: false, tiled: true }; },
    methods: {
      openTile: function (page, at) { this.tiled = false; this.$emit("open", page, at); }
    },
    template: `
<el-container class="shell">
  <el-aside v-if="look !== 'top' && look !== 'tiles'" width="auto" class="shell-menu">
    <div class="shell-mark"><el-icon><icon-platform /></el-icon></div>
    <el-menu :collapse="shrunk" :collapse-transition="false" :unique-opened="look !== 'side'">
      <skin-menu :nodes="menu" @open="(page, at) => $emit('open', page, at)" />
    </el-menu>
  </el-aside>
  <el-container direction="vertical">
    <el-header height="52px" class="shell-head">
      <el-icon class="fold" title="折叠菜单" @click="shrunk = !shrunk"><icon-expand v-if="shrunk" /><icon-fold v-else /></el-icon>
      <span class="shell-title">{{ system }}</span>
      <el-breadcrumb class="crumbs"><el-breadcrumb-item v-for="(crumb, place) in crumbs" :key="place">{{ crumb }}</el-breadcrumb-item></el-breadcrumb>
      <el-button v-if="look === 'tiles'" link @click="tiled = true">功能导航</el-button>
      <span class="shell-user"><slot name="user" /></span>
    </el-header>
    <el-menu v-if="look === 'top'" mode="horizontal" :ellipsis="false">
      <skin-menu :nodes="menu" @open="(page, at) => $emit('open', page, at)" />
    </el-menu>
    <skin-tiles v-if="look === 'tiles' && tiled" :nodes="menu" @open="openTile" />
    <el-main v-show="look !== 'tiles' || !tiled" class="shell-work"><slot /></el-main>
  </el-container>
</el-container>`
  };
})();
