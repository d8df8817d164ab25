/* 日志: how far the review of a plan has come. */
import { h, press, useEffect, useState } from "../parts/base.js";
import { Buttons } from "../parts/buttons.js";

const { Modal, Table } = window.antd;

export function Log({ portal, screen, planId, onClose }) {
  const [shown, setShown] = useState(null);
  useEffect(() => {
    if (!planId) return;
    portal.get("plan/log", { planId }).then((reply) => { if (reply) setShown(reply); else onClose(); });
  }, [planId]);
  const close = () => { setShown((old) => old && { ...old, closed: true }); onClose(); };
  const columns = screen.columns.map((column) => ({
    title: column.label, dataIndex: column.key, key: column.key, width: column.width || undefined,
  }));
  if (!shown) return null;
  return h(Modal, {
    title: `${screen.title} - ${shown.plan.number} ${shown.plan.name}`, open: !shown.closed, width: 960, onCancel: close,
    footer: h(Buttons, { buttons: screen.buttons, onPress: (button) => press(portal, button, { close }) }),
  }, h(Table, { rowKey: "serial", size: "small", bordered: true, columns, dataSource: shown.list, pagination: false }));
}
