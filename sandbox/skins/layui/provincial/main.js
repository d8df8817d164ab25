/* 山东省政府采购管理交易系统: the shell, once it is known who is inside. */
(function (skin) {
  "use strict";

  const { $ } = layui;
  const portal = skin.portal("provincial", hooks);

  async function begin() {
    const me = await portal.get("me", {}, true);
    const screens = me && await portal.screens();
    if (!screens) return;
    const { user } = me;
    $("#system").text(screens.system);
    $("#user").html(`<span>${skin.escape(`${user.name}（${user.account}）`)}</span><span>${skin.escape(user.unit)}</span>
      <span>${skin.escape(me.day)}</span><a href="javascript:;" id="leave">退出</a>`);
    $("#leave").on("click", () => portal.post("logout").then(() => portal.go("login")));
    skin.drawShell(screens, "/sdgp/pages/");
  }

  begin();
})(window.skin);
