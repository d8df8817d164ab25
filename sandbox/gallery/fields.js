// What the galleries of single fields have in common: what is chosen from, and what the application behind them holds.
const LISTS = {
  methods: ["公开招标", "定点采购", "网上超市", "网上超市直购"],
  agencies: ["德州市政府采购中心", "聊城市采购中心", "临邑县政府采购中心"],
  funds: ["一般预算", "政府性基金", "自筹资金"],
  regions: [
    { value: "37", label: "山东省", children: [
      { value: "3715", label: "聊城市", children: [{ value: "371581", label: "临清市" }, { value: "371526", label: "高唐县" }] },
      { value: "3714", label: "德州市", children: [{ value: "371424", label: "临邑县" }] },
    ] },
    { value: "41", label: "河南省", children: [{ value: "4101", label: "郑州市", children: [{ value: "410102", label: "中原区" }] }] },
  ],
  catalogue: [
    { code: "A02", name: "A02 通用设备", children: [{ code: "A02010105", name: "A02010105 台式计算机" }] },
    { code: "A05", name: "A05 家具和用具", children: [{ code: "A05010201", name: "A05010201 办公桌" }, { code: "A05010202", name: "A05010202 办公椅" }] },
  ],
  plans: Array.from({ length: 6 }, (_, at) => ({
    key: String(at), number: `3714202000${at}`, name: `办公设备采购项目${at}`, method: at % 2 ? "网上超市" : "公开招标", amount: `${at + 10}.50`, state: "草稿",
  })),
};
// Choices are held by codes, as applications hold them: 网上超市 is M2.
const coded = (list, letter) => list.map((label, at) => ({ value: `${letter}${at}`, label }));
const METHODS = coded(LISTS.methods, "M"), AGENCIES = coded(LISTS.agencies, "G"), FUNDS = coded(LISTS.funds, "F");
const labelOf = (options, value) => options.find(one => one.value === value)?.label || "";
const EMPTY = () => ({ name: "", amount: "", price: "", quantity: null, remark: "", method: null, agency: null, research: null, funds: [], confirmed: false, imported: false, date: null, region: [], catalogue: null });
const yes = value => value ? "是" : "否";
const path = codes => { let list = LISTS.regions; return (codes || []).map(code => { const one = list.find(at => at.value === code); list = one?.children || []; return one?.label; }).join("/"); };
const leaf = code => LISTS.catalogue.flatMap(one => one.children).find(one => one.code === code)?.name || "";
window.gallery = {
  pressed: [],
  // What the page would post, told by the texts that a clerk reads.
  texts: plan => ({
    计划名称: plan.name, 预算金额: String(plan.amount ?? ""), "预算单价(万元)": String(plan.price ?? ""), 数量: String(plan.quantity ?? ""), 备注: plan.remark,
    采购方式: labelOf(METHODS, plan.method), 代理机构: labelOf(AGENCIES, plan.agency),
    是否科研项目: plan.research === "1" ? "是" : plan.research === "0" ? "否" : "",
    资金来源: FUNDS.filter(one => plan.funds.includes(one.value)).map(one => one.label).join("、"),
    确认无误: yes(plan.confirmed), 允许采购进口产品: yes(plan.imported), 计划采购日期: plan.date || "", 行政区划: path(plan.region), 采购目录: leaf(plan.catalogue),
  }),
};
