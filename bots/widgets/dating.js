// How a date gets into a field (`entry`), and how the field writes one (`order` of month and day), as far as it can be known.
// A toolkit tells it by a part's `dating(el)`; what its calendar was seen to write is remembered while the page stays.
const orders = new WeakMap();
const pairs = new WeakMap();
let pairCount = 0;

// What a field asks for in grey: yyyy-MM-dd, YYYY年MM月DD日.
const promptOf = field => (field?.placeholder || "").match(/(y{4}|[md]{1,2}[-\/.][md]{1,2})\S*(\s[h]{1,2}:mm(:ss)?)?/i)?.[0] || "";

function datingOf({ el, part }) {
  const field = part.field(el);
  const { of, place, ...known } = part.dating?.(el, part) || {};
  const own = { entry: "typed", order: orders.get(el) || "", prompt: promptOf(field), ...known };
  if (of) Object.assign(own, { pair: pairs.get(of) || pairs.set(of, pairCount += 1).get(of), end: place });
  return own;
}

// In what order the field's calendar writes month and day, seen by a day that was clicked in it.
function learnOrder({ index, before, month, day }) {
  const control = elements[index];
  if (!control || control.gone || month === day) return;
  const value = valueOf(control);
  const found = value.match(/^\s*(\d{1,2})[-\/.](\d{1,2})[-\/.]\d{4}/);
  if (!found || value === before) return;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first === month && second === day) orders.set(control.el, "mdy");
  if (first === day && second === month) orders.set(control.el, "dmy");
}

// The order of a sample that was written for the 3rd of February 2001.
const orderOf = sample => /^0?2\D0?3\D/.test(sample) ? "mdy" : /^0?3\D0?2\D/.test(sample) ? "dmy" : "";
