/* A form that stands on a page: drawn, rendered by layui, computed as it changes, read as layui's own submit reads it. */
(function (skin) {
  "use strict";

  const { $, form: toolkit, element, laydate } = layui;

  function grid(form, values) {
    const width = 12 / form.across;
    const cell = (field) => {
      const wide = field.kind === "area" ? 12 : width;
      return `<div${skin.shell(field, `layui-col-xs${wide}`)}><div class="layui-form-item">
        ${skin.field(field, values[field.column], form.locked)}</div></div>`;
    };
    return skin.sections(form, (fields) => `<div class="layui-row layui-col-space8">${fields.map(cell).join("")}</div>`);
  }

  function inline(form, values) {
    return form.fields.map((field) => `<div${skin.shell(field, "layui-inline")}>
      ${skin.field(field, values[field.column], form.locked, "layui-input-inline")}</div>`).join("");
  }

  /* The controls inside `box`; `filter` is its name for layui. */
  class Form {
    constructor(box, filter, form, portal) {
      Object.assign(this, { box: $(box), filter, form, portal });
      this.box.addClass("layui-form").attr("lay-filter", filter);
    }

    draw(layout = grid) {
      const values = skin.forms.values(this.form);
      this.box.html(layout(this.form, values));
      toolkit.render(null, this.filter);
      ["tab", "collapse"].forEach((what) => element.render(what, "parts"));
      this.place = skin.placeOf && skin.placeOf(this.box, this.form);
      const changed = () => this.compute();
      this.box.find("input[data-date]").each(function () { laydate.render({ elem: this, done: changed }); });
      this.box.find(".captcha img").on("click", function () {
        this.src = `${this.src.split("?")[0]}?t=${Date.now()}`;
      });
      skin.wakeNested(this, changed);
      this.form.fields.filter((field) => ["radio", "choice"].includes(field.kind) && field.fills).forEach((field) =>
        ["select", "radio"].forEach((what) => toolkit.on(`${what}(${field.column})`, changed)));
      this.listen(changed);
      skin.forms.lateOptions(this.portal, this.form, (field) => this.offer(field, values[field.column]));
      return this;
    }

    listen(changed) {
      this.box.off(".form").on("input.form change.form focusout.form", changed);
      this.form.fields.filter((field) => field.stepper).forEach((field) => toolkit.on(`input-affix(${field.column})`, changed));
    }

    /* Options that come after the form stands; what was chosen meanwhile stays. */
    offer(field, first) {
      const select = this.control(field.column);
      select.html(skin.options(field, select.val() || first));
      toolkit.render(select);
    }

    control(column) { return this.box.find(`[name="${column}"]`); }

    values() { return { ...skin.forms.values(this.form), ...this.answers() }; }

    /* A group of radio buttons without an answer is left out by layui. */
    answers() {
      const radios = this.form.fields.filter((field) => field.kind === "radio").map((field) => [field.column, ""]);
      return { ...Object.fromEntries(radios), ...toolkit.getValue(this.filter) };
    }

    write(values) {
      Object.entries(values).forEach(([column, value]) => this.control(column).val(value));
    }

    compute() {
      const values = this.values();
      skin.forms.compute(this.form, values);
      if (this.form.locked) return;
      const followed = this.form.fields.flatMap((field) => (field.computed ? [field.column] : field.kind === "picker" ? []
        : Object.keys(field.fills || {})));
      this.write(Object.fromEntries(followed.map((column) => [column, values[column]])));
    }

    /* The first field that is missing is brought into sight before the toolkit points at it. */
    valid() {
      const missing = skin.forms.empty(this.form, this.values());
      if (missing.length && this.place) this.place.reveal(missing[0].column);
      return toolkit.validate(this.box);
    }

    /* The same of the step that is in front. */
    stepValid() { return toolkit.validate(this.place.box()); }
  }

  skin.drawForm = (box, filter, form, portal) => new Form(box, filter, form, portal).draw();
  skin.drawQuery = (box, filter, fields, portal) => new Form(box, filter, { fields, locked: false }, portal).draw(inline);
})(window.skin);
