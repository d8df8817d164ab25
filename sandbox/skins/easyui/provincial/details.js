/* 明细管理: one line a plan; a tab of its own, gone with 返回. */
$(function () {
  "use strict";

  var portal = skin.portal("provincial", hooks);
  var plan = asked().planId;
  var grid = null;
  var words = null;

  function open(op) {
    openForm(words.detail, { of: "detail", op: op, planId: plan }, { width: 860, height: 420 }, function () { grid.reload(); });
  }

  function onTicked(then, given) {
    return function () { if (given || grid.row()) { then(); } };
  }

  function remove() {
    hooks.ask(words.details.questions["delete"], function () {
      portal.post("detail/delete", { planId: plan }).then(function (reply) {
        if (!reply) { return; }
        hooks.say(reply.msg, "success");
        grid.reload();
      });
    });
  }

  function press(button, given) {
    skin.press(portal, button, {
      add: function () { open("add"); },
      modify: onTicked(function () { open("modify"); }, given),
      view: onTicked(function () { open("view"); }, given),
      "delete": onTicked(remove, given),
      back: function () { window.top.shell.close(words.details.title); }
    });
  }

  function heads(shown) {
    var row = $("<tr></tr>");
    words.details.heads.forEach(function (head) {
      $("<td class='title'></td>").text(head.label).appendTo(row);
      $("<td></td>").text(shown[head.key]).appendTo(row);
    });
    $("#heads").empty().append($("<table class='entry'></table>").append(row));
  }

  window.pageSaved = function () {
    closePage();
    grid.reload();
  };
  window.pageKept = function () { grid.reload(); };

  portal.screens().then(function (screens) {
    if (!screens) { return; }
    words = screens;
    $("<div id='heads'></div><div class='gap'></div>").appendTo("body");
    grid = new SkinGrid("body", {
      portal: portal, list: screens.details, path: "detail/list", asked: { planId: plan }, press: press, height: 360,
      loaded: function (reply) { heads(reply.plan); }
    });
  });
});
