/* The plan as the application knows it: written by the toolkit's own callbacks only, so what no callback told isn't kept. */
const LABELS = {
  name: "计划名称", amount: "预算金额", price: "预算单价(万元)", quantity: "数量", remark: "备注", method: "采购方式",
  agency: "代理机构", item: "采购品目", office: "业务科室(资金科室)", research: "是否科研项目", funds: "资金来源",
  confirmed: "确认无误", imported: "允许采购进口产品", purchaseDate: "计划采购日期", demandDate: "需求日期", city: "市",
  county: "县区", purchase: "采购名称", itemCode: "基准采购品目编码", experts: "评审专家", number: "计划编号",
  version: "版本号", attachment: "附件",
};
const INITIAL = {
  name: "", amount: "", price: "", quantity: "1", remark: "", method: "", agency: "", item: "", office: "", research: "否",
  funds: [], confirmed: false, imported: false, purchaseDate: "", demandDate: "", city: "", county: "", purchase: "",
  itemCode: "", experts: "", number: "37142461200120200015", version: "1", attachment: "",
};
const FUNDS = ["一般预算", "政府性基金", "自筹资金"];
let plan = structuredClone(INITIAL);

function shown(value) {
  if (Array.isArray(value)) return value.join("、");
  if (typeof value === "boolean") return value ? "是" : "否";
  return value;
}

window.gallery.kept = () =>
  Object.fromEntries(Object.entries(LABELS).map(([field, label]) => [label, shown(plan[field])]));

/* Texts tell by their own events; the stepper rounds at blur and writes without one, so it's asked after. */
function watchTexts($) {
  $("form").on("input change focusout", "input[name], textarea[name]", function () {
    if (["name", "amount", "price", "quantity", "remark", "purchaseDate"].includes(this.name)) plan[this.name] = this.value;
  });
  layui.form.on("input-affix(quantity)", (told) => { plan.quantity = told.elem.value; });
}

function watchChoices() {
  const { form } = layui;
  for (const field of ["method", "agency", "item", "office", "city", "county"]) {
    form.on(`select(${field})`, (told) => {
      plan[field] = told.value ? told.elem.selectedOptions[0].text : "";
      if (field === "city") fillCounties();
    });
  }
  form.on("radio(research)", (told) => { plan.research = told.elem.title; });
  form.on("checkbox(funds)", (told) => {
    plan.funds = FUNDS.filter((fund) => fund === told.elem.title ? told.elem.checked : plan.funds.includes(fund));
  });
  form.on("checkbox(confirmed)", (told) => { plan.confirmed = told.elem.checked; });
  form.on("switch(imported)", (told) => { plan.imported = told.elem.checked; });
}
