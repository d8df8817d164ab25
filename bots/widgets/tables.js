// What a table wordsIn of a control in one of its cells: the label to the left, the heading above, or both together.
const maps = new Map(); // where the cells of a table stand, found once a pass
// Cells that hold labels and what they are the labels of: such a row is no head of a list.
const isPaired = captions => captions.some(text => /^[\d.,%-]{6,}$|[:：]$/.test(text));

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

const isHeading = cell => cell.tagName === "TH" || cell.closest("thead") !== null;
const isData = text => /^[-+¥￥]?[\d.,:/年月日%\s-]+$/.test(text);
const wordsIn = cell => { const text = textOf(cell); return ONLY_STARS.test(text) ? "" : text; };

// The headings of a cell's column, the nearest first: of `th` cells where there are any above, else the nearest cell of
// words over cells that hold fields. Cells of data head nothing.
function headingsOf(cell) {
  const above = neighbours(cell, "up").filter(one => !holdsControl(one));
  const marked = above.filter(one => isHeading(one) && wordsIn(one));
  if (marked.length) return marked;
  const nearest = above.find(wordsIn);
  return nearest && !isData(wordsIn(nearest)) ? [nearest] : [];
}

// The words at the left end of the fields that stand side by side in a row; null where there is none.
function rowLabelOf(cell) {
  return neighbours(cell, "left").filter(one => !holdsControl(one)).find(wordsIn) || null;
}

// The cells of fields in the row that share this one's label at their left.
function matesOf(cell, label) {
  return [...cell.parentElement.cells].filter(one => holdsControl(one) && rowLabelOf(one) === label);
}

// Several fields side by side under headings of their own (上年 | 本年; 单价 | 数量): the heading names each, together with
// the row's label where more rows have fields under it. Either of them alone names more than one field.
function twoWayWords(cell, texts) {
  const label = rowLabelOf(cell);
  const mates = label && !isHeading(cell) ? matesOf(cell, label) : [];
  const heads = mates.map(one => headingsOf(one)[0]);
  if (mates.length < 2 || heads.some(head => !head) || new Set(heads).size < mates.length) return false;
  const [head] = headingsOf(cell);
  const row = textOf(label), column = textOf(head);
  const hasHead = one => headingsOf(one)[0] === head;
  const more = [...cell.closest("table").rows].some(other => other !== cell.parentElement
    && [...other.cells].some(one => holdsControl(one) && !isHeading(one) && hasHead(one)));
  if (more) {
    for (const text of [`${row}${column}`, `${column}${row}`, `${row}(${column})`]) listed(texts, "row-and-column", 90, text);
    listed(texts, "cell-above", 74, column, head);
  } else listed(texts, "cell-above", 90, column, head);
  listed(texts, "cell-left", 72, row, label);
  return true;
}

// The cell to the left (empty cells skipped), then the cell above; a layout table inside a cell is looked through.
function cellWords(el, texts, first) {
  let cell = el.closest("td, th");
  for (let depth = 0; cell && depth < 3; depth++) {
    if (twoWayWords(cell, texts)) return;
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
  const [head] = headingsOf(cell);
  if (!head) return;
  const adjacent = neighbours(cell, "up")[0] === head;
  if (isHeading(head) || adjacent) listed(texts, "cell-above", isHeading(head) ? 74 : 70, textOf(head), head);
}

// A field in a row of a toolkit's grid is named by the heading of its column; what stands beside it is data.
function gridWords(el, texts) {
  const grid = gridAround(el);
  const sheet = grid && toolkits.find(toolkit => toolkit.grids && grid.matches(toolkit.grids)).grid(grid);
  for (const row of sheet?.rows || []) {
    const place = row.cells.findIndex(cell => cell?.contains(el));
    if (place >= 0 && sheet.heads[place]) listed(texts, "cell-above", 90, textOf(sheet.heads[place]), sheet.heads[place]);
  }
  return Boolean(sheet);
}

// A star or a unit in the cell to the right.
function cellAfter(el) {
  const cell = el.closest("td, th");
  const right = cell && neighbours(cell, "right")[0];
  const text = right && !holdsControl(right) ? textOf(right) : "";
  return ONLY_STARS.test(text) || isUnit(text.replace(/^[*＊★※]?\s*|\s*[*＊★※]?$/g, "")) ? text : "";
}
