// Ant Design Vue 1.x and Ant Design 3 (React), which look alike and older than antd.js: JeecgBoot is made of it. What a field opens
// lies at the end of the page; an open field names its list.
//   <div class="ant-form-item"><div class="ant-form-item-label"><label class="ant-form-item-required">采购方式</label></div>
//     <div class="ant-select ant-select-open"><div role="combobox" aria-controls="…" class="ant-select-selection">
//       <div class="ant-select-selection__rendered"><div class="ant-select-selection-selected-value">网上超市
//   <div class="ant-select-dropdown"><div id="…"><ul class="ant-select-dropdown-menu"><li class="ant-select-dropdown-menu-item">网上超市
// A tree to choose from is a <span class="ant-select" role="combobox"> itself.
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";
const open = panel => P.inSight(panel) && !panel.matches("[class*=-leave], [class*=-hidden]");

// --- drop-downs -----------------------------------------------------------------------------------------------------
const dropdownOf = el => {
  if (!el.matches(".ant-select-open")) return null;
  const lists = all(document, ".ant-select-dropdown").filter(open);
  const name = el.getAttribute("aria-controls") || one(el, "[aria-controls]")?.getAttribute("aria-controls");
  return lists.find(list => name && one(list, `#${CSS.escape(name)}`)) || (lists.length === 1 ? lists[0] : null);
};
const listItems = panel => all(panel, ".ant-select-dropdown-menu-item").filter(P.inSight).map(el => ({
  el, text: says(el), chosen: el.matches(".ant-select-dropdown-menu-item-selected"), disabled: el.matches(".ant-select-dropdown-menu-item-disabled"),
}));

// <li class="ant-select-tree-treenode-switcher-close"><span class="ant-select-tree-switcher ant-select-tree-switcher_close">
//   <span class="ant-select-tree-node-content-wrapper"><span class="ant-select-tree-title">A02 通用设备 … <ul class="ant-select-tree-child-tree">
const depthOf = (node, panel) => {
  let depth = 0;
  for (let at = node.parentElement; at && at !== panel; at = at.parentElement) if (at.matches("li[role=treeitem]")) depth += 1;
  return depth;
};
const treeItems = panel => all(panel, ".ant-select-tree li").filter(P.inSight).map(node => {
  const sign = one(node, ":scope > .ant-select-tree-switcher");
  const words = one(node, ":scope > .ant-select-tree-node-content-wrapper") || node;
  return {
    el: words, sign, text: says(one(words, ".ant-select-tree-title") || words), level: depthOf(node, panel),
    branch: Boolean(sign?.matches(".ant-select-tree-switcher_open, .ant-select-tree-switcher_close")),
    open: Boolean(sign?.matches(".ant-select-tree-switcher_open")), chosen: words.matches(".ant-select-tree-node-selected"),
    disabled: node.matches("[class*=treenode-disabled]"),
  };
});
const isTree = el => el.matches("[role=combobox]");
const field = ".ant-select-search__field";
const select = {
  at: ".ant-select:has(.ant-select-selection)",
  kind: ({ el }) => isTree(el) ? "tree" : "select",
  seen: el => P.inSight(el) && !el.closest(".ant-pagination"),
  field: el => one(el, field),
  value: el => all(el, ".ant-select-selection__choice__content").map(says).join("、") || says(one(el, ".ant-select-selection-selected-value"))
    || (el.matches(".ant-select-auto-complete, .ant-select-combobox") ? one(el, "input, textarea")?.value || "" : ""),
  disabled: el => el.matches(".ant-select-disabled"),
  readOnly: () => false,
  opener: el => one(el, ".ant-select-selection") || el,
  panel: dropdownOf,
  items: (panel, el) => isTree(el) ? treeItems(panel) : listItems(panel),
  busy: panel => all(panel, ".ant-spin-spinning, .ant-select-tree-switcher_loading, .anticon-loading").some(P.inSight),
  scroller: () => null, // every option is drawn
  search: (el, panel) => isTree(el) ? null : [one(el, field), panel && one(panel, field)].find(at => at && P.inSight(at)) || null,
};

// <span class="ant-cascader-picker"><input class="ant-cascader-input" readonly><span class="ant-cascader-picker-label">山东省 / 聊城市
// <div class="ant-cascader-menus"><ul class="ant-cascader-menu"> (one for each column) <li class="ant-cascader-menu-item ant-cascader-menu-item-expand">
const cascader = {
  at: ".ant-cascader-picker",
  kind: "cascader",
  value: el => says(one(el, ".ant-cascader-picker-label")),
  disabled: el => el.matches(".ant-cascader-picker-disabled"),
  readOnly: () => false,
  opener: el => el,
  panel: el => one(el, ".ant-cascader-picker-arrow-expand") || el.matches(".ant-cascader-picker-focused")
    ? all(document, ".ant-cascader-menus").filter(open).at(-1) || null : null,
  items: panel => all(panel, ".ant-cascader-menu").flatMap((column, level) => all(column, ".ant-cascader-menu-item").filter(P.inSight).map(el => ({
    el, level, text: says(el), branch: el.matches(".ant-cascader-menu-item-expand"), open: el.matches(".ant-cascader-menu-item-active"),
    disabled: el.matches(".ant-cascader-menu-item-disabled"),
  }))),
  busy: panel => one(panel, ".ant-cascader-menu-item-loading") !== null,
  scroller: () => null,
};

toolkits.push({
  name: "antd-vue",
  dialogs: ".ant-popover:has(.ant-popover-message)",
  panels: ".ant-cascader-menus, .ant-calendar-picker-container, .ant-time-picker-panel, .ant-fullcalendar",
  errors: ".has-error .ant-form-explain",
  disabled: ".ant-cascader-picker-disabled, .ant-calendar-picker-input[disabled]",
  arrows: {
    "year-1": ".ant-calendar-prev-year-btn", "month-1": ".ant-calendar-prev-month-btn",
    "month1": ".ant-calendar-next-month-btn", "year1": ".ant-calendar-next-year-btn",
  },
  parts: [
    select,
    cascader,
    { at: ".ant-calendar-picker:not(:has(.ant-calendar-range-picker-input))", kind: "date", field: el => one(el, "input"), dating: () => ({ entry: "picked" }) },
    {
      at: ".ant-upload", kind: "file", field: el => one(el, "input[type=file]"),
      seen: el => P.inSight(el) && !el.closest(".ant-upload-wrapper") && one(el, "input[type=file]") !== null && !el.parentElement.closest(".ant-upload"),
      value: el => all(el.parentElement, ".ant-upload-list-item-name").map(says).join("、"),
    },
  ],
});
