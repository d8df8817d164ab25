// Native HTML controls, as a JSP page draws them; it comes last, after what the toolkits call their own.
//   <tr><td>计划名称<font color=red>*</font>：</td><td><input name=planName maxlength=60></td></tr>
//   <input type=radio name=a>是   <select><option>请选择</select>   <input readonly><input type=button value=选择>
const DATE_LOOK = /(^|[^a-z])date(?!base)|calendar|rili|riqi/i;
const DATE_TEXT = /^\s*(\d{4}([-\/年]\d{1,2}|\.\d{1,2}\.\d)|y{4}[-\/.年])/i; // 9600.50 is an amount
const DATE_TYPES = ["date", "month", "datetime-local"];
const BUTTONS = ["hidden", "button", "submit", "reset", "image"];

toolkits.push({
  name: "native",
  disabled: ".disabled",

  // Every control once: a group of radio buttons or check boxes is one.
  find(root) {
    const found = [];
    const groups = new Map();
    for (const el of root.querySelectorAll("input, select, textarea")) {
      const type = el.tagName === "INPUT" ? el.type : "";
      const ticks = type === "radio" || type === "checkbox";
      if (BUTTONS.includes(type) || isTaken(el) || !(visible(el) || (ticks && pictureOf(el)))) continue;
      if (!ticks) {
        found.push({ el, part: el.tagName === "SELECT" ? NATIVE.select : DATE_TYPES.includes(type) ? NATIVE.date : NATIVE.text });
        continue;
      }
      const home = type === "radio" ? el.form || document : el.closest("td, th, fieldset, li, dd, p, div, form, body");
      const names = groups.get(home) || groups.set(home, new Map()).get(home);
      const key = el.name ? type + ":" + el.name : unnamedHome(el);
      const known = names.get(key);
      if (known) known.push(el);
      else {
        names.set(key, [el]);
        found.push({ el: pictureOf(el) || el, group: names.get(key) });
      }
    }
    return found.map(({ el, part, group }) => ({ el, part: part || nativeGroup(group) }));
  },
});

// A toolkit has this input already, also where what stands for it (its label) lies elsewhere.
function isTaken(el) {
  for (let at = el; at; at = at.parentElement) if (claimed.has(at)) return true;
  return false;
}

const NATIVE = {
  text: {
    kind(control) {
      const { el } = control;
      if (el.tagName === "TEXTAREA") return "textarea";
      if (el.type === "file" || el.type === "password") return el.type;
      if (looksLikeDate(control)) return "date";
      return el.readOnly && control.beside ? "picker" : "text";
    },
    dating: el => ({ entry: inPicker(el) ? "picked" : "typed" }),
  },
  // The browser's own: it takes its one notation only, and an attempt at another would empty it.
  date: {
    kind: "date",
    dating: el => ({ entry: "set", first: el.min, last: el.max }),
    set(el, move) {
      const text = el.type === "datetime-local" ? timedText(move.text) : move.text;
      const trial = document.createElement("input");
      trial.type = el.type;
      trial.value = text;
      if (!trial.value) return;
      el.focus();
      setNative(el, HTMLInputElement, "value", text);
      tell(el, ["input", "change"]);
      el.blur();
    },
  },
  select: {
    kind: "select",
    field: el => el,
    value: el => [...el.selectedOptions].map(o => clean(o.text)).join("、"),
    options: el => [...el.options].filter(o => !offDuty(o)).map(o => clean(o.text)),
    readOnly: () => false,
    held: el => [...el.selectedOptions].map(o => o.value),
    multiple: el => el.multiple,
    set(el, move) {
      if (move.chosen) {
        for (const option of el.options) if (!offDuty(option)) option.selected = move.chosen.includes(clean(option.text));
        tell(el, ["input", "change"]);
        return;
      }
      const wanted = [...el.options].find(o => !offDuty(o) && clean(o.text) === move.option);
      if (wanted) setNative(el, HTMLSelectElement, "selectedIndex", wanted.index);
      tell(el, ["input", "change"]);
    },
  },
};

// A field that a component of the page wraps as a date picker shows what is typed, taken or not.
const PICKER = /date-?time-?picker|date-?picker|calendar-picker/i;
function inPicker(el) {
  for (let at = el.parentElement, up = 0; at && up < 4; at = at.parentElement, up += 1) {
    if (PICKER.test(String(at.className))) return at.querySelectorAll("input:not([type=hidden])").length < 3;
  }
  return false;
}

// 2020-09-18 09:30:00 as its field takes it; a day alone is its midnight.
const timedText = text => /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text.replace(" ", "T").replace(/(T\d{2}:\d{2}):00$/, "$1");

function nativeGroup(inputs) {
  const kind = inputs[0].type === "radio" ? "radio" : inputs.length > 1 ? "checkboxes" : "checkbox";
  const members = () => {
    const texts = choiceTexts(inputs);
    return inputs.map((el, i) => ({ el: pictureOf(el) || el, text: texts[i], on: el.checked, disabled: el.matches(":disabled") }));
  };
  const held = () => inputs.filter(el => el.checked).map(el => el.value);
  return { kind, members, held, field: el => el, readOnly: () => false };
}

function offDuty(option) {
  return option.disabled || option.hidden || option.parentElement.disabled === true;
}

// What a hand presses of a button that is hidden behind its label; null where the button itself is in sight.
function pictureOf(el) {
  if (visible(el)) return null;
  const label = el.closest("label") || (el.labels?.length === 1 ? el.labels[0] : null);
  return label && visible(label) && textOf(label) ? label : null;
}

// Members without a name belong together by the block around them: check boxes by their own one, radio buttons also by the
// one around it.
function unnamedHome(el) {
  let home = el.closest("label") || el;
  for (let up = el.type === "radio" ? 2 : 1; up > 0; up -= 1) {
    home = home.parentElement;
    if (home.querySelectorAll(`input[type=${el.type}]:not([name])`).length > 1) return home;
    if (home.matches("td, th, fieldset, form, body")) break;
  }
  return el;
}

function looksLikeDate(control) {
  const { el, beside } = control;
  const handlers = e => ["onclick", "onfocus", "onmousedown", "src", "class"].map(a => e.getAttribute(a) || "").join(" ");
  return DATE_LOOK.test(handlers(el)) || DATE_TEXT.test(el.value) || DATE_TEXT.test(el.placeholder)
    || (beside !== null && DATE_LOOK.test(handlers(beside)))
    || inPicker(el) || control.words.some(w => w.sureness >= 60 && /(日期|时间)[\s*＊:：]*$/.test(w.text));
}
