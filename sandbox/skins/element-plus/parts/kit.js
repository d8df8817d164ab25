/* How a page of this skin begins: Element Plus in Chinese, its icons, and the parts that the page's scripts have put here. */
(function (skin) {
  "use strict";

  skin.parts = {};

  skin.start = function (page) {
    var app = Vue.createApp(page);
    app.use(ElementPlus, { locale: ElementPlusLocaleZhCn });
    Object.entries(ElementPlusIconsVue).forEach(function (entry) { app.component("Icon" + entry[0], entry[1]); });
    Object.entries(skin.parts).forEach(function (entry) { app.component(entry[0], entry[1]); });
    return app.mount("#app");
  };
})(window.skin = window.skin || {});
