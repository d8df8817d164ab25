/* 计划单管理: 自建计划 above the list, 查看 in every row. */
(function (skin) {
  "use strict";

  const portal = skin.portal("mall", hooks);
  let grid = null;

  function open(asked) {
    skin.openForm(portal, "planSheet/form", asked, { saving: "planSheet/save", saved(reply) {
      hooks.say(reply.msg, "success");
      grid.load(1);
    } });
  }

  portal.screens().then((screens) => {
    if (!screens) return;
    skin.crumbs(screens.sheets.where);
    grid = skin.drawGrid(portal, screens.sheets, "planSheet/list", { actions: {
      add: () => open({}),
      view: (row) => open({ number: row.number }),
    } });
  });
})(window.skin);
