// The form's fields in order: name, label, how the application shows its value, and the toolkit's control.

import { asOptions, h } from "./base.js";
import { AgencySelect, CountySelect, ItemTreeSelect, OfficeSelect, RegionCascader } from "./selects.js";
import { ExpertPicker, ItemPicker } from "./pickers.js";

const { Button, Checkbox, DatePicker, Input, InputNumber, Radio, Select, Switch, Upload } = window.antd;

const METHODS = [
  "公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购", "批量集中采购",
  "竞争性磋商", "网上超市", "中央部门集采", "工程代建",
];
const FUNDS = ["一般预算", "政府性基金", "自筹资金"];
const GOODS = Array.from({ length: 600 }, (_, index) => `A${String(index + 1).padStart(5, "0")} 品目${index + 1}`);
const REQUIRED = [{ required: true }];

const plain = (value) => (value === undefined || value === null ? "" : String(value));
const yesNo = (value) => (value ? "是" : "否");
const day = (value) => (value ? value.format("YYYY-MM-DD") : "");
const joined = (mark) => (values) => (values || []).join(mark);

const text = (name, label, props = {}, more = {}) => ({ name, label, control: h(Input, props), shown: plain, ...more });
const choice = (name, label, options, more = {}) => ({
  name, label, shown: plain, ...more, control: h(Select, { placeholder: "请选择", options: asOptions(options) }),
});
const custom = (name, label, control, shown = plain, more = {}) => ({ name, label, control, shown, ...more });
const ticked = (shown, more = {}) => ({ valuePropName: "checked", shown, ...more });

export const FIELDS = [
  text("planName", "计划名称", { maxLength: 60, placeholder: "请输入" }, { rules: REQUIRED }),
  text("budget", "预算金额", { addonAfter: "元" }),
  custom("price", "预算单价(万元)", h(InputNumber, { className: "whole", stringMode: true })),
  custom("quantity", "数量", h(InputNumber, { className: "whole", min: 0 }), plain, { initialValue: 1 }),
  custom("remark", "备注", h(Input.TextArea, { rows: 1 })),
  choice("method", "采购方式", METHODS, { rules: REQUIRED }),
  custom("agency", "代理机构", h(AgencySelect)),
  choice("goods", "采购品目", GOODS),
  custom("office", "业务科室(资金科室)", h(OfficeSelect)),
  custom("research", "是否科研项目", h(Radio.Group, { options: asOptions(["是", "否"]) }), plain, { initialValue: "否" }),
  custom("funds", "资金来源", h(Checkbox.Group, { options: asOptions(FUNDS) }), joined("、")),
  custom("sure", "", h(Checkbox, null, "确认无误"), yesNo, ticked(yesNo, { kept: "确认无误" })),
  custom("imported", "允许采购进口产品", h(Switch), yesNo, ticked(yesNo)),
  custom("planDate", "计划采购日期", h(DatePicker, { className: "whole" }), day, { rules: REQUIRED }),
  custom("needDate", "需求日期", h(DatePicker, { className: "whole", inputReadOnly: true }), day),
  custom("region", "行政区划", h(RegionCascader), joined("/")),
  choice("city", "市", ["聊城市", "德州市"]),
  custom("county", "县区", h(CountySelect)),
  custom("catalogue", "采购目录", h(ItemTreeSelect)),
  custom("purchaseName", "采购名称", h(ItemPicker)),
  text("itemCode", "基准采购品目编码", { readOnly: true }),
  custom("experts", "评审专家", h(ExpertPicker), joined("、")),
  text("planNumber", "计划编号", { readOnly: true }, { initialValue: "37142461200120200015" }),
  text("version", "版本号", { disabled: true }, { initialValue: "1" }),
  custom("files", "附件", h(Upload, { beforeUpload: () => false }, h(Button, null, "选择文件")),
    (files) => (files || []).map((file) => file.name).join("、"),
    { valuePropName: "fileList", getValueFromEvent: (event) => event.fileList }),
];
