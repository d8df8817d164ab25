/* 日志: how far the review of a plan has come, in a page layer with a table. */
(function (skin) {
  "use strict";

  const { layer, table } = layui;
  const PADDING = 24; // layui's cells keep so much of a width for themselves

  function columns(screen) {
    return screen.columns.map((column) => ({
      field: column.key, title: skin.escape(column.label), width: column.width ? column.width + PADDING : undefined,
    }));
  }

  skin.openLog = async (portal, screen, planId) => {
    const reply = await portal.get("plan/log", { planId });
    if (!reply) return;
    const { plan, list } = reply;
    const made = skin.layerButtons(portal, screen.buttons, (index) => ({ close: () => layer.close(index) }));
    layer.open({
      type: 1, title: skin.escape(`${screen.title} - ${plan.number} ${plan.name}`), area: ["980px", "420px"],
      content: '<div class="log"><table id="log"></table></div>', ...made,
      success(box, index) {
        made.success(box, index);
        table.render({
          elem: "#log", id: "log", cols: [columns(screen)], data: list, limit: list.length || 1, text: { none: "暂无数据" },
        });
      },
    });
  };
})(window.skin);
