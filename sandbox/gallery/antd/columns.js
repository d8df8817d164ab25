// The columns of 采购计划: number frozen at the left, row buttons at the right, long text cut with a tooltip.

import { h, recording } from "./base.js";

const { Button, Space, Tag } = window.antd;

const column = (title, dataIndex, width, more = {}) => ({ title, dataIndex, key: dataIndex, width, ...more });
const rowButton = (name, row) =>
  h(Button, { type: "link", size: "small", key: name, onClick: recording(`${name}:${row.number}`) }, name);

export const columns = [
  { title: "序号", key: "order", width: 64, fixed: "left", render: (_value, _row, index) => index + 1 },
  column("计划编号", "number", 215, { fixed: "left" }),
  column("计划名称", "name", 150, { ellipsis: true }),
  column("版本号", "version", 80),
  column("预算单位", "unit", 160, { ellipsis: true }),
  column("计划金额", "amount", 120, { align: "right" }),
  column("资金科室", "office", 140),
  column("代理机构", "agency", 180),
  column("采购方式", "method", 120),
  column("组织形式", "organisation", 100),
  column("采购日期", "date", 120),
  column("状态", "status", 90, { render: (status) => h(Tag, { color: status === "未提交" ? "orange" : "green" }, status) }),
  {
    title: "操作", key: "actions", width: 130, fixed: "right",
    render: (_value, row) => h(Space, { size: 0 }, rowButton("修改", row), rowButton("日志", row)),
  },
];
