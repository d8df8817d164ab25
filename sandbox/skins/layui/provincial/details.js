/* 明细管理: one line a plan; 返回 leads back to the list in the same frame. */
(function (skin) {
  "use strict";

  const { $ } = layui;
  const portal = skin.portal("provincial", hooks);
  const planId = new URLSearchParams(window.location.search).get("planId");
  let grid = null;

  function kept(reply) {
    hooks.say(reply.msg, "success");
    grid.reload();
  }

  const withRow = (then) => (given) => { if ((given && given.id) || grid.row()) then(); };

  function draw({ details, picker }) {
    const open = (op) => skin.openForm(portal, "detail/form", { op, planId },
      { more: { op, planId }, picker, saving: "detail/save", saved: kept });
    const showHeads = (plan) => $("#heads").html(details.heads.map((head) =>
      `<th>${skin.escape(head.label)}</th><td>${skin.escape(plan[head.key])}</td>`).join(""));
    skin.crumbs(details.where);
    showHeads({});
    grid = skin.drawGrid(portal, details, "detail/list", {
      asked: { planId }, summed: true,
      loaded: (reply) => showHeads(reply.plan),
      actions: {
        add: () => open("add"),
        modify: withRow(() => open("modify")),
        view: withRow(() => open("view")),
        delete: withRow(() => hooks.ask(details.questions.delete, async () => {
          const reply = await portal.post("detail/delete", { planId });
          if (reply) kept(reply);
        })),
        back: () => { window.location.href = "plans.html"; },
      },
    });
  }

  portal.screens().then((screens) => { if (screens) draw(screens); });
})(window.skin);
