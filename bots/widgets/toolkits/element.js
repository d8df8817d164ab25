// Element UI 2 (Vue 2).
//   <div class="el-form-item is-required"><label class="el-form-item__label">采购方式</label><div class="el-form-item__content">
//     <div class="el-select"><div class="el-input is-focus"><input class="el-input__inner" readonly></div></div></div></div>
//   at the end of the page, once it was opened: <div class="el-select-dropdown el-popper"> … <li class="el-select-dropdown__item">
const item = el => el.closest(".el-form-item");
const open = el => el.querySelector(".el-input")?.matches(".is-focus") || false;
const leaving = el => /-leave-active/.test(el.className);
const inner = ".el-input__inner";

// What a field opens lies inside it until it is opened first, then at the end of the page; only its component knows it there.
const dropdown = (el, kind) => el.querySelector(kind) || [el.__vue__, ...(el.__vue__?.$children || [])]
  .map(one => one?.popperElm).find(one => one?.matches?.(kind)) || null;
const openOne = (el, kind) => {
  if (!open(el)) return null;
  const own = dropdown(el, kind);
  return own || [...document.querySelectorAll(kind)].find(one => P.shown(one) && !leaving(one)) || null;
};

const member = el => ({
  el, text: clean(el.textContent), on: el.matches(".is-checked, .is-active"), disabled: el.matches(".is-disabled") || Boolean(el.querySelector("input:disabled")),
});

// A check box alone is named by its own words, unless its form item holds nothing else and has a label.
const boxLabel = el => {
  const label = item(el)?.querySelector(":scope > .el-form-item__label");
  const alone = item(el)?.querySelectorAll(".el-checkbox").length === 1;
  return label && alone && clean(label.textContent) ? label : el.querySelector(".el-checkbox__label");
};

const treeItems = panel => [...panel.querySelectorAll(".el-tree-node__content")].filter(P.shown).map(el => {
  const node = el.closest(".el-tree-node"), sign = el.querySelector(".el-tree-node__expand-icon");
  let level = 0;
  for (let at = node; (at = at.parentElement.closest(".el-tree-node")) && panel.contains(at);) level += 1;
  return { el, level, branch: !sign?.matches(".is-leaf"), open: node.matches(".is-expanded"), disabled: false, sign };
});

const SELECT = ".el-select-dropdown";
// Tags lie over the field, each with a cross of its own; the arrow of one that can be emptied becomes a cross under the hand.
const openerOf = el => {
  const tags = el.querySelector(".el-select__tags");
  return tags ? (el.__vue__?.clearable ? tags : el.querySelector(".el-select__caret") || tags) : el.querySelector(inner);
};
const select = {
  at: ".el-select:not(:has(> .el-select__wrapper))",
  kind: ({ el }) => dropdown(el, SELECT)?.querySelector(".el-tree") ? "tree" : "select",
  value: el => {
    const tags = [...el.querySelectorAll(".el-select__tags-text")].map(tag => clean(tag.textContent));
    return tags.length ? tags.join("、") : el.querySelector(inner)?.value || "";
  },
  disabled: el => el.querySelector(inner)?.disabled || false,
  readOnly: () => false,
  opener: openerOf,
  panel: el => openOne(el, SELECT),
  items: panel => panel.querySelector(".el-tree") ? treeItems(panel)
    : [...panel.querySelectorAll(".el-select-dropdown__item")].filter(one => P.shown(one) && !one.__vue__?.created) // what was typed is no offer
      .map(el => ({ el, disabled: el.matches(".is-disabled"), chosen: el.matches(".selected") })),
  busy: panel => Boolean(panel.querySelector(".el-tree-node__loading-icon")) || /加载/.test(panel.querySelector(".el-select-dropdown__empty")?.textContent || ""),
  scroller: () => null, // every option is drawn
  // one that asks its server for what is typed has no arrow
  search: el => el.querySelector(".el-select__caret") && !el.querySelector(".el-icon-arrow-up, .el-icon-circle-close")
    ? el.querySelector(`.el-select__input, ${inner}`) : null,
  multiple: el => Boolean(el.querySelector(".el-select__tags")),
  tags: el => [...el.querySelectorAll(".el-select__tags .el-tag")].map(tag => ({ text: clean(tag.textContent), remove: tag.querySelector(".el-tag__close") })),
};

// Its suggestions come when it is typed in; a page may keep the number of the one that is chosen.
const autocomplete = {
  at: ".el-autocomplete:not(:has(.el-tooltip__trigger), .el-tooltip__trigger)",
  kind: "select",
  panel: el => [el.__vue__?.$refs.suggestions?.$el, ...document.querySelectorAll(".el-autocomplete-suggestion")].find(one => one && P.shown(one) && !leaving(one)) || null,
  items: panel => [...panel.querySelectorAll("li")].filter(one => P.shown(one) && !one.querySelector(".el-icon-loading")).map(el => ({ el })),
  busy: panel => panel.querySelector(".is-loading, .el-icon-loading") !== null,
  search: el => el.querySelector(inner),
};

const cascader = {
  at: ".el-cascader:not(.el-tooltip__trigger)", // that is how the next generation marks its own
  kind: "cascader",
  readOnly: () => false,
  disabled: el => el.querySelector(inner)?.disabled || false,
  // one that shows only the last level of its path is asked for all of them
  value: el => {
    const shown = el.querySelector(inner).value, path = el.__vue__?.showAllLevels === false && el.__vue__.getCheckedNodes?.()?.[0]?.pathLabels;
    return path && path.at(-1) === shown ? path.join(" / ") : shown;
  },
  panel: el => openOne(el, ".el-cascader__dropdown"),
  items: panel => [...panel.querySelectorAll(".el-cascader-menu")].flatMap((menu, level) =>
    [...menu.querySelectorAll(".el-cascader-node")].filter(P.shown).map(el => ({
      el: el.querySelector(".el-cascader-node__label"), mark: el.querySelector(":scope > .el-radio"), level, branch: Boolean(el.querySelector(".el-cascader-node__postfix")),
      open: el.matches(".in-active-path"), disabled: el.matches(".is-disabled"),
    }))),
  busy: panel => Boolean(panel.querySelector(".el-icon-loading")),
  scroller: () => null,
};

const date = {
  at: ".el-date-editor.el-input:not(.el-tooltip__trigger)",
  kind: ({ el }) => el.matches(".el-date-editor--date, .el-date-editor--datetime, .el-date-editor--month, .el-date-editor--year") ? "date" : "text",
  dating: () => ({ entry: "typed_first" }), // a day that it does not offer is not taken when typed either
  // What is typed counts only once its calendar has been opened, which it is by the focus, a moment later; the key that
  // leaves the field closes it again (Enter would not: the new value has not come back to it yet).
  set(el, move) {
    const field = el.querySelector(inner);
    field.focus();
    queueMicrotask(() => {
      setNative(field, HTMLInputElement, "value", move.text);
      tell(field, ["input", "change"]);
      field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, key: "Tab", keyCode: 9 }));
      field.blur();
    });
  },
};

// Two fields of one span; only its calendar sets them.
const spanEnd = {
  at: ".el-range-editor:not(.el-tooltip__trigger) .el-range-input",
  kind: "date",
  dating: el => ({ entry: "picked", of: el.closest(".el-range-editor"), place: [...el.closest(".el-range-editor").querySelectorAll("input")].indexOf(el) }),
};

toolkits.push({
  name: "element",
  dialogs: ".el-dialog, .el-message-box, .el-drawer, .el-popover:has(> .el-popconfirm)",
  toasts: ".el-message, .el-notification",
  masks: ".el-loading-mask, .el-skeleton.is-animated",
  panels: ".el-select-dropdown, .el-cascader__dropdown, .el-picker-panel, .el-autocomplete-suggestion, .el-tooltip__popper, .el-color-dropdown",
  errors: ".el-form-item__error",
  pressables: ".el-menu-item, .el-submenu__title, .el-tabs__item, .el-dropdown-menu__item, .el-pager .number",
  disabled: ".is-disabled",
  titles: ".el-divider__text, .el-collapse-item__header, .el-card__header",
  sections: ".el-collapse-item__header:not(.is-active)",
  unfolds: ".el-table__expand-icon",
  tree: { at: ".el-tree", nodes: treeItems },
  crosses: ".el-dialog__headerbtn, .el-message-box__headerbtn, .el-drawer__close-btn",
  tabCrosses: ".el-tabs__item.is-active .el-icon-close",
  arrows: {
    "year-1": ".el-picker-panel__icon-btn.el-icon-d-arrow-left", "month-1": ".el-picker-panel__icon-btn.el-icon-arrow-left",
    "month1": ".el-picker-panel__icon-btn.el-icon-arrow-right", "year1": ".el-picker-panel__icon-btn.el-icon-d-arrow-right",
  },

  label: el => el.matches(".el-checkbox") ? boxLabel(el) : item(el)?.querySelector(":scope > .el-form-item__label"),
  required: el => item(el)?.matches(".is-required") || null,
  unit: el => [...(el.closest(".el-input")?.querySelectorAll(".el-input-group__append, .el-input__suffix") || [])].map(textOf)
    .find(text => /元|%/.test(text)), // a counter of letters stands there, too
  // descriptions, and form items that hold plain text
  shown: root => [...root.querySelectorAll(".el-descriptions-item__label, .el-form-item__label")]
    .map(label => ({ label, value: label.nextElementSibling })).filter(({ value }) => value && textOf(value)),

  transfer(root) {
    const [left, right] = [...root.querySelectorAll(".el-transfer-panel")].map(list =>
      [...list.querySelectorAll(".el-transfer-panel__item")].map(member));
    const [remove, add] = root.querySelectorAll(".el-transfer__button");
    return add ? { left, right, add, remove } : null;
  },

  parts: [
    select,
    autocomplete,
    cascader,
    date,
    spanEnd,
    {
      at: ".el-radio-group, .el-form-item__content:has(> .el-radio)",
      kind: "radio",
      members: el => [...el.querySelectorAll(".el-radio, .el-radio-button")].map(member),
    },
    { at: ".el-checkbox-group", kind: "checkboxes", members: el => [...el.querySelectorAll(".el-checkbox, .el-checkbox-button")].map(member) },
    { at: ".el-checkbox:not(:is(.el-table, .el-tree, .el-transfer) *)", kind: "checkbox", on: el => el.matches(".is-checked") },
    { at: ".el-switch", kind: "switch", on: el => el.matches(".is-checked") },
    {
      at: ".el-upload",
      kind: "file",
      value: el => [...el.parentElement.querySelectorAll(".el-upload-list__item-name")].map(name => clean(name.textContent)).join("、"),
    },
  ],
});
