// jQuery EasyUI 1.4 to 1.10: the input of the page is hidden, the element after it is what a clerk sees.
//   <td>采购方式</td><td><input class="combobox-f combo-f textbox-f" style="display: none"><span class="textbox combo">
//     <span class="textbox-addon"><a class="textbox-icon combo-arrow"></a></span>
//     <input class="textbox-text" readonly><input type="hidden" class="textbox-value" name="purchaseMethod"></span></td>
//   <div class="panel combo-p"><div class="combo-panel"><div class="combobox-item">公开招标</div> …
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
  crosses: ".panel-tool-close",
  regions: ".layout-panel",
  arrows: { "year-1": ".calendar-prevyear", "month-1": ".calendar-prevmonth", "month1": ".calendar-nextmonth", "year1": ".calendar-nextyear" },

  // A field that must be filled says so in red while it is empty.
  required: el => (empty(el) && ownField(el)?.matches(".validatebox-invalid")) || null,

  parts: [
    { at: ".switchbutton", kind: "switch" },
    { at: ".filebox", kind: "file", value: shownIn, field: el => el.querySelector("input[type=file]") },
    {
      // What is typed counts only after a pause, and an Enter before it takes another day: its calendar is sure.
      at: ".datebox-f + .textbox, .datetimebox-f + .textbox",
      kind: ({ el }) => locked(el) ? "text" : "date",
      value: shownIn, readOnly: () => true, opener, dating, held: heldBeside,
    },
    { at: ".combotree-f + .textbox", kind: "tree", value: shownIn, readOnly: locked, opener, panel, items: nodes },
    { at: ".combobox-f + .textbox", kind: "select", value: shownIn, readOnly: locked, opener, panel, items: options, search, scroller: () => null },
    { at: ".textbox", kind: plainKind, value: shownIn, beside: el => el.querySelector(".textbox-button") },
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
      open: Boolean(sign?.matches(".tree-expanded")), sign, chosen: el.matches(".tree-node-selected") };
  });
}
