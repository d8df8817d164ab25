// Whatever says by its role what it is (WAI-ARIA 1.1 and 1.2), asked after the toolkits that are known by name.
//   <div role="combobox" aria-expanded="false" aria-controls="m-list"> … <ul role="listbox" id="m-list"><li role="option" aria-selected="true">询价
//   <div role="radiogroup" aria-labelledby="t"><div role="radio" aria-checked="true">货物   <div role="switch" aria-checked="false">
const NATIVE = ":not(input, select, textarea)";
const POPUP = "[role=listbox], [role=tree], [role=grid], [role=treegrid]";
const isOn = el => el.getAttribute("aria-checked") === "true" || el.getAttribute("aria-selected") === "true";
const isOff = el => el.getAttribute("aria-disabled") === "true";
const all = (el, selector) => [...el.querySelectorAll(selector)];
// What holds a control that is known already, or a line of a grid, a tree or a menu, is no control of the form.
const LINES = "[role=row], [role=treeitem], [role=menu], [role=menubar], [role=toolbar], [role=option]";
const free = el => P.inSight(el) && ![...claimed].some(one => el.contains(one));
const alone = el => free(el) && !el.closest(`${LINES}, ${every("grids")}, ${every("trees")}`);

// --- what opens a list, a tree or a grid ----------------------------------------------------------------------------
const NAMES = ["aria-controls", "aria-owns"];
const named = el => [el, ...all(el, "[aria-controls], [aria-owns]")].flatMap(at => NAMES.flatMap(name => (at.getAttribute(name) || "").split(/\s+/)))
  .filter(Boolean).map(id => document.getElementById(id)).filter(Boolean);
const floats = el => {
  for (let at = el; at && at !== document.body; at = at.parentElement) if (/absolute|fixed/.test(getComputedStyle(at).position)) return true;
  return false;
};
const touches = (el, list) => {
  const field = el.getBoundingClientRect(), box = list.getBoundingClientRect();
  return (Math.abs(box.top - field.bottom) < 12 || Math.abs(box.bottom - field.top) < 12) && box.left < field.right && box.right > field.left;
};
const isShut = el => [el, ...all(el, "[aria-expanded]")].some(at => at.getAttribute("aria-expanded") === "false");
const popupOf = el => {
  if (isShut(el)) return null;
  const own = named(el).filter(list => P.shown(list) && list !== el && !list.contains(el));
  return own.find(list => list.matches(POPUP)) || own.find(list => list.querySelector(POPUP)) || own[0]
    || all(document, POPUP).find(list => P.shown(list) && floats(list) && touches(el, list)) || null;
};

const depthOf = (node, top) => {
  const told = Number(node.getAttribute("aria-level"));
  if (told) return told - 1;
  let depth = 0;
  for (let at = node.parentElement; at && at !== top; at = at.parentElement) if (at.matches("[role=treeitem], [role=group]")) depth += at.matches("[role=group]") ? 1 : 0;
  return depth;
};
// The part of a node that is its own: not the nodes below it.
const headOf = node => node.querySelector("[role=group]") ? [...node.children].find(one => !one.matches("[role=group]") && clean(one.textContent)) || node : node;
const treeItems = panel => all(panel, "[role=treeitem]").filter(P.shown).map(node => {
  const head = headOf(node), branch = node.hasAttribute("aria-expanded");
  return {
    el: head, level: depthOf(node, panel), branch, open: node.getAttribute("aria-expanded") === "true", disabled: isOff(node), chosen: isOn(node),
    sign: branch ? [...head.querySelectorAll("button, svg, i, [aria-hidden=true]")].find(P.shown) || null : null,
  };
});
const rowItems = panel => all(panel, "[role=row]").filter(row => P.shown(row) && row.querySelector("[role=gridcell], td")).map(el => {
  const columns = all(el, "[role=gridcell], [role=rowheader], td").map(cell => clean(cell.textContent)).filter(Boolean);
  return { el, columns, text: columns.join(" "), disabled: isOff(el), chosen: isOn(el) };
});
const optionItems = panel => all(panel, "[role=option]").filter(P.shown).map(el => ({ el, disabled: isOff(el), chosen: isOn(el) }));
const itemsOf = panel => [treeItems, rowItems, optionItems].map(read => read(panel)).find(items => items.length) || [];

const fieldOf = el => el.matches(FIELD) ? el : el.querySelector(FIELD);
// What stands in it as text, without the list that may hang in it.
const wordsIn = el => [...el.childNodes].filter(one => one.nodeType === Node.TEXT_NODE || (one.nodeType === Node.ELEMENT_NODE
  && !one.matches(POPUP) && !one.querySelector(POPUP) && drawn(one))).map(one => clean(one.textContent)).filter(Boolean).join(" ");
// A field with a calendar may say of itself that it opens a list or a grid.
const DATE = /(日期|时间|年月|月份)[\s*＊:：)）]*$/, DATE_SHAPE = /^\s*(\d{4}[-\/年.]\d{1,2}|y{4}[-\/年.])/i;
const dates = new WeakSet();
const isDate = ({ el, words }) => {
  const field = fieldOf(el);
  return Boolean(field) && (DATE_SHAPE.test(field.value) || DATE_SHAPE.test(field.placeholder) || words.some(word => word.sureness >= 60 && DATE.test(word.text)));
};
const kindOf = control => {
  if (isDate(control)) { dates.add(control.el); return "date"; }
  return control.el.getAttribute("aria-haspopup") === "tree"
    || named(control.el).some(list => list.matches("[role=tree]") || list.querySelector("[role=tree]")) ? "tree" : "select";
};
const combo = {
  at: "[role=combobox]:not(select, [aria-haspopup=dialog], [aria-haspopup=menu]), :is(input, button):is([aria-haspopup=listbox], [aria-haspopup=tree], [aria-haspopup=grid]), " +
    "input:is([aria-autocomplete=list], [aria-autocomplete=both])",
  seen: free,
  kind: kindOf,
  field: fieldOf,
  value: el => fieldOf(el)?.value || (el.matches("input") ? "" : wordsIn(el)),
  readOnly: el => dates.has(el) && fieldOf(el).readOnly,
  disabled: el => isOff(el) || (fieldOf(el) || el).matches(":disabled"),
  panel: popupOf,
  items: itemsOf,
  busy: panel => panel.getAttribute("aria-busy") === "true" || panel.querySelector("[aria-busy=true], [role=progressbar]") !== null,
  search: el => { const field = fieldOf(el); return field && !field.readOnly ? field : null; },
  multiple: el => named(el).some(list => list.matches("[aria-multiselectable=true]") || list.querySelector("[aria-multiselectable=true]")),
};

// <input list="units"><datalist id="units"><option value="台">: its options are HTML's, the list is the browser's own.
const offers = el => [...(el.list?.options || [])].filter(option => !option.disabled).map(option => ({ text: clean(option.label || option.value), value: option.value }));
const datalist = {
  at: "input[list]",
  seen: el => free(el) && el.list !== null,
  kind: "select",
  value: el => offers(el).find(one => one.value === el.value)?.text ?? el.value,
  options: el => offers(el).map(one => one.text),
  set(el, move) {
    const offer = offers(el).find(one => one.text === move.option);
    if (offer) enter({ el, part: partOf({ at: "" }), kind: "text" }, offer.value);
  },
};

// --- what is ticked -------------------------------------------------------------------------------------------------
const member = el => ({ el, text: clean(el.getAttribute("aria-label") || el.textContent), on: isOn(el), disabled: isOff(el) });
const members = selector => el => all(el, selector).filter(P.inSight).map(member);
const ticks = { field: () => null, readOnly: () => false, disabled: isOff };
const opened = el => floats(el) || el.closest("[role=combobox]") !== null || (el.id && all(document, "[aria-controls], [aria-owns]").some(one => named(one).includes(el)));

toolkits.push({
  name: "aria",
  tree: { at: "[role=tree]", nodes: treeItems },
  parts: [
    combo,
    datalist,
    { ...ticks, at: "[role=listbox]:has([role=option])", seen: el => alone(el) && !opened(el), members: members("[role=option]"),
      kind: ({ el }) => el.getAttribute("aria-multiselectable") === "true" ? "checkboxes" : "radio" },
    { ...ticks, at: `[role=radiogroup]:has([role=radio]${NATIVE})`, kind: "radio", seen: alone, members: members(`[role=radio]${NATIVE}`) },
    { ...ticks, at: `[role=group]:has([role=checkbox]${NATIVE} ~ [role=checkbox]${NATIVE})`, kind: "checkboxes", seen: alone,
      members: members(`[role=checkbox]${NATIVE}`) },
    { ...ticks, at: `[role=checkbox]${NATIVE}`, kind: "checkbox", seen: alone, members: el => [member(el)] },
    { ...ticks, at: `[role=switch]${NATIVE}`, kind: "switch", seen: alone, on: isOn },
    { at: `[role=spinbutton]${NATIVE}`, kind: "text", seen: free, readOnly: el => fieldOf(el) === null || fieldOf(el).readOnly,
      value: el => fieldOf(el)?.value ?? el.getAttribute("aria-valuetext") ?? el.getAttribute("aria-valuenow") ?? "" },
    // what is seen and cannot be worked: it is told, and never typed in
    { at: `[contenteditable]:not([contenteditable=false]), [role=textbox]${NATIVE}, [role=slider]${NATIVE}`, kind: "textarea", seen: alone,
      field: () => null, readOnly: () => true, value: el => el.getAttribute("aria-valuetext") ?? el.getAttribute("aria-valuenow") ?? clean(el.textContent) },
  ],
});
