// The front-end toolkits that are known, each told in a file of its own under toolkits/; see docs/toolkits.md.
// Whatever a module leaves out has a default here or is done by what a page shows.
const toolkits = [];
const selectors = new Map();
// One selector for what all toolkits call by a name: dialogs, toasts, masks, panels, errors, pressables, disabled, crosses, tabCrosses, bars, regions, trees, auxiliary.
const every = name => {
  if (!selectors.has(name)) selectors.set(name, toolkits.map(t => t[name]).filter(Boolean).join(", ") || ":not(*)");
  return selectors.get(name);
};
// The grid whose heads or rows an element stands in; a bar of buttons or query fields inside a grid is none of these.
const gridAround = el => el.closest(every("bars")) ? null : el.closest(every("grids"));
// The first answer that a toolkit has to a question about an element.
const told = (question, ...about) => {
  for (const toolkit of toolkits) {
    const answer = toolkit[question] && toolkit[question](...about);
    if (answer !== null && answer !== undefined && answer !== "") return answer;
  }
  return null;
};
// Whether a text beside a field is nothing but a unit; which one, and whether amounts may be typed in it, is told later.
const isUnit = text => /^[(（]?([\u4e00-\u9fff]{0,5}元(人民币)?|[十百千]?万|[千亿]|[a-z]{3}|%)[)）]?$/i.test(text);
const FIELD = "input:not([type=hidden]):not([type=radio]):not([type=checkbox]), textarea";
// What a part of a toolkit says about a control, or what can be said of any.
const PART = {
  field: el => el.matches(FIELD) ? el : [...el.querySelectorAll(FIELD)].find(P.inSight) || el.querySelector(FIELD),
  value: (el, part) => { const field = part.field(el); return field ? field.value : P.text(el); },
  on: el => { const box = el.matches("input") ? el : el.querySelector("input"); return Boolean(box && box.checked); },
  press: el => el,
  members: () => null,
  options: () => null,
  disabled: (el, part) => el.matches(every("disabled")) || Boolean((part.field(el) || el).matches(":disabled")),
  readOnly: (el, part) => Boolean(part.field(el)?.readOnly),
  opener: (el, part) => part.field(el) || el,
  panel: () => null,
  items: () => [],
  busy: panel => [...panel.querySelectorAll(every("masks"))].some(P.inSight),
  scroller: panel => [panel, ...panel.querySelectorAll("*")].find(el => el.scrollHeight > el.clientHeight + 4
    && /auto|scroll|hidden/.test(getComputedStyle(el).overflowY) && el.clientHeight > 20) || null,
  search: () => null,
  turner: () => null,
  multiple: () => false,
  tags: () => [],
  beside: () => null,
  held: () => null,
  postedAs: (el, part) => part.field(el)?.name || "",
};
const partOf = part => part.complete || (part.complete = { ...PART, ...part });
// What stands nearest around an element: the one match in the smallest block that has any, within the same dialog.
const nearest = (el, selector) => {
  for (let at = el.parentElement; at; at = at.parentElement) {
    const found = [...at.querySelectorAll(selector)].filter(P.shown);
    if (found.length) return found.length === 1 ? found[0] : null;
    if (at.matches(P.DIALOG)) return null;
  }
  return null;
};
