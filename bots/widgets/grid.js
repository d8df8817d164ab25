// Tables by their headers. `asked.headers`: one list of words for each header that must be there; `asked.names`: the
// manual's word for what a header may say. Reads the rows, or finds what to press in one of them.
const SUMMARY = ["合计", "总计", "本页小计", "小计", "本页合计", "页小计"].map(P.norm);

// Visible cells of the visible rows, each at its column, spans filled in.
const known = new Map();
const lay = table => known.get(table) || known.set(table, layOut(table)).get(table);
const layOut = table => {
  const rows = [...table.rows].filter(tr => tr.cells.length && P.shown(tr));
  const grid = rows.map(() => []);
  rows.forEach((tr, r) => {
    let c = 0;
    for (const td of tr.cells) {
      if (!td.checkVisibility()) continue;
      while (grid[r][c]) c += 1;
      for (let i = 0; i < td.rowSpan && r + i < rows.length; i += 1) {
        for (let j = 0; j < td.colSpan; j += 1) grid[r + i][c + j] = { td, origin: i === 0 && j === 0 };
      }
      c += td.colSpan;
    }
  });
  return { rows, grid };
};
const said = td => {
  const field = P.fields(td).find(el => !/^(checkbox|radio)$/.test(el.type));
  if (field) return field.tagName === "SELECT" ? (field.selectedOptions[0] || { text: "" }).text.trim() : field.value.trim();
  const words = P.text(td);
  if (!/(\.\.\.|…)$/.test(words) && td.scrollWidth <= td.clientWidth + 1) return words;
  const start = words.replace(/(\.\.\.|…)$/, "");
  const whole = [td, ...td.querySelectorAll("[title]")].map(el => (el.title || "").trim()).find(t => t.startsWith(start));
  return whole || words;
};
const caption = td => P.text(td).replace(/\s+/g, "").replace(/[▲▼△▽↑↓⇅⇵*＊]+$/u, "").replace(/^[*＊]+/, "");

const names = new Map();
for (const [name, words] of Object.entries(asked.names)) for (const word of words) if (!names.has(P.norm(word))) names.set(P.norm(word), name);
const answers = (head, words) => words.some(w => P.norm(w) === P.norm(head)) ||
  words.some(w => P.plain(w) === P.norm(w) && P.plain(w) === P.plain(head));

// The last of the first rows that have every header: grouped headers fill two or three rows.
const headOf = laid => {
  let at = -1;
  for (let r = 0; r < Math.min(laid.grid.length, 12); r += 1) {
    const heads = laid.grid[r].filter(Boolean).map(cell => caption(cell.td));
    if (asked.headers.every(words => heads.some(head => head && answers(head, words)))) at = r;
    else if (at >= 0) break;
  }
  return at;
};
const columns = row => {
  const taken = new Set();
  return row.map(cell => {
    const head = cell ? caption(cell.td) : "";
    const asName = asked.headers.find(words => answers(head, words));
    const name = (asName && asName[0]) || names.get(P.norm(head)) || head;
    if (!name || taken.has(name)) return "";
    taken.add(name);
    return name;
  });
};
const bodyFor = (head, all) => {  // a header table stands over a table of rows
  const at = head.getBoundingClientRect();
  const width = lay(head).grid[0].length;
  return all.find(table => table !== head && !table.contains(head) && !head.contains(table) &&
    head.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING &&
    table.getBoundingClientRect().top >= at.top && Math.abs(table.getBoundingClientRect().left - at.left) < 6 &&
    lay(table).grid.some(row => Math.abs(row.length - width) <= 1 && width > 1));
};
const tick = tr => [...tr.querySelectorAll("input[type=checkbox], input[type=radio]")].find(P.shown) || null;

const read = table => {
  const laid = lay(table);
  const at = headOf(laid);
  if (at < 0) return null;
  const heads = columns(laid.grid[at]);
  let { rows, grid } = laid;
  let from = at + 1;
  if (from >= rows.length) {
    const body = bodyFor(table, tables);
    if (body) { ({ rows, grid } = lay(body)); from = 0; }
  }
  const out = [];
  for (let r = from; r < rows.length; r += 1) {
    const cells = {};
    const own = new Set(grid[r].filter(Boolean).map(cell => cell.td));
    if (own.size < 2 && heads.filter(Boolean).length > 1) continue;  // 「没有记录」
    heads.forEach((name, c) => { if (name) cells[name] = grid[r][c] && (grid[r][c].origin || !(name in cells)) ? said(grid[r][c].td) : ""; });
    const first = [...own].map(said).find(Boolean) || "";
    const box = tick(rows[r]);
    out.push({ cells, summary: SUMMARY.includes(P.norm(first)), ticked: box ? box.checked : null, tr: rows[r], box });
  }
  return { heads, out, size: heads.filter(Boolean).length };
};

const root = P.root(asked.boxed);
const tables = P.frameShown() ? [...root.querySelectorAll("table")].filter(P.shown) : [];
if (asked.columns) return tables.map(t => lay(t).grid.slice(0, 3).map(row => row.filter(Boolean).map(c => caption(c.td)).filter(Boolean)))
  .flat().filter(row => row.length > 2).map(row => row.join(" ").slice(0, 120)).slice(0, 6);
// Most tables only lay a page out: what does not even hold the words is not looked at more closely.
const speaks = t => {
  const words = P.squeeze(t.textContent);
  return asked.headers.every(any => any.some(word => words.includes(P.plain(word))));
};
const found = tables.filter(speaks).filter(t => !t.querySelector("table") || headOf(lay(t)) >= 0).map(read).filter(Boolean)
  .sort((a, b) => b.out.length - a.out.length || b.size - a.size)[0];

if (!found) return null;
const NEXT = P.pressable(root, asked.next || []).filter(el => P.usable(el) && !/\b(disabled|dis)\b/i.test(el.className || ""));
if (asked.take === "next") return NEXT[0] || null;

const rowsWith = () => found.out.filter(row => !row.summary && Object.entries(asked.key).every(([name, text]) => P.squeeze(row.cells[name]) === P.squeeze(text)));
if (asked.take === "tick") {
  const mine = rowsWith()[0];
  for (const row of found.out) if (row !== mine && row.box && row.box.checked && row.box.type === "checkbox") row.box.click();
  return mine.box ? (mine.box.checked ? null : mine.box) : mine.tr;
}
if (asked.take === "row") return rowsWith()[0].tr;
if (asked.take === "link") {
  const links = P.pressable(rowsWith()[0].tr, asked.words).filter(P.usable);
  return links.length === 1 ? links[0] : null;
}

const words = root.innerText || "";
const number = (...patterns) => { for (const p of patterns) { const hit = words.match(p); if (hit) return Number(hit[1]); } return null; };
return {
  heads: found.heads.filter(Boolean),
  rows: found.out.map(({ cells, summary, ticked }) => ({ cells, summary, ticked })),
  at: number(/第\s*(\d+)\s*[/／]\s*\d+\s*页/, /第\s*(\d+)\s*页/, /(\d+)\s*[/／]\s*\d+\s*页/),
  pages: number(/第\s*\d+\s*[/／]\s*(\d+)\s*页/, /共\s*(\d+)\s*页/, /\d+\s*[/／]\s*(\d+)\s*页/),
  total: number(/共\s*(\d+)\s*(?:条|笔|项|行|个记录)/, /总记录数?\s*[:：]?\s*(\d+)/, /总计\s*(\d+)\s*条/),
  next: NEXT.length > 0,
};
