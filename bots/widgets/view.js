// One look at this document and, in the same turn, what is asked of the place that it finds; and the same of all frames of
// this origin at once. A document is known by the number that its kit was given when the bot first asked for it: nothing
// is ever answered in the name of one that has gone on to another document.
const viewNow = along => {
  kit.listen?.();
  const seen = scripts.look();
  if (!along || !seen.shown || seen.waiting || document.readyState === "loading") return { seen };
  const boxed = seen.box ? seen.box.number : 0;
  try {
    const answer = scripts[along.name]({ ...along.asked, boxed, along: true });
    return answer instanceof Promise ? { seen } : { seen, boxed, answer: answer instanceof Element ? true : answer ?? null };
  } catch { return { seen }; }  // asked by itself, it says why
};
const kitsBelow = within => {
  const found = [];
  for (const frame of within.querySelectorAll("iframe, frame")) {
    try {
      const inner = frame.contentWindow;
      if (inner.__yuncaiKit) found.push(inner.__yuncaiKit(), ...kitsBelow(inner.document));
    } catch { /* of another origin, or without a document: it is asked by itself */ }
  }
  return found;
};
const isThere = () => document.body !== null;
const view = async along => {
  await patiently(isThere, READ_MS);
  return viewNow(along);
};
const viewAll = ({ numbers, along, only }) => {
  const views = {};
  for (const one of [kit, ...kitsBelow(document)]) {
    if (!numbers.includes(one.number) || !one.isThere()) continue;  // else it is asked by itself, and waited for
    try {
      views[one.number] = one.viewNow(!only || one.number === only ? along : null);
    } catch { /* asked by itself, it says why */ }
  }
  return views;
};
