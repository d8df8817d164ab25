/* The parts of a form: tabs, sections that fold, steps, or headings; what is not in sight is kept and checked all the same. */
import { Fragment, forms, h, useState } from "./base.js";

const { Collapse, Divider, Steps, Tabs } = window.antd;

/* Which part is in front, and which are unfolded: {at, unfolded, columns, next, back, reveal, turn, unfold}. */
export function usePlace(form) {
  const parts = forms.parts(form);
  const [at, setAt] = useState("0");
  const [unfolded, setUnfolded] = useState(() => parts.map((part, place) => (part.folded ? "" : String(place))).filter(Boolean));
  const reveal = ({ errorFields }) => {
    if (!parts.length) return;
    const place = String(forms.partOf(form, errorFields[0].name[0]));
    setAt(place);
    setUnfolded((old) => [...new Set([...old, place])]);
  };
  return {
    at, unfolded, reveal, turn: setAt, unfold: setUnfolded,
    columns: () => parts[Number(at)].fields.map((field) => field.column),
    next: () => setAt(String(Number(at) + 1)), back: () => setAt(String(Number(at) - 1)),
  };
}

function Stepped({ parts, place, rows }) {
  const shown = (at) => ({ style: place.at === String(at) ? undefined : { display: "none" } });
  return h(Fragment, null,
    h(Steps, { current: Number(place.at), size: "small", className: "form-steps", items: parts.map((part) => ({ title: part.title })) }),
    parts.map((part, at) => h("div", { key: at, ...shown(at) }, rows(part.fields))));
}

export function Sections({ form, place, rows }) {
  const parts = forms.parts(form);
  if (!parts.length) return rows(form.fields);
  const items = parts.map((part, at) => ({ key: String(at), label: part.title, forceRender: true, children: rows(part.fields) }));
  if (form.sections === "tabs") return h(Tabs, { items, activeKey: place.at, onChange: place.turn });
  if (form.sections === "collapsed") return h(Collapse, { items, activeKey: place.unfolded, onChange: place.unfold });
  if (form.sections === "steps") return h(Stepped, { parts, place, rows });
  return parts.map((part, at) => h(Fragment, { key: at }, h(Divider, { orientation: "left" }, part.title), rows(part.fields)));
}
