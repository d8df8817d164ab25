// 审批记录: the review of a plan as steps in a window.

import { lines } from "../history.js";
import { h, mount, pressed, useState } from "./base.js";

const { Button, Card, Modal, Steps } = window.antd;

const item = (line) => ({
  title: line.step, subTitle: line.at, status: line.back ? "error" : "finish",
  description: h("div", null, h("div", null, `${line.who}　${line.result}`), line.opinion && h("div", null, `意见：${line.opinion}`)),
});

function Page() {
  const [open, setOpen] = useState(true);
  const shut = () => { setOpen(false); pressed("关闭"); };
  return h(Card, { title: "今天是2020年9月21日 星期一" },
    h(Modal, { open, title: "审批记录", onCancel: shut, footer: h(Button, { onClick: shut }, "关闭") },
      h(Steps, { direction: "vertical", size: "small", items: lines.map(item) })));
}

mount(Page);
