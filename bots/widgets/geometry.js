// What an eye would take for a control's label: the text to the left on the same line, else the one above.
let pageTexts = null; // visible texts with their rectangles, found once a pass and only when geometry is needed

// The block around an element that keeps most of a rectangle out of sight, if one does.
function hider(el, box) {
  for (let at = el; at && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflow === "visible") continue;
    const outer = at.getBoundingClientRect();
    const width = Math.min(box.right, outer.right) - Math.max(box.left, outer.left);
    const height = Math.min(box.bottom, outer.bottom) - Math.max(box.top, outer.top);
    if (width <= box.width / 2 || height <= box.height / 2) return at;
  }
  return null;
}
// What only waits to be scrolled into sight is not hidden.
const scrolls = el => /auto|scroll/.test(getComputedStyle(el).overflow);

// A cell of a grid's body, or of a table under headings: data, and nobody's label.
const isInData = el => gridAround(el) !== null
  || Boolean(el.closest("td") && !holdsControl(el.closest("tr")) && headingsOf(el.closest("td")).some(isHeading));

function readTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const text = clean(n.data), owner = n.parentElement;
    if (!text || text.length > 60 || owner.closest("script, style, select, textarea, button, option")) continue;
    if ((n.previousSibling ?? owner.previousSibling)?.matches?.(CHOICE)) continue; // names an option
    if (!owner.checkVisibility({ checkVisibilityCSS: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    range.setStart(n, n.data.search(/\S/)); // spaces around it take room, and say nothing
    range.setEnd(n, n.data.trimEnd().length);
    const box = range.getBoundingClientRect();
    if (!box.width || !box.height || isInData(owner)) continue;
    const by = hider(owner, box);
    if (!by || scrolls(by)) found.push({ text, box, owner, node: n, by });
  }
  return found;
}

// What lies behind a dialog names nothing in it.
function dialogOf(el) {
  const box = P.topBox();
  return box && box.contains(el) ? box : null;
}

// Whether a text surely names another control: it is tied to one as its label, or is among the words of one.
function namesAnother({ owner, node }, { el, words }) {
  const labelled = owner.closest("label")?.control;
  if (labelled && visible(labelled) && !el.contains(labelled)) return true;
  for (let at = node; at; at = at.parentElement) if (taken.has(at)) return taken.get(at) !== words;
  return false;
}

function geometryWords(control) {
  const { el, words: texts } = control;
  pageTexts ||= readTexts(dialogOf(el) || document.body);
  const mine = pageTexts.filter(text => (!text.by || text.by.contains(el)) && !namesAnother(text, control));  // scrolled together
  const box = el.getBoundingClientRect();
  const others = [...claimed].filter(o => !o.contains(el) && !el.contains(o) && visible(o)).map(o => o.getBoundingClientRect());
  const middle = box.top + box.height / 2;
  // a text belongs to the control that stands between it and this one
  const free = text => !others.some(o => o.left >= text.right - 4 && o.right <= box.left + 4 && o.top < middle && o.bottom > middle);
  const open = text => !others.some(o => o.bottom > text.top && o.bottom <= box.top + 4 && o.left < box.right && o.right > box.left);
  const line = mine.filter(t => t.box.top < box.bottom && t.box.bottom > box.top
    && Math.abs((t.box.top + t.box.bottom) / 2 - middle) < box.height * 0.75
    && t.box.right <= box.left + 4 && box.left - t.box.right < 200);
  line.sort((a, b) => b.box.right - a.box.right);
  const star = line.length && ONLY_STARS.test(line[0].text) ? line.shift() : null;
  if (star && /[*＊★※]/.test(star.text)) texts.starred = true;
  if (line.length && free(line[0].box)) {
    listed(texts, "eye-left", 62, line[0].text, line[0].owner);
    return;
  }
  const over = mine.filter(t => t.box.bottom <= box.top + 4 && box.top - t.box.bottom < 40
    && Math.abs(t.box.left - box.left) < 60 && !ONLY_STARS.test(t.text) && open(t.box));
  over.sort((a, b) => b.box.bottom - a.box.bottom || a.box.left - b.box.left);
  if (over.length) listed(texts, "eye-above", 56, over[0].text, over[0].owner);
}

