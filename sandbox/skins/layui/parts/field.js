/* One field as layui wants its markup: a form item with native controls, which the toolkit replaces when it renders. */
(function (skin) {
  "use strict";

  const { attributes, escape } = skin;
  const LONG_LIST = 7;

  function common(field, off) {
    const checked = field.required && !field.readOnly && !field.hidden && !off;
    return {
      name: field.column, id: field.id, "lay-filter": field.column, disabled: off, autocomplete: "off",
      "lay-verify": checked ? "required" : undefined, "lay-vertype": checked ? "tips" : undefined,
      "lay-reqtext": checked ? `${field.label}不能为空` : undefined,
    };
  }

  function input(field, value, off, more) {
    const looks = off ? "layui-input layui-disabled" : "layui-input";
    return `<input${attributes({ type: "text", ...common(field, off), value, class: looks, placeholder: field.hint,
      maxlength: field.longest, readonly: Boolean(field.readOnly), ...more })}>`;
  }

  function grouped(control, addition) {
    return `<div class="layui-input-group">${control}<div class="layui-input-split layui-input-suffix">${addition}</div></div>`;
  }

  skin.options = (field, value) => {
    const prompt = field.options.some((one) => one.value === "") ? [] : [{ value: "", label: field.hint || "请选择" }];
    return [...prompt, ...field.options].map((one) =>
      `<option${attributes({ value: one.value, selected: one.value === value })}>${escape(one.label)}</option>`).join("");
  };

  const KINDS = {
    choice: (field, value, off) => `<select${attributes({ ...common(field, off),
      "lay-search": field.from || field.options.length > LONG_LIST && !field.plain ? "" : undefined })}>${skin.options(field, value)}</select>`,
    chained: (field, value, off) => `<div class="layui-inline-group" data-nested="chained">
      <input${attributes({ type: "hidden", name: field.column, value })}></div>`,
    tree: (field, value, off) => `<div data-nested="tree"><input${attributes({ type: "hidden", name: field.column, value })}>
      <input${attributes({ type: "text", class: "layui-input", id: field.id, readonly: true, placeholder: "请选择", disabled: off })}></div>`,
    radio: (field, value, off) => field.options.map((one) => `<input${attributes({ type: "radio", name: field.column,
      value: one.value, title: one.label, "lay-filter": field.column, disabled: off, checked: one.value === value })}>`).join(""),
    area: (field, value, off) => `<textarea${attributes({ ...common(field, off), class: "layui-textarea", rows: 3,
      maxlength: field.longest, readonly: Boolean(field.readOnly), placeholder: field.hint })}>${escape(value)}</textarea>`,
    password: (field, value, off) => input(field, value, off, { type: "password", "lay-affix": "eye" }),
    date: (field, value, off) => input(field, value, off, { placeholder: field.hint || "yyyy-MM-dd", "data-date": !off }),
    captcha: (field, value, off) => `<div class="captcha">${input(field, value, off)}
      <img${attributes({ src: field.picture, alt: "验证码", title: "看不清？点击更换" })}></div>`,
    picker: (field, value, off) => off ? input(field, value, off) : `<div class="layui-input-group">${input(field, value, off)}
      <div class="layui-input-suffix"><button${attributes({ type: "button", class: "layui-btn layui-btn-primary",
        "data-picks": field.column })}>${escape(field.button)}</button></div></div>`,
  };

  function control(field, value, off) {
    if (KINDS[field.kind]) return KINDS[field.kind](field, value, off);
    const stepper = field.stepper ? { "lay-affix": "number", "lay-precision": field.decimals, min: 0, step: 1 } : {};
    const made = input(field, value, off, stepper);
    return field.unit ? grouped(made, escape(field.unit)) : made;
  }

  /* `holder` is the class of what stands around the control: a block in a form, inline in a query area. */
  skin.field = (field, value, locked, holder = "layui-input-block") => {
    const off = Boolean(locked || field.disabled);
    const star = field.required ? " required" : "";
    const label = field.label ? `<label class="layui-form-label${star}">${escape(field.label)}</label>` : "";
    return `${label}<div class="${holder}">${skin.layers(control(field, value, off), field.wrap)}</div>`;
  };

  skin.shell = (field, looks) =>
    attributes({ class: [looks, field.classes].filter(Boolean).join(" "), style: field.hidden ? "display: none" : undefined });
})(window.skin);
