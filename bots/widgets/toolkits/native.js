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
      if (BUTTONS.includes(type) || !visible(el)) continue;
      if (type !== "radio" && type !== "checkbox") {
        found.push({ el, part: el.tagName === "SELECT" ? NATIVE.select : DATE_TYPES.includes(type) ? NATIVE.date : NATIVE.text });
        continue;
      }
      const home = type === "radio" ? el.form || document : el.closest("td, th, fieldset, li, dd, p, div, form, body");
      const names = groups.get(home) || groups.set(home, new Map()).get(home);
      const key = el.name ? type + ":" + el.name : el;
      const known = names.get(key);
      if (known) known.push(el);
      else {
        names.set(key, [el]);
        found.push({ el, group: names.get(key) });
      }
    }
    return found.map(({ el, part, group }) => ({ el, part: part || nativeGroup(group) }));
  },
});

const NATIVE = {
  text: {
    kind(control) {
      const { el } = control;
      if (el.tagName === "TEXTAREA") return "textarea";
      if (el.type === "file" || el.type === "password") return el.type;
      if (looksLikeDate(control)) return "date";
      return el.readOnly && control.beside ? "picker" : "text";
    },
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
    set(el, move) {
      const wanted = [...el.options].find(o => !offDuty(o) && clean(o.text) === move.option);
      if (wanted) setNative(el, HTMLSelectElement, "selectedIndex", wanted.index);
      tell(el, ["input", "change"]);
    },
  },
};

// 2020-09-18 09:30:00 as its field takes it; a day alone is its midnight.
const timedText = text => /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text.replace(" ", "T").replace(/(T\d{2}:\d{2}):00$/, "$1");

function nativeGroup(inputs) {
  const kind = inputs[0].type === "radio" ? "radio" : inputs.length > 1 ? "checkboxes" : "checkbox";
  const members = () => inputs.map(el => ({ el, text: choiceText(el), on: el.checked, disabled: el.matches(":disabled") }));
  const held = () => inputs.filter(el => el.checked).map(el => el.value);
  return { kind, members, held, field: el => el, readOnly: () => false };
}

function offDuty(option) {
  return option.disabled || option.hidden || option.parentElement.disabled === true;
}

// The text of one radio button or check box: its label, or what follows it.
function choiceText(el) {
  const label = el.labels && el.labels.length ? textOf(el.labels[0]) : "";
  const text = label || clean(around(el).after.replace(/[\s*＊★※]+$/, ""));
  return text || (el.value === "on" ? "" : el.value);
}

function looksLikeDate(control) {
  const { el, beside } = control;
  const handlers = e => ["onclick", "onfocus", "onmousedown", "src", "class"].map(a => e.getAttribute(a) || "").join(" ");
  return DATE_LOOK.test(handlers(el)) || DATE_TEXT.test(el.value) || DATE_TEXT.test(el.placeholder)
    || (beside !== null && DATE_LOOK.test(handlers(beside)))
    || control.words.some(w => w.sureness >= 60 && /(日期|时间)[\s*＊:：]*$/.test(w.text));
}
