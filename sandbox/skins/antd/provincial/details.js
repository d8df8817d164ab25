/* 明细管理: one line a plan. */
import { Fragment, h, press, useRef, useState } from "../parts/base.js";
import { FormModal } from "../parts/form.js";
import { Grid } from "../parts/grid.js";
import { acting } from "./plans.js";

const { Card, Descriptions } = window.antd;

export function Details({ portal, screens, planId, go }) {
  const { details, picker } = screens;
  const [plan, setPlan] = useState(null);
  const [opened, setOpened] = useState(null);
  const [paged, setPaged] = useState(false);
  const again = useRef(null);
  const open = (op) => setOpened({ path: "detail/form", query: { op, planId }, saving: "detail/save", more: { op, planId } });
  const onPress = (button, { row, reload }) => {
    const withRow = (then) => () => { if (row()) then(); };
    again.current = reload;
    press(portal, button, {
      add: () => open("add"),
      modify: withRow(() => open("modify")),
      view: withRow(() => open("view")),
      delete: withRow(() => acting(portal, "detail/delete", details.questions.delete, planId, reload)),
      back: () => go("plans"),
    });
  };
  const heads = plan && details.heads.map((head) => ({ key: head.key, label: head.label, children: plan[head.key] }));
  return h(Fragment, null, h("div", { style: paged ? { display: "none" } : undefined },
    heads && h(Card, { size: "small", className: "heads" }, h(Descriptions, { size: "small", column: 3, items: heads })),
    h(Grid, { portal, list: details, path: "detail/list", asked: { planId }, onPress, onLoaded: (reply) => setPlan(reply.plan) })),
    h(FormModal, { portal, picker, opened, onPaged: setPaged, onSaved: () => again.current(), onClose: () => setOpened(null) }));
}
