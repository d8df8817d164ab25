// The fields of vxe-table and vxe-pc-ui: a form of their own, and the cells of a table that is edited in its rows. A cell that is edited is
// named by the head of its column.
//   <div class="vxe-form--item is--required"><div class="vxe-form--item-title"><span class="vxe-form--item-title-label">采购方式</span></div>
//     <div class="vxe-select is--visivle"><div class="vxe-input"><input class="vxe-input--inner" readonly></div></div>
//   <div class="vxe-select--panel animat--enter"> … <div class="vxe-select-option is--selected">网上超市
//   <td class="vxe-body--column col--edit" colid="col_12"><div class="vxe-cell"><div class="vxe-input"><input class="vxe-input--inner">
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";
const formItem = el => el.closest(".vxe-form--item");
const INNER = ".vxe-input--inner";

const headOf = cell => {
  const column = cell?.getAttribute("colid");
  const heads = column ? all(cell.closest(".vxe-table"), `.vxe-header--column[colid="${CSS.escape(column)}"]`) : [];
  const head = heads.find(at => !at.matches(".fixed--hidden")) || heads[0];
  return head ? one(head, ".vxe-cell--title") || head : null;
};

// Its list is drawn beside it or (`transfer`) at the end of the page; only one is open at a time.
const panelOf = (el, kind) => {
  const open = panel => P.inSight(panel) && panel.matches(".animat--enter, .is--visible");
  const own = all(el, kind).find(open);
  if (own || !el.matches(".is--visivle, .is--visible, .is--active")) return own || null;
  const panels = all(document, kind).filter(open);
  return panels.length === 1 ? panels[0] : null;
};
const select = {
  at: ".vxe-select:not(.vxe-pager *)",
  kind: "select",
  field: el => one(el, `:scope > .vxe-input ${INNER}`),
  value: el => one(el, `:scope > .vxe-input ${INNER}`)?.value || "",
  disabled: el => el.matches(".is--disabled") || Boolean(one(el, `:scope > .vxe-input ${INNER}`)?.disabled),
  readOnly: () => false,
  opener: el => one(el, ":scope > .vxe-input") || el,
  panel: el => panelOf(el, ".vxe-select--panel"),
  items: panel => all(panel, ".vxe-select-option").filter(P.inSight).map(el => ({
    el, text: says(el), chosen: el.matches(".is--selected"), disabled: el.matches(".is--disabled"),
  })),
  busy: panel => all(panel, ".vxe-select--panel-loading, .vxe-loading.is--visible").some(P.inSight),
  scroller: panel => one(panel, ".vxe-select--panel-wrapper"),
  search: (_el, panel) => panel && one(panel, `.vxe-select--panel-search ${INNER}`),
};

const ticked = el => ({
  el, text: says(one(el, "[class$=--label]") || el), on: el.matches(".is--checked") || Boolean(one(el, "input")?.checked), disabled: el.matches(".is--disabled"),
});
const members = selector => el => all(el, selector).filter(P.inSight).map(ticked);
const alone = el => P.inSight(el) && !el.closest(".vxe-checkbox-group, .vxe-radio-group, .vxe-select--panel");

toolkits.push({
  name: "vxe",
  dialogs: ".vxe-modal--wrapper.is--visible .vxe-modal--box, .vxe-drawer--box",
  toasts: ".vxe-modal--wrapper.type--message .vxe-modal--box",
  masks: ".vxe-loading.is--visible",
  panels: ".vxe-select--panel, .vxe-input--panel, .vxe-date-picker--panel, .vxe-pulldown--panel, .vxe-tooltip--wrapper, .vxe-table--filter-wrapper, .vxe-tree-select--panel",
  errors: ".vxe-form--item-valid, .vxe-cell--valid-error-msg",
  pressables: ".vxe-tabs-header--item, .vxe-menu--item-link",
  disabled: ".vxe-input.is--disabled, .vxe-select.is--disabled, .vxe-button.is--disabled, .vxe-checkbox.is--disabled, .vxe-radio.is--disabled, .vxe-switch.is--disabled",
  crosses: ".vxe-modal--close-btn, .vxe-drawer--close-btn",

  label(el) {
    const cell = el.closest(".vxe-body--column");
    if (cell) return headOf(cell);
    const label = formItem(el) && one(formItem(el), ".vxe-form--item-title-label");
    return says(label) ? label : null;
  },
  required: el => formItem(el)?.matches(".is--required") || null,
  unit: el => all(el.closest(".vxe-input, .vxe-number-input") || el, ".vxe-input--suffix, .vxe-input--prefix, .vxe-number-input--suffix").map(says).find(isUnit) || null,
  shown: root => all(root, ".vxe-form--item").map(item => ({ label: one(item, ".vxe-form--item-title-label"), value: one(item, ".vxe-form--item-content") }))
    .filter(({ label, value }) => label && value && says(value) && !one(value, "button")),

  parts: [
    select,
    { at: ".vxe-input:is(.type--date, .type--datetime), .vxe-date-picker", kind: "date", field: el => one(el, "input") },
    { at: ".vxe-radio-group", kind: "radio", members: members(".vxe-radio, .vxe-radio-button") },
    { at: ".vxe-checkbox-group", kind: "checkboxes", members: members(".vxe-checkbox") },
    { at: ".vxe-checkbox", kind: "checkbox", members: el => [ticked(el)], seen: alone },
    {
      at: ".vxe-switch", kind: "switch", on: el => el.matches(".is--on"), field: () => null, press: el => one(el, "button") || el,
      disabled: el => el.matches(".is--disabled"),
    },
  ],
});
