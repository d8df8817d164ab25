// A radio button, check box or option by its words: chooses it, and says whether it is there at all.
const wanted = new Set(asked.words.map(P.norm));
const root = P.root(asked.boxed);
const captionOf = box => {
  const named = [...(box.labels || [])].map(el => el.textContent);
  const next = box.nextSibling && box.nextSibling.textContent;
  return [...named, next, box.title, box.getAttribute("aria-label"), box.type === "radio" || box.type === "checkbox" ? "" : box.value]
    .filter(Boolean).map(P.norm);
};
const box = [...root.querySelectorAll("input[type=radio], input[type=checkbox]")].find(el =>
  P.shown(el.labels && el.labels[0] || el) && captionOf(el).some(w => wanted.has(w)));
if (box) {
  if (!box.checked) box.click();
  return true;
}
for (const select of [...root.querySelectorAll("select")].filter(P.shown)) {
  const option = [...select.options].find(o => wanted.has(P.norm(o.textContent)));
  if (!option) continue;
  if (!option.selected) {
    select.value = option.value;
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
  }
  return true;
}
return false;
