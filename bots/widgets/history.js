// A review that is drawn as items under each other, each with its time, instead of a table: a timeline, steps, a list.
//   <ul class="el-timeline"><li class="el-timeline-item">… <div>资金科室 张三 审核通过</div><div>2020-09-18 10:30</div> …</li>
//   <dl><dt>2020-09-18 10:30</dt><dd>资金科室 张三 审核通过</dd>
const historyIn = (() => {
  const TIME = /\d{4}\s*[-\/.年]\s*\d{1,2}\s*[-\/.月]\s*\d{1,2}\s*日?\s*T?\s*(?:[上下]午)?\s*\d{1,2}\s*[:：时]\s*\d{1,2}(?:\s*[:：分]\s*\d{1,2})?\s*[分秒]?/;
  const ALL_TIMES = new RegExp(TIME, "g");
  const TELLING = /提交|送审|上报|审[核批]|备案|退回|驳回|保存|新增/;  // a notice has times, too
  const LONGEST = 4000;
  const timesIn = el => P.text(el).match(ALL_TIMES) || [];
  const ICONS = /[\ue000-\uf8ff]/g;  // letters of a font of pictures
  const restOf = el => P.text(el).replace(ALL_TIMES, " ").replace(ICONS, " ").replace(/\s+/g, " ").trim();

  // What holds the items: what is called so, or else what holds most of them; a single time may stand anywhere.
  const CALLED = /(^|\s)[\w-]*(timeline|steps)(\s|$)/;
  const holders = (root, dated) => {
    const all = new Map();
    for (const el of dated) {
      for (let at = el; at !== root && root.contains(at); at = at.parentElement) {
        all.set(at.parentElement, (all.get(at.parentElement) || new Set()).add(at));
      }
    }
    return [...all].map(([el, items]) => ({ el, items: [...items], called: CALLED.test(el.className) }));
  };
  const listOf = (root, dated) => holders(root, dated).filter(one => one.called || one.items.length > 1)
    .sort((a, b) => b.called - a.called || b.items.length - a.items.length)[0];

  return root => {
    if (!TIME.test(root.textContent)) return null;
    const dated = P.innermost([...root.querySelectorAll("*")].filter(el => el.textContent.length < LONGEST &&
      !el.closest("tr, script, style") && !el.querySelector("tr") && timesIn(el).length && P.shown(el)));
    const list = listOf(root, dated);
    if (!list) return null;
    const { items } = list;
    const after = el => {
      const all = [];
      for (let at = el.nextElementSibling; at && !items.includes(at); at = at.nextElementSibling) all.push(restOf(at));
      return all.join(" ");
    };
    const bare = items.every(item => !restOf(item));  // times of their own: what they are the times of comes after them
    const lines = items.map(item => ({ at: timesIn(item).at(-1).trim(), text: (bare ? after(item) : restOf(item)).trim() }))
      .filter(line => line.text);
    return lines.some(line => TELLING.test(line.text)) ? lines : null;
  };
})();
