// What a window offers to choose from. `asked`: boxed, and to find one entry of it `take`, `place`, `text`, or (`narrows`) a
// node that narrows it; else all of them are told, with the next page.
const root = P.root(asked.boxed);
const entries = () => asked.narrows ? offeredIn.narrowing(root) : offeredIn(root);
const pagerOf = () => {
  for (const toolkit of toolkits) for (const el of toolkit.grids ? root.querySelectorAll(toolkit.grids) : []) {
    const next = P.shown(el) && toolkit.pager?.(el)?.next;
    if (next) return next;
  }
  return P.pressable(root, ["下一页", "下页", ">", "›", "»"]).find(el => P.usable(el) && !/\b(disabled|dis)\b/i.test(el.className || "")) || null;
};

if (asked.take === "next") return pagerOf();
if (asked.take) {
  const all = entries(), same = item => itemText(item) === asked.text;
  const found = all[asked.place] && same(all[asked.place]) ? all[asked.place] : all.find(same);
  if (!found) return null;
  return asked.take === "sign" ? found.sign || found.el : asked.take === "mark" ? found.mark || found.el : found.el;
}
return {
  items: entries().slice(0, 2000).map(entryOf),
  narrowing: offeredIn.narrowing(root).slice(0, 2000).map(entryOf),
  next: pagerOf() !== null,
  busy: [...root.querySelectorAll(every("masks"))].some(P.inSight),
};
