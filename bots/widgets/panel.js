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

// What the panel offers once it is something else than `unlike`: a list that draws only what is in sight takes some frames.
const LONGEST_FRAMES = 20;
async function redrawn(index, unlike) {
  for (let frames = 1; ; frames += 1) {
    await nextFrame();
    const texts = panelItems(index).map(itemText);
    if (texts.join("\n") !== unlike || frames === LONGEST_FRAMES) return texts;
  }
}

// Leaf through a long or virtual list from its top until `text` is in sight; tells every text that was met.
async function panelSearch({ index, text, ms }) {
  const until = performance.now() + ms;
  const met = new Set();
  const panel = panelOf(index);
  const scroller = panel && elements[index].part.scroller(panel, elements[index].el);
  let before = scroller && scroller.scrollTop > 0 ? panelItems(index).map(itemText).join("\n") : "";
  if (scroller) scroller.scrollTop = 0;
  while (performance.now() < until) {
    const texts = await redrawn(index, before);
    texts.forEach(one => met.add(one));
    if (!scroller || (text && texts.includes(text))) break;
    const top = scroller.scrollTop;
    const whole = texts.join("\n") === before; // drawn as a whole: more may come at its end
    scroller.scrollTop = whole ? scroller.scrollHeight : top + scroller.clientHeight * 0.95;
    if (scroller.scrollTop <= top) break;
    before = texts.join("\n");
  }
  return [...met];
}

// One view further down in a list or tree that draws only what is in sight (or back to its top); what is in sight then.
async function panelFurther({ index, top }) {
  const panel = panelOf(index);
  const scroller = panel && elements[index].part.scroller(panel, elements[index].el);
  if (scroller && !(top && scroller.scrollTop === 0)) {
    const before = panelItems(index).map(itemText).join("\n");
    scroller.scrollTop = top ? 0 : scroller.scrollTop + scroller.clientHeight * 0.95;
    await redrawn(index, before);
  }
  return panelView(index);
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

// Where no hand comes: a list that reaches under the foot of its dialog. The option is still the field's own.
const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
function panelPress(asked) {
  const el = panelTarget({ ...asked, take: "item" });
  if (el) PRESS.forEach(kind => el.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, view: window })));
  return el !== null;
}
