/* The parts of a form: tabs, sections that fold, steps, or headings. What is not in sight is kept and checked all the same. */
(function (skin) {
  "use strict";

  const { $, element } = layui;
  const FILTER = "parts";

  function tabs(parts, rows) {
    const on = (at, name) => (at ? "" : ` class="${name}"`);
    return `<div class="layui-tab layui-tab-brief" lay-filter="${FILTER}">
      <ul class="layui-tab-title">${parts.map((part, at) => `<li${on(at, "layui-this")} lay-id="${at}">${skin.escape(part.title)}</li>`).join("")}</ul>
      <div class="layui-tab-content">${parts.map((part, at) => `<div class="layui-tab-item${at ? "" : " layui-show"}" data-part="${at}">${rows(part.fields)}</div>`).join("")}</div></div>`;
  }

  function collapsed(parts, rows) {
    return `<div class="layui-collapse" lay-filter="${FILTER}">${parts.map((part, at) => `<div class="layui-colla-item">
      <h2 class="layui-colla-title">${skin.escape(part.title)}</h2>
      <div class="layui-colla-content${part.folded ? "" : " layui-show"}" data-part="${at}">${rows(part.fields)}</div></div>`).join("")}</div>`;
  }

  function steps(parts, rows) {
    return `<ul class="form-steps">${parts.map((part, at) => `<li class="${at ? "" : "on"}"><i>${at + 1}</i>${skin.escape(part.title)}</li>`).join("")}</ul>
      ${parts.map((part, at) => `<div data-part="${at}"${at ? ' style="display: none"' : ""}>${rows(part.fields)}</div>`).join("")}`;
  }

  function headed(parts, rows) {
    return parts.map((part, at) => `<fieldset class="layui-elem-field layui-field-title"><legend>${skin.escape(part.title)}</legend></fieldset>
      <div data-part="${at}">${rows(part.fields)}</div>`).join("");
  }

  /* The markup of a form's parts; `rows` makes that of their fields. */
  skin.sections = (form, rows) => {
    const parts = skin.forms.parts(form);
    const note = form.note ? `<div class="form-note">${skin.escape(form.note)}</div>` : "";
    if (!parts.length) return note + rows(form.fields);
    return note + ({ tabs, collapsed, steps }[form.sections] || headed)(parts, rows);
  };

  /* The same once it stands in `box`: which part is in front. */
  skin.placeOf = (box, form) => {
    let step = 0;
    const part = (at) => $(box).find(`[data-part="${at}"]`);

    function turn(at) {
      step = at;
      form.parts.forEach((_part, one) => part(one).toggle(one === at));
      $(box).find(".form-steps li").each((one, li) => $(li).toggleClass("on", one <= at));
    }

    function reveal(column) {
      const at = skin.forms.partOf(form, column);
      if (form.sections === "tabs") element.tabChange(FILTER, String(at));
      if (form.sections === "collapsed" && !part(at).hasClass("layui-show")) part(at).prev().trigger("click");
      if (form.sections === "steps") turn(at);
    }

    return { turn, reveal: form.parts && form.parts.length ? reveal : () => {}, step: () => step, box: () => part(step) };
  };
})(window.skin);
