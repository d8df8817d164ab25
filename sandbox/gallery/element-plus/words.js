/* What the form offers. Values are codes, as such back ends keep them: what is shown is another thing. */
(function () {
  "use strict";

  function coded(names) {
    return names.map(function (name, index) { return { value: String(index + 1).padStart(2, "0"), label: name }; });
  }

  window.words = {
    methods: coded([
      "公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购", "批量集中采购", "竞争性磋商", "网上超市",
      "中央部门集采", "工程代建",
    ]),
    fundKinds: coded(["一般预算", "政府性基金", "自筹资金"]),
    people: ["张敏", "李强", "王芳", "赵磊", "陈静"].map(function (name, index) { return { key: index + 1, label: name }; }),
    items: Array.from({ length: 600 }, function (_, index) {
      return { value: index + 1, label: "A" + String(index + 1).padStart(5, "0") + " 品目" + (index + 1) };
    }),
    named: function (offered, value) {
      var found = offered.find(function (one) { return one.value === value; });
      return found ? found.label : "";
    },
  };
})();
