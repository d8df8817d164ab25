// iView and its successors View UI and View UI Plus. What a field opens lies inside it, or (`transfer`) at the end of the page;
// a hidden input beside each choice holds what would be sent.
//   <div class="ivu-form-item ivu-form-item-required"><label class="ivu-form-item-label">采购方式</label><div class="ivu-form-item-content">
//     <div class="ivu-select ivu-select-visible"><div class="ivu-select-selection"><input type="hidden" value="40">
//       <span class="ivu-select-selected-value">网上超市</span> (or, to search in: <input class="ivu-select-input">)
//     <div class="ivu-select-dropdown"><ul class="ivu-select-dropdown-list"><li class="ivu-select-item">网上超市
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";
const formItem = el => el.closest(".ivu-form-item");
const hidden = el => one(el, "input[type=hidden]");

// --- what opens -----------------------------------------------------------------------------------------------------
// A transferred list is known by its component; where that cannot be asked, it is the only one in sight.
const LEAVING = "[class*=-leave-active], [class*=-leave-to]";
const holds = { select: ".ivu-select-dropdown-list", cascader: ".ivu-cascader-menu", date: ".ivu-picker-panel-body" };
const dropOf = (el, kind) => {
  const refs = el.__vue__?.$refs || {};
  const known = one(el, ".ivu-select-dropdown") || (refs.dropdown || refs.drop)?.$el;
  const open = drop => drop && P.shown(drop) && !drop.matches(LEAVING);
  if (known?.matches?.(".ivu-select-dropdown")) return open(known) ? known : null;
  const drops = all(document, "body > .ivu-select-dropdown, body > div > .ivu-select-dropdown").filter(open).filter(drop => one(drop, holds[kind]));
  return drops.length === 1 ? drops[0] : null;
};
const busy = panel => all(panel, ".ivu-select-loading, .ivu-cascader-menu-item-loading, .ivu-spin").some(P.inSight);

const tags = el => all(el, ".ivu-tag > .ivu-tag-text, .ivu-select-selection .ivu-tag > span:first-child").map(says);
const select = {
  at: ".ivu-select:not(.ivu-page *)",
  kind: "select",
  field: el => one(el, ".ivu-select-input, .ivu-input"),
  value(el) {
    const field = one(el, ".ivu-select-input, .ivu-input");
    return tags(el).join("、") || says(one(el, ".ivu-select-selected-value")) || (el.matches(".ivu-select-multiple") ? "" : field?.value || "");
  },
  held: el => hidden(el) ? [hidden(el).value] : null,
  postedAs: el => hidden(el)?.name || "",
  disabled: el => el.matches(".ivu-select-disabled"),
  readOnly: () => false,
  opener: el => one(el, ".ivu-select-selection") || el,
  panel: el => el.matches(".ivu-select-visible") ? dropOf(el, "select") : null,
  items: panel => all(panel, ".ivu-select-item").filter(P.inSight).map(el => ({
    el, text: says(el), chosen: el.matches(".ivu-select-item-selected"), disabled: el.matches(".ivu-select-item-disabled"),
  })),
  busy,
  scroller: () => null, // every option is drawn
  search: el => one(el, ".ivu-select-input, .ivu-auto-complete .ivu-input"),
};

// <ul class="ivu-cascader-menu"> (one for each column) <li class="ivu-cascader-menu-item ivu-cascader-menu-item-active">山东省<i>
const cascader = {
  at: ".ivu-cascader",
  kind: "cascader",
  value: el => says(one(el, ".ivu-cascader-label")) || one(el, ".ivu-input")?.value || "",
  held: el => hidden(el) ? [hidden(el).value] : null,
  postedAs: el => hidden(el)?.name || "",
  disabled: el => el.matches(".ivu-cascader-disabled") || Boolean(one(el, "input:disabled")),
  readOnly: () => false,
  opener: el => one(el, ".ivu-cascader-rel") || el,
  panel: el => el.matches(".ivu-cascader-visible") ? dropOf(el, "cascader") : null,
  items: panel => all(panel, ".ivu-cascader-menu").filter(P.inSight).flatMap((column, level) =>
    all(column, ".ivu-cascader-menu-item").filter(P.inSight).map(el => ({
      el, level, text: says(el), branch: one(el, ".ivu-icon") !== null, open: el.matches(".ivu-cascader-menu-item-active"),
      disabled: el.matches(".ivu-cascader-menu-item-disabled"),
    }))),
  busy,
  scroller: () => null,
};

// --- what is ticked -------------------------------------------------------------------------------------------------
const ticked = el => ({ el, text: says(el), on: Boolean(one(el, "input")?.checked), disabled: Boolean(one(el, "input")?.disabled) });
const members = selector => el => all(el, selector).filter(P.inSight).map(ticked);
const alone = el => P.inSight(el) && !el.closest(".ivu-table-wrapper, .ivu-table, .ivu-tree, .ivu-transfer, .ivu-checkbox-group, .ivu-radio-group");

const ADDED = ".ivu-input-group-append, .ivu-input-group-prepend, .ivu-input-suffix, .ivu-input-prefix";
toolkits.push({
  name: "iview",
  dialogs: ".ivu-modal, .ivu-drawer, .ivu-poptip-popper:has(.ivu-poptip-body-message)",
  toasts: ".ivu-message-notice, .ivu-notice-notice",
  masks: ".ivu-spin-fix, .ivu-spin-fullscreen",
  panels: ".ivu-select-dropdown, .ivu-poptip-popper:not(:has(.ivu-poptip-body-message)), .ivu-tooltip-popper, .ivu-color-picker",
  errors: ".ivu-form-item-error-tip",
  pressables: ".ivu-menu-item, .ivu-menu-submenu-title, .ivu-tabs-tab, .ivu-dropdown-item, .ivu-page-item, .ivu-collapse-header",
  disabled: ".ivu-select-disabled, .ivu-cascader-disabled, .ivu-checkbox-wrapper-disabled, .ivu-radio-wrapper-disabled, .ivu-switch-disabled, " +
    ".ivu-input-number-disabled, .ivu-page-disabled, .ivu-tabs-tab-disabled, .ivu-menu-item-disabled, .ivu-dropdown-item-disabled",
  crosses: ".ivu-modal-close, .ivu-drawer-close, .ivu-message-notice-close, .ivu-notice-notice-close",
  titles: ".ivu-divider-inner-text, .ivu-collapse-header, .ivu-card-head",
  tabCrosses: ".ivu-tabs-tab-active .ivu-tabs-close, .ivu-tag-primary .ivu-icon-ios-close",
  trees: ".ivu-tree",
  arrows: {
    "year-1": ".ivu-date-picker-prev-btn-arrow-double", "month-1": ".ivu-date-picker-prev-btn-arrow",
    "month1": ".ivu-date-picker-next-btn-arrow", "year1": ".ivu-date-picker-next-btn-arrow-double",
  },

  label: el => el.closest(".ivu-page, .ivu-table-wrapper") ? null : says(formItem(el) && one(formItem(el), ".ivu-form-item-label"))
    ? one(formItem(el), ".ivu-form-item-label") : null,
  required: el => formItem(el)?.matches(".ivu-form-item-required") || null,
  unit: el => all(el.closest(".ivu-input-wrapper, .ivu-input-number") || el, ADDED).map(says).find(isUnit) || null,
  shown: root => all(root, ".ivu-form-item").map(item => ({ label: one(item, ".ivu-form-item-label"), value: one(item, ".ivu-form-item-content") }))
    .filter(({ label, value }) => label && value && says(value) && !one(value, "button, .ivu-form-item")),

  parts: [
    select,
    cascader,
    // a day that is not offered goes on standing there when it was typed
    { at: ".ivu-date-picker", kind: "date", field: el => one(el, ".ivu-input"),
      dating: el => ({ entry: "picked", spans: /range/.test(el.__vue__?.type || "") }) },
    { at: ".ivu-radio-group", kind: "radio", members: members(".ivu-radio-wrapper") },
    { at: ".ivu-checkbox-group", kind: "checkboxes", members: members(".ivu-checkbox-wrapper") },
    { at: ".ivu-checkbox-wrapper", kind: "checkbox", members: el => [ticked(el)], seen: alone },
    {
      at: ".ivu-switch", kind: "switch", on: el => el.matches(".ivu-switch-checked"), field: () => null,
      disabled: el => el.matches(".ivu-switch-disabled"), held: el => hidden(el) ? [hidden(el).value] : null,
    },
    {
      at: ".ivu-upload", kind: "file", field: el => one(el, "input[type=file]"),
      value: el => all(el, ".ivu-upload-list-file > span").map(says).join("、"),
    },
  ],
});
