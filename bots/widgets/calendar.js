// Understands a calendar by what it shows. `find` says whether one is there; `next` names the next thing to click.
() => {
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
  const CLASSES = {
    "year-1": /prev?[-_]?y|navimgll\b|d-arrow-left|super-prev/i, "year1": /next[-_]?y|navimgrr\b|d-arrow-right|super-next/i,
    "month-1": /prev?[-_]?m|navimgl\b|(^|[^d])-arrow-left|(^|[^r]-)prev\b/i,
    "month1": /next[-_]?m|navimgr\b|(^|[^d])-arrow-right|(^|[^r]-)next\b/i,
  };

  function arrow(kind) {
    const parts = [...panel.querySelectorAll("a, button, span, td, th, i, img, input, div, em")].filter(seen)
      .filter(el => !el.querySelector("a, button, span, td, i, img, input, div"));
    return parts.find(el => [words(el), el.title, el.alt, el.getAttribute("aria-label")]
      .some(t => t && ARROWS[kind].test(t.trim()))) || parts.find(el => [el, el.parentElement].some(e => CLASSES[kind].test(e.className)));
  }

  function next(want) {
    if (!find()) return { last: true, target: null };
    const at = heading(panel);
    if (at.year === want.year && at.month === want.month) return { last: true, target: days[want.day - 1] || null };
    const ys = yearSelect(), ms = monthSelect();
    if (ys && ms) {
      const before = JSON.stringify(at);
      if (at.year !== want.year) choose(ys, [...ys.options].findIndex(o => o.text.trim().replace("年", "") === String(want.year)));
      else choose(ms, want.month - 1);
      return { last: false, target: null, moved: find() && JSON.stringify(heading(panel)) !== before };
    }
    const months = (want.year - at.year) * 12 + want.month - at.month;
    const far = Math.abs(months) >= 12 ? arrow("year" + Math.sign(months)) : null;
    return { last: false, target: far || arrow("month" + Math.sign(months)) || null, moved: false };
  }

  function choose(select, index) {
    if (index < 0) return;
    select.selectedIndex = index;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Some calendars keep the day until 确定 is clicked.
  function confirm() {
    if (!panel || !panel.isConnected || !seen(panel)) return null;
    return [...panel.querySelectorAll("a, button, span, input[type=button], td")].filter(seen)
      .find(el => /^(确定|确认|OK)$/i.test(words(el))) || null;
  }

  return { find, next, confirm };
}
