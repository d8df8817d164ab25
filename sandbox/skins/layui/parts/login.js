/* A login page of either portal: its form is described, its answer leads to `to`. */
(function (skin) {
  "use strict";

  const { $ } = layui;

  window.login = (name, to, pictured) => {
    const portal = skin.portal(name, hooks);
    let drawn = null;

    function reset(form) { drawn = skin.drawForm("#form", "login", { ...form, across: 1 }, portal); }

    async function enter() {
      const reply = await portal.post("login", skin.forms.posted(drawn.form, drawn.values()));
      if (reply) portal.go(to);
    }

    portal.screens().then((screens) => {
      if (!screens) return;
      const { login } = screens;
      document.title = `${login.title} - ${screens.site}`;
      $("#site").text(screens.site);
      $("#system").text(screens.subtitle || screens.system);
      $("#title").text(login.title);
      reset(login);
      $("#foot").html(skin.buttons(login.buttons));
      skin.wire("#foot", portal, login.buttons, { login: enter, reset: () => reset(login) });
    });
    $("#form").on("keydown", "input[type=password]", (event) => { if (event.key === "Enter") enter(); });
    if (pictured) portal.get("guest", {}, true);  // announcements
  };
})(window.skin);
