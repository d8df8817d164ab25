// What the other side calls: every question is one text, `{name, asked}`.
const find = text => {
  const { name, asked } = JSON.parse(text);
  return scripts[name](asked);
};
// Ask again, frame by frame, until it is so; says whether it became so in time.
const patiently = async (check, ms) => {
  const until = performance.now() + ms;
  for (;;) {
    if (check()) return true;
    if (performance.now() > until) return false;
    await nextFrame();
  }
};
return {
  find,
  ask: async text => JSON.stringify(await find(text) ?? null),
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
};
