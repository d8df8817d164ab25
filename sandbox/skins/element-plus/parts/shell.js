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

  skin.parts.SkinShell = {
    props: { system: { type: String, required: true }, menu: { type: Array, required: true }, crumbs: { type: Array, required: true } },
    emits: ["open"],
    data: function () { return { shrunk: false }; },
    template: `
<el-container class="shell">
  <el-aside width="auto" class="shell-menu">
    <div class="shell-mark"><el-icon><icon-platform /></el-icon></div>
    <el-menu :collapse="shrunk" :collapse-transition="false" unique-opened>
      <skin-menu :nodes="menu" @open="(page, at) => $emit('open', page, at)" />
    </el-menu>
  </el-aside>
  <el-container direction="vertical">
    <el-header height="52px" class="shell-head">
      <el-icon class="fold" title="折叠菜单" @click="shrunk = !shrunk"><icon-expand v-if="shrunk" /><icon-fold v-else /></el-icon>
      <span class="shell-title">{{ system }}</span>
      <el-breadcrumb class="crumbs"><el-breadcrumb-item v-for="(crumb, place) in crumbs" :key="place">{{ crumb }}</el-breadcrumb-item></el-breadcrumb>
      <span class="shell-user"><slot name="user" /></span>
    </el-header>
    <el-main class="shell-work"><slot /></el-main>
  </el-container>
</el-container>`
  };
})();
