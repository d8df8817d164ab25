// 消息: each button raises one message by the toolkit's own means.

import { Fragment, h, mount, pressed, recording, useState } from "./base.js";
import { FieldError, FormDialog, Notice, SideDrawer } from "./dialogs.js";

const { App, Button, Card, Space, Spin } = window.antd;
const MASKED_MS = 700;
const kept = {};
window.gallery.kept = () => ({ ...kept });

function asking(modal, content) {
  return modal.confirm({ title: "提示", content, onOk: recording("确定"), onCancel: recording("取消") });
}

function useMask() {
  const [masked, setMasked] = useState(false);
  const mask = () => { setMasked(true); setTimeout(() => setMasked(false), MASKED_MS); };
  return [masked, mask];
}

function Page() {
  const { message, modal, notification } = App.useApp();
  const [wide, maskPage] = useMask();
  const [narrow, maskPanel] = useMask();
  const [open, setOpen] = useState("");
  const opening = (name) => ({ open: open === name, onClose: () => setOpen(""), onKept: (values) => Object.assign(kept, values) });
  const raise = {
    消息提示: () => modal.info({ title: "提示", content: "保存成功！", okText: "确定", onOk: recording("确定") }),
    已知询问: () => asking(modal, "确定提交吗？"),
    陌生询问: () => asking(modal, "该单位已被列入关注名单，是否继续？"),
    轻提示: () => message.success("保存成功", 3),
    失败提示: () => message.error("计划名称不能为空"),
    通知: () => notification.info({ message: "通知", description: "您有一条新的待办事项" }),
    表单弹窗: () => setOpen("表单弹窗"),
    弹窗套弹窗: () => setOpen("弹窗套弹窗"),
    抽屉: () => setOpen("抽屉"),
    遮罩: maskPage,
    局部遮罩: maskPanel,
  };
  const button = (name) => h(Button, { key: name, onClick: () => { pressed(name); raise[name](); } }, name);
  return h(Fragment, null,
    h("div", { className: "page" },
      h(Card, { size: "small", title: "消息" }, h(Space, { wrap: true }, Object.keys(raise).map(button))),
      h(FieldError, { onKept: (values) => Object.assign(kept, values) }),
      h(Spin, { spinning: narrow, tip: "加载中" },
        h(Card, { size: "small", title: "面板" }, h(Button, { onClick: recording("遮罩下的按钮") }, "遮罩下的按钮")))),
    h(FormDialog, opening("表单弹窗")),
    h(FormDialog, { ...opening("弹窗套弹窗"), nested: true }),
    h(SideDrawer, opening("抽屉")),
    h(Notice),
    h(Spin, { spinning: wide, fullscreen: true, tip: "加载中" }));
}

mount(Page);
