/* 采购计划维护: the toolbar acts on the ticked row, a row's own button on that. */
import { Fragment, h, hooks, press, useRef, useState } from "../parts/base.js";
import { FormModal } from "../parts/form.js";
import { Grid } from "../parts/grid.js";
import { Log } from "./log.js";

const SAVING = "plan/save";

/* What changes the plan at once, after its question. */
export function acting(portal, path, question, planId, reload) {
  hooks.ask(question, () => portal.post(path, { planId }).then((reply) => {
    if (!reply) return;
    hooks.say(reply.msg, "success");
    reload();
  }));
}

export function Plans({ portal, screens, go }) {
  const [opened, setOpened] = useState(null);
  const [logged, setLogged] = useState(null);
  const [paged, setPaged] = useState(false);
  const again = useRef(null);
  const open = (op, row) => setOpened({
    path: "plan/form", query: { op, ...(row && { planId: row.id }) }, saving: SAVING, more: row ? { planId: row.id } : {},
  });
  const onPress = (button, { row, reload }) => {
    const withRow = (then) => () => { const one = row(); if (one) then(one); };
    const act = (what) => withRow((one) => acting(portal, `plan/${what}`, screens.plans.questions[what], one.id, reload));
    again.current = reload;
    press(portal, button, {
      add: () => open("add"),
      modify: withRow((one) => open("modify", one)),
      view: withRow((one) => open("view", one)),
      delete: act("delete"),
      submit: act("submit"),
      details: withRow((one) => go("details", one.id)),
      log: withRow((one) => setLogged(one.id)),
    });
  };
  return h(Fragment, null,
    h("div", { style: paged ? { display: "none" } : undefined }, h(Grid, { portal, list: screens.plans, path: "plan/list", onPress })),
    h(FormModal, { portal, opened, onPaged: setPaged, onNext: (reply) => go("details", reply.id), onSaved: () => again.current(), onClose: () => setOpened(null), onAct: (button, one) => onPress(button, { row: () => one, reload: again.current }) }),
    h(Log, { portal, screen: screens.log, planId: logged, onClose: () => setLogged(null) }));
}
