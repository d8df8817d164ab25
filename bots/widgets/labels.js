// Which of `asked.concepts` (lists of words) stand in sight as labels of their own, beside a field or a value; what heads the
// columns of a list is none. `asked.unlike`: the headers of the list that the page came from.
const root = P.root(asked.boxed);
const PROMPT = /^请?(选择|输入|填写|录入)/;
const said = new Set();
const say = text => { said.add(P.norm(text)).add(P.plain(text)); };
const beforeColon = text => (text.match(/^([^:：]{2,20})[:：]/) || [])[1];
const answersTo = (words, texts) => words.some(word => texts.has(P.norm(word)) || texts.has(P.plain(word)));

// Whether a row of cells is the header of the list that is not meant.
const textsOf = cells => new Set([...cells].flatMap(cell => [P.norm(cell.textContent), P.plain(cell.textContent)]));
const typedIn = cell => cell.tagName === "TD" && P.fields(cell).some(el => !/^(checkbox|radio)$/.test(el.type));
const isHead = cells => {
  const texts = textsOf(cells);
  return asked.unlike.every(words => answersTo(words, texts)) && ![...cells].some(typedIn) && !isPaired([...cells].map(cell => P.squeeze(cell.textContent)));
};
const heads = asked.unlike.length ? [...root.querySelectorAll("tr")].filter(row => row.cells.length > 2 && isHead(row.cells) && P.shown(row)) : [];
const headedByCells = el => el.closest("thead") !== null || heads.some(row => row.contains(el)) || gridAround(el) !== null;

const LABELS = "label, td, th, span, div, p, li, dt, dd, b, strong, font, legend, h1, h2, h3, h4";
if (P.frameShown()) {
  for (const el of root.querySelectorAll(LABELS)) {
    if (el.childElementCount > 4 || el.textContent.length > 80 || headedByCells(el) || !P.shown(el)) continue;
    if (!asked.boxed && el.closest(P.DIALOG)) continue;  // what stands in a dialog counts once the dialog is there
    if (el.textContent.length < 60) say(el.textContent);
    const name = beforeColon(el.textContent.trim());
    if (name) say(name);
  }
  for (const field of P.fields(root)) {
    for (const words of [field.placeholder, field.getAttribute("aria-label")]) if (words) say(P.squeeze(words).replace(PROMPT, ""));
  }
}
// What stands in a part of the same form that is not in sight yet: another tab, a folded section, the next step.
const partsSay = () => {
  for (const { panel } of P.frameShown() && said.size ? hiddenParts(root, () => true) : []) {
    for (const el of panel.querySelectorAll(LABELS)) if (el.childElementCount <= 4 && el.textContent.length < 60 && !headedByCells(el)) say(el.textContent);
  }
};
partsSay();
said.delete("");
const at = root.getBoundingClientRect();
const over = mask => {
  const m = mask.getBoundingClientRect();
  return m.left < at.right && m.right > at.left && m.top < at.bottom && m.bottom > at.top;
};
const found = asked.concepts.flatMap((words, place) => answersTo(words, said) ? [place] : []);
return {
  found,
  list: heads.length > 0 || (asked.unlike.length > 0 && [...root.querySelectorAll(every("grids"))].some(el => P.shown(el) &&
    asked.unlike.every(words => words.some(word => P.squeeze(el.textContent).includes(P.plain(word)))))),
  busy: found.length > 0 && [...root.querySelectorAll(every("masks"))].some(el => P.inSight(el) && over(el)),
  seen: [...said].slice(0, 60),
};
