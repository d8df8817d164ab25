// All the words that could name a control: what its toolkit calls its label, HTML's own ties, the table cell or block
// before it, and what an eye would take for its label.
const CHOICE = "input[type=radio], input[type=checkbox]";
const CONTROL = "input:not([type=hidden]), select, textarea";
const SILENT = new Set(["SCRIPT", "STYLE", "SELECT", "TEXTAREA", "BUTTON", "NOSCRIPT", "TEMPLATE", "IFRAME", "INPUT"]);
const ONLY_STARS = /^[\s*＊★※:：\u3000\xa0]*$/;
const STAR = /[*＊★※]/;
const visible = el => P.inSight(el);
const drawn = el => el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true });
const clean = text => text.replace(/\s+/g, " ").trim();
const anyControl = () => `${CONTROL}, ${toolkitParts()}`;
let partSelector = "";
const toolkitParts = () => partSelector ||= toolkits.flatMap(t => (t.parts || []).map(part => part.at)).join(", ") || ":not(*)";

// Visible text below a node, without what controls and buttons say.
function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return clean(node.data) ? node.data : " ";
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName)) return "";
  if (node.tagName === "BR") return " ";
  if (!drawn(node) || (claimed.has(node) && node.matches(toolkitParts()))) return "";
  let text = "";
  for (const child of node.childNodes) text += textOf(child);
  return clean(text);
}

// Asked of the same cells and blocks for every control beside them: within one pass the answer is kept.
let holding = null;
function holdsControl(el) {
  const known = holding?.get(el);
  if (known !== undefined) return known;
  const holds = el.matches(anyControl()) || [...el.querySelectorAll(anyControl())].some(visible);
  holding?.set(el, holds);
  return holds;
}

// The texts, controls and line breaks below a node, in the order of the page; a control is not looked into.
function* below(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield child;
    else if (child.nodeType !== Node.ELEMENT_NODE) continue;
    else if (claimed.has(child) || child.matches(CONTROL) || child.tagName === "BR") yield child;
    else if (child.tagName === "LEGEND") yield child; // heads what follows, and is no part of it
    else if (!SILENT.has(child.tagName) && drawn(child)) yield* below(child);
  }
}

// The text before and after a control inside its cell or block, up to the next control.
function around(el) {
  const home = el.parentElement.closest("td, th, li, dd, p, fieldset, form, div, body") || el.parentElement;
  let before = "", after = "", passed = false, first = true, nodes = [], last = null;
  // A label that is written behind its own field, or floats in it, is not the text before the next one.
  const ofLast = text => last !== null && last.contains(text.parentElement.closest("label")?.control || null);
  for (const n of below(home)) {
    if (n === el) passed = true;
    else if (n.nodeType === Node.TEXT_NODE && !passed && ofLast(n)) continue;
    else if (n.nodeType === Node.TEXT_NODE) {
      if (passed) after += n.data;
      else { before += n.data; nodes.push(n); }
    } else if (n.tagName === "BR") {
      if (passed && clean(after)) break;
      if (!passed && clean(before)) [before, nodes] = ["", []];
    } else if (n.tagName === "LEGEND") {
      if (!passed) [before, nodes] = ["", []];
    } else if (visible(n)) {
      if (passed) break;
      [before, nodes, last] = ["", [], n];
      first = false;
    }
  }
  return { before: clean(before), after: clean(after), first, nodes };
}

// The button beside a control: 选择, a magnifying glass, a calendar. A block that says nothing only wraps it.
function besideOf(el) {
  let home = el.closest("td, th, li, dd, p, div, form, body");
  for (let up = 0; up < 3; up += 1) {
    const next = nextTo(el, home);
    if (next) return next.matches(CONTROL) && !next.matches("[type=button], [type=image]") ? null : next;
    if (!home.matches("div, p, span") || !home.parentElement || textOf(home)) return null;
    home = home.parentElement;
  }
  return null;
}

const BUTTON = "button, input[type=button], input[type=image], a[href], [onclick], [role=button]";
function nextTo(el, home) {
  return [...home.querySelectorAll(`${BUTTON}, ${CONTROL}`)].find(n =>
    el.compareDocumentPosition(n) & Node.DOCUMENT_POSITION_FOLLOWING && !el.contains(n) && visible(n)) || null;
}

const LABELS = 75; // a text beside a control, and no mere hint at it
const LESSER = 6; // less sure by so much: the first words of a label that goes on with a remark
function listed(texts, source, sureness, text, node) {
  if (text && text.length <= 60 && !ONLY_STARS.test(text)) {
    texts.push({ text, source, sureness });
    if (texts.length === 1 && node && starredByStyle(node)) texts.starred = true;
    const name = node && beforeRemark(node);
    if (name && name !== text) texts.push({ text: name, source, sureness: sureness - LESSER });
    if (node && sureness >= LABELS) texts.by ||= node;
    if (node && sureness >= PROPER) {
      taken.set(node, texts);
      texts.label ||= node;
    }
  } else if (text && /[*＊★※]/.test(text) && text.length < 4) texts.starred = true;
}

// `计划名称 <small>不超过60个字</small>`, `采购名称 <a>?</a>`: the first words of a label, where what follows is drawn apart from
// them: smaller, in another colour, on a line of its own.
function beforeRemark(label) {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  let first = null, home = null;
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    if (!clean(n.data) || !drawn(n.parentElement)) continue;
    if (first) return isApart(n.parentElement, home, label) ? first : "";
    if (!ONLY_STARS.test(n.data)) [first, home] = [clean(n.data), n.parentElement];
  }
  return "";
}

function isApart(el, home, label) {
  if (el === home || el.closest("a[href], [title], sup, i")) return el !== home;
  const [one, other] = [getComputedStyle(home), getComputedStyle(el)];
  return one.fontSize !== other.fontSize || one.color !== other.color || (el !== label && other.display !== "inline");
}

function starredByStyle(node) {
  return ["::before", "::after"].some(part => getComputedStyle(node, part).content.includes("*"))
    || /required|must|bitian/i.test(node.className) || /required/i.test(node.parentElement?.className || "");
}

// What names a control by its toolkit, by HTML's own ties, by the cell or block before it. `hintsOf` completes these words once
// every control has its own: a text that surely names one control is no hint for another.
const PROPER = 84; // a text that names a control so surely is nobody else's label
const taken = new Map(); // elements and texts that name a control → the words of it
function wordsOf(control) {
  const { el, members } = control;
  const texts = [];
  const group = members && (members.length > 1 || control.part.kind === "radio");
  const label = told("label", el);
  if (label) listed(texts, "toolkit", 99, textOf(label), label);
  const field = control.part.field(el) || el;
  if (!members) for (const label of field.labels || []) listed(texts, "label", 100, textOf(label), label);
  for (const owner of group ? [el.closest("[role=radiogroup], [role=group]")].filter(Boolean) : [field]) {
    listed(texts, "aria", 96, clean(owner.getAttribute("aria-label") || ""));
    for (const id of (owner.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean)) {
      const named = el.getRootNode().getElementById(id);
      if (named) listed(texts, "aria", 98, textOf(named), named);
    }
  }
  const near = around(el);
  control.follows = !near.first && !near.before; // directly behind another control of its block
  if (!gridWords(el, texts)) {
    const before = group ? groupLabel(members, near.before) : near.before;
    listed(texts, "inline", near.first ? 92 : 91, before);
    if (before) {
      near.nodes.forEach(node => taken.set(node, texts));
      texts.label ||= near.nodes[0];
    }
    cellWords(el, texts, near.first);
    siblingWords(control, texts);
  }
  const legend = el.closest("fieldset")?.querySelector(":scope > legend");
  if (legend) legendWords(texts, textOf(legend), group, legend);
  if (members && !group) listed(texts, "choice", 68, members[0].text);
  control.after = told("unit", el) || (group ? starAfter(el, members) : near.after) || cellAfter(el);
  return texts;
}

function starAfter(el, members) {
  return el.contains(members.at(-1).el) ? "" : around(members.at(-1).el).after.match(/[*＊★※]?$/)[0];
}

// The legend names a group of choices that has no other label; before a field's own label it tells twins apart.
function legendWords(texts, legend, group, node) {
  const own = texts[0]?.text;
  if (group) listed(texts, "legend", 88, legend, node);
  if (own) listed(texts, "legend", 60, `${legend}${own}`);
}

// What is left: the words that an eye would take for the label, then those that only hint at it.
function hintsOf(control) {
  const field = control.part.field(control.el) || control.el;
  const { words } = control;
  if (!words.some(word => word.sureness >= 70)) geometryWords(control);
  listed(words, "title", 50, clean(field.title));
  listed(words, "placeholder", 45, clean(field.placeholder || ""));
}

// --- blocks --------------------------------------------------------------------------------------------
// The sibling before a wrapper that holds nothing but this control: <div>计划名称</div><div><input></div>, <dt>/<dd>.
function siblingWords({ el, members }, texts) {
  const own = new Set(members ? members.map(m => m.el) : []);
  const layers = node => node.parentElement?.childElementCount > 1 ? 1 : 0; // a layer around a single element is none
  for (let node = el, depth = 0; node && depth < 4; depth += layers(node), node = node.parentElement) {
    if (["TD", "TH", "FORM", "BODY", "FIELDSET"].includes(node.tagName)) return;
    if ([...node.querySelectorAll(CONTROL)].some(c => !own.has(c) && !el.contains(c) && visible(c))) return;
    if (node.matches("div, dd, section, p, ul, span") || depth === 0) {
      const before = node.previousElementSibling;
      if (!before || !visible(before) || holdsControl(before)) continue;
      const text = textOf(before);
      listed(texts, "sibling", 84, text, before);
      if (text && !ONLY_STARS.test(text)) return;
    }
  }
}
