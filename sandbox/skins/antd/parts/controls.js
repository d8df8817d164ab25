/* The control of each kind of field. Values are the portal's texts: a date is 2020-09-18, nothing is "". */
import { forms, h, useState } from "./base.js";

const { Button, Cascader, DatePicker, Input, InputNumber, Radio, Select, Space, TreeSelect } = window.antd;
const MANY = 7; // a list longer than this can be searched
const FORMAT = "YYYY-MM-DD";

const typed = (onChange) => (event) => onChange(event.target.value);
const orNothing = (onChange) => (value) => onChange(value === undefined || value === null ? "" : value);

function Choice({ field, given, value, onChange }) {
  const blank = field.options.some((option) => option.value === "");
  return h(Select, {
    ...given, value: value === "" && !blank ? undefined : value, onChange: orNothing(onChange), options: field.options,
    placeholder: field.hint || "请选择", showSearch: field.options.length > MANY && !field.plain, optionFilterProp: "label",
    allowClear: !blank && !field.required,
  });
}

const valuesTo = (tree, value) => (value && forms.path(tree, value) || []).map((node) => node.value);
const plainer = (field, given) => ({ ...given, className: "whole", placeholder: field.hint || "请选择" });

const Columns = ({ field, given, value, onChange }) => h(Cascader, {
  ...plainer(field, given), options: field.tree, showSearch: true, value: valuesTo(field.tree, value),
  onChange: (path) => onChange(path && path.length ? path[path.length - 1] : ""),
});

const leavesOnly = (nodes) => nodes.map((node) =>
  ({ value: node.value, title: node.label, selectable: !node.children, children: node.children && leavesOnly(node.children) }));

const Branches = ({ field, given, value, onChange }) => h(TreeSelect, {
  ...plainer(field, given), treeData: leavesOnly(field.tree), value: value || undefined, onChange: orNothing(onChange),
  showSearch: true, treeNodeFilterProp: "title",
});

/* Selects that wait for each other: each one offers what lies below the one before it. */
function Chained({ field, given, value, onChange }) {
  const [chosen, setChosen] = useState(valuesTo(field.tree, value));
  const levels = [field.tree];
  chosen.every((one, at) => {
    const node = levels[at].find((other) => other.value === one);
    if (node && node.children) levels.push(node.children);
    return Boolean(node && node.children);
  });
  if (levels.length === 1) levels.push([]);
  const choose = (at) => (one) => {
    const node = levels[at].find((other) => other.value === one);
    setChosen([...chosen.slice(0, at), one]);
    onChange(node.children ? "" : one);
  };
  const select = (nodes, at) => h(Select, {
    key: at, id: at ? undefined : given.id, disabled: given.disabled, placeholder: "请选择", style: { width: 150 },
    value: chosen[at], options: nodes.map((node) => ({ value: node.value, label: node.label })), onChange: choose(at),
  });
  return h(Space, null, levels.map(select));
}

const Choices = ({ field, given, value, onChange }) =>
  h(Radio.Group, { ...given, value, onChange: typed(onChange), options: field.options });

const Day = ({ field, given, value, onChange }) => h(DatePicker, {
  ...given, className: "whole", value: value ? window.dayjs(value, FORMAT) : null,
  placeholder: field.hint, onChange: (day) => onChange(day ? day.format(FORMAT) : ""),
});

const Stepper = ({ field, given, value, onChange }) => h(InputNumber, {
  ...given, className: "whole", stringMode: true, min: "0", precision: field.decimals, value, onChange: orNothing(onChange),
});

const Area = ({ field, given, value, onChange }) => h(Input.TextArea, {
  ...given, rows: 3, maxLength: field.longest, showCount: true, readOnly: field.readOnly, value, onChange: typed(onChange),
});

const Secret = ({ field, given, value, onChange }) => h(Input.Password, {
  ...given, maxLength: field.longest, placeholder: field.hint, autoComplete: "off", value, onChange: typed(onChange),
});

function Captcha({ field, given, value, onChange }) {
  const [stamp, setStamp] = useState(0);
  return h("div", { className: "captcha" },
    h(Input, { ...given, maxLength: field.longest, value, onChange: typed(onChange) }),
    h("img", { src: `${field.picture}?t=${stamp}`, alt: "验证码", title: "看不清？点击更换", onClick: () => setStamp(stamp + 1) }));
}

const Line = ({ field, given, value, onChange }) => h(Input, {
  ...given, maxLength: field.longest, placeholder: field.hint, readOnly: field.readOnly, addonAfter: field.unit || undefined,
  value, onChange: typed(onChange),
});

function Picked({ field, given, value, onPick }) {
  return h(Space.Compact, { block: true },
    h(Input, { ...given, placeholder: field.hint, readOnly: true, value }),
    !given.disabled && h(Button, { onClick: () => onPick(field) }, field.button));
}

const KINDS = { choice: Choice, radio: Choices, date: Day, area: Area, password: Secret, captcha: Captcha, picker: Picked, cascader: Columns, tree: Branches, chained: Chained };

/* What stands in a form item, in as many <div> layers as the description wants. */
export function Control({ field, off, onPick, value, onChange, ...given }) {
  const Kind = KINDS[field.kind] || (field.stepper && !field.readOnly ? Stepper : Line);
  const held = { ...given, id: field.id || given.id, disabled: off };
  let drawn = h(Kind, { field, given: held, value, onChange, onPick });
  for (let layer = 0; layer < (field.wrap || 0); layer += 1) drawn = h("div", null, drawn);
  return drawn;
}
