/* 日志: how far the review of a plan has come, in a dialog with a grid. */
window.openLog = function (portal, words, id) {
  "use strict";

  function columns() {
    return words.columns.map(function (column) {
      return {
        field: column.key, title: hooks.html(column.label), width: column.width || 260,
        formatter: function (value) { return hooks.html(value === undefined ? "" : value); }
      };
    });
  }

  portal.get("plan/log", { planId: id }).then(function (reply) {
    if (!reply) { return; }
    var paper = $("<div></div>").appendTo("body");
    var foot = $("<div></div>").appendTo("body");
    drawButtons(foot, words.buttons, function (button) {
      skin.press(portal, button, { close: function () { paper.dialog("close"); } });
    });
    paper.dialog({
      title: hooks.html(words.title + " - " + reply.plan.number + " " + reply.plan.name), width: 940, height: 360, modal: true,
      buttons: foot, onClose: function () { paper.dialog("destroy"); }
    });
    $("<table></table>").appendTo(paper).datagrid({ fit: true, border: false, striped: true, columns: [columns()], data: reply.list });
  });
};
