/* 采购计划维护: the toolbar acts on the ticked row, a row's own button on that; a form is a page of its own in a window, 明细 another tab. */
$(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);
  var grid = null;
  var words = null;

  function withRow(then, given) {
    return function () {
      var row = given || grid.row();
      if (row) { then(row); }
    };
  }

  function open(op, row) {
    var asked = row ? { op: op, planId: row.id } : { op: op };
    openForm(words.plan, $.extend({ of: "plan" }, asked), { width: 1130, height: 500 }, function () { grid.reload(); });
  }

  function act(what, row) {
    hooks.ask(words.plans.questions[what], function () {
      portal.post("plan/" + what, { planId: row.id }).then(function (reply) {
        if (!reply) { return; }
        hooks.say(reply.msg, "success");
        grid.reload();
      });
    });
  }

  function details(row) {
    window.top.shell.open(words.details.title, "pages/details.html?" + $.param({ planId: row.id }), function () { grid.reload(); });
  }

  function press(button, given) {
    skin.press(portal, button, {
      add: function () { open("add"); },
      modify: withRow(function (row) { open("modify", row); }, given),
      view: withRow(function (row) { open("view", row); }, given),
      "delete": withRow(function (row) { act("delete", row); }, given),
      submit: withRow(function (row) { act("submit", row); }, given),
      details: withRow(details, given),
      log: withRow(function (row) { openLog(portal, words.log, row.id); }, given)
    });
  }

  /* What the page in the window calls once the portal has kept it. */
  window.pageSaved = function () {
    closePage();
    grid.reload();
  };
  window.pageKept = function () { grid.reload(); };

  /* What the page in the window calls for what can be done with the plan that it shows. */
  window.pageActs = function (button, id) {
    closePage();
    press(button, { id: id });
  };

  portal.screens().then(function (screens) {
    if (!screens) { return; }
    words = screens;
    grid = new SkinGrid("body", { portal: portal, list: screens.plans, path: "plan/list", press: press, height: 460 });
    var waiting = window.top.shell.waiting;
    window.top.shell.waiting = null;
    if (waiting) { press(waiting.button, waiting.row); }
  });
});
