// Element Plus (Vue 3). What opens something is marked `el-tooltip__trigger`, and names its popper at the end of the page.
//   <div class="el-form-item is-required"><label class="el-form-item__label">采购方式</label>
//     <div class="el-select"><div class="el-select__wrapper el-tooltip__trigger">
//       <input class="el-select__input" readonly aria-controls="el-id-1-6"><div class="el-select__placeholder">网上超市
//   <div class="el-popper el-select__popper"><ul id="el-id-1-6"><li class="el-select-dropdown__item">网上超市
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";

// The popper of a control, open or not: the field names its list, the trigger names the popper while it is open.
const popperOf = el => {
  const names = [el, ...all(el, "[aria-controls], [aria-describedby]")]
    .flatMap(at => [at.getAttribute("aria-controls"), at.getAttribute("aria-describedby")]).filter(Boolean);
  return names.map(id => document.getElementById(id)?.closest(".el-popper")).find(Boolean) || null;
};
// Whether it is open is told by the field at once; the popper itself fades for a while.
const openPopper = el => {
  const popper = popperOf(el);
  return popper && !one(el, "[aria-expanded=false]") && P.shown(popper) ? popper : null;
};
const isBusy = panel => all(panel, ".is-loading, .el-loading-mask").some(P.inSight);
const formItem = el => el.closest(".el-form-item");
const tags = el => all(el, ".el-tag .el-select__tags-text, .el-cascader__tags .el-tag__content").map(says);

const select = {
  value(el, part) {
    const chosen = one(el, ".el-select__placeholder");
    if (tags(el).length) return tags(el).join("、");
    if (!chosen) return part.field(el)?.value || "";
    return chosen.matches(".is-transparent") ? "" : says(chosen);
  },
  options: () => null,
  readOnly: () => false,
  opener: el => one(el, ".el-select__wrapper") || one(el, "input"),
  panel: openPopper,
  busy: isBusy,
  search: el => one(el, ".el-select__wrapper.is-filterable input"),
  multiple: el => Boolean(popperOf(el)?.querySelector(".is-multiple") || one(el, ".el-select__selected-item .el-tag")),
  tags: el => all(el, ".el-select__selected-item .el-tag").map(tag => ({ text: says(tag), remove: one(tag, ".el-tag__close") })),
};

const listItems = panel => all(panel, ".el-select-dropdown__item").filter(P.inSight).map(el => ({
  el, text: says(el), chosen: el.matches(".is-selected"), disabled: el.matches(".is-disabled"),
}));

// <div class="el-tree-node is-expanded"><div class="el-tree-node__content"><i class="el-tree-node__expand-icon">
const depthOf = (node, panel) => {
  let depth = 0;
  for (let at = node.parentElement; at && at !== panel; at = at.parentElement) if (at.matches(".el-tree-node")) depth += 1;
  return depth;
};
const treeItems = panel => all(panel, ".el-tree-node").filter(P.inSight).map(node => {
  const content = one(node, ".el-tree-node__content");
  const sign = one(content, ".el-tree-node__expand-icon");
  const words = one(content, ".el-select-dropdown__item, .el-tree-node__label") || content;
  return {
    el: words, text: says(words), level: depthOf(node, panel), sign, branch: Boolean(sign && !sign.matches(".is-leaf")),
    open: node.matches(".is-expanded"), chosen: node.matches(".is-current"),
    disabled: node.matches("[aria-disabled=true]") || words.matches(".is-disabled"),
  };
});

// <div class="el-cascader-menu"> (one for each column) <li class="el-cascader-node in-active-path">
const columnItems = panel => all(panel, ".el-cascader-menu").flatMap((column, level) =>
  all(column, ".el-cascader-node").filter(P.inSight).map(el => ({
    el, level, text: says(one(el, ".el-cascader-node__label")), branch: el.getAttribute("aria-haspopup") === "true",
    open: el.matches(".in-active-path"), chosen: el.matches(".is-active"), disabled: el.matches(".is-disabled"),
  })));

// Radio buttons and check boxes: the whole label is pressed; its input has no size.
const choice = el => ({
  el, text: says(one(el, "[class$=__label], [class$=__inner]:not(:empty)")), on: Boolean(one(el, "input")?.checked),
  disabled: el.matches(".is-disabled"),
});
const CHOICES = ".el-radio, .el-radio-button, .el-checkbox, .el-checkbox-button";
const choices = el => all(el, CHOICES).filter(P.inSight).map(choice);
const standsAlone = el => P.inSight(el) && !el.closest(".el-table, .el-table-v2, .el-tree, .el-transfer, .el-cascader-panel");

// The button beside a field, in its addition or in the same form item, before any other field.
const besideField = el => {
  const home = formItem(el)?.querySelector(".el-form-item__content") || el.parentElement;
  const next = all(home, "button, input, textarea").find(at => el.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING
    && P.inSight(at) && (at.matches("button") || !el.contains(at)));
  return next && next.matches("button") ? next : null;
};

const TIMES = ".el-date-editor--time, .el-date-editor--time-select, .el-date-editor--dates, .el-date-editor--months, .el-date-editor--years, .el-date-editor--week";
// One of the two fields of a span; only its calendar sets them.
const spanEnd = el => {
  const of = el.closest(".el-range-editor");
  return { entry: "picked", of, place: all(of, "input").indexOf(el) };
};

toolkits.push({
  name: "element-plus",
  dialogs: ".el-overlay-dialog, .el-overlay-message-box, .el-dialog, .el-drawer, .el-message-box",
  toasts: ".el-message, .el-notification",
  masks: ".el-loading-mask, .el-skeleton.is-animated",
  panels: ".el-select__popper, .el-picker__popper, .el-cascader__dropdown, .el-autocomplete__popper, .el-picker-panel",
  errors: ".el-form-item__error",
  pressables: ".el-menu-item, .el-sub-menu__title, .el-tabs__item, .el-dropdown-menu__item, .el-pager li",
  disabled: "[class*=el-].is-disabled",
  crosses: ".el-dialog__headerbtn, .el-drawer__close-btn, .el-message-box__headerbtn, .el-notification__closeBtn, .el-message__closeBtn",
  titles: ".el-divider__text, .el-collapse-item__header, .el-card__header",
  tabCrosses: ".el-tabs__item.is-active .is-icon-close",
  arrows: {
    "year-1": ".el-picker-panel__icon-btn.d-arrow-left", "month-1": ".el-picker-panel__icon-btn.arrow-left",
    "month1": ".el-picker-panel__icon-btn.arrow-right", "year1": ".el-picker-panel__icon-btn.d-arrow-right",
  },

  label: el => el.closest(".el-input-group__append, .el-input-group__prepend, .el-pagination") ? null
    : formItem(el)?.querySelector(".el-form-item__label"),
  required: el => formItem(el)?.matches(".is-required") || null,
  unit(el) {
    const added = el.closest(".el-input") && all(el.closest(".el-input"), ".el-input-group__append, .el-input__suffix").map(says);
    return added?.find(isUnit) || null;
  },

  // A list of descriptions, and form items that only show.
  shown: root => [
    ...all(root, ".el-descriptions__label").map(label => ({ label, value: contentOf(label) })),
    ...all(root, ".el-form-item").map(item => ({ label: one(item, ".el-form-item__label"), value: one(item, ".el-form-item__content") })),
  ].filter(({ label, value }) => label && value && !one(value, ".el-form-item, button, .el-upload") && says(value)),

  parts: [
    { ...select, at: ".el-select:has(.el-tooltip__trigger)", seen: el => P.inSight(el) && !el.closest(".el-pagination"),
      kind: ({ el }) => popperOf(el)?.querySelector(".el-tree") ? "tree" : "select",
      items: panel => one(panel, ".el-tree") ? treeItems(panel) : listItems(panel) },
    { at: ".el-cascader.el-tooltip__trigger", kind: "cascader", value: (el, part) => tags(el).join("、") || part.field(el).value,
      readOnly: () => false, panel: openPopper, items: columnItems, busy: isBusy },
    // What is typed counts, as far as it offers the day: it refuses the others itself.
    { at: ".el-date-editor.el-input", kind: ({ el }) => el.matches(TIMES) ? "text" : "date", dating: () => ({ entry: "typed_first" }) },
    { at: ".el-range-editor.el-tooltip__trigger .el-range-input", kind: "date", dating: spanEnd },
    { at: ".el-radio-group", kind: "radio", members: choices },
    { at: ".el-checkbox-group", kind: "checkboxes", members: choices },
    { at: ".el-checkbox", kind: "checkbox", members: el => [choice(el)], seen: standsAlone },
    { at: ".el-switch", kind: "switch" },
    { at: ".el-upload", kind: "file", value: el => all(el.parentElement, ".el-upload-list__item-name").map(says).join("、"),
      field: el => one(el, "input[type=file]") },
    { at: ".el-input:has(input[readonly])", kind: control => control.beside ? "picker" : "text", beside: besideField },
  ],
});

// The content beside a label, in the next cell or (of a vertical list) in the next row.
function contentOf(label) {
  const next = label.nextElementSibling;
  if (next?.matches(".el-descriptions__content")) return next;
  return label.closest("tr")?.nextElementSibling?.cells[label.cellIndex] || null;
}
