// Whether every one of `asked.marks` (lists of words) stands in sight as a label of its own.
const root = P.root(asked.boxed);
const said = new Set();
if (P.frameShown()) {
  for (const el of root.querySelectorAll("label, td, th, span, div, p, dt, dd, b, strong, font, legend, h1, h2, h3, h4")) {
    if (el.childElementCount < 5 && el.textContent.length < 60 && P.shown(el) &&
        (asked.boxed || !el.closest(P.DIALOG)))  // what stands in a dialog counts once the dialog is there
      said.add(P.norm(el.textContent)).add(P.plain(el.textContent));
  }
}
const fields = P.fields(root).length;
return { all: asked.marks.every(words => words.some(word => said.has(P.norm(word)))), fields, seen: [...said].slice(0, 60) };
