/* The frame of a back office: a folded menu of three levels, and a tab for each function; one is a view, the others are frames. */
(function () {
  "use strict";

  var MENU = [
    { title: "计划备案", icon: "Document", children: [
      { title: "采购计划管理", children: [{ title: "采购计划维护" }, { title: "采购计划变更" }] },
      { title: "采购计划查询" },
    ] },
    { title: "合同管理", icon: "Tickets" },
    { title: "系统管理", icon: "Setting", children: [{ title: "用户管理" }, { title: "角色管理" }] },
  ];
  var FRAMES = {
    "采购计划维护": "form.html", "采购计划变更": "messages.html", "合同管理": "messages.html", "用户管理": "messages.html", "角色管理": "messages.html",
  };

  var MenuNode = { name: "MenuNode", template: "#menu-node", props: { node: { type: Object, required: true } } };
  var QueryView = {
    template: "#query-view",
    data: function () { return { name: "" }; },
    methods: { press: kit.press },
  };

  var page = kit.mount({
    template: "#page",
    data: function () { return { menu: MENU, frames: FRAMES, tabs: [], active: "", collapsed: true }; },
    methods: {
      press: kit.press,
      go: function (title) {
        kit.press(title);
        if (!this.tabs.includes(title)) { this.tabs.push(title); }
        this.active = title;
      },
      close: function (title) {
        var at = this.tabs.indexOf(title);
        this.tabs.splice(at, 1);
        if (this.active === title) { this.active = this.tabs[Math.max(0, at - 1)] || ""; }
      },
    },
  }, Object.assign({ MenuNode: MenuNode, QueryView: QueryView }, ElementPlusIconsVue));

  window.gallery.kept = function () { return { "页签": page.tabs.join("、"), "当前": page.active }; };
})();
