// ExtJS 4 to 6 (classic): a field and its label lie in one element; a list lies at the end of the page.
//   <div class="x-field x-form-item"><label class="x-form-item-label">采购方式:</label><input class="x-form-text">
//     <div class="x-form-trigger x-form-arrow-trigger"></div></div>     (4: the outer element is a table)
//   <div class="x-boundlist"><ul><li class="x-boundlist-item x-boundlist-selected">询价
const one = (el, selector) => el.querySelector(selector);
const touches = (el, box) => {
  const field = (one(el, "input") || el).getBoundingClientRect();
  return (Math.abs(box.top - field.bottom) < 8 || Math.abs(box.bottom - field.top) < 8) && box.left < field.right + 30 && box.right > field.left;
};
const componentOf = el => window.Ext?.getCmp?.(el.id) || null;
// A combo box sends the value of the record that is chosen; it takes any text, too, unless it is told not to.
const held = el => {
  const component = componentOf(el);
  if (!component?.getValue) return null;
  const values = [component.getValue()].flat();
  const known = values.every(value => value === null || value === "" || !component.findRecordByValue || component.findRecordByValue(value));
  return known ? values.map(value => value === null || value === undefined ? "" : String(value)) : [""];
};

toolkits.push({
  name: "extjs",
  panels: ".x-boundlist, .x-datepicker, .x-monthpicker, .x-menu",
  dialogs: ".x-window",
  masks: ".x-mask-msg, .x-mask-loading",
  disabled: ".x-item-disabled",
  crosses: ".x-tool-close, .x-tool-img.x-tool-close",
  errors: ".x-form-invalid-under:not(:empty), .x-form-error-msg",
  pressables: ".x-tab, .x-menu-item, .x-tree-node-text",
  auxiliary: ".x-toolbar .x-tbar-page-number",
  // Its own element goes before what stands in it.
  label: el => el.matches(".x-form-item") ? one(el, ".x-form-item-label-text, .x-form-item-label") : null,
  parts: [{
    at: ".x-form-item:has(.x-form-arrow-trigger)",
    kind: "select",
    readOnly: el => Boolean(componentOf(el)?.readOnly),
    disabled: el => el.matches(".x-item-disabled"),
    opener: el => one(el, ".x-form-arrow-trigger"),
    panel: el => [...document.querySelectorAll(".x-boundlist")].find(list => P.shown(list) && touches(el, list.getBoundingClientRect())) || null,
    items: panel => [...panel.querySelectorAll(".x-boundlist-item")].filter(P.shown).map(el => ({ el, chosen: el.matches(".x-boundlist-selected") })),
    busy: panel => [...panel.querySelectorAll(".x-mask-msg, .x-mask-loading")].some(P.inSight),
    // one whose entries are all there needs no search
    search: (el, panel) => panel && !one(el, "input").readOnly && (componentOf(el)?.queryMode !== "local" || !panel.querySelector(".x-boundlist-item"))
      ? one(el, "input") : null,
    multiple: el => Boolean(componentOf(el)?.multiSelect),
    turner: panel => one(panel, ".x-tbar-page-next")?.closest("a, button, .x-btn") || null,
    held,
  }, { at: ".x-form-item:has(.x-form-date-trigger)", kind: "date", opener: el => one(el, ".x-form-date-trigger"), dating, held: heldDate }],
});

// What is typed is taken as it is shown, and days that it does not offer make it invalid: it holds none then.
function dating(el) {
  const { format } = componentOf(el) || {};
  const sample = format ? window.Ext.Date.format(new Date(2001, 1, 3), format) : "";
  return { entry: "typed", order: orderOf(sample), prompt: sample };
}

function heldDate(el) {
  const field = componentOf(el);
  return field?.isValid && field.getRawValue() ? [field.isValid() ? field.getRawValue() : ""] : null;
}
