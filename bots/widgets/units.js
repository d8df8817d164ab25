// Which texts say in what unit an amount is: those inside its own item of the form, those that head its group, its column
// or its section, and those above the form. What they mean is told later; here is only for whom they speak, and how near.
const SPEAKS = /[元万亿千百%％$￥¥]|单位|rmb|cny|usd|eur|hkd|jpy|美金|英镑|外币/i;
const LONGEST_STATEMENT = 60;
// The head of a folding section is a button that says whether it is open.
const FOLDS = "button[aria-expanded]:not([aria-haspopup])";
const titles = () => `h1, h2, h3, h4, h5, h6, legend, caption, summary, [role=heading], [role=separator], ${FOLDS}, ${every("titles")}`;
const isPressed = owner => {
  const button = owner.closest("button");
  return button ? !button.matches(titles()) : SILENT.has(owner.tagName) || owner.closest("option, a[href]") !== null;
};
const BLOCK = /^(block|flex|grid|table|list-item|table-row|table-cell|flow-root)/;

// The texts in sight that may speak of a unit, apart from what is data, an option, or a field's value.
function unitTexts(root) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    if (!SPEAKS.test(n.data)) continue;
    const owner = n.parentElement, text = clean(n.data);
    if (text.length > LONGEST_STATEMENT || isPressed(owner)) continue;
    if (owner.closest(every("panels")) || isInData(owner) || insideControl(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(n);
    const box = range.getBoundingClientRect();
    if (!drawn(owner) || !box.width || !box.height) continue;
    const by = hider(owner, box);
    if (!by || scrolls(by)) found.push({ node: n, owner, text: wholeText(n) });
  }
  return found;
}

// A field's own text, as of its options or of the value that it shows; what its toolkit glues to it is told by `unit`.
function insideControl(owner) {
  for (let at = owner; at; at = at.parentElement) if (claimed.has(at)) return true;
  return false;
}

// A text with what is drawn in one line with it: `万<b>元</b>`.
function wholeText(node) {
  const owner = node.parentElement;
  const whole = BLOCK.test(getComputedStyle(owner).display) ? node.data : owner.textContent;
  return clean(whole).length <= LONGEST_STATEMENT ? clean(whole) : clean(node.data);
}

const dialogAround = el => el.closest(P.DIALOG);
const follows = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

// A choice of units: 元 or 万元 to choose from, or shown by it.
function choosesUnit(control) {
  if (!["select", "radio"].includes(control.kind)) return false;
  const offered = (optionsOf(control) || []).filter(text => clean(text) && !/^[-—\s]*请?选择/.test(text));
  const shown = clean(valueOf(control));
  const isMoney = text => isUnit(text) && /[元万亿]/.test(text);
  return offered.length ? offered.every(isMoney) : shown !== "" && isMoney(shown);
}

// The amount that a choice of units stands beside: the only other field in the smallest block that holds one.
function amountBeside(unit, controls) {
  for (let at = unit.el.parentElement; at && at !== document.body; at = at.parentElement) {
    const others = controls.filter(one => one !== unit && at.contains(one.el));
    const amount = others.length > 1 ? rightBefore(unit, others) : others[0];
    if (others.length) return amount?.kind === "text" ? amount : null;
  }
  return null;
}

// In a line of several fields: the one right before it.
function rightBefore(unit, others) {
  const before = others.filter(one => follows(one.el, unit.el)).at(-1);
  return before && !separated(before.el, unit.el) ? before : null;
}

// Whether a line break, a new block or words stand between two places of a page.
function separated(from, to) {
  const range = document.createRange();
  range.setStartAfter(from);
  range.setEndBefore(to);
  const between = range.cloneContents();
  return between.querySelector("br, tr, p, li") !== null || /[\p{L}\p{N}]/u.test(between.textContent);
}

// Whether a text begins on a line of its own below a field.
function standsBelow(field, node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect().top >= field.getBoundingClientRect().bottom;
}

// --- for whom a text speaks -----------------------------------------------------------------------------------------
// The smallest block around a text that holds any amount's field, and the fields in it.
function scopeOf(statement, controls) {
  for (let at = statement.owner; at; at = at.parentElement) {
    const inside = controls.filter(one => at.contains(one.el));
    if (inside.length) return { block: at, inside };
  }
  return { block: null, inside: [] };
}

// A field's own item: the smallest block that holds it and its label.
function itemOf({ el, words }) {
  const label = words.label;
  if (!label) return null;
  let item = el.parentElement;
  while (item && !item.contains(label)) item = item.parentElement;
  return item;
}
const WHOLE = "body, form, fieldset, table, tbody"; // more than one field's item, though it hold only one

const isOwn = (statement, { block, inside }) => inside.length === 1
  && (itemOf(inside[0])?.contains(statement.node) ?? !block.matches(`${WHOLE}, ${P.DIALOG}`));

// A heading of a column, or a cell of a row of several: it speaks by its place in the table.
function isCellOfMany(owner, block) {
  const cell = owner.closest("td, th");
  return Boolean(cell && block.contains(cell) && cell.parentElement.cells.length > 1);
}

// What a text heads, if that is a table of data: it speaks of that one.
function headsData(statement, scope) {
  const tables = [...scope.block.querySelectorAll(`table, ${every("grids")}`)];
  const next = tables.find(table => follows(statement.node, table) && P.shown(table));
  if (!next || scope.inside.some(one => next.contains(one.el))) return false;
  return !scope.inside.some(one => follows(statement.node, one.el) && follows(one.el, next));
}

// Adds each text to what is said of the fields that it speaks for: `own` of one alone, `above` of all that follow it.
function assignStatements(root, controls) {
  const amounts = controls.filter(one => !one.isUnit);
  controls.forEach(one => { one.said = { own: [], above: [] }; });
  let behind = null; // the heads of parts that are not in sight: they speak of nothing that is
  for (const statement of unitTexts(root)) {
    behind ||= hiddenParts(root, () => true).filter(part => part.tab && part.head).map(part => part.head);
    if (behind.some(head => head.contains(statement.owner))) continue;
    const scope = scopeOf(statement, amounts);
    if (!scope.block || headsData(statement, scope)) continue;
    if (isOwn(statement, scope)) {
      scope.inside[0].said.own.push(statement.text);
      continue;
    }
    if (isCellOfMany(statement.owner, scope.block)) continue;
    const title = statement.owner.closest(titles());
    const before = title ? null : scope.inside.filter(one => follows(one.el, statement.node)).at(-1);
    if (before && !separated(before.el, statement.node) && (isUnit(statement.text) || !standsBelow(before.el, statement.node))) { // `<input> 万元`, whatever follows; a title heads what follows
      before.said.own.push(statement.text);
      continue;
    }
    if (isUnit(statement.text) && !/[(（]/.test(statement.text)) continue; // a bare 元 heads nothing
    const ahead = scope.inside.filter(one => follows(statement.node, one.el));
    for (const one of ahead.length ? ahead : scope.inside) {
      if (dialogAround(one.el) !== dialogAround(statement.owner)) continue;
      if (title && retitled(title, one.el, scope.block)) continue;
      one.said.above.push({ text: statement.text, block: scope.block, at: statement.node, foot: !ahead.length });
    }
  }
  controls.forEach(one => { one.said.above = byNearness(one.said.above); });
}

// Whether another title of the same block stands between a title and a field.
const retitled = (title, el, block) => [...block.querySelectorAll(titles())].some(other =>
  other !== title && follows(title, other) && follows(other, el) && scopeHolds(other, el, block));
function scopeHolds(title, el, block) {
  for (let at = title.parentElement; at && at !== block.parentElement; at = at.parentElement) if (at.contains(el)) return true;
  return false;
}

// The nearest first: of the innermost block, then the last one before the field; what stands at the foot comes last.
function byNearness(said) {
  const inner = (a, b) => a.block === b.block ? 0 : a.block.contains(b.block) ? 1 : -1;
  const order = (a, b) => inner(a, b) || Number(a.foot) - Number(b.foot) || (follows(a.at, b.at) ? 1 : -1);
  return said.sort(order).map(one => one.text);
}

// The headings of its column, the nearest first; then the legends and what stands above it.
function headingsSaid({ el }) {
  const grid = el.closest(every("grids"));
  const cell = el.closest("td, th");
  if (grid || !cell) return [];
  return neighbours(cell, "up").filter(one => isHeading(one) && !holdsControl(one)).map(one => textOf(one)).filter(text => SPEAKS.test(text));
}

function unitsSaid(control) {
  return { own: control.said.own, above: [...headingsSaid(control), ...control.said.above] };
}
