// Works a calendar that is open, by what it shows: `appears` waits for one, `seek` leafs to a month, `arrow` and `cell`
// name what to press, `rest` says what is left to do, `part` and `confirm` name it.
const calendar = (() => {
  let root = null; // the whole of what was opened, also after its days have gone
  let shown = [];
  let strides = {}; // how many months an arrow turned, where that was seen
  let stuck = ""; // what was shown when an arrow had to be pressed by hand
  const FOLLOWS_MS = 800; // a month that was chosen in a list

  const words = el => (el.value || el.textContent || el.title || el.alt || "").trim();
  const READ = { day: () => days.months(), month: () => days.ofYear(), year: () => days.years() };
  const levelOf = want => want.day ? "day" : want.month ? "month" : "year";

  // The whole panel: what the page floats over itself, never what holds the field; a frame of its own is the panel.
  function wholeOf(box, index) {
    const field = elements[index]?.el;
    const known = box.closest(every("panels"));
    if (known) return known;
    for (let at = box; at && at !== document.body; at = at.parentElement) {
      if (field && at.contains(field)) break;
      if (/absolute|fixed/.test(getComputedStyle(at).position)) return at;
    }
    return field ? box : document.body;
  }

  function look(want) {
    shown = fresh(levelOf(want));
    if (shown.length) root = wholeOf(shown[0].box, want.index);
    return shown;
  }

  // What stands open before the field is pressed, and may be on its way out, is another field's calendar.
  let stale = new Set();
  const all = () => Object.values(READ).flatMap(read => read());
  const before = () => { stale = new Set(all().map(one => one.box)); };

  // Wait for a calendar: what it lets one choose. One that stays was there for this field all the same.
  const STAYS_MS = 600;
  async function appears({ ms }) {
    let level = null;
    strides = {};
    stuck = "";
    const until = performance.now() + Math.min(STAYS_MS, ms);
    await patiently(() => {
      if (performance.now() > until) stale.clear();
      level = ["day", "month", "year"].find(one => fresh(one).length);
      return Boolean(level);
    }, ms);
    return level || null;
  }
  const fresh = level => READ[level]().filter(one => !stale.has(one.box));

  const ARROWS = {
    "year-1": /^(上一?年|前一年|previous year|prev year|last year|<<|«|‹‹|≪|◀◀)$/i, "year1": /^(下一?年|后一年|next year|>>|»|››|≫|▶▶)$/i,
    "month-1": /^(<?上一?个?月|前一?个?月|previous month|prev month|previous|prev|last month|<|‹|◀|◁|←|＜)$/i,
    "month1": /^(下一?个?月>?|后一?个?月|next month|next|>|›|▶|▷|→|＞)$/i,
  };
  const ARROW_PARTS = "a, button, span, td, th, i, img, input, div, em";
  // The arrow of a kind in a box: backwards the first, forwards the last; a hidden one is none.
  function button(kind, box) {
    const pick = found => (kind.endsWith("-1") ? found[0] : found.at(-1)) || null;
    const known = toolkits.map(t => t.arrows?.[kind]).filter(Boolean).join(", ");
    const told = known ? [...box.querySelectorAll(known)].filter(days.seen) : [];
    if (told.length) return pick(told);
    const says = el => [words(el), el.title, el.alt, el.getAttribute("aria-label")]
      .some(t => ARROWS[kind].test((t || "").replace(/[（(].*$/, "").trim()));
    const parts = [...box.querySelectorAll(ARROW_PARTS)].filter(el => days.seen(el) && !el.querySelector("table"));
    return pick(parts.filter(says)) || pick(parts.filter(el => isPicture(el, kind)));
  }

  // An arrow that is only a picture, as its class calls it: date-prev, date-fast-prev; a wrong one turns a page, no more.
  function isPicture(el, kind) {
    const name = String(el.className);
    if (words(el) || !(kind.endsWith("-1") ? /prev/i : /next/i).test(name) || /month-(day|date)/i.test(name)) return false;
    if (/next-month|prev-month/i.test(name) && !el.querySelector("svg, img, i")) return false;  // a day of the month beside it
    return /double|fast|super|year/i.test(name) === kind.startsWith("year");
  }

  const OFF = /(^|[-_ ])(is-)?(disabled|invalid|forbid)|invalid|[-_]disabled?($|[-_ ])/i;
  // Whether something cannot be chosen: it says so, or its cell does.
  function isOff(el) {
    if (el.matches(":disabled") || /not-allowed/.test(getComputedStyle(el).cursor)) return true;
    for (let at = el, up = 0; at && at !== root && up < 4; at = at.parentElement, up += 1) {
      if (/^(TR|TBODY|TABLE|UL|OL)$/.test(at.tagName)) return false;
      if (at.getAttribute("aria-disabled") === "true" || OFF.test(String(at.className)) || at.matches(every("disabled"))) return true;
      if (/^(TD|LI)$/.test(at.tagName)) return false;
    }
    return false;
  }

  const monthsOf = at => at.year * 12 + (at.month || 0);
  const same = (at, want) => at.year === want.year && (!want.day || at.month === want.month);
  const isAt = (one, want) => want.month || want.day ? same(one.at, want) : one.cells.some(el => Number(words(el).slice(0, 4)) === want.year);
  // Of two months with arrows of their own the first is for the start of a span, the last for its end.
  function mine(want) {
    if (!want.of || shown.length < 2) return shown;
    const one = want.of === "start" ? shown[0] : shown.at(-1);
    return button("month-1", one.box) && button("month1", one.box) ? [one] : shown;
  }
  const monthOf = want => mine(want).find(one => isAt(one, want)) || null;

  // How far it is from a month that is shown, in months.
  const distance = (at, want) => want.day ? monthsOf(want) - monthsOf(at) : (want.year - at.year) * 12;

  // The arrow of one shown month to click next: by years while it is far, or where there is no other.
  function arrowOf(one, want) {
    const far = distance(one.at, want), way = far < 0 ? -1 : 1;
    const here = name => button(name + way, one.box) || (shown.length === 1 ? button(name + way, root) : null);
    const year = here("year"), month = here("month"), long = strides["year" + way] || 12;
    if (!want.day) return { one, far, kind: "year" + way, el: year || month };
    if (year && year !== month && (Math.abs(far) >= long || !month && long < 12)) return { one, far, kind: "year" + way, el: year };
    if (month || strides["year" + way]) return { one, far, kind: "month" + way, el: month };
    return { one, far, kind: "year" + way, el: year };
  }

  // Two months side by side may have arrows of their own: the one that is nearest to what is wanted.
  function towards(want) {
    const ways = mine(want).map(one => arrowOf(one, want)).filter(way => way.el).sort((a, b) => Math.abs(a.far) - Math.abs(b.far));
    if (ways.length) return ways[0];
    const ends = [...shown].sort((a, b) => Math.abs(distance(a.at, want)) - Math.abs(distance(b.at, want)));
    return arrowOf({ ...ends[0], box: root }, want);
  }

  const selects = () => [...root.querySelectorAll("select")].filter(days.seen);
  const yearSelect = () => selects().find(s => /^\d{4}年?$/.test(days.chosen(s)));
  const monthSelect = () => selects().find(s => s.options.length === 12);
  function choose(want) {
    for (const [select, index] of [
      [yearSelect(), [...yearSelect().options].findIndex(o => o.text.trim().replace("年", "") === String(want.year))],
      [monthSelect(), want.month - 1],
    ]) {
      if (index < 0 || select.selectedIndex === index || !select.isConnected) continue;
      select.selectedIndex = index;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  const print = () => JSON.stringify(shown.map(one => one.at));
  // Leaf to what is wanted. `there`: it can be pressed; `off`: it is not offered; `arrow`: the page does not follow a
  // script, only a hand; `lost`: not understood.
  async function seek(want) {
    for (let pages = 0; pages < 300; pages += 1) {
      if (!look(want).length) return coarse(want);
      const here = monthOf(want);
      if (here) return isOff(cellOf(here, want)) ? "off" : "there";
      const before = print();
      if (want.day && yearSelect() && monthSelect()) choose(want);
      else {
        const { one, kind, el, far } = towards(want), place = shown.indexOf(one);
        if (!el) return elsewhere(want) || turnsBack(kind) ? ended(want) : "lost";
        if (isOff(el)) return ended(want);
        el.click();
        await patiently(() => look(want).length && print() !== before, 250);
        if (shown[place]) strides[kind] = Math.abs(far - distance(shown[place].at, want)) || strides[kind];
      }
      await new Promise(done => setTimeout(done, 0));
      look(want);
      if (print() !== before) continue;
      if (want.day && yearSelect() && await patiently(() => look(want).length && print() !== before, FOLLOWS_MS)) continue;
      if (before === stuck || want.day && yearSelect() && monthSelect()) return ended(want); // it goes no further
      stuck = before;
      return "arrow";
    }
    return "lost";
  }

  // Another of the months that are shown will do where the right one cannot go there.
  const elsewhere = want => shown.find(one => isAt(one, want)) || null;
  // At the first or last month that is offered the arrow onwards is gone, and the one back is there.
  const turnsBack = kind => button(kind.endsWith("-1") ? kind.replace("-1", "1") : kind.replace("1", "-1"), root) !== null;
  const ended = want => elsewhere(want) && !isOff(cellOf(elsewhere(want), want)) ? "there" : "off";

  // It lets one choose something else: only months where a day is wanted, days where a month is.
  const coarse = want => ["day", "month", "year"].find(level => fresh(level).length) || "lost";

  function cellOf(here, want) {
    if (want.day) return here.cells[want.day - 1];
    return want.month ? here.cells[want.month - 1] : here.cells.find(el => Number(words(el).slice(0, 4)) === want.year);
  }

  const arrow = want => look(want).length && !monthOf(want) ? towards(want).el : null;
  const cell = want => { const here = look(want).length && (monthOf(want) || elsewhere(want)); return here ? cellOf(here, want) : null; };

  const there = () => Boolean(root && root.isConnected && (root === document.body ? P.frameShown() : days.seen(root)));
  const timed = () => clock.read(root, days.months().filter(one => root.contains(one.box)));

  const CONFIRMS = /^(确定|确认|完成|ok)$/i;
  function confirm() {
    if (!there()) return null;
    return [...root.querySelectorAll("a, button, span, input[type=button], td")].filter(days.seen)
      .find(el => CONFIRMS.test(words(el).replace(/\s/g, "")) && !isOff(el)) || null;
  }

  // What is left to do in it: `{clock, parts, short, confirm}`, or null when it has closed.
  async function rest({ turned, ms }) {
    if (turned) await patiently(() => there() && !["", "turn"].includes(timed().how), ms);
    if (!there()) return null;
    const { how, parts, short } = timed();
    return { clock: how, parts: parts.length, short: Boolean(short), confirm: confirm() !== null };
  }

  // A press beside it, as the page sees one; in a frame of its own it is left as it is.
  async function leave({ ms }) {
    if (!there() || root === document.body) return;
    document.activeElement?.blur();
    for (const kind of ["mousedown", "mouseup"]) document.body.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
    await patiently(() => !there(), ms);
  }

  // One part of the time, by its place; of a column the number `at`.
  function part({ number, at }) {
    if (!there()) return null;
    const { how, parts } = timed();
    return how === "columns" ? parts[number]?.find(one => one.at === at)?.el || null : parts[number] || null;
  }

  // Whether something is part of a calendar that is open over the page: a field of its own is none of the form.
  const holds = el => Boolean(root && root !== document.body && root.isConnected && root.contains(el) && floats(root));
  const floats = el => /absolute|fixed/.test(getComputedStyle(el).position) || el.matches(every("panels"));

  return { holds, before, appears, seek, arrow, cell, rest, part, confirm, leave, learn: learnOrder };
})();
