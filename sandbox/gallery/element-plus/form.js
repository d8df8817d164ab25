/* 采购计划填报: the model, what is fetched when, and what saving asks for. */
(function () {
  "use strict";

  function empty() {
    return {
      name: "", amount: "", price: "", quantity: 1, remark: "", method: "", agency: "", item: "", office: "", research: "0", funds: [],
      sure: false, imported: false, day: "", need: "", region: [], city: "", county: "", catalogue: "", bought: "", code: "", experts: [],
      number: "37142461200120200015", version: "1", files: [],
    };
  }

  function node(name, leaf) { return { value: name, label: name, leaf: leaf }; }

  function loadRegions(at, resolve) {
    if (at.level === 0) { resolve([node("山东省", false)]); return; }
    if (at.level === 1) { resolve([node("聊城市", false), node("德州市", false)]); return; }
    kit.ask("counties", { city: at.value }).then(function (names) {
      resolve(names.map(function (name) { return node(name, true); }));
    });
  }

  function required(text, trigger) { return [{ required: true, message: text, trigger: trigger }]; }

  function experts(keys) {
    return keys.map(function (key) { return words.people.find(function (one) { return one.key === key; }).label; }).join("、");
  }

  var page = kit.mount({
    template: "#page",
    data: function () {
      return {
        plan: empty(), methods: words.methods, fundKinds: words.fundKinds, items: words.items, agencies: [], offices: [], officesLoading: false,
        counties: [], countiesLoading: false, catalogueName: "", itemProps: kit.itemProps, regions: { lazy: true, lazyLoad: loadRegions },
        rules: {
          name: required("请输入计划名称", "blur"), method: required("请选择采购方式", "change"), day: required("请选择计划采购日期", "change"),
        },
      };
    },
    computed: { expertNames: function () { return experts(this.plan.experts); } },
    created: function () {
      var self = this;
      kit.ask("agencies").then(function (names) { self.agencies = names; });
    },
    methods: {
      loadItems: kit.loadItems,
      openOffices: function (shown) {
        var self = this;
        if (!shown || this.offices.length || this.officesLoading) { return; }
        this.officesLoading = true;
        kit.ask("offices").then(function (names) { self.offices = names; }).finally(function () { self.officesLoading = false; });
      },
      changeCity: function (city) {
        var self = this;
        this.plan.county = "";
        this.counties = [];
        this.countiesLoading = true;
        kit.ask("counties", { city: city }).then(function (names) {
          if (self.plan.city === city) { self.counties = names; self.countiesLoading = false; }
        });
      },
      keepNode: function (one) { if (one.leaf) { this.catalogueName = one.title; } },
      pickItem: function () { kit.press("选择"); this.$refs.itemDrawer.show(); },
      pickExperts: function () { kit.press("选择"); this.$refs.expertDialog.show(); },
      takeItem: function (item) { this.plan.bought = item.name; this.plan.code = item.code; },
      save: function () {
        var self = this;
        kit.press("保存");
        this.$refs.form.validate(function (valid) { if (valid) { self.$message.success("保存成功"); } });
      },
      reset: function () { kit.press("重置"); this.$refs.form.resetFields(); },
    },
  }, { ItemDrawer: ItemDrawer, ExpertDialog: ExpertDialog });

  window.gallery.kept = function () {
    var plan = page.plan;
    return {
      "计划名称": plan.name, "预算金额": plan.amount, "预算单价(万元)": plan.price, "数量": String(plan.quantity), "备注": plan.remark,
      "采购方式": words.named(words.methods, plan.method), "代理机构": plan.agency || "", "采购品目": words.named(words.items, plan.item),
      "业务科室(资金科室)": plan.office, "是否科研项目": kit.yesNo(plan.research === "1"),
      "资金来源": words.fundKinds.filter(function (one) { return plan.funds.includes(one.value); }).map(function (one) { return one.label; }).join("、"),
      "确认无误": kit.yesNo(plan.sure), "允许采购进口产品": kit.yesNo(plan.imported), "计划采购日期": plan.day || "",
      "需求日期": (plan.need || "").replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"), "行政区划": (plan.region || []).join("/"),
      "市": plan.city, "县区": plan.county, "采购目录": plan.catalogue ? page.catalogueName : "", "采购名称": plan.bought,
      "基准采购品目编码": plan.code, "评审专家": page.expertNames, "计划编号": plan.number, "版本号": plan.version,
      "附件": plan.files.map(function (file) { return file.name; }).join("、"),
    };
  };
})();
