// The head of a closed section (an accordion's part, a collapsed panel, `<details>`) in which a field may stand that is not
// in sight: one of its words is written in it, or it is drawn only once it is open. `asked.words`: those of the fields.
const root = P.root(asked.boxed);
const HEADS = "[aria-expanded=false][aria-controls]:not(input, [role=combobox], [aria-haspopup]), details:not([open]) > summary, "
  + every("sections");
const panelOf = head => document.getElementById(head.getAttribute("aria-controls") || "")
  || head.nextElementSibling || head.parentElement.nextElementSibling;
const words = asked.words.map(P.squeeze);
const holds = panel => {
  const text = P.squeeze(panel.textContent);
  return panel.querySelector(CONTROL) !== null && words.some(word => text.includes(word));
};
const isDrawnLater = head => head.matches(every("sections")) && !(panelOf(head)?.textContent || "").trim();
const heads = [...root.querySelectorAll(HEADS)].filter(head => P.shown(head) && P.usable(head));
const folded = () => hiddenParts(root, holds).find(part => !part.tab && P.usable(part.head));
return heads.find(head => panelOf(head) && holds(panelOf(head))) || folded()?.head || heads.find(isDrawnLater) || null;
