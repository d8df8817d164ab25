// The list, tree or columns that a control opens: what is in it, and how far it goes.
function panelOf(index) {
  const control = elements[index];
  if (!control || control.gone) return null;
  const panel = control.part.panel(control.el);
  return panel && P.shown(panel) ? panel : null;
}

const itemText = item => clean(item.text ?? textOf(item.el));

function panelItems(index) {
  const panel = panelOf(index);
  return panel ? elements[index].part.items(panel, elements[index].el) : [];
}

function panelView(index) {
  const panel = panelOf(index);
  if (!panel) return { open: false, busy: false, items: [], more: false, search: false };
  const { el, part } = elements[index];
  const items = panelItems(index).map(item => ({
    text: itemText(item), level: item.level || 0, branch: Boolean(item.branch), open: Boolean(item.open),
    chosen: Boolean(item.chosen), disabled: Boolean(item.disabled),
  }));
  const scroller = part.scroller(panel, el);
  const more = scroller !== null && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2;
  return { open: true, busy: part.busy(panel, el), items, more, search: part.search(el, panel) !== null };
}

// Wait until the panel is there, not busy, holds something (and something else than `unlike`) and stands still.
async function panelSettled({ index, unlike, ms }) {
  const until = performance.now() + ms;
  let before = "", still = 0;
  for (;;) {
    const view = panelView(index);
    const now = JSON.stringify(view.items);
    still = view.open && !view.busy && view.items.length && now !== unlike && now === before ? still + 1 : 0;
    if (still >= 3 || performance.now() > until) return view;
    before = now;
    await nextFrame();
  }
}

async function panelClosed({ index, ms }) {
  const until = performance.now() + ms;
  while (panelOf(index) && performance.now() < until) await nextFrame();
  return panelOf(index) === null;
}

// Leaf through a long or virtual list from its top until `text` is in sight; tells every text that was met.
async function panelSearch({ index, text, ms }) {
  const until = performance.now() + ms;
  const met = new Set();
  const panel = panelOf(index);
  const scroller = panel && elements[index].part.scroller(panel, elements[index].el);
  const look = () => {
    const texts = panelItems(index).map(itemText);
    texts.forEach(one => met.add(one));
    return texts;
  };
  if (!scroller) return look();
  if (text && await panelLeap(index, scroller, text, look)) return [...met];
  await scrolled(index, scroller, 0);
  while (performance.now() < until && !(look().includes(text))) {
    if (!await scrolled(index, scroller, scroller.scrollTop + scroller.clientHeight * 0.8)) break;
  }
  look();
  return [...met];
}

// A very long list is mostly sorted, by code: whether `text` was found where it must stand then. Nothing is lost if not.
async function panelLeap(index, scroller, text, look) {
  if (scroller.scrollHeight < 8 * scroller.clientHeight) return false;
  let low = 0, high = scroller.scrollHeight - scroller.clientHeight;
  for (let leaps = 0; leaps < 16 && high - low > 4; leaps += 1) {
    const middle = (low + high) / 2;
    await scrolled(index, scroller, middle);
    const texts = look();
    if (texts.includes(text) || !texts.length) return texts.includes(text);
    if (text < texts[0]) high = middle;
    else if (text > texts.at(-1)) low = middle;
    else return false;
  }
  return false;
}

// Scroll, and let the page draw what stands there then; says whether it went anywhere.
async function scrolled(index, scroller, top) {
  const from = scroller.scrollTop, before = panelItems(index).map(itemText).join("\n");
  scroller.scrollTop = top;
  if (Math.abs(scroller.scrollTop - from) < 1) return false;
  for (let frames = 0; frames < 3; frames += 1) {
    await nextFrame();
    if (panelItems(index).map(itemText).join("\n") !== before) break;
  }
  return true;
}

// What to press: the control itself to open it, one item of its panel, the sign that unfolds it, the field to search in.
function panelTarget({ index, take, place, text }) {
  const control = elements[index];
  if (!control || control.gone) return null;
  if (take === "opener") return control.part.opener(control.el, control.part);
  if (take === "field") return control.part.field(control.el);
  if (take === "press") return pressOf(control, text);
  if (take === "search") return control.part.search(control.el, panelOf(index));
  const items = panelItems(index);
  const item = items[place] && itemText(items[place]) === text ? items[place] : items.find(one => itemText(one) === text);
  if (!item) return null;
  return take === "sign" ? item.sign || item.el : item.el;
}
