// Two lists with buttons between them. `asked.take`: "left" or "right" finds what ticks the item `asked.text`, "add" and
// "remove" the buttons; without it, both lists are told.
const root = P.root(asked.boxed);
const TO = {
  add: /^(→|➔|➜|▶|>{1,2}|›|»|(添加|加入|选入|右移)(→|>{1,2})?)$/,
  remove: /^(←|◀|<{1,2}|‹|«|(←|<{1,2})?(移除|移出|删除|左移))$/,
};
const middleOf = el => { const box = el.getBoundingClientRect(); return box.left + box.width / 2; };
const buttonFor = sign => P.pressables(root).filter(el => P.wordsOf(el).some(word => sign.test(P.squeeze(word))))
  .sort((a, b) => P.wordsOf(a)[0].length - P.wordsOf(b)[0].length)[0] || null; // > before >>, which takes all
const rowText = box => clean(textOf(box.closest("tr, li, label") || box.parentElement));

// The rows of two grids, named by their first words.
const rowsOf = (grid, toolkit) => toolkit.grid(grid).rows.map(({ cells }) => {
  const ticks = cells.filter(Boolean).map(cell => told("tick", cell) || tickIn(cell)).filter(Boolean);
  const text = cells.filter(Boolean).map(textOf).find(words => /\p{L}/u.test(words)) || "";
  return ticks.length && { el: ticks[0].el, at: grid, text, on: ticks[0].on };
}).filter(Boolean);
const tickIn = cell => { const el = cell.querySelector("input[type=checkbox]"); return el && { el, on: el.checked }; };

// Grids, the options of long lists, or boxes to tick, on both sides of the buttons.
const plain = () => {
  const add = buttonFor(TO.add), remove = buttonFor(TO.remove);
  if (!add || !remove) return null;
  const grids = toolkits.filter(t => t.grids).flatMap(toolkit =>
    [...root.querySelectorAll(toolkit.grids)].filter(P.shown).flatMap(grid => rowsOf(grid, toolkit)));
  const options = [...root.querySelectorAll("select[multiple], select[size]")].filter(P.shown).flatMap(list =>
    [...list.options].map(el => ({ el, at: list, text: clean(el.text), on: el.selected })));
  const boxes = [...root.querySelectorAll("input[type=checkbox]")].filter(P.inSight).map(el =>
    ({ el, at: el, text: rowText(el), on: el.checked }));
  const items = [grids, options, boxes].find(some => some.length) || [];
  const named = items.filter(item => item.text && !/^全选?$/.test(item.text));
  const isLeft = item => middleOf(item.at) < middleOf(add);
  return { left: named.filter(isLeft), right: named.filter(item => !isLeft(item)), add, remove };
};

const lists = P.frameShown() ? told("transfer", root) || plain() : null;
if (!lists || !lists.left.length && !lists.right.length) return null;
if (asked.take === "add" || asked.take === "remove") return lists[asked.take];
if (asked.take) {
  const item = lists[asked.take].find(one => one.text === asked.text);
  if (!item || item.el.tagName !== "OPTION") return item ? item.el : null;
  item.el.selected = !item.on; // the mouse would let the others go
  tell(item.el.parentElement, ["input", "change"]);
  return null;
}
const report = side => lists[side].map(({ text, on }) => ({ text, on }));
const live = ["add", "remove"].filter(take => P.enabled(lists[take])); // which buttons a press would move
return { left: report("left"), right: report("right"), live };
