/* The parts of a form: tabs, panels that fold, steps, or fieldsets: drawSections(place, form, draw) → {reveal, turn, box, step}.
   `draw(place, fields)` draws the fields of a part. What is not in sight is kept and checked all the same. */
(function () {
  "use strict";

  var KINDS = {
    tabs: function (place, parts, draw) {
      var box = $("<div></div>").appendTo(place);
      parts.forEach(function (part) { $("<div style='padding:8px'></div>").attr("title", part.title).appendTo(box); });
      var inside = box.children();
      parts.forEach(function (part, at) { draw(inside.eq(at), part.fields); });
      box.tabs({ border: true, width: "100%" });
      return function (at) { box.tabs("select", at); };
    },

    collapsed: function (place, parts, draw) {
      var panels = parts.map(function (part) {
        var panel = $("<div style='padding:8px'></div>").appendTo(place);
        draw(panel, part.fields);
        panel.panel({ title: hooks.html(part.title), collapsible: true, collapsed: part.folded, width: "100%" });
        return panel;
      });
      return function (at) { panels[at].panel("expand", false); };
    },

    steps: function (place, parts, draw, turned) {
      var bar = $("<div class='steps'></div>").appendTo(place);
      var boxes = parts.map(function (part, at) {
        $("<span></span>").text("第" + "一二三"[at] + "步：" + part.title).appendTo(bar);
        var box = $("<div></div>").appendTo(place);
        draw(box, part.fields);
        return box;
      });
      function turn(at) {
        boxes.forEach(function (box, one) { box.toggle(one === at); });
        bar.children().each(function (one) { $(this).toggleClass("on", one === at); });
        turned(at, boxes[at]);
      }
      turn(0);
      return turn;
    },

    flat: function (place, parts, draw) {
      parts.forEach(function (part) {
        var set = $("<fieldset></fieldset>").appendTo(place);
        $("<legend></legend>").text(part.title).appendTo(set);
        draw(set, part.fields);
      });
      return function () { /* all is in sight */ };
    }
  };

  window.drawSections = function (place, form, draw) {
    var parts = skin.forms.parts(form);
    var now = { at: 0, box: null };
    if (form.note) { $("<div class='note'></div>").text(form.note).appendTo(place); }
    if (!parts.length) {
      draw(place, form.fields);
      return { reveal: function () { /* all is in sight */ } };
    }
    var made = { after: function () { /* nobody listens yet */ } };
    made.turn = (KINDS[form.sections] || KINDS.flat)(place, parts, draw, function (at, box) {
      now = { at: at, box: box };
      made.after(at);
    });
    made.step = function () { return now; };
    made.reveal = function (column) { made.turn(skin.forms.partOf(form, column)); };
    return made;
  };
})();
