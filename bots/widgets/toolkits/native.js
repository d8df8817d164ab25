// Native HTML controls, as a JSP page draws them: what is one control, its kind, what it shows and offers.
//   <tr><td>计划名称<font color=red>*</font>：</td><td><input name=planName maxlength=60></td></tr>
//   <input readonly class=Wdate onclick="calendar(this)">   <input readonly><input type=button value=选择>
const DATE_LOOK = /(^|[^a-z])w?date(?!base)|calendar|rili|riqi|laydate/i;
const DATE_TEXT = /^\s*(\d{4}[-\/.年]\d{1,2}|y{4}[-\/.年])/i;

toolkits.push({
  name: "native",

  // Every control once: a group of radio buttons or check boxes is one.
  find(root) {
    const found = [];
    const groups = new Map();
    for (const el of root.querySelectorAll("input, select, textarea")) {
      const type = el.tagName === "INPUT" ? el.type : "";
      if (["hidden", "button", "submit", "reset", "image"].includes(type) || !visible(el)) continue;
      if (type !== "radio" && type !== "checkbox") {
        found.push({ el, members: null });
        continue;
      }
      const home = type === "radio" ? el.form || document : el.closest("td, th, fieldset, li, dd, p, div, form, body");
      const names = groups.get(home) || groups.set(home, new Map()).get(home);
      const key = el.name ? type + ":" + el.name : el;
      const known = names.get(key);
      if (known) known.members.push(el);
      else {
        names.set(key, { el, members: [el] });
        found.push(names.get(key));
      }
    }
    return found;
  },

  kind(control) {
    const { el, members } = control;
    if (el.tagName === "SELECT") return "select";
    if (el.tagName === "TEXTAREA") return "textarea";
    if (el.type === "radio") return "radio";
    if (el.type === "checkbox") return members.length > 1 ? "checkboxes" : "checkbox";
    if (el.type === "file" || el.type === "password") return el.type;
    if (looksLikeDate(control)) return "date";
    return el.readOnly && control.beside ? "picker" : "text";
  },

  value(control) {
    const { el, members, kind } = control;
    if (kind === "select") return [...el.selectedOptions].map(o => clean(o.text)).join("、");
    if (kind === "checkbox") return el.checked ? "是" : "否";
    if (members) return members.filter(m => m.checked).map(m => choiceText(m)).join("、");
    if (kind === "password") return "•".repeat(el.value.length);
    return el.value;
  },

  options(control) {
    if (control.kind === "select") return [...control.el.options].filter(o => !offDuty(o)).map(o => clean(o.text));
    return control.members && control.kind !== "checkbox"
      ? control.members.filter(m => !m.disabled).map(m => choiceText(m)) : [];
  },

  member: (control, text) => control.members.find(m => choiceText(m) === text),

  // Set a value as a script can; what the page makes of it is read back afterwards.
  put(control, move) {
    const { el, members } = control;
    if (move.option !== undefined) {
      if (el.tagName === "SELECT") {
        const wanted = [...el.options].find(o => !offDuty(o) && clean(o.text) === move.option);
        if (wanted) setNative(el, HTMLSelectElement, "selectedIndex", wanted.index);
      } else this.member(control, move.option)?.click();
    } else if (move.chosen !== undefined) {
      for (const m of members) if (m.checked !== move.chosen.includes(choiceText(m))) m.click();
    } else if (move.checked !== undefined) {
      if (el.checked !== move.checked) el.click();
    } else setNative(el, el.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement, "value", move.text);
  },
});

function offDuty(option) {
  return option.disabled || option.hidden || option.parentElement.disabled === true;
}

// The text of one radio button or check box: its label, or what follows it.
function textBeside(el) {
  const label = el.labels && el.labels.length ? textOf(el.labels[0]) : "";
  return label || clean(around(el).after.replace(/[\s*＊★※]+$/, ""));
}

function choiceText(el) {
  return textBeside(el) || (el.value === "on" ? "" : el.value);
}

function looksLikeDate(control) {
  const { el, beside } = control;
  if (["date", "month", "datetime-local"].includes(el.type)) return true;
  const handlers = e => ["onclick", "onfocus", "onmousedown", "src", "class"].map(a => e.getAttribute(a) || "").join(" ");
  return DATE_LOOK.test(handlers(el)) || DATE_TEXT.test(el.value) || DATE_TEXT.test(el.placeholder)
    || (beside !== null && DATE_LOOK.test(handlers(beside)))
    || control.words.some(w => w.sureness >= 60 && /(日期|时间)[\s*＊:：]*$/.test(w.text));
}
