// A form as JSP pages have it: names, codes, and what would be sent; options that are fetched, windows that write back.
const METHODS = [
  "公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购", "批量集中采购", "竞争性磋商",
  "网上超市", "中央部门集采", "工程代建",
];
const FUNDS = { 1: "一般预算", 2: "政府性基金", 3: "自筹资金" };

function pressed(name) {
  window.gallery.pressed.push(name);
}

function offer(select, texts) {
  select.length = 0;
  select.add(new Option("请选择", ""));
  texts.forEach((text, at) => select.add(new Option(text, String(at + 1))));
}

function loadOffices(select) {
  if (select.loading) return;
  select.loading = true;
  $.getJSON("/gallery/api/offices", (offices) => offer(select, offices));
}

function changeCity(city) {
  const { county } = document.planForm;
  offer(county, []);
  county.disabled = !city.value;
  if (city.value) $.getJSON("/gallery/api/counties", { city: city.selectedOptions[0].text }, (counties) => offer(county, counties));
}

function openWindow(address) {
  pressed("选择");
  window.open(address, "choose", "width=480,height=460");
}

function itemChosen(node) {
  document.planForm.itemName.value = node.title;
  document.planForm.itemCode.value = node.code;
}

function expertsChosen(names) {
  document.planForm.experts.value = names.join("、");
}

function save() {
  pressed("保存");
  const { planName, method, planDate } = document.planForm;
  if (!planName.value) return alert("计划名称不能为空！");
  if (!method.value) return alert("请选择采购方式！");
  if (!planDate.value) return alert("计划采购日期不能为空！");
  return alert("保存成功！");
}

$(() => {
  const { method, agency, item } = document.planForm;
  offer(method, METHODS);
  offer(item, Array.from({ length: 600 }, (_, at) => `A${String(at + 1).padStart(5, "0")} 品目${at + 1}`));
  offer(agency, []);
  $.getJSON("/gallery/api/agencies", (agencies) => offer(agency, agencies));
});

// What the server would get, in the words of the lists that the codes come from.
function kept() {
  const form = document.planForm;
  const sent = new FormData(form);
  const text = (name) => sent.get(name) || "";
  const chosen = (name) => (text(name) ? form[name].selectedOptions[0].text : "");
  return {
    计划名称: text("planName"), 预算金额: text("amount"), "预算单价(万元)": text("price"), 数量: text("quantity"),
    备注: text("remark").replaceAll("\r\n", "\n"), 采购方式: chosen("method"), 代理机构: chosen("agency"), 采购品目: chosen("item"),
    "业务科室(资金科室)": chosen("office"), 是否科研项目: text("research") === "1" ? "是" : "否",
    资金来源: sent.getAll("fund").map((code) => FUNDS[code]).join("、"), 确认无误: text("sure") ? "是" : "否",
    允许采购进口产品: text("imported") ? "是" : "否", 计划采购日期: text("planDate"), 需求日期: text("needDate"), 市: chosen("city"),
    县区: chosen("county"), 采购目录: text("catalogueCode") ? text("catalogue") : "", 采购名称: text("itemName"),
    基准采购品目编码: text("itemCode"), 评审专家: text("experts"), 计划编号: text("number"), 版本号: form.version.value,
    附件: form.attachment.value.split("\\").at(-1),
  };
}

window.gallery = { kept, pressed: [] };
