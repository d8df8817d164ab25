// The form 采购计划信息: its model, its rules, and its lists, of which some come late.

const required = (message, trigger) => [{ required: true, message, trigger }];

const loadRegion = async (node, resolve) => {
  const names = [["山东省"], ["聊城市", "德州市"]][node.level] || (await ask("counties", { city: node.value }));
  resolve(names.map((name) => ({ value: name, label: name, leaf: node.level === 2 })));
};

const emptyPlan = () => ({
  name: "", amount: "", price: "", quantity: 1, remark: "", method: "", agency: "", item: "", office: "", research: "0", funds: [],
  confirmed: false, imported: false, date: "", needed: "", region: [], city: "", county: "", catalogue: null, goods: "", code: "",
  experts: "", number: "37142461200120200015", version: "1",
});

const app = new Vue({
  el: "#app",
  data: {
    plan: emptyPlan(),
    rules: {
      name: required("请输入计划名称", "blur"),
      method: required("请选择采购方式", "change"),
      date: required("请选择计划采购日期", "change"),
    },
    methods: [
      "公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购", "批量集中采购", "竞争性磋商",
      "网上超市", "中央部门集采", "工程代建",
    ],
    agencies: [],
    items: Array.from({ length: 600 }, (_, at) => {
      const code = `A${String(at + 1).padStart(5, "0")}`;
      return { code, title: `${code} 品目${at + 1}` };
    }),
    offices: [],
    officesLoading: false,
    sources: ["一般预算", "政府性基金", "自筹资金"],
    regions: { lazy: true, lazyLoad: loadRegion },
    cities: ["聊城市", "德州市"],
    counties: [],
    countiesLoading: false,
    choosingItem: false,
    choosingExperts: false,
    files: [],
  },
  async created() {
    this.agencies = await ask("agencies");
  },
  methods: {
    async openOffices(open) {
      if (!open || this.offices.length || this.officesLoading) return;
      this.officesLoading = true;
      this.offices = await ask("offices");
      this.officesLoading = false;
    },
    async changeCity(city) {
      this.plan.county = "";
      this.counties = [];
      this.countiesLoading = true;
      const counties = await ask("counties", { city });
      if (city !== this.plan.city) return;
      this.counties = counties;
      this.countiesLoading = false;
    },
    takeItem(item) {
      this.plan.goods = item.name;
      this.plan.code = item.code;
    },
    changeFiles(_file, files) {
      this.files = files;
    },
    save() {
      pressed("保存");
      this.$refs.form.validate((valid) => valid && this.$message.success("保存成功"));
    },
    reset() {
      pressed("重置");
      this.$refs.form.resetFields();
      this.files = [];
    },
  },
});

const yesNo = (value) => (value ? "是" : "否");

window.gallery.kept = () => {
  const { plan } = app;
  const item = app.items.find((one) => one.code === plan.item);
  return {
    计划名称: plan.name, 预算金额: plan.amount, "预算单价(万元)": plan.price, 数量: String(plan.quantity), 备注: plan.remark,
    采购方式: plan.method, 代理机构: plan.agency, 采购品目: item ? item.title : "", "业务科室(资金科室)": plan.office,
    是否科研项目: yesNo(plan.research === "1"), 资金来源: app.sources.filter((one) => plan.funds.includes(one)).join("、"),
    确认无误: yesNo(plan.confirmed), 允许采购进口产品: yesNo(plan.imported), 计划采购日期: plan.date || "", 需求日期: plan.needed || "",
    行政区划: plan.region.join("/"), 市: plan.city, 县区: plan.county,
    采购目录: plan.catalogue ? `${plan.catalogue.code} ${plan.catalogue.name}` : "",
    采购名称: plan.goods, 基准采购品目编码: plan.code, 评审专家: plan.experts, 计划编号: plan.number, 版本号: plan.version,
    附件: app.files.map((file) => file.name).join("、"),
  };
};
