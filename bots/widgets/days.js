// Reads calendars by what they show: which months stand there, with their days; or the twelve months, or years to choose from.
const days = (() => {
  const seen = el => {
    if (!el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) return false;
    const box = el.getBoundingClientRect();
    return box.width > 2 && box.height > 2;
  };
  const CHINESE = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
  const ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const NAMED = /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?$/i;

  // The number of a month by its name; a bare number only where that is expected.
  function monthOf(text, { bare = false } = {}) {
    const plain = text.normalize("NFKC").replace(/\s+/g, "");
    const number = plain.match(bare ? /^(\d{1,2})月?$/ : /^(\d{1,2})月$/);
    if (number) return Number(number[1]) <= 12 ? Number(number[1]) : 0;
    if (NAMED.test(plain)) return ENGLISH.indexOf(plain.slice(0, 3).toLowerCase()) + 1;
    return plain.endsWith("月") || bare ? CHINESE.indexOf(plain.replace(/月$/, "")) + 1 : 0;
  }

  // Elements whose own text is what `fits`, in the order of the page.
  function texts(fits) {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.data.trim(), el = node.parentElement;
      if (!text || text.length > 12 || !fits(text) || el.closest("script, style, option, textarea") || !seen(el)) continue;
      found.push({ el, text });
    }
    return found;
  }

  // The number of a week stands before its seven days.
  const isWeek = el => {
    const cell = el.closest("td, th");
    return /week(?!day|end)/i.test(el.className) && !/day/i.test(el.className)
      || Boolean(cell && cell.cellIndex === 0 && cell.parentElement.cells.length === 8);
  };
  const dayTexts = () => {
    const buttons = [...document.querySelectorAll("input[type=button]")].filter(el => /^\s*\d{1,2}\s*$/.test(el.value) && seen(el));
    const found = texts(text => /^([1-9]|[12]\d|3[01]|0[1-9])$/.test(text)).filter(one => !isWeek(one.el));
    return buttons.length < 28 ? found : buttons.map(el => ({ el, text: el.value.trim() }));
  };

  // Runs of consecutive numbers, each as its elements.
  function runs(found, numberOf, first, least) {
    const all = [];
    for (let at = 0; at < found.length; at += 1) {
      if (first !== null && numberOf(found[at]) !== first) continue;
      let end = at;
      while (end + 1 < found.length && numberOf(found[end + 1]) === numberOf(found[end]) + 1) end += 1;
      if (end - at + 1 >= least) all.push(found.slice(at, end + 1));
      at = end;
    }
    return all;
  }

  // Days stand in weeks: seven columns; the numbers of a list's lines stand in one.
  function inWeeks(cells) {
    const lefts = new Set(cells.map(el => Math.round(middle(el.closest("td") || el).x / 8)));
    return lefts.size >= 5 && lefts.size <= 10;
  }

  const before = (el, other) => Boolean(el.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  function textBefore(box, first) {
    const parts = [];
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && before(node, first) && !node.contains(first); node = walker.nextNode()) {
      const el = node.parentElement;
      if (node.data.trim() && !el.closest("script, style, select, textarea") && seen(el)) parts.push(node.data.trim());
    }
    return parts.join(" ").normalize("NFKC");
  }

  const chosen = s => s.options[s.selectedIndex]?.text.trim() || "";
  // The year and the month above days: in inputs, in drop-downs or in words.
  function heading(box, first) {
    const inputs = [...box.querySelectorAll("select, input")].filter(el => seen(el) && before(el, first));
    const values = inputs.map(el => el.tagName === "SELECT" ? chosen(el) : el.value);
    const text = textBefore(box, first);
    const ofInputs = values.map(t => t.match(/^(\d{4})年?$/)?.[1]).find(Boolean);
    const months = inputs.find(el => el.tagName === "SELECT" && el.options.length === 12);
    const named = months ? months.selectedIndex + 1 : values.map(t => monthOf(t, { bare: true })).find(Boolean);
    if (ofInputs && named) return { year: Number(ofInputs), month: named };
    const at = text.match(/(\d{4})\s*[年\-\/.]\s*(\d{1,2})\s*(月|(?!\d))/);
    if (at && Number(at[2]) <= 12) return { year: Number(at[1]), month: Number(at[2]) };
    const year = ofInputs || text.match(/(?<!\d)(\d{4})(?!\d)/)?.[1];
    const month = named || text.split(/[\s,]+|(?<=月)|(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])|(?<=年)/i).map(word => monthOf(word)).find(Boolean);
    return year && month ? { year: Number(year), month } : null;
  }

  const yearAbove = (box, first) => {
    const values = [...box.querySelectorAll("select, input")].filter(el => seen(el) && before(el, first))
      .map(el => el.tagName === "SELECT" ? chosen(el) : el.value);
    const year = [...values, textBefore(box, first)].join(" ").match(/(?<!\d)(\d{4})(?!\d)/);
    return year ? { year: Number(year[1]) } : null;
  };

  // The smallest box around some cells that has a heading for them; the whole page where it is nothing but a calendar.
  const MOST_FIELDS = 3; // year, month, time
  function boxed(cells, headed) {
    let box = cells[0].parentElement;
    while (box && !box.contains(cells.at(-1))) box = box.parentElement;
    const last = P.fields(document.body).length <= MOST_FIELDS ? document.documentElement : document.body;
    for (; box && box !== last; box = box.parentElement) {
      const at = headed(box, cells[0]);
      if (at) return { box, at };
    }
    return null;
  }

  const floats = el => {
    if (el.closest(every("panels"))) return true;
    for (let at = el; at && at !== document.body; at = at.parentElement) {
      if (/absolute|fixed/.test(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  // What was opened lies over the page; a calendar that always stands there is another one.
  const opened = found => found.some(one => floats(one.box)) ? found.filter(one => floats(one.box)) : found;

  // Every month that is shown: its box, its year and month, its days.
  function months() {
    const found = runs(dayTexts(), one => Number(one.text), 1, 28).map(run => run.map(one => one.el)).filter(inWeeks)
      .map(cells => ({ ...boxed(cells, heading), cells })).filter(one => one.box);
    const whole = found.map(one => ({ ...one, cells: one.cells.slice(0, new Date(one.at.year, one.at.month, 0).getDate()) }));
    return opened(whole.filter(one => one.cells.length === new Date(one.at.year, one.at.month, 0).getDate()));
  }

  // The twelve months of a year to choose from.
  function ofYear() {
    return opened(runs(texts(text => monthOf(text) > 0), one => monthOf(one.text), 1, 12).map(run => run.slice(0, 12).map(one => one.el))
      .map(cells => ({ ...boxed(cells, yearAbove), cells })).filter(one => one.box));
  }

  // Years to choose from.
  function years() {
    const numberOf = one => Number(one.text.slice(0, 4));
    return opened(runs(texts(text => /^\d{4}年?$/.test(text)), numberOf, null, 9).map(run => {
      const cells = run.map(one => one.el);
      let box = cells[0].parentElement;
      while (!box.contains(cells.at(-1))) box = box.parentElement;
      return { box: box.parentElement === document.body ? box : box.parentElement, at: { year: numberOf(run[0]) }, cells };
    }));
  }

  return { seen, monthOf, texts, runs, before, chosen, months, ofYear, years };
})();
