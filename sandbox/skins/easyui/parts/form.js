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
    drawButtons($("<div class='buttons'></div>").appendTo(place), form.buttons, how.press);
    if (how.portal) { this.late(); }
  }

  SkinForm.prototype.draw = function () {
    var self = this;
    var table = $("<table class='entry'></table>").appendTo(this.place);
    var row = null;
    var left = 0;
    this.form.fields.forEach(function (field) {
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

  SkinForm.prototype.valid = function () { return this.place.form("validate"); };

  window.SkinForm = SkinForm;
})();
