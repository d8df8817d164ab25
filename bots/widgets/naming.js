// All the words that could name a control: what its toolkit calls its label, HTML's own ties, the table cell or block
// before it, and what an eye would take for its label.
const maps = new Map(); // where the cells of a table stand, found once a pass
let pageTexts = null; // visible texts with their rectangles, found once a pass and only when geometry is needed

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

function holdsControl(el) {
  return el.matches(anyControl()) || [...el.querySelectorAll(anyControl())].some(visible);
}

// The texts, controls and line breaks below a node, in the order of the page; a control is not looked into.
function* below(node) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) yield child;
    else if (child.nodeType !== Node.ELEMENT_NODE) continue;
    else if (claimed.has(child) || child.matches(CONTROL) || child.tagName === "BR") yield child;
    else if (!SILENT.has(child.tagName) && drawn(child)) yield* below(child);
  }
}

// The text before and after a control inside its cell or block, up to the next control.
function around(el) {
  const home = el.parentElement.closest("td, th, li, dd, p, fieldset, form, div, body") || el.parentElement;
  let before = "", after = "", passed = false, first = true;
  for (const n of below(home)) {
    if (n === el) passed = true;
    else if (n.nodeType === Node.TEXT_NODE) {
      if (passed) after += n.data;
      else before += n.data;
    } else if (n.tagName === "BR") {
      if (passed && clean(after)) break;
      if (!passed && clean(before)) before = "";
    } else if (visible(n)) {
      if (passed) break;
      before = "";
      first = false;
    }
  }
  return { before: clean(before), after: clean(after), first };
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

function listed(texts, source, sureness, text, node) {
  if (text && text.length <= 60 && !ONLY_STARS.test(text)) {
    texts.push({ text, source, sureness });
    if (texts.length === 1 && node && starredByStyle(node)) texts.starred = true;
  } else if (text && /[*＊★※]/.test(text) && text.length < 4) texts.starred = true;
}

function starredByStyle(node) {
  return ["::before", "::after"].some(part => getComputedStyle(node, part).content.includes("*"))
    || /required|must|bitian/i.test(node.className) || /required/i.test(node.parentElement?.className || "");
}

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
  listed(texts, "inline", near.first ? 92 : 91, near.before);
  cellWords(el, texts, near.first);
  siblingWords(control, texts);
  const legend = group && el.closest("fieldset")?.querySelector("legend");
  if (legend) listed(texts, "legend", 88, textOf(legend), legend);
  if (members && !group) listed(texts, "choice", 68, members[0].text);
  if (!texts.some(t => t.sureness >= 70)) geometryWords(control, texts);
  listed(texts, "title", 50, clean(field.title));
  listed(texts, "placeholder", 45, clean(field.placeholder || ""));
  const last = group && !el.contains(members.at(-1).el) ? around(members.at(-1).el).after : near.after;
  control.after = told("unit", el) || (group ? last.match(/[*＊★※]?$/)[0] : last) || cellAfter(el);
  return texts;
}

// --- tables ---------------------------------------------------------------------------------------------------------

// Where each cell of a table stands, spans counted.
function mapOf(table) {
  if (maps.has(table)) return maps.get(table);
  const grid = [], at = new Map();
  [...table.rows].forEach((row, r) => {
    grid[r] ||= [];
    let c = 0;
    for (const cell of row.cells) {
      while (grid[r][c]) c++;
      at.set(cell, { r, c, wide: cell.colSpan });
      for (let dr = 0; dr < Math.max(1, Math.min(cell.rowSpan, table.rows.length - r)); dr++)
        for (let dc = 0; dc < cell.colSpan; dc++) (grid[r + dr] ||= [])[c + dc] = cell;
      c += cell.colSpan;
    }
  });
  maps.set(table, { grid, at });
  return maps.get(table);
}

function neighbours(cell, step) {
  const { grid, at } = mapOf(cell.closest("table"));
  const place = at.get(cell);
  const seen = [];
  if (!place) return seen;
  const row = i => step === "up" ? grid[place.r - i]?.[place.c] : step === "left" ? grid[place.r][place.c - i]
    : grid[place.r][place.c + place.wide - 1 + i];
  for (let i = 1, next = row(i); next; next = row(++i)) if (next !== cell && seen.at(-1) !== next) seen.push(next);
  return seen;
}

// The cell to the left (empty cells skipped), then the cell above; a layout table inside a cell is looked through.
function cellWords(el, texts, first) {
  let cell = el.closest("td, th");
  for (let depth = 0; cell && depth < 3; depth++) {
    let stopped = false;
    for (const left of neighbours(cell, "left")) {
      if ((stopped = holdsControl(left))) break;
      const text = textOf(left);
      listed(texts, "cell-left", first ? 90 : 76, text, left);
      if ((stopped = text && !ONLY_STARS.test(text))) break;
    }
    if (depth === 0) aboveWords(cell, texts);
    if (stopped) return;
    const outer = cell.closest("table").parentElement?.closest("td, th");
    if (outer && [...outer.querySelectorAll(CONTROL)].filter(visible).length > 1 && !outer.contains(el)) return;
    cell = outer;
  }
}

function aboveWords(cell, texts) {
  for (const above of neighbours(cell, "up")) {
    if (holdsControl(above)) continue;
    const text = textOf(above);
    if (!text || ONLY_STARS.test(text)) continue;
    const header = above.tagName === "TH" || above.closest("thead");
    const adjacent = neighbours(cell, "up")[0] === above;
    if (header || adjacent) listed(texts, "cell-above", header ? 74 : 70, text, above);
    return;
  }
}

// A star or a unit in the cell to the right.
function cellAfter(el) {
  const cell = el.closest("td, th");
  const right = cell && neighbours(cell, "right")[0];
  const text = right && !holdsControl(right) ? textOf(right) : "";
  return ONLY_STARS.test(text) || isUnit(text.replace(/^[*＊★※]?\s*|\s*[*＊★※]?$/g, "")) ? text : "";
}

// --- blocks and geometry --------------------------------------------------------------------------------------------
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

function readTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const text = clean(n.data), owner = n.parentElement;
    if (!text || text.length > 60 || owner.closest("script, style, select, textarea, button, option")) continue;
    if ((n.previousSibling ?? owner.previousSibling)?.matches?.(CHOICE)) continue; // names an option
    if (!owner.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.setStart(n, n.data.search(/\S/)); // spaces around it take room, and say nothing
    range.setEnd(n, n.data.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width) found.push({ text, box, owner });
  }
  return found;
}

// What lies behind a dialog names nothing in it.
function dialogOf(el) {
  const box = P.topBox();
  return box && box.contains(el) ? box : null;
}

// What a clerk's eye would take for the label: the text to the left on the same line, else the one above.
function geometryWords({ el }, texts) {
  pageTexts ||= readTexts(dialogOf(el) || document.body);
  const box = el.getBoundingClientRect();
  const others = [...claimed].filter(o => !o.contains(el) && !el.contains(o) && visible(o)).map(o => o.getBoundingClientRect());
  const middle = box.top + box.height / 2;
  // a text belongs to the control that stands between it and this one
  const free = text => !others.some(o => o.left >= text.right - 4 && o.right <= box.left + 4 && o.top < middle && o.bottom > middle);
  const open = text => !others.some(o => o.bottom > text.top && o.bottom <= box.top + 4 && o.left < box.right && o.right > box.left);
  const line = pageTexts.filter(t => t.box.top < box.bottom && t.box.bottom > box.top
    && Math.abs((t.box.top + t.box.bottom) / 2 - middle) < box.height * 0.75
    && t.box.right <= box.left + 4 && box.left - t.box.right < 200);
  line.sort((a, b) => b.box.right - a.box.right);
  const star = line.length && ONLY_STARS.test(line[0].text) ? line.shift() : null;
  if (star && /[*＊★※]/.test(star.text)) texts.starred = true;
  if (line.length && free(line[0].box)) {
    listed(texts, "eye-left", 62, line[0].text, line[0].owner);
    return;
  }
  const over = pageTexts.filter(t => t.box.bottom <= box.top + 4 && box.top - t.box.bottom < 40
    && Math.abs(t.box.left - box.left) < 60 && !ONLY_STARS.test(t.text) && open(t.box));
  over.sort((a, b) => b.box.bottom - a.box.bottom || a.box.left - b.box.left);
  if (over.length) listed(texts, "eye-above", 56, over[0].text, over[0].owner);
}

