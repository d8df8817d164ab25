// Lists every visible control of a document with all the words that could name it, in one pass.
// Nothing is written on the page: elements are remembered in this closure only.
const elements = [];
const places = new Map();
let pageTexts = null; // visible texts with their rectangles, found once a pass and only when geometry is needed

const CONTROL = "input:not([type=hidden]), select, textarea";
const CHOICE = "input[type=radio], input[type=checkbox]";
const SILENT = new Set(["SCRIPT", "STYLE", "SELECT", "TEXTAREA", "BUTTON", "NOSCRIPT", "TEMPLATE", "IFRAME", "INPUT"]);
const ONLY_STARS = /^[\s*＊★※:：\u3000\xa0]*$/;

function visible(el) {
  if (!el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) return false;
  const box = el.getBoundingClientRect();
  return box.width > 2 && box.height > 2 && box.right + scrollX > 0 && box.bottom + scrollY > 0;
}

function clean(text) {
  return text.replace(/\s+/g, " ").trim();
}

// Visible text below a node, without what controls and buttons say.
function textOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return clean(node.data) ? node.data : " ";
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.tagName)) return "";
  if (node.tagName === "BR") return " ";
  if (!node.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) return "";
  let text = "";
  for (const child of node.childNodes) text += textOf(child);
  return clean(text);
}

function holdsControl(el) {
  return el.matches(CONTROL) || [...el.querySelectorAll(CONTROL)].some(visible);
}

// The text before and after a control inside its cell or block, up to the next control.
function around(el) {
  const home = el.parentElement.closest("td, th, li, dd, p, fieldset, form, div, body") || el.parentElement;
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: n => n.nodeType === Node.TEXT_NODE || n.matches(CONTROL) || n.tagName === "BR" ? NodeFilter.FILTER_ACCEPT
      : SILENT.has(n.tagName) || !n.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP,
  });
  let before = "", after = "", passed = false, first = true;
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    if (n === el) passed = true;
    else if (n.nodeType === Node.TEXT_NODE) {
      if (n.parentElement.closest("select, textarea, button")) continue;
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

// The button beside a control: 选择, a magnifying glass, a calendar.
function besideOf(el) {
  const home = el.closest("td, th, li, dd, p, div, form, body");
  const after = [...home.querySelectorAll("input, select, textarea, button, a, img, i, span")]
    .filter(n => el.compareDocumentPosition(n) & Node.DOCUMENT_POSITION_FOLLOWING && visible(n));
  for (const n of after) {
    if (n.matches("button, input[type=button], input[type=image], a[href], [onclick], [role=button]")) return n;
    if (n.matches(CONTROL)) return null;
  }
  return null;
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
  const group = members && (members.length > 1 || el.type === "radio");
  if (!members) for (const label of el.labels || []) listed(texts, "label", 100, textOf(label), label);
  for (const owner of group ? [el.closest("[role=radiogroup], [role=group]")].filter(Boolean) : [el]) {
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
  if (members && !group) listed(texts, "choice", 68, textBeside(el));
  if (!texts.some(t => t.sureness >= 70)) geometryWords(control, texts);
  listed(texts, "title", 50, clean(el.title));
  listed(texts, "placeholder", 45, clean(el.placeholder || ""));
  const last = group ? around(members.at(-1)).after : near.after;
  control.after = (group ? last.match(/[*＊★※]?$/)[0] : last) || cellAfter(el);
  return texts;
}

// --- tables ---------------------------------------------------------------------------------------------------------
const maps = new Map();

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
  return /^[*＊★※]?\s*[(（]?(万元|元|%)?[)）]?\s*[*＊★※]?$/.test(text) ? text : "";
}

// --- blocks and geometry --------------------------------------------------------------------------------------------
// The sibling before a wrapper that holds nothing but this control: <div>计划名称</div><div><input></div>, <dt>/<dd>.
function siblingWords({ el, members }, texts) {
  const own = new Set(members || [el]);
  for (let node = el, depth = 0; node && depth < 4; node = node.parentElement, depth++) {
    if (["TD", "TH", "FORM", "BODY", "FIELDSET"].includes(node.tagName)) return;
    if ([...node.querySelectorAll(CONTROL)].some(c => !own.has(c) && visible(c))) return;
    if (node.matches("div, dd, section, p, ul, span") || depth === 0) {
      const before = node.previousElementSibling;
      if (!before || !visible(before) || holdsControl(before)) continue;
      const text = textOf(before);
      listed(texts, "sibling", 84, text, before);
      if (text && !ONLY_STARS.test(text)) return;
    }
  }
}

function readTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const text = clean(n.data), owner = n.parentElement;
    if (!text || text.length > 60 || owner.closest("script, style, select, textarea, button, option")) continue;
    if ((n.previousSibling ?? owner.previousSibling)?.matches?.(CHOICE)) continue; // names an option
    if (!owner.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(n);
    const box = range.getBoundingClientRect();
    if (box.width) found.push({ text, box, owner });
  }
  return found;
}

// What a clerk's eye would take for the label: the text to the left on the same line, else the one above.
function geometryWords({ el }, texts) {
  pageTexts ||= readTexts();
  const box = el.getBoundingClientRect();
  const free = (x, y) => !document.elementFromPoint(x, y)?.matches(CONTROL);
  const middle = box.top + box.height / 2;
  const line = pageTexts.filter(t => t.box.top < box.bottom && t.box.bottom > box.top
    && Math.abs((t.box.top + t.box.bottom) / 2 - middle) < box.height * 0.75
    && t.box.right <= box.left + 4 && box.left - t.box.right < 200);
  line.sort((a, b) => b.box.right - a.box.right);
  const star = line.length && ONLY_STARS.test(line[0].text) ? line.shift() : null;
  if (star && /[*＊★※]/.test(star.text)) texts.starred = true;
  if (line.length && free((line[0].box.right + box.left) / 2, middle)) {
    listed(texts, "eye-left", 62, line[0].text, line[0].owner);
    return;
  }
  const over = pageTexts.filter(t => t.box.bottom <= box.top + 4 && box.top - t.box.bottom < 40
    && Math.abs(t.box.left - box.left) < 60 && !ONLY_STARS.test(t.text));
  over.sort((a, b) => b.box.bottom - a.box.bottom || a.box.left - b.box.left);
  if (over.length) listed(texts, "eye-above", 56, over[0].text, over[0].owner);
}

// --- a page that only shows -----------------------------------------------------------------------------------------
// `<th>计划编号</th><td>3714…</td>`: a cell of text beside a cell that is plainly its label.
function shownPairs(root) {
  const pairs = [];
  for (const cell of root.querySelectorAll("td, dd")) {
    const label = cell.previousElementSibling;
    if (!label || !label.matches("td, th, dt") || !visible(cell) || holdsControl(cell) || cell.querySelector("table")
      || holdsControl(label) || label.querySelector("table")) continue;
    const text = textOf(label), value = textOf(cell);
    const plainly = label.tagName !== cell.tagName || /[:：*＊]\s*$/.test(text)
      || /label|title|name|left|head|bt|lab/i.test(label.className) && label.className !== cell.className;
    if (plainly && text && text.length <= 40 && !ONLY_STARS.test(text)) {
      pairs.push({ el: cell, kind: "shown", words: [{ text, source: "cell-left", sureness: 80 }], value });
    }
  }
  return pairs;
}

// `单位：万元` above a form speaks for all of its amounts.
function unitsOfPage() {
  const found = document.body.innerText.matchAll(/(?:^|[\s(（]|金额)单位[:：]\s*(万元|元)(?![\u4e00-\u9fff])/g);
  return [...new Set([...found].map(hit => hit[1]))];
}

function placeOf(entry) {
  const known = places.get(entry.el);
  if (known !== undefined) {
    elements[known] = entry;
    return known;
  }
  places.set(entry.el, elements.push(entry) - 1);
  return elements.length - 1;
}

function survey(root) {
  root = root || document;
  pageTexts = null;
  maps.clear();
  for (const [el, place] of places) {
    if (el.isConnected) continue;
    places.delete(el);
    elements[place] = { el, toolkit: elements[place].toolkit, members: null }; // enough to be told that it is gone
  }
  const report = [];
  for (const toolkit of toolkits) {
    for (const control of toolkit.find(root)) {
      const { el } = control;
      control.toolkit = toolkit;
      control.beside = besideOf(el);
      control.words = wordsOf(control);
      control.kind = toolkit.kind(control);
      report.push({
        index: placeOf(control), kind: control.kind, toolkit: toolkit.name, words: [...control.words],
        value: toolkit.value(control), options: toolkit.options(control), after: control.after,
        required: Boolean(control.words.starred || el.required || el.getAttribute("aria-required") === "true"),
        readOnly: el.readOnly === true || el.getAttribute("aria-readonly") === "true",
        disabled: control.members ? control.members.every(m => m.matches(":disabled")) : el.matches(":disabled"),
        maxLength: el.maxLength >= 0 ? el.maxLength : null, button: control.beside !== null,
      });
    }
  }
  for (const pair of shownPairs(root)) report.push({ ...pair, el: undefined, index: placeOf(pair), readOnly: true });
  return { controls: report, units: unitsOfPage() };
}

// Whether the words stand on a visible control's label already; waiting happens outside.
function shows(root, words) {
  const plain = text => text.normalize("NFKC").replace(/[\s*★※:]/g, "");
  const labels = survey(root).controls.flatMap(c => c.words.map(w => plain(w.text)));
  return words.every(any => any.some(word => labels.some(label => label.startsWith(plain(word)))));
}
