// Lists every visible control of a document with all the words that could name it, in one pass.
// Nothing is written on the page: elements are remembered in this closure only, each by a number that no other document
// gives: a form that its server draws anew meanwhile is not filled in by the numbers of the one before.
const elements = {};
let numbered = Math.floor(Math.random() * 1e9) * 1e4;
const places = new Map();
const claimed = new Set(); // elements that are one control as a whole; what lies inside them is theirs

// What a field has opened (a list, a calendar) is no part of the form.
const isOpened = el => el.closest(every("panels")) !== null || calendar.holds(el);

// Every control once, the toolkits' own ones first: a native field inside one of them is its business.
function controlsIn(root) {
  claimed.clear();
  const found = [];
  const inner = el => { for (let at = el.parentElement; at; at = at.parentElement) if (claimed.has(at)) return true; return false; };
  for (const toolkit of toolkits) {
    const listed = toolkit.find ? toolkit.find(root) : (toolkit.parts || []).flatMap(part =>
      [...root.querySelectorAll(part.at)].map(el => ({ el, part })));
    for (const { el, part } of listed) {
      if (claimed.has(el) || inner(el) || !(part.seen || visible)(el) || isOpened(el) || el.closest(every("auxiliary"))) continue;
      const complete = partOf(part);
      claimed.add(el);
      const members = complete.members(el);
      if (members) members.forEach(m => claimed.add(m.el));
      found.push({ el, part: complete, toolkit, members });
    }
  }
  const order = (a, b) => a.el.compareDocumentPosition(b.el) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;
  return found.sort(order);
}

function valueOf(control) {
  const { el, part, kind } = control;
  if (kind === "checkbox" || kind === "switch") return (part.members(el)?.[0].on ?? part.on(el)) ? "是" : "否";
  if (kind === "radio" || kind === "checkboxes") return part.members(el).filter(m => m.on).map(m => m.text).join("、");
  if (kind === "password") return "•".repeat(part.value(el, part).length);
  return part.value(el, part) ?? "";
}

// What it offers, as far as it can be known without opening it; null when it has to be opened.
function optionsOf({ el, part, kind }) {
  if (kind === "radio" || kind === "checkboxes") return part.members(el).filter(m => !m.disabled).map(m => m.text);
  return ["select", "cascader", "tree"].includes(kind) ? part.options(el) : [];
}

function isDisabled({ el, part }) {
  const members = part.members(el);
  return members ? members.every(m => m.disabled) : part.disabled(el, part);
}

// Whether a script can set it as a hand would; the rest is done by hand.
function isScripted({ part, kind }) {
  return Boolean(part.set) || !["select", "cascader", "tree"].includes(kind);
}

// --- a page that only shows -----------------------------------------------------------------------------------------
// `<th>计划编号</th><td>3714…</td>`: a cell of text beside a cell that is plainly its label.
function shownPairs(root) {
  const pairs = [], tables = new Map();
  const pairing = cell => {
    const table = cell.closest("table");
    if (!table) return false;
    if (!tables.has(table)) tables.set(table, isOfPairs(table));
    return tables.get(table) && cell.cellIndex % 2 === 1;
  };
  for (const cell of root.querySelectorAll("td, dd")) {
    const label = cell.previousElementSibling;
    if (!label || !label.matches("td, th, dt") || isOpened(cell) || !visible(cell) || holdsControl(cell) || cell.querySelector("table")
      || holdsControl(label) || label.querySelector("table") || label.closest(every("grids"))) continue;
    const text = textOf(label), value = textOf(cell);
    const plainly = label.tagName !== cell.tagName || /[:：*＊]\s*$/.test(text)
      || /label|title|name|left|head|bt|lab/i.test(label.className) && label.className !== cell.className;
    if (plainly || pairing(cell)) listShown(pairs, cell, label, value);
  }
  for (const { label, value } of blocks(root)) if (plainlyNames(label) && !label.closest(titles())) listShown(pairs, value, label, textOf(value));
  for (const { label, value } of inTurn(root)) listShown(pairs, value, label, textOf(value));
  for (const toolkit of toolkits) {
    for (const { label, value } of toolkit.shown ? toolkit.shown(root) : []) {
      if (visible(value) && !holdsControl(value)) listShown(pairs, value, label, textOf(value));
    }
  }
  return pairs;
}

// A table of labels and values in turn: no heads, and its labels are drawn apart, or enough of them end with a colon or a star.
const MOST_PAIRS = 4, LEAST_LINES = 3;
const LOOKS = ["backgroundColor", "fontWeight", "color"];
function drawnApart(label, value) {
  const [one, other] = [getComputedStyle(label), getComputedStyle(value)];
  return LOOKS.some(look => one[look] !== other[look]);
}
function isOfPairs(table) {
  const rows = [...table.rows].filter(row => row.cells.length && visible(row));
  if (rows.length < LEAST_LINES || table.querySelector("th, table, input[type=checkbox], input[type=radio]")) return false;
  if (!rows.every(row => row.cells.length % 2 === 0 && row.cells.length <= 2 * MOST_PAIRS)) return false;
  const apart = rows.every(({ cells: [label, value] }) => drawnApart(label, value));
  return apart || rows.filter(row => /[:：*＊★]\s*$/.test(textOf(row.cells[0]))).length * 3 >= rows.length;
}

// `<div><span>计划名称：</span><span>办公桌</span></div>`, `<li><label>计划名称</label><p>办公桌</p></li>`: two blocks without a control.
function blocks(root) {
  const pairs = [];
  for (const label of root.querySelectorAll("label, span, div, b, strong, em, p, i")) {
    const value = label.nextElementSibling;
    if (!value || label.parentElement.childElementCount > 3 || value.childElementCount > 2 || label.childElementCount > 1) continue;
    if (!value.matches("span, div, p, b, strong, em, i, label") || gridAround(label) || isOpened(label)) continue;
    if (visible(label) && visible(value) && !holdsControl(label.parentElement)) pairs.push({ label, value });
  }
  return pairs;
}

// `<div class=row><div>计划名称</div><div>办公桌</div><div>采购方式</div><div>…`: labels and values in turn, side by side in one block.
const CHILD = "div, span, p, b, strong, em, label, font";
function inTurn(root) {
  const pairs = [];
  for (const box of root.querySelectorAll("div, section, article, li, p")) {
    const parts = [...box.children].filter(visible);
    if (parts.length < 2 * LEAST_LINES || parts.length % 2 || holdsControl(box) || gridAround(box) || isOpened(box)) continue;
    if (!parts.every(el => el.matches(CHILD) && el.childElementCount < 3)) continue;
    const own = parts.flatMap((label, at) => at % 2 ? [] : [{ label, value: parts[at + 1] }]);
    if (own.every(({ label, value }) => textOf(label) && drawnApart(label, value))) pairs.push(...own);
  }
  return pairs;
}

// A text is plainly a label that ends with a colon, or is drawn as one.
const plainlyNames = label => /[:：]\s*$/.test(textOf(label)) || label.tagName === "LABEL" || /label|title|name|key|term/i.test(label.className);

function listShown(pairs, el, label, value) {
  const text = textOf(label);
  // two may know of it, a toolkit and its page, the one by what lies around it
  const known = one => one.el === el || (one.words[0].text === text && one.value === value && (one.el.contains(el) || el.contains(one.el)));
  if (!text || text.length > 40 || ONLY_STARS.test(text) || pairs.some(known)) return;
  pairs.push({ el, kind: "shown", words: [{ text, source: "cell-left", sureness: 80 }], value, part: partOf({ at: "", value: one => textOf(one) }),
    beside: P.pressables(el).find(one => asksFor(one) && P.usable(one)) || null });
}

// Whether a field is set in a window: its button says so (选择, a magnifying glass), or what cannot be typed in asks to be pressed.
const ASKS = /选择|选取|选定|挑选|查找|浏览|检索|点击|^(\.{2,}|…+|选)$/, SIGN = /search|magnif|more|ellipsis|select|choose|pick|lookup/i;
const FILES = /文件|附件|图片|上传/;
function asksFor(el) {
  const said = P.wordsOf(el).join(" ") || P.squeeze(el.value || "");
  if (said) return ASKS.test(said) && !FILES.test(said);
  return [el, ...el.querySelectorAll("i, svg, img, span, use")].some(one => SIGN.test(`${one.getAttribute("class")} ${one.getAttribute("src") || ""}`));
}
const asksToBePressed = field => Boolean(field.onclick) || ASKS.test(field.placeholder || "") || getComputedStyle(field).cursor === "pointer";
function opensWindow({ el, part, kind, beside }) {
  if (kind === "picker") return true;
  if (!["text", "textarea", "shown"].includes(kind)) return false;
  if (beside && asksFor(beside) && P.usable(beside)) return true;
  const field = part.field(el);
  return Boolean(field && part.readOnly(el, part) && !field.matches(":disabled") && asksToBePressed(field));
}

// Its own button, unless that is for something else and the field asks to be pressed.
function windowOpener({ el, part, beside }) {
  const field = part.field(el) || el;
  return beside && (asksFor(beside) || !asksToBePressed(field)) ? beside : field;
}

// The element that names a control, by a number: what several controls share it is told by that.
const labelNumbers = new WeakMap();
let lastLabel = 0;
const numberOf = node => node ? labelNumbers.get(node) || labelNumbers.set(node, lastLabel += 1).get(node) : null;

function placeOf(entry) {
  const known = places.get(entry.el);
  if (known !== undefined) {
    elements[known] = entry;
    return known;
  }
  numbered += 1;
  elements[numbered] = entry;
  places.set(entry.el, numbered);
  return numbered;
}

// An element that has left the page keeps its place, with enough to be told that it is gone.
function forgetTheGone() {
  for (const [el, place] of places) {
    if (el.isConnected) continue;
    places.delete(el);
    elements[place] = { el, gone: true };
  }
}

function reportOf(control) {
  const { el, part, toolkit } = control;
  const field = part.field(el);
  const options = optionsOf(control);
  return {
    index: placeOf(control), kind: control.kind, toolkit: toolkit.name, words: [...control.words],
    value: valueOf(control), options: options || [], listed: options !== null, scripted: isScripted(control), after: control.after, units: unitsSaid(control),
    required: Boolean(control.words.starred || told("required", el) || field?.required || [el, field].some(e => e?.getAttribute("aria-required") === "true")),
    readOnly: part.readOnly(el, part) || el.getAttribute("aria-readonly") === "true",
    disabled: isDisabled(control),
    maxLength: field && field.maxLength >= 0 ? field.maxLength : null, button: control.beside !== null, opens: opensWindow(control),
    dating: control.kind === "date" ? datingOf(control) : null, multiple: Boolean(part.multiple(el, part)),
    labelledBy: numberOf(control.words.by), held: part.held(el, part), postedAs: part.postedAs(el, part),
    follows: Boolean(control.follows),
  };
}

function survey(boxed) {
  holding = new Map();
  try {
    return surveyed(boxed);
  } finally {
    holding = null;
  }
}

function surveyed(boxed) {
  const root = P.root(boxed);
  pageTexts = null;
  maps.clear();
  forgetTheGone();
  const found = controlsIn(root);
  taken.clear();
  for (const control of found) {
    control.beside = control.part.beside(control.el) || besideOf(control.el);
    control.words = wordsOf(control);
  }
  for (const control of found) {
    hintsOf(control);
    control.kind = typeof control.part.kind === "function" ? control.part.kind(control) : control.part.kind;
  }
  const pairs = shownPairs(root);
  for (const unit of found) unit.amount = (unit.isUnit = choosesUnit(unit)) ? amountBeside(unit, found) : null;
  assignStatements(root, [...found, ...pairs]);
  const controls = found.map(reportOf);
  found.forEach((one, i) => { controls[i].unitOf = one.amount ? placeOf(one.amount) : null; });
  for (const pair of pairs) {
    const { kind, words, value } = pair;
    const button = pair.beside !== null;
    controls.push({ index: placeOf(pair), kind, words, value, readOnly: true, units: unitsSaid(pair), button, opens: button });
  }
  return { controls };
}

// Whether the words stand on a visible control's label already; waiting happens outside.
function shows({ boxed, words }) {
  const plain = text => text.normalize("NFKC").replace(/[\s*★※:]/g, "");
  const labels = survey(boxed).controls.flatMap(c => c.words.map(w => plain(w.text)));
  return words.every(any => any.some(word => labels.some(label => label.startsWith(plain(word)))));
}
