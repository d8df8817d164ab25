// The parts of a form that are not in sight: behind another tab, in a section that is folded shut, in another step; and the head
// that brings one into sight. A tab is known by its group: of blocks alike one alone is in sight, and as many short texts in a
// row name them; a folded section by the head right before it.
const MOST_LEVELS = 5, LONGEST_HEAD = 40, LISTS = "ul, ol, nav, div, p, tr, [role=tablist]";
const ENTRY = "input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image]), select, textarea";
const inDocument = el => el.checkVisibility();
const isShut = el => el.parentElement !== null && !inDocument(el) && inDocument(el.parentElement);

// The blocks below `root` that are not drawn, each as a whole, and for which `holds`.
function shutBlocks(root, holds) {
  const found = new Set();
  for (const field of root.querySelectorAll(ENTRY)) {
    if (inDocument(field)) continue;
    let at = field;
    while (at !== root && at.parentElement && !isShut(at)) at = at.parentElement;
    if (at !== root && at !== field && at.parentElement && !at.matches(P.DIALOG) && !at.closest(every("panels"))) found.add(at);
  }
  return [...found].filter(holds);
}

// The blocks alike of which one alone is in sight, with this one among them; null: it is no tab.
function groupOf(panel) {
  const alike = [...panel.parentElement.children].filter(el => el.tagName === panel.tagName && el.querySelector(ENTRY));
  const open = alike.filter(inDocument);
  return alike.length > 1 && open.length === 1 ? alike : null;
}

// Short texts in a row, as many as the panels, that stand outside of them, the one of the open panel drawn apart: the nearest such
// row. What can be shut is a tab of the work area, with a page of its own; what sends or asks is no head, however it is drawn.
function headsOf(group) {
  const outside = el => !group.some(panel => panel.contains(el) || el.contains(panel));
  const open = group.findIndex(inDocument);
  let box = group[0].parentElement;
  for (let level = 0; box && level < MOST_LEVELS; level += 1, box = box.parentElement) {
    if (box.matches(every("grids"))) return null;
    for (const list of box.querySelectorAll(LISTS)) {
      if (list.childElementCount < group.length || !outside(list) || list.closest(every("grids"))) continue;
      const heads = [...list.children].filter(el => P.text(el) && P.shown(el));
      if (heads.length === group.length && heads.every(isHeadOfTab) && isMarked(heads, open)) return heads;
    }
    if (box.matches(P.DIALOG)) return null;
  }
  return null;
}
const CLOSES = /close|remove|delete/i, CROSS = /^[×✕✖x]$/;
const ACTS = /^(保存|提交|送审|上报|确定|确认|取消|关闭|返回|删除|增加|新增|添加|修改|编辑|查询|搜索|重置|导出|导入|打印|暂存|退出|登录|[上下]一步)/;
const isCross = el => CLOSES.test(`${el.getAttribute("class")} ${el.getAttribute("aria-label")}`) || CROSS.test(P.text(el));
const leadsAway = el => el.matches("button:not([role=tab]), input, a[href]:not([href^='#'], [href^='javascript'])");
const isHeadOfTab = el => P.text(el).length <= LONGEST_HEAD && !holdsControl(el) && !(P.squeeze(P.text(el)).length <= 4 && ACTS.test(P.squeeze(P.text(el))))
  && !leadsAway(el) && ![...el.querySelectorAll("*")].some(one => isCross(one) || leadsAway(one));

// Whether the open one's head is drawn unlike all others.
function isMarked(heads, open) {
  const looks = heads.map(head => [head, ...head.querySelectorAll("*")].slice(0, 2).map(el => {
    const style = getComputedStyle(el);
    return [el.className, el.getAttribute("aria-selected"), style.color, style.backgroundColor, style.fontWeight, style.borderBottomColor].join();
  }).join());
  return looks.filter(look => look === looks[open]).length === 1;
}

// The head right before a block that it opens and shuts: drawn as something to press, and no button that does something else.
function foldOf(panel) {
  for (const head of [panel.previousElementSibling, panel.parentElement.previousElementSibling]) {
    if (!head || !P.shown(head) || holdsControl(head) || !P.text(head) || P.text(head).length > LONGEST_HEAD) continue;
    if (head.matches("button, input, a[href]") && !head.hasAttribute("aria-expanded")) continue;
    if (head.matches("[aria-expanded=false]") || head.matches(every("sections")) || head.querySelector(every("sections"))) return head;
    if (head.onclick || getComputedStyle(head).cursor === "pointer") return head;
  }
  return null;
}
const pressedOf = head => head.matches(every("sections")) ? head : head.querySelector(every("sections")) || head;

// {panel, head, tab} of each part that is not in sight and for which `holds`; `head` is null where nothing is known to show it.
function hiddenParts(root, holds) {
  const parts = [];
  for (const panel of shutBlocks(root, holds)) {
    const group = groupOf(panel);
    const heads = group && headsOf(group);
    const fold = heads ? null : foldOf(panel);
    if (heads) parts.push({ panel, head: heads[group.indexOf(panel)], tab: true });
    else if (fold) parts.push({ panel, head: pressedOf(fold), tab: false });
    else if (group) parts.push({ panel, head: null, tab: true });
  }
  return parts;
}
