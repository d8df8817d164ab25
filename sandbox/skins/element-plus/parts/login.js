/* A login page of either portal: its form is described, its answer leads to `to`. */
window.login = function (name, to, pictured) {
  "use strict";

  var portal = skin.portal(name, hooks);
  return skin.start({
    data: function () { return { name: name, screens: null, values: {}, busy: false }; },
    created: function () {
      var self = this;
      portal.screens().then(function (screens) {
        if (!screens) { return; }
        document.title = screens.login.title + " - " + screens.site;
        self.reset(screens.login);
        self.screens = screens;
      });
      if (pictured) { portal.get("guest", {}, true); }  // announcements
    },
    methods: {
      reset: function (form) { this.values = skin.forms.values(form); },
      press: function (button) {
        var self = this;
        skin.press(portal, button, { login: this.enter, reset: function () { self.reset(self.screens.login); } });
      },
      enter: function () {
        portal.post("login", skin.forms.posted(this.screens.login, this.values)).then(function (reply) {
          if (reply) { portal.go(to); }
        });
      }
    },
    template: `
<div class="login" :class="'login-' + name">
  <div v-if="screens" class="login-inside">
    <div class="login-words"><h1>{{ screens.site }}</h1><p>{{ screens.subtitle || screens.system }}</p></div>
    <el-card class="login-card" shadow="never">
      <h2>{{ screens.login.title }}</h2>
      <el-form :model="values" label-position="top" size="large" @submit.prevent>
        <skin-field v-for="field in screens.login.fields" :key="field.column" v-show="!field.hidden" :field="field" :values="values"
          @enter="enter" />
        <el-form-item class="login-buttons"><skin-buttons :buttons="screens.login.buttons" size="large" @press="press" /></el-form-item>
      </el-form>
    </el-card>
  </div>
</div>`
  });
};
