/* 计划单管理: 自建计划 above the list, 查看 in every row. */
import { Fragment, h, press, useRef, useState } from "../parts/base.js";
import { FormModal } from "../parts/form.js";
import { Grid } from "../parts/grid.js";

export function Sheets({ portal, screens }) {
  const [opened, setOpened] = useState(null);
  const [paged, setPaged] = useState(false);
  const again = useRef(null);
  const open = (query) => setOpened({ path: "planSheet/form", query, saving: "planSheet/save", more: {} });
  const onPress = (button, { row, first }) => {
    again.current = first;
    press(portal, button, { add: () => open({}), view: () => open({ number: row().number }) });
  };
  return h(Fragment, null,
    h("div", { style: paged ? { display: "none" } : undefined }, h(Grid, { portal, list: screens.sheets, path: "planSheet/list", onPress })),
    h(FormModal, { portal, opened, onPaged: setPaged, onSaved: () => again.current(), onClose: () => setOpened(null) }));
}
