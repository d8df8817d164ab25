/* One field of a form: a form item, whose star is the toolkit's. */
import { h } from "./base.js";
import { Control } from "./controls.js";

const { Col, Form } = window.antd;

function rules(field) {
  if (!field.required || field.readOnly || field.hidden) return [];
  return [{ required: true, whitespace: true, message: `${field.label}不能为空` }];
}

export function Field({ field, locked, onPick }) {
  const off = Boolean(locked || field.disabled);
  return h(Form.Item, {
    name: field.column, label: field.label, htmlFor: field.id, className: field.classes, required: field.required, rules: rules(field),
  }, h(Control, { field, off, onPick }));
}

/* The same in a column of a row of columns. */
export function FieldColumn({ span, ...more }) {
  const style = more.field.hidden ? { display: "none" } : undefined;
  return h(Col, { span, style }, h(Field, more));
}
