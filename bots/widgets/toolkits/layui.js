// layui 2 with layer and laydate: the native control stays on the page, hidden; what a clerk sees is the element after it.
//   <div class="layui-form-item"><label class="layui-form-label">采购方式</label><div class="layui-input-block">
//     <select name="method"></select><div class="layui-form-select"><div class="layui-select-title"><input readonly></div>
//       <dl><dd lay-value="11">网上超市</dd></dl></div>                 drawn anew whenever its options change
//     <input type="radio" title="是"><div class="layui-form-radio layui-form-radioed"><i></i><div>是</div></div>
//   <div class="layui-layer-shade"></div><div class="layui-layer layui-layer-dialog"> … <a class="layui-layer-btn0">确定</a>
const HOLDER = ".layui-input-block, .layui-input-inline";
const LISTS = ".layui-table-view, .layui-tree, .layui-transfer";
const says = el => el ? clean(el.textContent) : "";

// --- drop-downs -----------------------------------------------------------------------------------------------------
// A drawn-anew widget is found again by the native select that it stands for.
const natives = new WeakMap();
const nativeOf = el => {
  if (el.isConnected) natives.set(el, el.previousElementSibling);
  return natives.get(el);
};
const current = el => {
  const native = nativeOf(el);
  const next = native?.nextElementSibling;
  return next?.matches(".layui-form-select") ? next : el;
};
const offeredBy = el => [...(nativeOf(el)?.options || [])].filter(one => !one.disabled);

const select = {
  at: ".layui-form-select:not(.layui-select-panel-wrap)",
  kind: "select",
  field: el => current(el).querySelector(".layui-select-title input"),
  // 请选择 and 全部 stand there as a mere hint
  value: el => current(el).querySelector(".layui-select-title input").value || says(nativeOf(el)?.selectedOptions[0]),
  readOnly: () => false,
  disabled: el => current(el).matches(".layui-select-disabled"),
  opener: el => current(el).querySelector(".layui-select-title"),
  // what offers nothing yet may be asked for when it is opened
  options: el => offeredBy(el).some(one => one.value) || nativeOf(el)?.disabled ? offeredBy(el).map(says) : null,
  panel: el => current(el).matches(".layui-form-selected") ? current(el).querySelector("dl") || apart(current(el)) : null,
  items: panel => [...panel.querySelectorAll("dd")].filter(P.shown).map(el => ({
    el, text: says(el), chosen: el.matches(".layui-this"), disabled: el.matches(".layui-disabled"),
  })),
  busy: panel => [...panel.querySelectorAll("dd.layui-disabled")].some(el => /加载|loading/i.test(el.textContent)),
  scroller: () => null, // every option is drawn
  held: el => nativeOf(el) && [...nativeOf(el).selectedOptions].map(option => option.value),
  postedAs: el => nativeOf(el)?.name || "",
};

// Its list may lie at the end of the page: the one that touches it.
function apart(el) {
  const field = el.getBoundingClientRect();
  const touches = box => box.left < field.right && box.right > field.left
    && (Math.abs(box.top - field.bottom) < 12 || Math.abs(box.bottom - field.top) < 12);
  return [...document.querySelectorAll(".layui-select-panel-wrap dl")].find(dl => P.shown(dl) && touches(dl.getBoundingClientRect())) || null;
}

// --- radio buttons and check boxes ----------------------------------------------------------------------------------
const PICTURES = "input[type=radio] + .layui-form-radio, input[type=checkbox] + .layui-form-checkbox";

function group(inputs) {
  const members = () => inputs.map(input => input.nextElementSibling).filter(Boolean).map(el => ({
    el, text: says(el.querySelector(":scope > div")),
    on: el.matches(".layui-form-radioed, .layui-form-checked"), disabled: el.matches(".layui-disabled"),
  }));
  const kind = inputs[0].type === "radio" ? "radio" : inputs.length > 1 ? "checkboxes" : "checkbox";
  const held = () => inputs.filter(input => input.checked).map(input => input.value);
  return { kind, members, held, postedAs: () => inputs[0].name, readOnly: () => false };
}

// Radio buttons of one name, check boxes of one name or of one stem: like[write], like[read].
function groups(root) {
  const found = new Map();
  for (const el of root.querySelectorAll(PICTURES)) {
    if (!visible(el) || el.closest(LISTS)) continue;
    const input = el.previousElementSibling;
    const home = el.closest(`${HOLDER}, td, li, .layui-form-item, form`) || el.parentElement;
    const names = found.get(home) || found.set(home, new Map()).get(home);
    const key = `${input.type}:${input.name.replace(/\[.*\]$/, "")}`;
    (names.get(key) || names.set(key, []).get(key)).push(input);
  }
  return [...found.values()].flatMap(names => [...names.values()]).map(inputs => ({ el: inputs[0].nextElementSibling, part: group(inputs) }));
}

// --- names ----------------------------------------------------------------------------------------------------------
// The label before the block that holds a control, unless another block stands between.
function labelOf(el) {
  const holder = el.closest(HOLDER);
  for (let at = holder?.previousElementSibling; at && !at.matches(HOLDER); at = at.previousElementSibling) {
    if (at.matches(".layui-form-label")) return at;
  }
  return null;
}

function unitOf(el) {
  const beside = [el.closest(".layui-input-group, .layui-input-wrap")?.querySelector(".layui-input-suffix"),
                  el.closest(".layui-input-inline")?.nextElementSibling];
  return beside.filter(Boolean).map(textOf).find(isUnit) || null;
}

// --- dates ----------------------------------------------------------------------------------------------------------
// The application hears of a day only when it is clicked in the calendar. The calendar tells what it is for; one of a span
// in two fields is known by the element that holds both.
const calendarOf = el => el.closest("[lay-laydate-id]");
const settingsOf = el => window.layui?.laydate?.getInst?.(calendarOf(el)?.getAttribute("lay-laydate-id"))?.config || {};
const date = {
  at: "input[lay-key], [lay-laydate-id]:not(input) input",
  kind: ({ el }) => settingsOf(el).type === "time" ? "text" : "date",
  dating(el) {
    const { range, format } = settingsOf(el);
    const ends = Array.isArray(range) ? range.map(end => typeof end === "string" ? document.querySelector(end) : end?.[0] || end) : null;
    if (ends) return { entry: "picked", of: ends[0], place: ends.indexOf(el), prompt: format || "" };
    return { entry: "picked", spans: Boolean(range), prompt: format || "" };
  },
};

// <div class="layui-tree"><div class="layui-tree-set"><div class="layui-tree-entry"><div class="layui-tree-main">
//   <span class="layui-tree-iconClick"> <span class="layui-tree-txt">A 货物</span></div></div><div class="layui-tree-pack"> …
const treeNodes = tree => [...tree.querySelectorAll(".layui-tree-set")].map(set => ({ set, el: set.querySelector(".layui-tree-txt") }))
  .filter(({ el }) => el && P.shown(el)).map(({ set, el }) => {
    let level = 0;
    for (let at = set.parentElement; at && at !== tree; at = at.parentElement) if (at.matches(".layui-tree-set")) level += 1;
    const sign = set.querySelector(".layui-tree-iconClick"), branch = Boolean(sign?.matches(".layui-tree-icon, :has(.layui-tree-iconArrow)"));
    return { el, level, sign, branch, open: set.matches(".layui-tree-spread"), mark: set.querySelector(":scope > .layui-tree-entry .layui-form-checkbox") };
  });

toolkits.push({
  name: "layui",
  tree: { at: ".layui-tree:not(.layui-tree .layui-tree)", nodes: treeNodes },
  dialogs: ".layui-layer:not(.layui-layer-msg, .layui-layer-tips, .layui-layer-loading)",
  // a page layer without a veil, without anything to press or to fill in, is a notification
  toasts: ".layui-layer-msg, .layui-layer-page:not(.layui-layer-shade + *):not(:has(.layui-layer-btn, input, textarea, iframe, table))",
  masks: ".layui-layer-loading, .layui-layer-shade:has(+ .layui-layer-loading), .layui-table-init",
  panels: ".layui-form-select dl, .layui-select-panel-wrap, .layui-laydate, .layui-dropdown",
  errors: ".layui-layer-tips",
  pressables: ".layui-tab-title > li, [lay-event], [lay-on]",
  disabled: ".layui-disabled, .layui-btn-disabled",
  titles: ".layui-colla-title, .layui-card-header",
  sections: ".layui-colla-item:not(:has(> .layui-show)) > .layui-colla-title",
  crosses: ".layui-layer-close",
  tabCrosses: ".layui-tab-title .layui-this .layui-tab-close",
  regions: ".layui-header, .layui-side, .layui-body, .layui-footer",
  arrows: { "year-1": ".laydate-prev-y", "month-1": ".laydate-prev-m", "month1": ".laydate-next-m", "year1": ".laydate-next-y" },

  label: labelOf,
  unit: unitOf,

  transfer(root) {
    const [left, right] = [...root.querySelectorAll(".layui-transfer-box")].map(list => [...list.querySelectorAll("li")].map(one =>
      ({ el: one.querySelector(".layui-form-checkbox"), text: clean(one.textContent), on: one.querySelector("input").checked })));
    const [add, remove] = root.querySelectorAll(".layui-transfer-active button");
    return remove ? { left, right, add, remove } : null;
  },

  parts: [
    select,
    { at: ".layui-form-switch", kind: "switch", on: el => el.matches(".layui-form-onswitch"), field: () => null },
    date,
    {
      at: ".layui-upload-file",
      kind: "file",
      seen: el => Boolean(el.previousElementSibling && visible(el.previousElementSibling)),
      field: el => el,
      value: el => [...el.files].map(file => file.name).join("、"),
    },
  ],
});

toolkits.push({ name: "layui", find: groups });
