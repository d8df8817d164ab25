// jQuery EasyUI 1.4 to 1.10: the input of the page is hidden, the element after it is what a clerk sees.
//   <td>采购方式</td><td><input class="combobox-f combo-f textbox-f" style="display: none"><span class="textbox combo">
//     <span class="textbox-addon"><a class="textbox-icon combo-arrow"></a></span>
//     <input class="textbox-text" readonly><input type="hidden" class="textbox-value" name="purchaseMethod"></span></td>
//   <div class="panel combo-p"><div class="combo-panel"><div class="combobox-item">公开招标</div> …
// A grid may lie in the panel instead (combogrid, combotreegrid: div.datagrid); what is sent stands in .textbox-value.
// What is chosen from a panel below the field. The page's own script knows whether it takes several.
const LIST = {
  value: shownIn, readOnly: locked, opener, panel, held, postedAs,
  multiple: el => Boolean(window.jQuery?.data(el.previousElementSibling, "combo")?.options.multiple),
};

toolkits.push({
  name: "easyui",
  dialogs: ".window:not(:has(> .messager-body)), .window:has(.messager-button)",
  toasts: ".window:has(> .messager-body):not(:has(.messager-button, .messager-progress))",
  masks: ".datagrid-mask, .datagrid-mask-msg, .panel-loading, .tree-loading, .window:has(.messager-progress) ~ .window-mask",
  panels: ".combo-p, .menu",
  errors: ".tooltip-content",
  pressables: ".tree-node, .accordion-header, .tabs-inner, .menu-item",
  disabled: ".l-btn-disabled, .textbox-disabled, .switchbutton-disabled, .combobox-item-disabled, .menu-item-disabled, " +
    ".tabs-disabled, .textbox-icon-disabled",
  titles: ".panel-title",
  sections: ".accordion-header:not(.accordion-header-selected), .panel-tool-expand",
  crosses: ".panel-tool-close",
  tabCrosses: ".tabs-selected .tabs-close",
  regions: ".layout-panel",
  unfolds: ".tree-hit",
  tree: { at: ".tree:not(.tree .tree, .combo-p .tree)", nodes },
  auxiliary: ".datagrid-filter-row, .datagrid-filter, .pagination",
  arrows: { "year-1": ".calendar-prevyear", "month-1": ".calendar-prevmonth", "month1": ".calendar-nextmonth", "year1": ".calendar-nextyear" },

  // A field that must be filled says so in red while it is empty.
  required: el => (empty(el) && ownField(el)?.matches(".validatebox-invalid")) || null,

  // A cell that is edited is named by the heading of its column.
  label: el => headOf(el.closest("td[field]")),

  parts: [
    { at: ".switchbutton", kind: "switch" },
    { at: ".filebox", kind: "file", value: shownIn, field: el => el.querySelector("input[type=file]") },
    {
      // What is typed counts only after a pause, and an Enter before it takes another day: its calendar is sure.
      at: ".datebox-f + .textbox, .datetimebox-f + .textbox",
      kind: ({ el }) => locked(el) ? "text" : "date",
      value: shownIn, readOnly: () => true, opener, dating, held: heldBeside,
    },
    { ...LIST, at: ".combotree-f + .textbox", kind: "tree", items: nodes },
    { ...LIST, at: ".combotreegrid-f + .textbox", kind: "tree", items: gridNodes },
    { ...LIST, at: ".combogrid-f + .textbox", kind: "select", items: gridRows, search: typed, turner },
    { ...LIST, at: ".tagbox-f + .textbox", kind: "select", items: options, tags, multiple: () => true, scroller: () => null,
      value: el => tags(el).map(tag => tag.text).join("、") },
    { ...LIST, at: ".combobox-f + .textbox", kind: "select", items: options, search, scroller: () => null },
    { at: ".textbox", kind: plainKind, value: shownIn, held, postedAs, beside: el => el.querySelector(".textbox-button") },
  ],
});

function ownField(el) {
  return el.matches(".textbox") ? el.querySelector(".textbox-text") : el.matches(".textbox-text, .validatebox-text") ? el : null;
}

// 请选择 stands in the field itself, grey, until it has the focus.
function shownIn(el) {
  const field = el.querySelector(".textbox-text");
  return field && !field.matches(".textbox-prompt") ? field.value : "";
}

function empty(el) {
  const field = ownField(el);
  return field !== null && (field.matches(".textbox-prompt") || !field.value);
}

// What is sent lies in a hidden field beside what is shown.
function heldBeside(el) {
  return [...el.querySelectorAll(".textbox-value")].map(one => one.value);
}

// Its own formatter tells in what order it writes month and day. One that was given no notation writes 02/03/2001: what a
// portal's server makes of that, nobody can tell from its page.
function dating(el) {
  const own = el.previousElementSibling, widget = own?.matches(".datetimebox-f") ? "datetimebox" : "datebox";
  try {
    const { formatter } = window.jQuery(own)[widget]("options");
    const order = orderOf(String(formatter.call(own, new Date(2001, 1, 3))));
    return { entry: "picked", order, foreign: order !== "" };
  } catch {
    return { entry: "picked" };
  }
}

// A drop-down that is only not typed in can still be chosen from; one that is shown only cannot.
function locked(el) {
  return el.matches(".textbox-readonly");
}

function plainKind({ el, beside }) {
  const field = el.querySelector(".textbox-text");
  if (field.tagName === "TEXTAREA") return "textarea";
  if (field.type === "password") return "password";
  return field.readOnly && beside ? "picker" : "text";
}

// --- what opens below a field ---------------------------------------------------------------------------------------
// A field that is left closes its list a moment later; the arrow itself takes the focus: it is left before it is opened.
async function opener(el) {
  const field = el.querySelector(".textbox-text");
  if (document.activeElement === field) {
    field.blur();
    for (let frames = 0; frames < 6; frames++) await nextFrame();
  }
  return el.querySelector(".combo-arrow") || field;
}

// Panels lie at the end of the page and are not tied to their field: the open one that touches it is its own.
function panel(el) {
  const field = el.getBoundingClientRect();
  const touches = box => (Math.abs(box.top - field.bottom) < 5 || Math.abs(box.bottom - field.top) < 5)
    && box.left < field.right && box.right > field.left;
  return [...document.querySelectorAll(".combo-p")].find(p => P.shown(p) && touches(p.getBoundingClientRect())) || null;
}

function options(list) {
  return [...list.querySelectorAll(".combobox-item")].filter(el => el.style.display !== "none").map(el => ({
    el, text: clean(el.textContent), disabled: el.matches(".combobox-item-disabled"),
    chosen: el.matches(".combobox-item-selected"),
  }));
}

// All of its options are there at once; only a list that is still empty asks its server for what is typed.
function search(el, list) {
  const field = el.querySelector(".textbox-text");
  return list && !list.querySelector(".combobox-item") && !field.readOnly ? field : null;
}

function nodes(tree) {
  return [...tree.querySelectorAll(".tree-node")].filter(P.shown).map(el => {
    const sign = el.querySelector(".tree-hit");
    let level = -1;
    for (let at = el; at !== tree; at = at.parentElement) if (at.tagName === "UL") level++;
    return { el, text: clean(el.querySelector(".tree-title").textContent), level, branch: sign !== null,
      open: Boolean(sign?.matches(".tree-expanded")), sign, mark: el.querySelector(".tree-checkbox"),
      chosen: el.matches(".tree-node-selected:not(:has(.tree-checkbox)), :has(> .tree-checkbox1)") };
  });
}

// A panel with a grid: what is typed in its field is looked for, and it may be drawn page by page.
function typed(el, list) {
  const field = el.querySelector(".textbox-text");
  const asks = window.jQuery?.data(el.previousElementSibling, "combogrid")?.options.mode !== "local";
  return list && !field.readOnly && (asks || !list.querySelector(".datagrid-row")) ? field : null;
}

function turner(list) {
  return list.querySelector(".pagination-next")?.closest("a") || null;
}

// The cells of each row, those of frozen columns first.
function rowsOf(list) {
  return [...list.querySelectorAll(".datagrid-view2 .datagrid-body .datagrid-row")].filter(P.shown).map(el => {
    const index = el.getAttribute("datagrid-row-index") ?? el.getAttribute("node-id");
    const twin = [...list.querySelectorAll(".datagrid-view1 .datagrid-body .datagrid-row")]
      .find(row => (row.getAttribute("datagrid-row-index") ?? row.getAttribute("node-id")) === index);
    const cells = [...(twin ? twin.cells : []), ...el.cells]
      .filter(cell => cell.hasAttribute("field") && cell.getAttribute("field") !== "ck" && cell.checkVisibility());
    return { el, cells, columns: cells.map(cell => clean(cell.textContent)), chosen: el.matches(".datagrid-row-selected, .datagrid-row-checked") };
  });
}

function gridRows(list) {
  return rowsOf(list).map(({ el, columns, chosen }) => ({ el, columns, chosen, text: columns.join(" ") }));
}

// A tree in columns: the code may stand in another column than the name.
const CODE = /^[A-Za-z]{0,3}\d[\w.\-]*$|^[A-Z]$/;
function gridNodes(list) {
  return rowsOf(list).map(({ el, columns, chosen }) => {
    const title = el.querySelector(".tree-title"), sign = el.querySelector(".tree-hit");
    const ordered = [...columns.filter(text => CODE.test(text)), ...columns.filter(text => !CODE.test(text))];
    const level = el.querySelectorAll(".tree-indent").length + (sign ? 0 : -1);
    return { el: title || el, sign, columns, chosen, text: ordered.filter(Boolean).join(" "), level: Math.max(level, 0),
      branch: sign !== null, open: Boolean(sign?.matches(".tree-expanded")) };
  });
}

function tags(el) {
  return [...el.querySelectorAll(".tagbox-label")].map(tag => ({ text: clean(tag.textContent), remove: tag.querySelector(".tagbox-remove") }));
}

// --- what is sent ---------------------------------------------------------------------------------------------------
function held(el) {
  const values = [...el.querySelectorAll(".textbox-value")];
  return values.length ? values.map(one => one.value) : null;
}

function postedAs(el) {
  return el.querySelector(".textbox-value")?.name || "";
}

function headOf(cell) {
  const view = cell?.closest(".datagrid-body")?.parentElement;
  const name = cell?.getAttribute("field");
  return [...(view?.querySelectorAll(".datagrid-header td[field]") || [])].find(head => head.getAttribute("field") === name)
    ?.querySelector(".datagrid-cell span, .datagrid-cell-group") || null;
}
