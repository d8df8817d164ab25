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

// What a header may be called → its concept: a concept's own word stands for nothing else, a word in front of others first.
const names = new Map();
const longest = Math.max(0, ...Object.values(asked.names).map(words => words.length));
for (let place = 0; place < longest; place += 1) {
  for (const [name, words] of Object.entries(asked.names)) {
    const word = P.norm(words[place] || "");
    if (word && !names.has(word)) names.set(word, { name, place });
  }
}
const answers = (head, words) => words.some(w => P.norm(w) === P.norm(head)) ||
  words.some(w => P.plain(w) === P.norm(w) && P.plain(w) === P.plain(head));

// Whether these are the heads of the grid that is meant: by its headers, or by what such grids are alike in.
const alike = asked.alike && { time: new RegExp(asked.alike.time), telling: new RegExp(asked.alike.telling) };
const LONGEST_HEAD = 12;  // what says more is a cell that a page is laid out with
const sounds = all => {
  const heads = all.filter(head => head && head.length <= LONGEST_HEAD);
  return alike && heads.some(head => alike.time.test(head)) &&
    heads.filter(head => alike.telling.test(head) && !alike.time.test(head)).length >= asked.alike.least &&
    !heads.some(head => answers(head, asked.alike.never));
};
const has = heads => words => heads.some(head => head && answers(head, words));
const named = heads => asked.headers.every(has(heads)) && asked.others.filter(has(heads)).length >= asked.least;
const asksIn = row => P.fields(row).some(el => !/^(checkbox|radio)$/.test(el.type));  // labels of a query area, no heads

// The last of the first rows that have every header: grouped headers fill two or three rows.
const headOf = laid => {
  let at = -1;
  for (let r = 0; r < Math.min(laid.grid.length, 12); r += 1) {
    const captions = laid.grid[r].filter(Boolean).map(cell => caption(cell.td));
    if (!isPaired(captions) && (named(captions) || (!asksIn(laid.rows[r]) && sounds(captions)))) at = r;
    else if (at >= 0) break;
  }
  return at;
};
// A header's concept, and how far down its list of words the header stands.
const meant = head => {
  const exact = names.get(P.norm(head));
  if (exact) return exact;
  const asName = asked.headers.find(words => answers(head, words));
  return { name: asName ? asName[0] : head, place: asName ? longest : 0 };
};
const columns = row => {
  const heads = row.map(cell => cell ? caption(cell.td) : "");
  const found = heads.map(meant);
  const best = found.map(({ name, place }, c) =>  // of two columns for one concept the more trusted word, else the first
    found.findIndex(other => other.name === name && other.place <= place &&
      !found.some(rival => rival.name === name && rival.place < other.place)) === c);
  return heads.map((head, c) => {
    if (!head) return "";
    if (best[c]) return found[c].name;
    return found[c].name !== head && heads.indexOf(head) === c && !found.some(other => other.name === head) ? head : "";
  });
};
// What stands over a column, the nearest first: its own head, then those of its group.
const captionsOf = (heads, rows) => {
  const all = {};
  heads.forEach((name, c) => {
    if (name) all[name] = [...new Set(rows.map(row => row[c]).filter(Boolean).map(cell => caption(cell.td)).reverse())];
  });
  return all;
};
const bodyFor = (head, all) => {  // a header table stands over a table of rows
  const at = head.getBoundingClientRect();
  const width = lay(head).grid[0].length;
  return all.find(table => table !== head && !table.contains(head) && !head.contains(table) &&
    head.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING &&
    table.getBoundingClientRect().top >= at.top && Math.abs(table.getBoundingClientRect().left - at.left) < 6 &&
    lay(table).grid.some(row => Math.abs(row.length - width) <= 1 && width > 1));
};
// What ticks a row: a box or a button in one of its cells.
const boxOf = cells => {
  for (const cell of cells) {
    const own = told("tick", cell);
    if (own) return own;
    const input = [...cell.querySelectorAll("input[type=checkbox], input[type=radio]")].find(P.inSight);
    if (input) return { el: input, on: input.checked, single: input.type === "radio" };
  }
  return null;
};
// A row of sums begins with its word, or has nothing beside it but figures, wherever the word stands.
const isSum = words => SUMMARY.includes(P.norm(words[0] || "")) ||
  (words.some(w => SUMMARY.includes(P.norm(w))) && words.every(w => SUMMARY.includes(P.norm(w)) || /^[-+\d.,%\s]+$/.test(w)));
// Or it has lost its word: a figure or two, and nothing by which the list's own rows are known, ticked or pressed.
const FIGURE = /^[-+]?\d[\d,]*\.\d+$/;
const isBareSum = (heads, cells, own, words, box) => !box && words.length > 0 && words.length * 2 < own.length && words.every(w => FIGURE.test(w)) &&
  heads.every((head, c) => !asked.headers.flat().some(word => P.plain(word) === P.plain(head || "")) || (cells[c] && !said(cells[c].td))) &&
  !own.some(cell => P.pressables(cell).length);
const rowOf = (heads, cells, tr, summed) => {
  const texts = {};
  heads.forEach((name, c) => { if (name) texts[name] = cells[c] && (cells[c].origin || !(name in texts)) ? said(cells[c].td) : ""; });
  const own = [...new Set(cells.filter(Boolean).map(cell => cell.td))], box = summed ? null : boxOf(own), words = own.map(said).filter(Boolean);
  return { cells: texts, summary: summed || isSum(words) || isBareSum(heads, cells, own, words, box), tr, own, box };
};

// 「暂无数据」 in the only cell of a row, or in one beside empty ones.
const EMPTY = /^[-—\s]*((暂|尚|还)?(没有|无|未)(查询到|找到|查到|检索到)?(任何|符合条件的|相关|匹配的?)*(数据|记录|信息|内容|结果|明细|计划单?)|空空如也|no ?(data|records?( found)?))/i;
const saysNothing = cells => {
  const words = cells.map(P.text).filter(Boolean);
  return words.length === 1 && EMPTY.test(words[0]) && words[0].length < 30;
};

const readTable = table => {
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
    const own = new Set(grid[r].filter(Boolean).map(cell => cell.td));
    if (heads.filter(Boolean).length > 1 && (own.size < 2 || saysNothing([...own]))) continue;
    out.push(rowOf(heads, grid[r], rows[r], false));
  }
  const captions = captionsOf(heads, laid.grid.slice(0, at + 1));
  return { el: table, heads, captions, out, size: heads.filter(Boolean).length };
};

// A toolkit's grid, however many tables it is made of: one flat row of heads, rows of as many cells.
const cellOf = td => td && { td, origin: true };
const readGrid = ({ el, toolkit }) => {
  const grid = toolkit.grid(el);
  const captions = grid && grid.heads.map(td => td ? caption(td) : "");
  if (!grid || !(named(captions) || sounds(captions))) return null;
  const heads = columns(grid.heads.map(cellOf));
  const out = [
    ...grid.rows.map(row => rowOf(heads, row.cells.map(cellOf), row.el, false)),
    ...(grid.sums || []).map(row => rowOf(heads, row.cells.map(cellOf), row.el, true)),
  ];
  const captionRows = [grid.heads.map(cellOf)];
  return { el, toolkit, heads, captions: captionsOf(heads, captionRows), out, size: heads.filter(Boolean).length, scroller: grid.scroller || null };
};

const root = P.root(asked.boxed);
const shown = P.frameShown();
const grids = shown ? toolkits.filter(t => t.grids).flatMap(toolkit =>
  [...root.querySelectorAll(toolkit.grids)].filter(P.shown).map(el => ({ el, toolkit }))) : [];
const tables = shown ? [...root.querySelectorAll("table")].filter(t => P.shown(t) && !t.closest(every("grids")) && !t.closest(every("panels"))) : [];
// Most tables only lay a page out: what does not even hold the words is not looked at more closely.
const speaks = t => {
  const words = P.squeeze(t.textContent);
  return Boolean(alike) || asked.headers.every(any => any.some(word => words.includes(P.plain(word))));
};
const candidates = () => {
  known.clear();
  return [...grids.filter(({ el }) => speaks(el)).map(readGrid),
          ...tables.filter(speaks).filter(t => !t.querySelector("table") || headOf(lay(t)) >= 0).map(readTable)]
    .filter(Boolean).sort((a, b) => b.out.length - a.out.length || b.size - a.size);
};
// Some lists lose their heads, too, once nothing is in them: what says so, beside the button that adds a row and (`queried`)
// a field to search by one of its headers.
const asksBy = heads => survey(asked.boxed).controls.some(one => !one.disabled && !one.readOnly && one.kind !== "shown" &&
  one.words.some(word => heads.some(any => answers(P.plain(word.text), any))));
const isHollow = () => shown && asked.adds.length > 0 &&
  [...root.querySelectorAll("td, div, p, span, li")].some(el => el.childElementCount < 2 && saysNothing([el]) && P.inSight(el) && !el.closest(every("panels"))) &&
  P.pressable(root, asked.adds).some(P.usable) && (!asked.queried || asksBy(asked.headers));
const found = candidates()[0];
if (!found && !asked.take && isHollow()) return asked.there || { hollow: true, heads: [], rows: [], at: null, pages: null, total: null, next: false };
if (!found) return null;
if (asked.there) return true;

// Still being loaded: its rows are those of before, or none.
const covers = mask => {
  const m = mask.getBoundingClientRect(), g = found.el.getBoundingClientRect();
  return m.left < g.right && m.right > g.left && m.top < g.bottom && m.bottom > g.top;
};
const busy = [...document.querySelectorAll(every("masks"))].some(el => P.inSight(el) && covers(el));  // also while it fades in
if (busy && !asked.take) return null;

const pager = found.toolkit?.pager?.(found.el) || told("pager", found.el) || {};  // who read the grid knows its pages
const NEXT = pager.next !== undefined ? [pager.next].filter(Boolean)
  : P.pressable(root, asked.next || []).filter(el => P.usable(el) && !/\b(disabled|dis)\b/i.test(el.className || ""));
if (asked.take === "next") return NEXT[0] || null;

const isMeant = row => !row.summary && Object.entries(asked.key).every(([name, text]) => P.squeeze(row.cells[name]) === P.squeeze(text));
const untick = (sheet, mine) => {
  for (const row of sheet.out) if (row !== mine && row.box && row.box.on && !row.box.single) row.box.el.click();
};
const linksOf = (row, words) => [...new Set(row.own.flatMap(cell => P.pressable(cell, words)))].filter(P.usable);
// A cell that only shows something: a press on it is one on the row.
const idle = row => row.own.find(cell => P.shown(cell) && !P.pressables(cell).length && P.text(cell)) || row.own.find(P.shown) || row.tr;
const take = (sheet, mine) => {
  if (!mine) return null;
  if (asked.take === "tick") {
    untick(sheet, mine);
    return mine.box ? (mine.box.on ? null : mine.box.el) : idle(mine);
  }
  if (asked.take === "row") return mine.tr;
  if (asked.take === "cell") return idle(mine);
  if (asked.take === "acts") return {
    own: linksOf(mine, asked.words).length,
    more: linksOf(mine, asked.more).length,
    bar: P.pressable(root, asked.words).filter(el => gridAround(el) !== found.el && !found.el.contains(el.closest("tr"))).length,
  };
  const links = linksOf(mine, asked.words);
  return links.length === 1 ? links[0] : null;
};
const words = root.innerText || "";
const number = (...patterns) => { for (const p of patterns) { const hit = words.match(p); if (hit) return Number(hit[1]); } return null; };
// 「单位：万元」 nearest to the grid, above it if there is one. What stands beside a field speaks of that field only; what
// has another grid between it and this one speaks of that.
const STATED = /(?:单位|币种)\s*:?\s*(?:人民币)?\s*:?\s*\(?\s*([十百千]?[万亿]?\s*元)(?:人民币)?(?!\p{L})/u;
const unitIn = el => (el.textContent.length < 200 && el.textContent.normalize("NFKC").match(STATED)?.[1]) || "";
const stated = () => {
  const at = found.el.getBoundingClientRect();
  const others = [...grids.map(({ el }) => el), ...tables.filter(t => t.querySelector("th"))]
    .filter(el => el !== found.el && !el.contains(found.el) && !found.el.contains(el)).map(el => ({ el, box: el.getBoundingClientRect() }));
  const own = found.out.map(row => row.tr);
  const heard = [];
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.textContent.includes("单位")) continue;
    const el = node.parentElement;
    const holder = [el, el.parentElement].find(one => one && unitIn(one));
    if (!holder || !P.shown(el) || own.some(tr => tr.contains(el)) || P.fields(holder).length || others.some(o => o.el.contains(el))) continue;
    const box = el.getBoundingClientRect();
    const above = box.top <= at.top + 1;
    const between = others.some(o => above ? o.box.top >= box.top && o.box.bottom <= at.top + 1 : o.box.top >= at.bottom - 1 && o.box.bottom <= box.bottom);
    if (!between) heard.push({ unit: unitIn(holder), far: above ? at.top - box.top : box.bottom - at.bottom + 1e5 });
  }
  return heard.sort((a, b) => a.far - b.far)[0]?.unit || "";
};
const sheetOf = (sheet, out) => ({
  ...(asked.units ? { captions: sheet.captions, stated: stated() } : {}),
  heads: sheet.heads.filter(Boolean),
  rows: out.map(({ cells, summary, box }) => ({ cells, summary, ticked: box ? box.on : null })),
  at: pager.at ?? number(/第\s*(\d+)\s*[/／]\s*\d+\s*页/, /第\s*(\d+)\s*页/, /(\d+)\s*[/／]\s*\d+\s*页/),
  pages: pager.pages ?? number(/第\s*\d+\s*[/／]\s*(\d+)\s*页/, /共\s*(\d+)\s*页/, /\d+\s*[/／]\s*(\d+)\s*页/),
  total: pager.total ?? number(/共\s*(\d+)\s*(?:条|笔|项|行|个记录)/, /总记录数?\s*[:：]?\s*(\d+)/, /总计\s*(\d+)\s*条/),
  next: NEXT.length > 0,
});
if (!found.scroller && asked.take === "untick") { untick(found, null); return null; }
if (!found.scroller) return asked.take ? take(found, found.out.find(isMeant)) : sheetOf(found, found.out);
if (asked.along) throw new Error("asked by itself: it takes more than one turn");

// A grid that draws only the rows in sight: leafed through from its top. A busy page draws them some frames after it was
// scrolled: then the drawn ones fill what is in sight.
const filled = () => {
  const view = found.scroller.getBoundingClientRect();
  const end = view.top - found.scroller.scrollTop + found.scroller.scrollHeight;
  const boxes = found.toolkit.grid(found.el).rows.map(row => row.el.getBoundingClientRect());
  return Math.min(...boxes.map(r => r.top)) <= view.top + 4 && Math.max(...boxes.map(r => r.bottom)) >= Math.min(view.bottom, end) - 4;
};
const drawn = async () => {
  for (let frames = 0; ; frames += 1) {
    await nextFrame();
    if (frames > 60 || filled()) return readGrid(found) || found;
  }
};
const leaf = async (visit) => {
  found.scroller.scrollTop = 0;
  for (let end = false; ;) {
    const sheet = await drawn();
    if (visit(sheet) || end) return;
    const top = found.scroller.scrollTop;
    found.scroller.scrollTop = top + found.scroller.clientHeight * 0.95;
    end = found.scroller.scrollTop <= top;
  }
};
return (async () => {
  if (asked.take === "untick") {
    await leaf(sheet => { untick(sheet, null); return false; });
    return null;
  }
  if (asked.take) {
    let hit = take(found, found.out.find(isMeant));
    if (!hit && !found.out.some(isMeant)) await leaf(sheet => { const mine = sheet.out.find(isMeant); hit = take(sheet, mine); return Boolean(mine); });
    return hit;
  }
  const all = new Map();
  await leaf(sheet => { sheet.out.forEach(row => all.set(JSON.stringify(row.cells), row)); return false; });
  return sheetOf(found, [...all.values()]);
})();
