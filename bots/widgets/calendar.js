// Understands a calendar by what it shows. `find` says whether one is there, `turn` leafs to a month,
// `arrow` and `cell` name what to click.
const calendar = (() => {
  const seen = el => {
    if (!el.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) return false;
    const box = el.getBoundingClientRect();
    return box.width > 2 && box.height > 2;
  };
  const words = el => (el.value || el.textContent || el.title || el.alt || "").trim();
  let panel = null, days = [];

  // Leaf elements that are numbers of days, by the table or block that holds them all.
  function find() {
    panel = null;
    const leaves = [...document.querySelectorAll("td, a, span, div, li, button, em, i, input[type=button]")]
      .filter(el => !el.childElementCount && /^\s*([1-9]|[12]\d|3[01])\s*$/.test(el.value || el.textContent));
    for (const first of leaves.filter(el => words(el) === "1")) {
      for (let box = first.parentElement, up = 0; box && box !== document.documentElement && up < 6; box = box.parentElement, up++) {
        const inside = leaves.filter(el => box.contains(el) && seen(el));
        const numbers = inside.map(el => Number(words(el)));
        const start = numbers.indexOf(1);
        if (start < 0 || ![...Array(28).keys()].every(i => numbers[start + i] === i + 1)) continue;
        let end = start;
        while (numbers[end + 1] === numbers[end] + 1) end++;
        days = inside.slice(start, end + 1);
        for (panel = box; panel && !heading(panel); panel = panel.parentElement) if (panel === document.body) panel = null;
        if (panel) return true;
      }
    }
    return false;
  }

  const selects = () => [...panel.querySelectorAll("select")].filter(seen);
  const chosen = s => s.options[s.selectedIndex]?.text.trim() || "";
  const yearSelect = () => selects().find(s => /^\d{4}年?$/.test(chosen(s)));
  const monthSelect = () => selects().find(s => s.options.length === 12);

  // The year and month that the panel shows, in a heading, in selects or in small inputs.
  function heading(box) {
    const inputs = [...box.querySelectorAll("select, input")].filter(seen)
      .map(el => el.tagName === "SELECT" ? chosen(el) : el.value);
    const year = inputs.map(t => t.match(/^(\d{4})年?$/)?.[1]).find(Boolean);
    const months = [...box.querySelectorAll("select")].filter(s => s.options.length === 12);
    const typed = inputs.map(t => t.match(/^(\d{1,2})月?$|^([一二三四五六七八九十]{1,2})月?$/)).find(Boolean);
    if (year && months.length) return { year: Number(year), month: months[0].selectedIndex + 1 };
    if (year && typed) return { year: Number(year), month: typed[1] ? Number(typed[1]) : chinese(typed[2]) };
    const text = box.innerText.normalize("NFKC");
    const at = text.match(/(\d{4})\s*[年\-\/.]\s*(\d{1,2})\s*(月|(?!\d))/);
    if (at) return { year: Number(at[1]), month: Number(at[2]) };
    const words = text.match(/(\d{4})\s*年?\s*([一二三四五六七八九十]{1,2})月|([一二三四五六七八九十]{1,2})月\s*(\d{4})/);
    if (words) return { year: Number(words[1] || words[4]), month: chinese(words[2] || words[3]) };
    return null;
  }

  function chinese(text) {
    return text === "十" ? 10 : text.startsWith("十") ? 10 + "一二三四五六七八九".indexOf(text[1]) + 1
      : "一二三四五六七八九".indexOf(text) + 1;
  }

  const ARROWS = {
    "year-1": /^(上一?年|<<|«|‹‹|≪|◀◀)$/, "year1": /^(下一?年|>>|»|››|≫|▶▶)$/,
    "month-1": /^(上一?个?月|<|‹|◀|◁|←|＜)$/, "month1": /^(下一?个?月|>|›|▶|▷|→|＞)$/,
  };
  function button(kind) {
    const parts = [...panel.querySelectorAll("a, button, span, td, th, i, img, input, div, em")]
      .filter(el => !el.querySelector("a, button, span, td, i, img, input, div") && seen(el));
    const says = el => [words(el), el.title, el.alt, el.getAttribute("aria-label")].some(t => ARROWS[kind].test((t || "").trim()));
    const known = toolkits.map(t => t.arrows?.[kind]).filter(Boolean).join(", ");
    return parts.find(says) || (known && [...panel.querySelectorAll(known)].find(seen)) || null;
  }

  const same = (at, want) => at.year === want.year && at.month === want.month;

  // Leaf to the wanted month by the drop-downs and arrows, as long as the calendar follows at once.
  async function turn(want) {
    for (let pages = 0; pages < 240 && find(); pages++) {
      const at = heading(panel);
      if (same(at, want)) return true;
      const next = choosers() ? null : towards(at, want);
      if (next) next.click();
      else if (!choose(want)) return false;
      await new Promise(done => setTimeout(done, 0));
      if (find() && same(at, heading(panel))) return false;
    }
    return false;
  }

  // The arrow to click next: by years while it is far.
  function towards(at, want) {
    const months = (want.year - at.year) * 12 + want.month - at.month;
    return (Math.abs(months) >= 12 && button("year" + Math.sign(months))) || button("month" + Math.sign(months)) || null;
  }

  const arrow = want => find() ? towards(heading(panel), want) : null;
  const cell = want => find() && same(heading(panel), want) && days[want.day - 1] || null;
  const choosers = () => Boolean(yearSelect() && monthSelect());

  function choose(want) {
    if (!choosers()) return false;
    for (const [select, index] of [
      [yearSelect(), [...yearSelect().options].findIndex(o => o.text.trim().replace("年", "") === String(want.year))],
      [monthSelect(), want.month - 1],
    ]) {
      if (index < 0 || select.selectedIndex === index || !select.isConnected) continue;
      select.selectedIndex = index;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    return true;
  }

  // Some calendars keep the day until 确定 is clicked.
  function confirm() {
    if (!panel || !panel.isConnected || !seen(panel)) return null;
    return [...panel.querySelectorAll("a, button, span, input[type=button], td")].filter(seen)
      .find(el => /^(确定|确认|OK)$/i.test(words(el))) || null;
  }

  // Wait for a calendar to come; says whether one did.
  const appears = ({ ms }) => patiently(find, ms);

  return { find, appears, turn, arrow, cell, confirm };
})();
