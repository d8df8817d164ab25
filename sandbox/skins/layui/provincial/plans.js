/* 采购计划维护: the toolbar acts on the ticked row, a row's own button on that. */
(function (skin) {
  "use strict";

  const portal = skin.portal("provincial", hooks);
  let grid = null;
  let actions = {};

  function kept(reply) {
    hooks.say(reply.msg, "success");
    grid.reload();
  }

  function open(op, row) {
    const planId = row && { planId: row.id };
    skin.openForm(portal, "plan/form", { op, ...planId }, { more: planId || {}, saving: "plan/save", saved: kept, act: (name, id) => actions[name]({ id }) });
  }

  function act(what, row, questions) {
    hooks.ask(questions[what], async () => {
      const reply = await portal.post(`plan/${what}`, { planId: row.id });
      if (reply) kept(reply);
    });
  }

  const withRow = (then) => (given) => {
    const row = given && given.id ? given : grid.row();
    if (row) then(row);
  };

  portal.screens().then((screens) => {
    if (!screens) return;
    const { plans, log } = screens;
    skin.crumbs(plans.where);
    actions = {
      add: () => open("add"),
      modify: withRow((row) => open("modify", row)),
      view: withRow((row) => open("view", row)),
      delete: withRow((row) => act("delete", row, plans.questions)),
      submit: withRow((row) => act("submit", row, plans.questions)),
      details: withRow((row) => { window.location.href = `details.html?planId=${encodeURIComponent(row.id)}`; }),
      log: withRow((row) => skin.openLog(portal, log, row.id)),
    };
    grid = skin.drawGrid(portal, plans, "plan/list", { summed: true, actions });
    const waiting = sessionStorage.getItem("act"); // pressed on a page of its own that showed a plan
    sessionStorage.removeItem("act");
    if (waiting) { const [name, id] = waiting.split(":"); actions[name]({ id }); }
  });
})(window.skin);
