/* A form that is kept: asked for, drawn, validated, asked about, posted. saving(place, {portal, path, asked, to, more, …}). */
window.saving = function (place, how) {
  "use strict";

  var made = null;

  function send() {
    how.portal.post(how.to, skin.forms.posted(made.form, made.values(), how.more)).then(function (reply) {
      if (!reply) { return; }
      var after = made.form.after;
      if (after === "result") { hooks.tell(skin.forms.result(reply), function () { how.saved(reply); }); return; }
      hooks.say(reply.msg, "success");
      if (after === "stays" || after === "shows") {
        how.kept(reply);
        how.look(skin.forms.seen(how.path, how.more, reply), after === "stays");
        return;
      }
      how.saved(reply);
      if (after === "details" && how.next) { how.next(reply); }
    });
  }

  /* What is only looked at, in a table of cells. */
  function cells(form) {
    if (form.seenNote) { $("<div class='note'></div>").text(form.seenNote).appendTo(place); }
    var table = $("<table class='entry seen'></table>").appendTo(place);
    var row = null;
    skin.forms.cells(form, skin.forms.values(form)).forEach(function (cell, at) {
      if (!(at % form.across)) { row = $("<tr></tr>").appendTo(table); }
      $("<td class='title'></td>").text(cell.label).appendTo(row);
      $("<td class='value'></td>").text(cell.words).appendTo(row);
    });
    drawButtons($("<div class='buttons'></div>").appendTo(place), form.buttons, press);
  }

  function press(button) {
    if (how.act && skin.ACTS.indexOf(button.action) >= 0) { how.act(button); return; }
    skin.press(how.portal, button, {
      save: save, close: how.close, next: function () { made.next(); }, back: function () { made.back(); }
    });
  }

  function save() {
    if (!made.valid()) { return; }
    if (made.form.question) { hooks.ask(made.form.question, send); } else { send(); }
  }

  how.portal.get(how.path, how.asked).then(function (reply) {
    if (!reply) { how.close(); return; }
    how.drawn(reply.form);
    if (reply.form.locked && reply.form.shows === "cells" && !how.asForm) { cells(reply.form); return; }
    made = new SkinForm(place, reply.form, {
      portal: how.portal, width: reply.form.across === 3 ? 172 : 220,
      press: press,
      pick: function (field) {
        how.pick(function (item) {
          var values = $.extend({}, made.values());
          skin.forms.take(field, item, values);
          made.set(values);
        });
      }
    });
  });
};
