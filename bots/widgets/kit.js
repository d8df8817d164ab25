// Ask again, frame by frame, until it is so; says whether it became so in time.
const patiently = async (check, ms) => {
  const until = performance.now() + ms;
  for (;;) {
    if (check()) return true;
    if (performance.now() > until) return false;
    await nextFrame();
  }
};
// What the other side calls: every question is one text, `{name, asked}`. A document that is still being read is asked when
// it has been: half a page lacks fields. Only the look tells of it.
const READ_MS = 2000;
const find = async text => {
  const { name, asked } = JSON.parse(text);
  await patiently(() => document.body !== null && (name === "look" || document.readyState !== "loading"), READ_MS);
  return scripts[name](asked);
};
const kit = {
  find,
  // An element stays in its page: that there is one is all that is told of it.
  ask: async text => { const found = await find(text); return JSON.stringify(found instanceof Element ? true : found ?? null); },
  // Where it can be pressed; what is covered or not there yet may become free within `ms`.
  reach: async (text, ms) => {
    const until = performance.now() + ms;
    for (;;) {
      const el = await find(text);
      const point = el ? await reach(el) : null;
      if (!point || !point.covered || performance.now() > until) return JSON.stringify(point);
      await nextFrame();
    }
  },
  show: async text => {
    const el = await find(text);
    if (el) show(el);
    return JSON.stringify(el !== null);
  },
  landed,
  number: 0,
  isThere,
  viewNow,
  view: async text => JSON.stringify(await view(JSON.parse(text).along)),
  views: text => JSON.stringify(viewAll(JSON.parse(text))),
  // Whether an element lies inside the topmost dialog.
  holds: el => P.topBox()?.contains(el) || false,
};
