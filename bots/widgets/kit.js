// What the other side calls: every question is one text, `{name, asked}`.
const find = text => {
  const { name, asked } = JSON.parse(text);
  return scripts[name](asked);
};
return {
  find,
  ask: text => JSON.stringify(find(text)),
  reach: async text => {
    const el = find(text);
    return JSON.stringify(el ? await reach(el) : null);
  },
  show: text => {
    const el = find(text);
    if (el) show(el);
    return JSON.stringify(el !== null);
  },
  landed,
};
