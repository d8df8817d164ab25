// Ant Design 4 and 5 (React). What a field opens lies at the end of the page; the field that it belongs to is marked open.
//   <div class="ant-form-item"><div class="ant-form-item-label"><label class="ant-form-item-required">采购方式</label></div>
//     <div class="ant-select ant-select-open"><div class="ant-select-selector"><input aria-controls="plan_method_list" readonly>
//       <span class="ant-select-selection-item" title="网上超市">网上超市</span>
//   <div class="ant-select-dropdown"><div class="rc-virtual-list-holder"> … <div class="ant-select-item-option">网上超市
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";
const formItem = el => el.closest(".ant-form-item");
const BUTTON = "button, .ant-btn";

// --- drop-downs -----------------------------------------------------------------------------------------------------
// Only one is open at a time; its list bears the name that its field tells, where it has one.
const LEAVING = "[class*=-leave]";
const dropdownOf = el => {
  if (!el.matches(".ant-select-open")) return null;
  const open = all(document, ".ant-select-dropdown").filter(panel => P.inSight(panel) && !panel.matches(LEAVING));
  const name = one(el, "[aria-controls]")?.getAttribute("aria-controls");
  return open.find(panel => name && one(panel, `#${CSS.escape(name)}`)) || (open.length === 1 ? open[0] : null);
};

const listItems = panel => all(panel, ".ant-select-item-option").filter(P.inSight).map(el => ({
  el, text: says(one(el, ".ant-select-item-option-content") || el), chosen: el.matches(".ant-select-item-option-selected"),
  disabled: el.matches(".ant-select-item-option-disabled"),
}));

// <ul class="ant-cascader-menu"> (one for each column) <li class="ant-cascader-menu-item ant-cascader-menu-item-expand">
const columnItems = panel => all(panel, ".ant-cascader-menu").flatMap((column, level) =>
  all(column, ".ant-cascader-menu-item").filter(P.inSight).map(el => ({
    el, level, text: says(one(el, ".ant-cascader-menu-item-content") || el), branch: el.matches(".ant-cascader-menu-item-expand"),
    open: el.matches(".ant-cascader-menu-item-active"), disabled: el.matches(".ant-cascader-menu-item-disabled"),
  })));

// <div class="ant-select-tree-treenode"><span indent>(one unit a level)<span switcher><span node-content-wrapper><span title>
const nodesOf = kind => panel => all(panel, `.${kind}-treenode`).filter(P.inSight).map(node => {
  const sign = one(node, `.${kind}-switcher`);
  const words = one(node, `.${kind}-node-content-wrapper`) || node;
  return {
    el: words, sign, text: says(one(words, `.${kind}-title`) || words), level: all(node, `.${kind}-indent-unit`).length,
    branch: Boolean(sign && !sign.matches(`.${kind}-switcher-noop, .${kind}-switcher-leaf-line`)),
    open: Boolean(sign?.matches(`.${kind}-switcher_open`)), chosen: words.matches(`.${kind}-node-selected`),
    disabled: node.matches(`.${kind}-treenode-disabled`),
  };
});
const treeItems = nodesOf("ant-select-tree");

const BUSY = ".ant-spin-spinning, .ant-cascader-menu-item-loading, .ant-select-tree-switcher_loading, .anticon-loading";
const ITEMS = { cascader: columnItems, tree: treeItems, select: listItems };
const kindOf = el => el.matches(".ant-cascader") ? "cascader" : el.matches(".ant-tree-select") ? "tree" : "select";
const select = {
  at: ".ant-select:not(:has(.ant-select-selection))", // one of those is an older generation's: antd_vue.js
  kind: ({ el }) => kindOf(el),
  seen: el => P.inSight(el) && !el.closest(".ant-pagination"),
  value(el) {
    const tags = all(el, ".ant-select-selection-overflow-item .ant-select-selection-item-content").map(says);
    return tags.join("、") || says(one(el, ".ant-select-selection-item")) || (el.matches(".ant-select-auto-complete") ? one(el, "input").value : "");
  },
  disabled: el => el.matches(".ant-select-disabled"),
  readOnly: () => false,
  opener: el => one(el, ".ant-select-selector") || el,
  panel: dropdownOf,
  items: (panel, el) => ITEMS[kindOf(el)](panel),
  busy: panel => all(panel, BUSY).some(P.inSight),
  multiple: el => el.matches(".ant-select-multiple"),
  tags: el => all(el, ".ant-select-selection-overflow-item .ant-select-selection-item").map(tag => ({
    text: says(one(tag, ".ant-select-selection-item-content") || tag), remove: one(tag, ".ant-select-selection-item-remove"),
  })),
  scroller: panel => one(panel, ".rc-virtual-list-holder, .ant-select-tree-list-holder"),
  search: el => el.matches(".ant-select-show-search") && !el.matches(".ant-cascader, .ant-tree-select") ? one(el, "input") : null,
};

// --- dates ----------------------------------------------------------------------------------------------------------
// What is typed may go on standing there although it was never taken: a day that is not offered, a time without 确定.
const date = { at: ".ant-picker:not(.ant-picker-range)", kind: "date", disabled: el => el.matches(".ant-picker-disabled"), dating: () => ({ entry: "picked" }) };

// Two fields of one span; only its calendar sets them.
const spanEnd = {
  at: ".ant-picker-range .ant-picker-input > input",
  kind: "date",
  dating: el => ({ entry: "picked", of: el.closest(".ant-picker-range"), place: all(el.closest(".ant-picker-range"), "input").indexOf(el) }),
};

// --- what is ticked -------------------------------------------------------------------------------------------------
const ticked = el => ({ el, text: says(el), on: Boolean(one(el, "input")?.checked), disabled: Boolean(one(el, "input")?.disabled) });
const members = selector => el => all(el, selector).filter(P.inSight).map(ticked);
const alone = el => P.inSight(el) && !el.closest(".ant-table, .ant-tree, .ant-transfer, .ant-checkbox-group");

const ADDED = ".ant-input-group-addon, .ant-input-suffix, .ant-input-number-group-addon, .ant-input-number-suffix, .ant-space-addon";
const AROUND = ".ant-input-group-wrapper, .ant-input-affix-wrapper, .ant-input-number-group-wrapper, .ant-input-number-affix-wrapper, .ant-space-compact";

toolkits.push({
  name: "antd",
  dialogs: ".ant-modal, .ant-drawer-content, .ant-drawer-section, .ant-popconfirm",
  toasts: ".ant-message-notice, .ant-notification-notice",
  masks: ".ant-spin-fullscreen-show, .ant-spin-spinning, .ant-skeleton-active",
  unfolds: ".ant-table-row-expand-icon:not(.ant-table-row-expand-icon-spaced)",
  tree: { at: ".ant-tree", nodes: nodesOf("ant-tree") },
  panels: ".ant-select-dropdown, .ant-picker-dropdown, .ant-dropdown, .ant-tooltip, .ant-mentions-dropdown",
  errors: ".ant-form-item-explain-error",
  pressables: ".ant-menu-item, .ant-menu-submenu-title, .ant-tabs-tab, .ant-dropdown-menu-item, .ant-pagination-item, .ant-collapse-header, .ant-segmented-item",
  disabled: ".ant-select-disabled, .ant-picker-disabled, .ant-checkbox-wrapper-disabled, .ant-radio-wrapper-disabled, .ant-menu-item-disabled, " +
    ".ant-menu-submenu-disabled, .ant-pagination-disabled, .ant-tabs-tab-disabled, .ant-dropdown-menu-item-disabled, .ant-btn[disabled]",
  titles: ".ant-divider-inner-text, .ant-collapse-header, .ant-card-head-title",
  sections: ".ant-collapse-item:not(.ant-collapse-item-active) > .ant-collapse-header",
  crosses: ".ant-modal-close, .ant-drawer-close, .ant-notification-notice-close",
  tabCrosses: ".ant-tabs-tab-active .ant-tabs-tab-remove",
  arrows: {
    "year-1": ".ant-picker-header-super-prev-btn", "month-1": ".ant-picker-header-prev-btn",
    "month1": ".ant-picker-header-next-btn", "year1": ".ant-picker-header-super-next-btn",
  },

  label: el => el.closest(".ant-pagination") ? null : one(formItem(el) || el, ".ant-form-item-label label")
    || one(el, ".ant-checkbox + span"),
  required: el => one(formItem(el) || el, ".ant-form-item-label label")?.matches(".ant-form-item-required") || null,
  unit: el => all(el.closest(AROUND) || el, ADDED).map(says).find(Boolean) || null,
  // descriptions, and form items that hold plain text
  shown: root => [
    ...all(root, ".ant-descriptions-item-label").map(label => ({ label, value: contentOf(label) })),
    ...all(root, ".ant-form-item").map(item => ({ label: one(item, "label"), value: one(item, ".ant-form-item-control-input-content") })),
  ].filter(({ label, value }) => label && value && says(value) && !one(value, BUTTON)),

  // <div class="ant-transfer"><div class="ant-transfer-list">(left) <div class="ant-transfer-operation"> … <div class="ant-transfer-list">(right)
  transfer(root) {
    const [left, right] = all(root, ".ant-transfer-list").map(list => all(list, ".ant-transfer-list-content-item").map(ticked));
    const sign = name => one(root, `.ant-transfer-operation .anticon-${name}, .ant-transfer-actions .anticon-${name}`)?.closest("button") || null;
    return right ? { left, right, add: sign("right"), remove: sign("left") } : null;
  },

  parts: [
    select,
    date,
    spanEnd,
    { at: ".ant-radio-group", kind: "radio", members: members(".ant-radio-wrapper, .ant-radio-button-wrapper") },
    { at: ".ant-checkbox-group", kind: "checkboxes", members: members(".ant-checkbox-wrapper") },
    { at: ".ant-checkbox-wrapper", kind: "checkbox", seen: alone },
    { at: ".ant-switch", kind: "switch", on: el => el.getAttribute("aria-checked") === "true", field: () => null, disabled: el => el.disabled },
    {
      at: ".ant-upload-wrapper",
      kind: "file",
      field: el => one(el, "input[type=file]"),
      value: el => all(el, ".ant-upload-list-item-name").map(says).join("、"),
    },
  ],
});

// The content beside a label: in the same item, in the next cell, or (where labels stand above) in the next row.
function contentOf(label) {
  const next = label.nextElementSibling;
  if (next?.matches(".ant-descriptions-item-content")) return next;
  return label.closest("tr")?.nextElementSibling?.cells[label.closest("td, th").cellIndex] || null;
}
