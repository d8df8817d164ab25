// 采购计划维护: a form in two columns, as the toolkit's back offices lay it out.

import { h, mount, pressed } from "./base.js";
import { FIELDS } from "./fields.js";

const { App, Button, Card, Col, Form, Row, Space } = window.antd;

function item({ name, label, control, rules, initialValue, valuePropName, getValueFromEvent }) {
  const asked = { name, rules, initialValue, valuePropName, getValueFromEvent };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const place = label ? { label } : { label: null, wrapperCol: { offset: 8, span: 16 } };
  return h(Col, { span: 12, key: name }, h(Form.Item, { ...given, ...place }, control));
}

const shownBy = (form) => () => {
  const values = form.getFieldsValue(true);
  return Object.fromEntries(FIELDS.map((field) => [field.kept || field.label, field.shown(values[field.name])]));
};

function Page() {
  const [form] = Form.useForm();
  const { message } = App.useApp();
  window.gallery.kept = shownBy(form);
  const onFinish = () => { pressed("保存"); message.success("保存成功"); };
  const onFinishFailed = () => pressed("保存");
  const onValuesChange = (changed) => { if ("city" in changed) form.setFieldValue("county", undefined); };
  const onReset = () => { form.resetFields(); pressed("重置"); };
  const laid = { labelCol: { span: 8 }, wrapperCol: { span: 16 } };
  return h("div", { className: "page" },
    h(Card, { title: "采购计划信息" },
      h(Form, { form, name: "plan", ...laid, onFinish, onFinishFailed, onValuesChange, scrollToFirstError: true },
        h(Row, { gutter: 16 }, FIELDS.map(item)),
        h(Row, { justify: "center" }, h(Space, null,
          h(Button, { type: "primary", htmlType: "submit" }, "保存"),
          h(Button, { onClick: onReset }, "重置"))))));
}

mount(Page);
