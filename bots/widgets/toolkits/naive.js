// Naive UI (Vue 3). What a field opens lies at the end of the page, and nothing tells whose it is but that only one is open.
//   <div class="n-form-item"><label class="n-form-item-label"><span class="n-form-item-label__text">采购方式</span>
//     <div class="n-select"><div class="n-base-selection n-base-selection--active"><div class="n-base-selection-label">
//       <div class="n-base-selection-input"><div class="n-base-selection-input__content">网上超市 (to search in, it is an input)
//   <div class="v-binder-follower-container"> … <div class="n-base-select-menu"><div class="n-base-select-option">网上超市
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";
const formItem = el => el.closest(".n-form-item");

// --- what opens -----------------------------------------------------------------------------------------------------
const openMenu = selector => el => {
  if (!one(el, ".n-base-selection--active")) return null;
  const menus = all(document, selector).filter(menu => P.inSight(menu) && !menu.matches("[class*=-leave-active], [class*=-leave-to]"));
  return menus.length === 1 ? menus[0] : null;
};
const selection = {
  // The text lies over the input that is searched in.
  value: el => all(el, ".n-base-selection-tag-wrapper .n-tag__content").map(says).join("、")
    || says(one(el, ".n-base-selection-input__content"))
    || says(one(el, ".n-base-selection-label__render-label .n-base-selection-overlay__wrapper")) || "",
  disabled: el => one(el, ".n-base-selection--disabled") !== null,
  readOnly: () => false,
  opener: el => one(el, ".n-base-selection-label, .n-base-selection-tags") || el,
  busy: panel => all(panel, ".n-base-loading__container, .n-base-menu-loading, .n-base-select-menu__loading").some(P.inSight),
  scroller: panel => one(panel, ".v-vl"),
};

const SELECT_MENU = ".n-base-select-menu";
const select = {
  ...selection,
  at: ".n-select:not(.n-pagination *)",
  kind: "select",
  panel: openMenu(SELECT_MENU),
  items: panel => all(panel, ".n-base-select-option").filter(P.inSight).map(el => ({
    el, text: says(one(el, ".n-base-select-option__content") || el), chosen: el.matches(".n-base-select-option--selected"),
    disabled: el.matches(".n-base-select-option--disabled"),
  })),
  search: el => one(el, "input.n-base-selection-input, input.n-base-selection-input-tag__input"),
};

// What is typed is searched for; it is chosen from what comes.
const suggestions = {
  ...selection,
  at: ".n-auto-complete",
  kind: "select",
  field: el => one(el, "input"),
  value: el => one(el, "input")?.value || "",
  opener: el => one(el, "input"),
  panel: () => all(document, ".n-auto-complete-menu, .n-base-select-menu").find(P.inSight) || null,
  items: select.items,
  search: el => one(el, "input"),
};

// Nothing marks the entry whose column is open: it is the one that was pressed last in its own.
const opened = new WeakMap();
let listening = false;
const listen = () => {
  if (listening) return;
  listening = true;
  document.addEventListener("click", event => {
    const option = event.target.closest?.(".n-cascader-option");
    if (option) opened.set(option.closest(".n-cascader-submenu"), option);
  }, true);
};
const cascader = {
  ...selection,
  at: ".n-cascader",
  kind: "cascader",
  panel: openMenu(".n-cascader-menu"),
  items(panel) {
    listen();
    return all(panel, ".n-cascader-submenu").flatMap((column, level) => all(column, ".n-cascader-option").filter(P.inSight).map(el => ({
      el, level, text: says(one(el, ".n-cascader-option__label")), branch: one(el, ".n-cascader-option-icon--arrow") !== null,
      open: opened.get(column) === el, disabled: el.matches(".n-cascader-option--disabled"),
    })));
  },
};

// <div class="n-tree-node"><div class="n-tree-node-indent">(one a level) <span class="n-tree-node-switcher">▸ <span class="n-tree-node-content">
const tree = {
  ...selection,
  at: ".n-tree-select",
  kind: "tree",
  panel: openMenu(".n-tree-select-menu"),
  items: panel => all(panel, ".n-tree-node").filter(P.inSight).map(node => {
    const sign = one(node, ".n-tree-node-switcher");
    return {
      el: one(node, ".n-tree-node-content"), sign, text: says(one(node, ".n-tree-node-content__text")),
      level: all(node, ".n-tree-node-indent").length, branch: Boolean(sign) && !sign.matches(".n-tree-node-switcher--hide"),
      open: Boolean(sign?.matches(".n-tree-node-switcher--expanded")), chosen: node.matches(".n-tree-node--selected"),
      disabled: node.matches(".n-tree-node--disabled") || !node.matches(".n-tree-node--selectable"),
    };
  }),
};

// --- what is ticked -------------------------------------------------------------------------------------------------
const radio = el => ({
  el, text: says(one(el, ".n-radio__label, .n-radio-button__label") || el), on: el.matches(".n-radio--checked, .n-radio-button--checked"),
  disabled: el.matches(".n-radio--disabled, .n-radio-button--disabled"),
});
const box = el => ({
  el, text: says(one(el, ".n-checkbox__label")), on: el.getAttribute("aria-checked") === "true", disabled: el.matches(".n-checkbox--disabled"),
});
const members = (selector, member) => el => all(el, selector).filter(P.inSight).map(member);
const alone = el => P.inSight(el) && !el.closest(".n-data-table, .n-tree, .n-transfer, .n-checkbox-group, .n-cascader-menu");

toolkits.push({
  name: "naive",
  dialogs: ".n-modal, .n-dialog, .n-drawer, .n-popconfirm",
  toasts: ".n-message, .n-notification",
  masks: ".n-spin-body, .n-data-table-loading-wrapper, .n-skeleton",
  panels: ".n-base-select-menu, .n-cascader-menu, .n-tree-select-menu, .n-date-panel, .n-time-picker-panel, .n-dropdown-menu, .n-tooltip, " +
    ".n-auto-complete-menu",
  errors: ".n-form-item-feedback--error",
  pressables: ".n-menu-item-content, .n-tabs-tab, .n-dropdown-option-body, .n-pagination-item--clickable, .n-collapse-item__header-main",
  disabled: ".n-base-selection--disabled, .n-input--disabled, .n-checkbox--disabled, .n-radio--disabled, .n-switch--disabled, " +
    ".n-button--disabled, .n-pagination-item--disabled, .n-tabs-tab--disabled, .n-menu-item-content--disabled",
  crosses: ".n-base-close",
  tabCrosses: ".n-tabs-tab--active .n-tabs-tab__close",
  trees: ".n-tree",
  arrows: {
    "year-1": ".n-date-panel-month__fast-prev", "month-1": ".n-date-panel-month__prev",
    "month1": ".n-date-panel-month__next", "year1": ".n-date-panel-month__fast-next",
  },

  label(el) {
    const label = el.closest(".n-pagination, .n-data-table") ? null : formItem(el) && one(formItem(el), ".n-form-item-label__text");
    return says(label) ? label : null;
  },
  required: el => Boolean(formItem(el) && one(formItem(el), ".n-form-item-label__asterisk")) || null,
  // a suffix inside the field, or a label of the group that it stands in
  unit: el => [
    ...all(el.closest(".n-input") || el, ".n-input__suffix > *, .n-input-number-suffix, .n-input__prefix > *, .n-input__suffix"),
    ...all(el.closest(".n-input-group") || el, ":scope > .n-input-group-label"),
  ].map(says).find(isUnit) || null,
  shown: root => [
    ...all(root, ".n-form-item").map(item => ({ label: one(item, ".n-form-item-label__text"), value: one(item, ".n-form-item-blank") })),
    ...all(root, ".n-descriptions-table-content__label").map(label => ({ label, value: label.nextElementSibling })),
    ...all(root, "th.n-descriptions-table-header").map(label => ({
      label, value: label.nextElementSibling?.matches("td") ? label.nextElementSibling : label.closest("tr")?.nextElementSibling?.cells[label.cellIndex],
    })),
  ].filter(({ label, value }) => label && value && says(value) && !one(value, "button")),

  parts: [
    select,
    cascader,
    tree,
    suggestions,
    { at: ".n-date-picker:not(.n-date-picker--range)", kind: "date", field: el => one(el, "input"), dating: () => ({ entry: "picked" }) },
    { at: ".n-radio-group", kind: "radio", members: members(".n-radio, .n-radio-button", radio) },
    { at: ".n-checkbox-group", kind: "checkboxes", members: members(".n-checkbox", box) },
    { at: ".n-checkbox", kind: "checkbox", members: el => [box(el)], seen: alone },
    {
      at: ".n-switch", kind: "switch", on: el => el.getAttribute("aria-checked") === "true", field: () => null,
      disabled: el => el.matches(".n-switch--disabled"),
    },
    {
      at: ".n-upload", kind: "file", field: el => one(el, "input[type=file]"),
      value: el => all(el, ".n-upload-file-info__name").map(says).join("、"),
    },
  ],
});
