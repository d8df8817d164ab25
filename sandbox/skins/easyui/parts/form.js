/* A form in a table of label cells: new SkinForm(place, form, {portal, pick, press, width}) → values, set, valid. */
(function () {
  "use strict";

  function SkinForm(place, form, how) {
    this.form = form;
    this.how = how;
    this.controls = {};
    this.place = $("<form onsubmit='return false'></form>").appendTo(place);
    this.held = skin.forms.values(form);
    this.draw();
    this.foot($("<div class='buttons'></div>").appendTo(place));
    if (how.portal) { this.late(); }
  }

  SkinForm.prototype.draw = function () {
    var self = this;
    this.sections = drawSections(this.place, this.form, function (place, fields) { self.rows(place, fields); });
  };

  /* The buttons of the step that is in front. */
  SkinForm.prototype.foot = function (place) {
    var self = this;
    function draw(step) { drawButtons(place.empty(), skin.forms.buttons(self.form, step), self.how.press); }
    draw(0);
    this.sections.after = draw;
  };

  SkinForm.prototype.rows = function (place, fields) {
    var self = this;
    var table = $("<table class='entry'></table>").appendTo(place);
    var row = null;
    var left = 0;
    fields.forEach(function (field) {
      var whole = field.kind === "area";
      if (field.hidden || whole || !left) {
        row = $("<tr></tr>").appendTo(table);
        left = self.form.across;
      }
      self.cells(row, field, whole);
      left = field.hidden || whole ? 0 : left - 1;
    });
  };

  SkinForm.prototype.cells = function (row, field, whole) {
    var self = this;
    var title = $("<td class='title'></td>").append($("<span></span>").text(field.label)).appendTo(row);
    if (field.required) { title.prepend("<span class='star'>*</span>"); }
    var cell = $("<td class='value'></td>").addClass(field.classes || "").appendTo(row);
    if (whole) { cell.attr("colspan", this.form.across * 2 - 1); }
    if (field.hidden) { row.css("display", "none"); }
    this.controls[field.column] = drawField(cell, field, {
      width: whole ? 600 : this.how.width, locked: this.form.locked, value: this.held[field.column], lenient: this.how.lenient,
      change: function () { self.changed(); }, pick: this.how.pick, enter: this.how.enter
    });
  };

  /* What the controls hold now; a control that is still being made counts with its first value. */
  SkinForm.prototype.values = function () {
    var self = this;
    Object.keys(this.controls).forEach(function (column) { self.held[column] = self.controls[column].get(); });
    return this.held;
  };

  SkinForm.prototype.set = function (values) {
    var self = this;
    Object.keys(values).forEach(function (column) {
      if (self.controls[column] && self.controls[column].get() !== values[column]) { self.controls[column].set(values[column]); }
    });
  };

  SkinForm.prototype.changed = function () {
    var values = $.extend({}, this.values());
    skin.forms.compute(this.form, values);
    this.set(values);
  };

  SkinForm.prototype.late = function () {
    var self = this;
    skin.forms.lateOptions(this.how.portal, this.form, function (field) { self.controls[field.column].options(); });
  };

  /* The first field that is missing is brought into sight. */
  SkinForm.prototype.valid = function () {
    var missing = skin.forms.empty(this.form, this.values());
    if (missing.length) { this.sections.reveal(missing[0].column); }
    return this.place.form("validate");
  };

  /* 下一步, if all that this step demands is there; 上一步. */
  SkinForm.prototype.next = function () {
    var now = this.sections.step();
    var boxes = now.box.find(".validatebox-text");
    if (boxes.filter(function () { return !$(this).validatebox("isValid"); }).length) { boxes.validatebox("validate"); return; }
    this.sections.turn(now.at + 1);
  };
  SkinForm.prototype.back = function () { this.sections.turn(this.sections.step().at - 1); };

  window.SkinForm = SkinForm;
})();
