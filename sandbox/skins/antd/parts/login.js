/* A login page of either portal: its form is described, its answer leads to `to`. */
import { COLOURS, forms, h, mount, portalOf, press, useEffect, useState } from "./base.js";
import { Buttons } from "./buttons.js";
import { Field } from "./field.js";

const { Card, Form } = window.antd;

function LoginForm({ portal, form, to }) {
  const [instance] = Form.useForm();
  const enter = () => portal.post("login", forms.posted(form, instance.getFieldsValue(true))).then((reply) => {
    if (reply) portal.go(to);
  });
  const onPress = (button) => press(portal, button, { login: enter, reset: () => instance.resetFields() });
  const onKeyDown = (event) => { if (event.key === "Enter" && event.target.type === "password") enter(); };
  return h(Form, { form: instance, name: "login", colon: false, labelCol: { span: 5 }, initialValues: forms.values(form), onKeyDown },
    form.fields.map((field) => h("div", { key: field.column, style: field.hidden ? { display: "none" } : undefined }, h(Field, { field }))),
    h(Form.Item, { wrapperCol: { offset: 5 } }, h(Buttons, { buttons: form.buttons, onPress })));
}

export function login(name, to, begin) {
  const portal = portalOf(name);
  function Page() {
    const [screens, setScreens] = useState(null);
    useEffect(() => {
      portal.screens().then((found) => {
        if (!found) return;
        document.title = `${found.login.title} - ${found.site}`;
        setScreens(found);
      });
      if (begin) begin(portal);
    }, []);
    return h("div", { className: `login login-${name}` }, screens && h("div", { className: "login-inside" },
      h("div", { className: "login-words" }, h("h1", null, screens.site), h("p", null, screens.subtitle || screens.system)),
      h(Card, { className: "login-card", title: screens.login.title }, h(LoginForm, { portal, form: screens.login, to }))));
  }
  mount(Page, COLOURS[name]);
}
