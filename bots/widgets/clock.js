// The time in an open calendar: one field (09:30:00), a field each for hours, minutes and seconds, or columns of numbers.
const clock = (() => {
  const TIMED = /^\d{1,2}:\d{2}(:\d{2})?$/;
  const ASKS = /时间|^(select |please select )?time$/i;
  const TURNS_TO_TIME = /^(选择时间|select time)$/i;

  const inputs = root => [...root.querySelectorAll("input:not([type=button]):not([type=hidden])")].filter(el => days.seen(el) && !el.disabled);

  // `17:00:00`, or an empty field that asks for a time.
  const whole = root => inputs(root).filter(el => TIMED.test(el.value.trim()) || (!el.value && ASKS.test(el.placeholder)));

  // Two or three small fields side by side, behind the days: hours, minutes, seconds.
  function apart(root, last) {
    const small = inputs(root).filter(el => /^\d{1,2}$/.test(el.value) && !el.readOnly && (!last || days.before(last, el)));
    const together = small.filter(el => small.some(other => other !== el && other.parentElement === el.parentElement));
    return together.length === 2 || together.length === 3 ? together : [];
  }

  // Columns of numbers that begin at 0, each in a list of its own; the first goes to 23 at most.
  function columns(root, months) {
    const taken = new Set(months.flatMap(month => month.cells));
    const lists = new Map();
    for (const { el, text } of days.texts(one => /^\d{1,2}$/.test(one))) {
      if (!root.contains(el) || taken.has(el)) continue;
      const list = el.closest("ul, ol") || el.parentElement.parentElement;
      (lists.get(list) || lists.set(list, []).get(list)).push({ el, at: Number(text) });
    }
    const all = [...lists.values()].filter(list => list.length > 1 && list[0].at === 0 && list.every((one, i) => !i || one.at > list[i - 1].at));
    const hours = all.findIndex(list => list.at(-1).at <= 23);
    return hours === 0 && (all.length === 2 || all.length === 3) ? all : [];
  }

  const toTime = root => [...root.querySelectorAll("span, a, button, div")].find(el =>
    !el.childElementCount && TURNS_TO_TIME.test(el.textContent.trim()) && days.seen(el)) || null;

  function read(root, months) {
    const fields = whole(root), one = fields.filter(el => !el.readOnly);
    if (one.length) return { how: "whole", parts: one, short: one.length === 1 && /^\d{1,2}:\d{2}$/.test(one[0].value.trim()) };
    const several = apart(root, months.at(-1)?.cells.at(-1));
    if (several.length) return { how: "apart", parts: several };
    const lists = columns(root, months);
    if (lists.length) return { how: "columns", parts: lists };
    const turn = fields[0] || toTime(root); // what cannot be typed in opens its columns
    return turn ? { how: "turn", parts: [turn] } : { how: "", parts: [] };
  }

  return { read };
})();
