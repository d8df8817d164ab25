/* What every page of this gallery shares: asking the little server, noting presses, mounting with the Chinese words. */
(function () {
  "use strict";

  window.gallery = { kept: function () { return {}; }, pressed: [] };

  window.kit = {
    ask: function (name, params) {
      return fetch("/gallery/api/" + name + "?" + new URLSearchParams(params || {})).then(function (reply) { return reply.json(); });
    },
    press: function (name) { window.gallery.pressed.push(name); },
    mount: function (page, components) {
      var app = Vue.createApp(page);
      Object.entries(components || {}).forEach(function (entry) { app.component(entry[0], entry[1]); });
      app.use(ElementPlus, { locale: ElementPlusLocaleZhCn });
      return app.mount("#app");
    },
    /* The lazy tree of items, for every tree of the toolkit: its nodes are {code, title, leaf}. */
    loadItems: function (node, resolve) {
      window.kit.ask("items", { parent: node.level === 0 ? "" : node.data.code }).then(function (nodes) {
        resolve(nodes.map(function (one) {
          return { code: one.code, name: one.name, title: one.code + " " + one.name, leaf: one.leaf };
        }));
      });
    },
    itemProps: { label: "title", value: "code", children: "children", isLeaf: "leaf" },
    yesNo: function (truth) { return truth ? "是" : "否"; },
  };
})();
