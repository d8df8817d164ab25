// A picker's tree (or list): nodes by code and name, and the signs that open them. `asked`: code, name, boxed, take.
const root = P.root(asked.boxed);
const CODE = /(?<![A-Za-z0-9])([A-Z]\d{2,}|\d{4,})(?![A-Za-z0-9])|^[\[(（【]?([A-Z]\d*)(?=[^A-Za-z0-9])/;
const tidy = s => (s || "").normalize("NFKC").replace(/\s+/g, " ").trim().replace(/^[+\-–▶▸►▼▾⊞⊟└├│┌─\s]+/, "");
const leaves = P.frameShown() ? P.innermost([...root.querySelectorAll("a, span, li, td, div, label, dd, p, font, b, option")]
  .filter(el => el.childElementCount < 4 && el.textContent.length < 80 && tidy(el.textContent) && P.shown(el))) : [];
const parse = el => {
  const words = tidy(el.textContent);
  const hit = words.match(CODE);
  const code = hit ? hit[1] || hit[2] : "";
  return { el, code, name: code ? words.replace(code, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") : words };
};
const nodes = leaves.map(parse);
const wantedName = P.norm(asked.name);
const rows = [...root.querySelectorAll("tr")].filter(P.shown).filter(tr => {  // a list of finds: code and name in cells
  const cells = [...tr.cells].map(td => P.squeeze(td.textContent));
  return !tr.querySelector("table") && cells.includes(P.squeeze(asked.code)) && cells.some(c => P.norm(c) === wantedName);
});
const hits = nodes.filter(n => n.code === asked.code && P.norm(n.name) === wantedName).map(n => n.el)
  .filter(el => !rows.some(tr => tr.contains(el)));
const found = [...rows, ...hits];

if (asked.take === "node") {
  if (found.length !== 1) return null;
  const inner = found[0].matches("tr") && [...found[0].querySelectorAll("input[type=radio], input[type=checkbox], a")].find(P.shown);
  return inner || found[0];
}
// the sign before a node: an image or a mark in the same item, else the node itself
const sure = el => el.onclick || /switch|plus|expand|arrow|toggle|hitarea|collapse/i.test(`${el.className} ${el.src || ""}`);
const maybe = el => getComputedStyle(el).cursor === "pointer";
const signOf = el => {
  const before = [];
  for (let at = el; at && at !== root; at = at.parentElement) {
    for (let sign = at.previousElementSibling; sign; sign = sign.previousElementSibling) {
      if (P.shown(sign) && /^(IMG|INS|I|SPAN|A|BUTTON|B|EM)$/.test(sign.tagName) && !CODE.test(sign.textContent)) before.push(sign);
    }
    if (/^(LI|TR|DIV|DD)$/.test(at.tagName)) break;
  }
  return before.find(sure) || before.find(maybe) || null;
};
const branches = nodes.filter(n => n.code && n.code !== asked.code && asked.code.startsWith(n.code))
  .sort((a, b) => b.code.length - a.code.length);
if (asked.take === "sign" || asked.take === "branch") {
  const branch = branches.find(n => n.code === asked.branch);
  return branch ? (asked.take === "sign" && signOf(branch.el)) || branch.el : null;
}
const search = P.fields(root).filter(el => el.matches("input") && !/^(radio|checkbox)$/.test(el.type) && !el.readOnly);
if (asked.take === "search") return search.length === 1 ? search[0] : null;
return {
  found: found.length,
  branches: [...new Set(branches.map(n => n.code))],
  search: search.length,
  seen: nodes.filter(n => n.code).map(n => `${n.code} ${n.name}`).slice(0, 60),
};
