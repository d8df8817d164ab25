/* A form in a modal: opened by a request, validated, asked about, saved, and closed only when the portal has kept it. */
import { Fragment, forms, h, hooks, press, useEffect, useState } from "./base.js";
import { Buttons } from "./buttons.js";
import { FieldColumn } from "./field.js";
import { Picker } from "./picker.js";

const { Form, Modal, Row } = window.antd;
const WHOLE = 24; // the toolkit's columns in a row
const LABELS = { 2: "140px", 3: "200px" };

/* The computed amounts follow what was typed. */
function recompute(instance, form) {
  const values = { ...instance.getFieldsValue(true) };
  forms.compute(form, values);
  instance.setFieldsValue(values);
}

function save(portal, opened, form, instance, then) {
  const data = forms.posted(form, instance.getFieldsValue(true), opened.more);
  portal.post(opened.saving, data).then((reply) => {
    if (!reply) return;
    hooks.say(reply.msg, "success");
    then();
  });
}

function Fields({ form, instance, onPick }) {
  const span = (field) => (field.kind === "area" ? WHOLE : WHOLE / form.across);
  const given = (field) => ({ field, span: span(field), locked: form.locked, onPick });
  return h(Form, {
    form: instance, name: "sheet", className: "skin-form", colon: false, labelWrap: true, labelCol: { flex: LABELS[form.across] || "160px" },
    wrapperCol: { flex: "1" }, initialValues: forms.values(form), disabled: form.locked, scrollToFirstError: true,
    onValuesChange: () => recompute(instance, form),
  }, h(Row, { gutter: 12 }, form.fields.map((field) => h(FieldColumn, { key: field.column, ...given(field) }))));
}

function Opened({ portal, picker, opened, form, onSaved, onGone, onAct }) {
  const [instance] = Form.useForm();
  const [open, setOpen] = useState(true);
  const [picking, setPicking] = useState(null);
  const close = () => setOpen(false);
  const send = () => save(portal, opened, form, instance, () => { close(); onSaved(); });
  const check = () => instance.validateFields().then(
    () => (form.question ? hooks.ask(form.question, send) : send()), () => { /* told beside the fields */ });
  const onTake = (item) => {
    const values = {};
    forms.take(picking, item, values);
    instance.setFieldsValue(values);
  };
  const onPress = (button) => {
    if (window.skin.ACTS.includes(button.action)) {  // what can be done with the plan that is looked at
      close();
      onAct(button, { id: opened.more.planId });
    } else press(portal, button, { save: check, close });
  };
  const footer = h(Buttons, { buttons: form.buttons, onPress });
  return h(Fragment, null,
    h(Modal, {
      title: form.title, open, footer, width: form.across === 3 ? 1240 : 860, style: { top: 40 }, maskClosable: false,
      onCancel: close, afterClose: onGone, className: "skin-modal",
    }, h(Fields, { form, instance, onPick: setPicking })),
    picker && h(Picker, { portal, picker, open: Boolean(picking), onTake, onClose: () => setPicking(null) }));
}

/* `opened`: {path, query, saving, more} of the form that is wanted, or null. */
export function FormModal({ portal, picker, opened, onSaved, onClose, onAct }) {
  const [form, setForm] = useState(null);
  useEffect(() => {
    if (!opened) return;
    portal.get(opened.path, opened.query).then((reply) => {
      if (!reply) { onClose(); return; }
      setForm(reply.form);
      forms.lateOptions(portal, reply.form, () => setForm((old) => old && { ...old }));
    });
  }, [opened]);
  if (!opened || !form) return null;
  const onGone = () => { setForm(null); onClose(); };
  return h(Opened, { portal, picker, opened, form, onSaved, onGone, onAct });
}
