// A picker's tree (or list): nodes by code and name, and the signs that open them. `asked`: code, name, boxed, take.
const root = P.root(asked.boxed);
const CODE = /(?<![A-Za-z0-9])([A-Z]\d{2,}|\d{4,})(?![A-Za-z0-9])|^[\[(（【]?([A-Z]\d*)(?=[^A-Za-z0-9])/;
const tidy = s => (s || "").normalize("NFKC").replace(/\s+/g, " ").trim().replace(/^[+\-–▶▸►▼▾⊞⊟└├│┌─\s]+/, "");
const parse = el => {
  const words = tidy(el.textContent);
  const hit = words.match(CODE);
  const code = hit ? hit[1] || hit[2] : "";
  return { el, code, name: code ? words.replace(code, "").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") : words };
};
const wantedName = P.norm(asked.name);
const read = () => {
  const leaves = P.frameShown() ? P.innermost([...root.querySelectorAll("a, span, li, td, div, label, dd, p, font, b, option")]
    .filter(el => el.childElementCount < 4 && el.textContent.length < 80 && tidy(el.textContent) && P.shown(el))) : [];
  const nodes = leaves.map(parse);
  const rows = [...root.querySelectorAll("tr")].filter(P.shown).filter(tr => {  // a list of finds: code and name in cells
    const cells = [...tr.cells].map(td => P.squeeze(td.textContent));
    return !tr.querySelector("table") && cells.includes(P.squeeze(asked.code)) && cells.some(c => P.norm(c) === wantedName);
  });
  const hits = nodes.filter(n => n.code === asked.code && P.norm(n.name) === wantedName).map(n => n.el)
    .filter(el => !rows.some(tr => tr.contains(el)));
  return { coded: nodes.filter(n => n.code), found: [...rows, ...hits] };
};

// A tree that draws only the nodes in sight: they do not reach from the top to the end of what scrolls.
const SLACK = 60;
const scrollerOf = ({ coded }) => {
  for (let at = coded[0]?.el; at && at !== root; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight + 4 && /auto|scroll|hidden/.test(getComputedStyle(at).overflowY) && at.clientHeight > SLACK) {
      const top = at.getBoundingClientRect().top - at.scrollTop;
      const boxes = coded.filter(n => at.contains(n.el)).map(n => n.el.getBoundingClientRect());
      const whole = boxes[0].top < top + SLACK && boxes.at(-1).bottom > top + at.scrollHeight - SLACK;
      return whole ? null : at;
    }
  }
  return null;
};
const drawn = async scroller => {
  for (let frames = 0; ; frames += 1) {
    await nextFrame();
    const view = scroller.getBoundingClientRect(), seen = read();
    const boxes = seen.coded.filter(n => scroller.contains(n.el)).map(n => n.el.getBoundingClientRect());
    if (frames > 20 || (boxes.length && boxes[0].top < view.top + SLACK && boxes.at(-1).bottom > view.bottom - SLACK)) return seen;
  }
};
// Look at all of it, view by view from its top, until it is what is looked for; gives every node that was met, too.
const look = async good => {
  let seen = read();
  const scroller = good(seen) ? null : scrollerOf(seen);
  const met = new Map((scroller ? [] : seen.coded).map(n => [n.code + " " + n.name, n]));  // from its top, to be compared
  if (scroller) scroller.scrollTop = 0;
  while (scroller) {
    seen = await drawn(scroller);
    seen.coded.forEach(n => met.set(n.code + " " + n.name, n));
    const top = scroller.scrollTop;
    if (good(seen)) break;
    scroller.scrollTop = top + scroller.clientHeight * 0.8;
    if (scroller.scrollTop <= top) break;
  }
  return { ...seen, met: [...met.values()] };
};

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
const takes = {
  node: async () => {
    const { found } = await look(seen => seen.found.length === 1);
    if (found.length !== 1) return null;
    const inner = found[0].matches("tr") && [...found[0].querySelectorAll("input[type=radio], input[type=checkbox], a")].find(P.shown);
    return inner || tickBeside(root, found[0]) || found[0];
  },
  branch: async () => {
    const meant = n => n.code === asked.branch && n.code !== asked.code;
    const branch = (await look(seen => seen.coded.some(meant))).coded.find(meant);
    return branch ? branch.el : null;
  },
  sign: async () => {
    const branch = await takes.branch();
    return branch && (signOf(branch) || branch);
  },
};
if (asked.take) return takes[asked.take]();
return look(seen => seen.found.length === 1).then(({ found, met }) => ({
  found: found.length,
  branches: [...new Set(met.map(n => n.code).filter(code => code !== asked.code && asked.code.startsWith(code)))]
    .sort((a, b) => b.length - a.length),
  lines: P.frameShown() && /\S/.test(root.innerText || ""),
  unfilled: [...root.querySelectorAll("[role=tree], " + every("trees"))].some(el => !/\S/.test(el.textContent)),
  seen: met.map(n => `${n.code} ${n.name}`).slice(0, 60),
}));
