// The dialogs and the small form that the page of messages opens.

import { h, pressed, recording, useState } from "./base.js";

const { Button, Card, Drawer, Form, Input, Modal, Space } = window.antd;

/** A form in a dialog; nested, it asks for a unit in a second dialog on top before it keeps anything. */
export function FormDialog({ open, onClose, onKept, nested }) {
  const [form] = Form.useForm();
  const [asking, setAsking] = useState(false);
  const title = nested ? "弹窗套弹窗" : "表单弹窗";
  const keep = () => {
    const { person = "", phone = "" } = form.getFieldsValue();
    onKept({ 联系人: person, 联系电话: phone });
    onClose();
  };
  const onOk = () => { pressed("保存"); if (nested) setAsking(true); else keep(); };
  const onSure = () => { pressed("确定"); setAsking(false); keep(); };
  const onCancel = () => { pressed("取消"); onClose(); };
  return h(Modal, { title, open, onOk, onCancel, okText: "保存", cancelText: "取消", forceRender: true },
    h(Form, { form, name: nested ? "outer" : "contact", labelCol: { span: 6 } },
      h(Form.Item, { label: "联系人", name: "person" }, h(Input)),
      h(Form.Item, { label: "联系电话", name: "phone" }, h(Input))),
    nested && h(Button, { onClick: () => setAsking(true) }, "打开第二层"),
    h(Modal, {
      title: "第二层弹窗", open: asking, onOk: onSure, width: 400,
      onCancel: () => { pressed("取消"); setAsking(false); },
    }, h(Form, { name: "unit" }, h(Form.Item, { label: "所属单位", name: "unit" }, h(Input)))));
}

/** A drawer with one field. */
export function SideDrawer({ open, onClose, onKept }) {
  const [form] = Form.useForm();
  const keep = () => { pressed("保存"); onKept({ 备注: form.getFieldValue("remark") }); onClose(); };
  const buttons = h(Space, null, h(Button, { onClick: onClose }, "取消"), h(Button, { type: "primary", onClick: keep }, "保存"));
  return h(Drawer, { title: "抽屉", open, onClose, extra: buttons },
    h(Form, { form, name: "drawer", layout: "vertical" }, h(Form.Item, { label: "备注", name: "remark" }, h(Input.TextArea))));
}

/** What covers the page at load, where the address asks for it. */
export function Notice() {
  const [open, setOpen] = useState(new URLSearchParams(location.search).has("notice"));
  const close = () => setOpen(false);
  const known = h(Button, { type: "primary", onClick: () => { recording("我知道了")(); close(); } }, "我知道了");
  return h(Modal, { title: "系统公告", open, onCancel: close, footer: known, maskClosable: false },
    "本系统将于本周六 22:00 至 24:00 停机维护，请提前保存数据。");
}

/** A required field whose emptiness is told beside it. */
export function FieldError({ onKept }) {
  const check = ({ person }) => onKept({ 经办人: person });
  return h(Card, { size: "small", title: "校验" },
    h(Form, { name: "check", layout: "inline", onFinish: check },
      h(Form.Item, { label: "经办人", name: "person", rules: [{ required: true }] }, h(Input, { placeholder: "请输入" })),
      h(Form.Item, null, h(Button, { htmlType: "submit", onClick: recording("字段错误") }, "字段错误"))));
}
