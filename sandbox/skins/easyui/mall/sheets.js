/* 计划单管理: 自建计划 above the list, 查看 in every row; the form is a dialog of this page. */
$(function () {
  "use strict";

  var portal = skin.portal("mall", hooks);
  var grid = null;
  var title = "";

  function open(asked, asForm) {
    var paper = $("<div style='padding:10px'></div>").appendTo("body");
    paper.dialog({
      title: hooks.html(title), width: 860, height: Math.min(560, $(window).height() - 16), modal: true, closed: true,
      onClose: function () { paper.dialog("destroy"); }
    });
    saving(paper, {
      portal: portal, path: "planSheet/form", asked: asked, to: "planSheet/save", more: {},
      drawn: function (form) { paper.dialog("setTitle", hooks.html(form.title)).dialog("open").dialog("center"); },
      close: function () { paper.dialog("close"); }, asForm: asForm,
      kept: function () { grid.load(); },
      look: function (seen, stays) {
        paper.dialog("close");
        open(seen, stays);
      },
      saved: function () {
        paper.dialog("close");
        grid.load();
      }
    });
  }

  function press(button, row) {
    skin.press(portal, button, { add: function () { open({}); }, view: function () { open({ number: row.number }); } });
  }

  portal.screens().then(function (screens) {
    if (!screens) { return; }
    title = screens.sheet.title;
    grid = new SkinGrid("body", { portal: portal, list: screens.sheets, path: "planSheet/list", press: press, height: 440 });
  });
});
