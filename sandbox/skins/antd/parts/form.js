/* A form in a modal, a drawer, or in the place of the list: opened by a request, validated, asked about, saved; what follows a
   save is the portal's. What is only looked at may be a list of descriptions or a table of cells. */
import { Fragment, forms, h, hooks, press, useEffect, useState } from "./base.js";
import { Buttons } from "./buttons.js";
import { FieldColumn } from "./field.js";
import { Picker } from "./picker.js";
import { Sections, usePlace } from "./sections.js";

const { Card, Descriptions, Drawer, Form, Modal, Row } = window.antd;
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
    if (form.after === "result") hooks.tell(forms.result(reply), () => then(reply));
    else { hooks.say(reply.msg, "success"); then(reply); }
  });
}

function Seen({ form }) {
  const cells = forms.cells(form, forms.values(form));
  if (form.shows === "cells") {
    const row = (cell) => h("tr", { key: cell.column }, h("td", null, cell.label), h("td", null, cell.words));
    return h("table", { className: "cells" }, h("tbody", null, cells.map(row)));
  }
  const items = cells.map((cell) => ({ key: cell.column, label: cell.label, children: cell.words }));
  return h(Descriptions, { bordered: true, size: "small", column: form.across, items });
}

/* What a form stands in. */
function Box({ opens, title, open, wide, footer, onClose, onGone, children }) {
  if (opens === "page") return open ? h(Card, { title, className: "form-page", extra: h("a", { onClick: onClose }, "返回") }, children, h("div", { className: "form-foot" }, footer)) : null;
  if (opens === "drawer") {
    return h(Drawer, {
      title, open, footer, width: wide ? "86%" : "62%", maskClosable: false, onClose, afterOpenChange: (shown) => { if (!shown) onGone(); },
    }, children);
  }
  return h(Modal, {
    title, open, footer, width: wide ? 1240 : 860, style: { top: 40 }, maskClosable: false, onCancel: onClose, afterClose: onGone, className: "skin-modal",
  }, children);
}

function Rows({ form, fields, onPick }) {
  const span = (field) => (field.kind === "area" ? WHOLE : WHOLE / form.across);
  const given = (field) => ({ field, span: span(field), locked: form.locked, onPick });
  return h(Row, { gutter: 12 }, fields.map((field) => h(FieldColumn, { key: field.column, ...given(field) })));
}

function Fields({ form, instance, onPick, place }) {
  return h(Form, {
    form: instance, name: "sheet", className: "skin-form", colon: false, labelWrap: true, labelCol: { flex: LABELS[form.across] || "160px" },
    wrapperCol: { flex: "1" }, initialValues: forms.values(form), disabled: form.locked, scrollToFirstError: true,
    onValuesChange: () => recompute(instance, form),
  }, h(Sections, { form, place, rows: (fields) => h(Rows, { form, fields, onPick }) }));
}

function Opened({ portal, picker, opened, form, onSaved, onGone, onAct, onFollow }) {
  const [instance] = Form.useForm();
  const [open, setOpen] = useState(true);
  const [picking, setPicking] = useState(null);
  const place = usePlace(form);
  const close = () => { setOpen(false); if (form.opens === "page") onGone(); };
  const send = () => save(portal, opened, form, instance, (reply) => { onSaved(reply); onFollow(reply, close); });
  const check = () => instance.validateFields().then(
    () => (form.question ? hooks.ask(form.question, send) : send()), place.reveal); // told beside the fields
  const next = () => instance.validateFields(place.columns()).then(place.next, () => { /* told beside the fields */ });
  const onTake = (item) => {
    const values = {};
    forms.take(picking, item, values);
    instance.setFieldsValue(values);
  };
  const onPress = (button) => {
    if (window.skin.ACTS.includes(button.action)) {  // what can be done with the plan that is looked at
      close();
      onAct(button, { id: opened.more.planId });
    } else press(portal, button, { save: check, close, next, back: place.back });
  };
  const footer = h(Buttons, { buttons: forms.buttons(form, Number(place.at)), onPress });
  const looked = form.locked && form.shows && form.shows !== "form";
  const note = looked ? form.seenNote : form.note;
  return h(Fragment, null,
    h(Box, { opens: form.opens, title: form.title, open, footer, wide: form.across === 3, onClose: close, onGone },
      note && h("p", { className: "form-note" }, note),
      looked ? h(Seen, { form }) : h(Fields, { form, instance, onPick: setPicking, place })),
    picker && h(Picker, { portal, picker, open: Boolean(picking), onTake, onClose: () => setPicking(null) }));
}

/* `opened`: {path, query, saving, more, look} of the form that is wanted, or null; `onPaged` hears whether it is in the list's place. */
export function FormModal({ portal, picker, opened, onSaved, onClose, onAct, onNext, onPaged }) {
  const [form, setForm] = useState(null);
  const [seen, setSeen] = useState(null); // what has been saved, and is looked at now
  const wanted = seen || opened;
  useEffect(() => {
    if (!wanted) return;
    portal.get(wanted.path, wanted.query).then((reply) => {
      if (!reply) { onClose(); return; }
      setForm({ ...reply.form, ...wanted.look });
      if (onPaged) onPaged(reply.form.opens === "page");
      forms.lateOptions(portal, reply.form, () => setForm((old) => old && { ...old }));
    });
  }, [opened, seen]);
  if (!wanted || !form) return null;
  const onGone = () => { setForm(null); setSeen(null); if (onPaged) onPaged(false); onClose(); };
  const onFollow = (reply, close) => {
    if (form.after === "stays" || form.after === "shows") {
      const query = forms.seen(opened.path, opened.more, reply);
      setForm(null);
      setSeen({ path: opened.path, query, more: query, look: form.after === "stays" ? { shows: "form", opens: form.opens } : {} });
      return;
    }
    close();
    if (form.after === "details" && onNext) onNext(reply);
  };
  return h(Opened, { key: seen ? "seen" : "first", portal, picker, opened: wanted, form, onSaved, onGone, onAct, onFollow });
}
