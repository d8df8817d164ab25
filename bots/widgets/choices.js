// The words of each radio button or check box of a group: they may stand before it, behind it, or in a label around it, and
// which of these it is holds for the whole group. Where it cannot be told, none of them has words.
const wordBefore = text => clean(text.split(/[:：]/).at(-1).replace(/[*＊★※]+$/, ""));

// The texts before, between and behind the inputs, up to the next field at either end.
function gapsOf(inputs, home) {
  const gaps = [""], own = new Set(inputs);
  let begun = false;
  for (const n of below(home)) {
    if (own.has(n)) {
      gaps.push("");
      begun = true;
    } else if (n.nodeType === Node.TEXT_NODE) gaps[gaps.length - 1] += n.data;
    else if (n.tagName === "BR" || n.tagName === "LEGEND") {
      if (gaps.length === 1) gaps[0] = "";
      else if (gaps.length > inputs.length) break;
    } else if (visible(n)) {
      if (begun) break;
      gaps[0] = "";
    }
  }
  return gaps;
}

// A label for each that stands beside its own one, always on the same side of it; null where they do not agree.
function labelsOf(inputs) {
  const labels = inputs.map(el => el.labels?.length === 1 && textOf(el.labels[0]) ? el.labels[0] : null);
  if (labels.includes(null) || new Set(labels).size < labels.length) return null;
  if (labels.every((label, i) => label.contains(inputs[i]))) return labels.map(label => textOf(label));
  const precedes = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const ahead = precedes(labels[0], inputs[0]);
  const beside = labels.every((label, i) => ahead
    ? precedes(label, inputs[i]) && (!inputs[i - 1] || precedes(inputs[i - 1], label))
    : precedes(inputs[i], label) && (!inputs[i + 1] || precedes(label, inputs[i + 1])));
  return beside ? labels.map(label => textOf(label)) : null;
}

const commonBlock = inputs => {
  let home = inputs[0].parentElement;
  while (home.parentElement && !inputs.every(el => home.contains(el))) home = home.parentElement;
  return home.closest("td, th, li, dd, p, fieldset, form, div, body") || home;
};

// On which side the words touch their buttons: `是○ 否○` before, `○是 ○否` behind; 0 where nothing tells, null where both do.
function sideOf(gaps) {
  const touches = gaps.slice(1).map((text, i) => Number(/^\S/.test(text)) - Number(/\S$/.test(gaps[i])));
  const behind = touches.some(one => one > 0), ahead = touches.some(one => one < 0);
  return behind && ahead ? null : behind ? 1 : ahead ? -1 : 0;
}

// Whether the words are each a `<label>` of its own, whatever their `for` says.
const areLabels = (words, home) => {
  const labels = [...home.querySelectorAll("label")].map(label => textOf(label));
  return labels.length === words.length && labels.every((text, i) => text === words[i]);
};

// Whether a label is tied to another button than the one that its words stand beside; an id that is there twice ties nothing.
const isUnique = el => [...el.getRootNode().querySelectorAll("[id]")].filter(other => other.id === el.id).length === 1;
const contradicts = (inputs, words) => inputs.some((el, i) =>
  [...(el.labels || [])].some(label => textOf(label) && textOf(label) !== words[i] && isUnique(el)));

const YES_NO = /^(是|否|有|无)$/;
function choiceTexts(inputs) {
  const bound = labelsOf(inputs);
  if (bound) return bound;
  const unknown = inputs.map(() => "");
  const home = commonBlock(inputs);
  const gaps = gapsOf(inputs, home);
  if (gaps.length <= inputs.length) return unknown;
  const side = sideOf(gaps);
  const behind = gaps.slice(1).map(text => clean(text.replace(/[\s*＊★※]+$/, "")));
  const ahead = gaps.slice(0, -1).map(wordBefore);
  if ([...behind, ...ahead].every(text => !text)) return inputs.map(el => el.value === "on" ? "" : el.value);
  const words = chosenSide(side, behind, ahead, home);
  return words && !contradicts(inputs, words) ? words : unknown;
}

function chosenSide(side, behind, ahead, home) {
  if (behind.every(Boolean) && (side === 1 || side === 0 || !ahead.every(Boolean))) return behind;
  if (ahead.every(Boolean) && (side === -1 || (side === 0 && (ahead.every(text => YES_NO.test(text)) || areLabels(ahead, home))))) return ahead;
  return null;
}

// The label before a group whose words stand before their buttons: `采购类型：货物 ○ 工程 ○` → 采购类型.
function groupLabel(members, before) {
  const first = members[0]?.text;
  if (!first || !before.endsWith(first)) return before;
  return clean(before.slice(0, -first.length));
}
