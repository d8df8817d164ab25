// The list, tree or columns that a control opens: what is in it, and how far it goes.
function panelOf(index) {
  const control = elements[index];
  if (!control || control.gone) return null;
  const panel = control.part.panel(control.el);
  return panel && P.shown(panel) ? panel : null;
}

const itemText = item => clean(item.text ?? textOf(item.el));

// An entry of several columns (code and name, name and description): its texts one by one; none where it is one text.
const ownText = el => [...el.childNodes].some(node => node.nodeType === Node.TEXT_NODE && clean(node.data));
const leaves = el => ownText(el) ? [clean(el.textContent)] : [...el.children].filter(drawn).flatMap(leaves);
const columnsOf = item => {
  const texts = item.columns ? item.columns.map(clean).filter(Boolean) : leaves(item.el).filter(Boolean);
  return texts.length > 1 ? texts : [];
};
const rowOf = item => ({ text: itemText(item), columns: columnsOf(item) });

// An entry as it is told to the other side.
const entryOf = item => ({
  ...rowOf(item), level: item.level || 0, branch: Boolean(item.branch), open: Boolean(item.open),
  chosen: Boolean(item.chosen), disabled: Boolean(item.disabled), marked: Boolean(item.mark),
});

function panelItems(index) {
  const panel = panelOf(index);
  return panel ? elements[index].part.items(panel, elements[index].el) : [];
}

function panelView(index) {
  const panel = panelOf(index);
  const { el, part } = elements[index] || {};
  if (!panel) {
    const shut = Boolean(part && !elements[index].gone && part.search(el, null));
    return { open: false, busy: false, items: [], more: false, search: shut, none: false, turns: false };
  }
  const items = panelItems(index).map(entryOf);
  const scroller = part.scroller(panel, el);
  const more = scroller !== null && scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 2;
  const busy = part.busy(panel, el);
  const none = !busy && !items.length && saysNone(panel);
  return { open: true, busy, items, more, search: Boolean(part.search(el, panel)), none, turns: Boolean(turnerOf(part, panel)) };
}

// What a list says that was searched and has nothing of the kind.
const NONE = /无数据|暂无|没有|未找到|未查到|查无|无匹配|无结果|不存在|no (results|match|data|matching)|not found/i;
const PENDING = /加载|搜索中|查询中|请输入|loading|searching|enter/i;
const saysNone = panel => { const said = P.text(panel); return said.length < 80 && NONE.test(said) && !PENDING.test(said); };
// What brings the next page of a list that is shown page by page.
const turnerOf = (part, panel) => { const next = part.turner(panel); return next && P.usable(next) ? next : null; };

// Wait until the panel is there, not busy, holds something (and something else than `unlike`) and stands still; one that stays
// shut is given up sooner. One that says that it has nothing may still be loading: that ends the wait only where `believes`.
const NONE_MS = 1500;
async function panelSettled({ index, unlike, ms, opens, believes }) {
  const start = performance.now();
  let before = "", still = 0, since = start, seen = false;
  for (;;) {
    const view = panelView(index);
    const at = performance.now(), now = JSON.stringify(view.items);
    still = view.open && !view.busy && view.items.length && now !== unlike && now === before ? still + 1 : 0;
    if (!view.none) since = at;
    seen ||= view.open;
    if (still >= 3 || (believes && at - since > NONE_MS) || at - start > (seen ? ms : opens ?? ms)) return view;
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

// Leaf through a long or virtual list from its top until `text`, or an entry with the `code`, is in sight; tells every entry that was met and is not disabled.
async function panelSearch({ index, text, code, ms }) {
  const until = performance.now() + ms;
  const met = new Map();
  const panel = panelOf(index);
  const scroller = panel && elements[index].part.scroller(panel, elements[index].el);
  let before = scroller && scroller.scrollTop > 0 ? panelItems(index).map(itemText).join("\n") : "";
  if (scroller) scroller.scrollTop = 0;
  while (performance.now() < until) {
    const texts = await redrawn(index, before);
    panelItems(index).filter(item => !item.disabled).map(rowOf).forEach(row => met.set(JSON.stringify(row), row));
    if (!scroller || (text && texts.includes(text)) || (code && texts.some(one => one.includes(code)))) break;
    const top = scroller.scrollTop;
    const whole = texts.join("\n") === before; // drawn as a whole: more may come at its end
    scroller.scrollTop = whole ? scroller.scrollHeight : top + scroller.clientHeight * 0.95;
    if (scroller.scrollTop <= top) break;
    before = texts.join("\n");
  }
  return [...met.values()];
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
  if (take === "search") return control.searched = control.part.search(control.el, panelOf(index));
  if (take === "searched") return control.searched?.isConnected ? control.searched : null;
  if (take === "turner") return turnerOf(control.part, panelOf(index));
  if (take === "tag") return control.part.tags(control.el).find(tag => clean(tag.text) === text)?.remove || null;
  const items = panelItems(index).map((item, at) => ({ item, at })).filter(({ item }) => itemText(item) === text);
  const found = items.find(({ at }) => at === place) || items.find(({ item }) => !item.disabled);
  if (!found) return null;
  if (take === "sign") return found.item.sign || found.item.el;
  return found.item.disabled ? null : (take === "mark" && found.item.mark) || found.item.el;
}

// Where no hand comes: a list that reaches under the foot of its dialog. The option is still the field's own.
const PRESS = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
function panelPress(asked) {
  const el = panelTarget(asked);
  if (el) PRESS.forEach(kind => el.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, view: window })));
  return el !== null;
}

// The values that a list of several holds now: its tags, or the entries that are marked as chosen.
function panelChosen({ index }) {
  const control = elements[index];
  if (!control || control.gone) return [];
  const tags = control.part.tags(control.el).map(tag => clean(tag.text));
  return tags.length ? tags : panelItems(index).filter(item => item.chosen).map(itemText);
}

function panelChanged({ index, before, ms }) {
  const was = before.join("\n");
  return patiently(() => panelChosen({ index }).join("\n") !== was, ms);
}

// Whether the field to search in takes key strokes already: a press might close the list.
function panelListens({ index, take }) {
  const field = panelTarget({ index, take });
  return field !== null && field === document.activeElement && !field.readOnly;
}

// Whether what is typed to search stands in the field that shows the value.
function panelWrites({ index }) {
  const { el, part, searched } = elements[index];
  return searched !== undefined && searched === part.field(el);
}
