// The text on the tab of the form that is not in front and holds a field of one of these words (`asked.words`), or whose fields
// are drawn only once it is; none that has been in front already (`asked.seen`: such texts). `asked.pick`: its head.
const root = P.root(asked.boxed);
const words = asked.words.map(P.squeeze);
const says = panel => { const text = P.squeeze(panel.textContent); return words.some(word => text.includes(word)); };
const isNew = head => head !== null && P.usable(head) && !asked.seen.includes(P.text(head));
const drawnLater = () => [...root.querySelectorAll("[role=tab][aria-selected=false]")].filter(head => {
  const panel = document.getElementById(head.getAttribute("aria-controls") || "");
  return P.shown(head) && isHeadOfTab(head.parentElement) && !(panel?.textContent || "").trim();
});
const behind = () => hiddenParts(root, says).filter(part => part.tab).map(part => part.head);
const found = P.frameShown() ? behind().find(isNew) || drawnLater().find(isNew) || null : null;
return asked.pick ? found : found && P.text(found);
