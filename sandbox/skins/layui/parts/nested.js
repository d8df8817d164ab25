/* A value out of a tree: selects that wait for each other, or a text with layui's tree in a panel below it. A hidden input holds it. */
(function (skin) {
  "use strict";

  const { $, form, tree } = layui;
  let panels = 0;

  function put(box, field, value, changed) {
    box.find(`[name="${field.column}"]`).val(value).trigger("change");
    changed();
  }

  function chained(box, field, filter, changed) {
    const holder = box.find(`[name="${field.column}"]`);

    function offer(at, nodes, chosen) {
      box.find(".nested-select").slice(at).remove();
      const name = `${field.column}_${at}`;
      const options = [{ value: "", label: "请选择" }, ...nodes].map((node) =>
        `<option${skin.attributes({ value: node.value, selected: node.value === chosen })}>${skin.escape(node.label)}</option>`).join("");
      const select = $(`<div class="nested-select"><select${skin.attributes({ name, "lay-filter": name, id: at ? undefined : field.id,
        disabled: Boolean(field.disabled) })}>${options}</select></div>`).insertBefore(holder);
      form.render(select.find("select"));
      form.on(`select(${name})`, (told) => {
        const node = nodes.find((one) => one.value === told.value);
        if (node && node.children) offer(at + 1, node.children);
        else if (!node) box.find(".nested-select").slice(at + 1).remove();
        put(box, field, node && !node.children ? node.value : "", changed);
      });
    }

    const path = skin.forms.path(field.tree, holder.val() || "") || [];
    offer(0, field.tree, path[0] && path[0].value);
    path.slice(0, -1).forEach((node, at) => offer(at + 1, node.children, path[at + 1].value));
    if (!path.length) offer(1, []);
  }

  const nodesOf = (nodes) => nodes.map((node) =>
    ({ id: node.value, title: skin.escape(node.label), spread: nodes.length === 1, children: node.children && nodesOf(node.children) }));

  function dropped(box, field, changed) {
    const text = box.find("input[type=text]");
    const path = skin.forms.path(field.tree, box.find(`[name="${field.column}"]`).val() || "");
    if (path) text.val(path[path.length - 1].label);
    if (text.prop("disabled")) return;
    const panel = $('<div class="nested-panel layui-panel"></div>').appendTo(box).hide();
    const id = `nested${panels += 1}`;
    $(`<div id="${id}"></div>`).appendTo(panel);
    tree.render({
      elem: `#${id}`, id, data: nodesOf(field.tree), onlyIconControl: false,
      click(told) {
        if (told.data.children) return;
        text.val($("<i>").html(told.data.title).text());
        panel.hide();
        put(box, field, told.data.id, changed);
      },
    });
    text.on("click", (event) => { event.stopPropagation(); panel.toggle(); });
    panel.on("click", (event) => event.stopPropagation());
    $(document).on("click", () => panel.hide());
  }

  skin.wakeNested = (form_, changed) => form_.form.fields.filter((field) => field.tree).forEach((field) => {
    const box = form_.box.find(`[name="${field.column}"]`).closest("[data-nested]");
    if (box.attr("data-nested") === "chained") chained(box, field, form_.filter, changed);
    else if (box.length) dropped(box, field, changed);
  });
})(window.skin);
