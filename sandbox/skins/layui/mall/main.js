/* 采购人后台管理: the shell, once it is known who is inside. */
(function (skin) {
  "use strict";

  const { $ } = layui;
  const portal = skin.portal("mall", hooks);

  async function begin() {
    const me = await portal.get("me", {}, true);
    const screens = me && await portal.screens();
    if (!screens) return;
    $("#system").text(`${screens.site} · ${screens.system}`);
    $("#user").html(`<span>${skin.escape(me.user.unit)}</span><span>${skin.escape(me.user.name)}</span>
      <a href="javascript:;" id="home">商城首页</a><a href="javascript:;" id="leave">退出</a>`);
    $("#home").on("click", () => portal.go("home"));
    $("#leave").on("click", () => portal.post("logout").then(() => portal.go("home")));
    skin.drawShell(screens, "/wssc/backend/pages/");
  }

  begin();
})(window.skin);
