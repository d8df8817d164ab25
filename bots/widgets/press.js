// Finds what answers to one of `asked.words` within the topmost dialog (`asked.boxed`), a given element, or the frame.
const root = asked.within || P.root(asked.boxed);
const found = asked.cross ? [P.crossOf(root)].filter(Boolean) : P.frameShown() ? P.pressable(root, asked.words) : [];
const ready = P.apart(found.filter(P.usable));
// `asked.answers`: this press is the answer to the dialog, "agree" or "close".
answering = asked.answers ? { box: root, words: P.message(root), agreed: asked.answers === "agree", at: performance.now() } : null;
if (asked.pick) return ready.length === 1 || asked.lenient ? ready[0] || null : null;
return {
  ready: ready.length,
  found: found.length,
  rank: found.length && !asked.cross ? P.rankOf(found[0], asked.words) : asked.words.length,
  seen: [...new Set(P.pressables(root).map(el => P.wordsOf(el)[0]).filter(Boolean))].slice(0, 40),
};
