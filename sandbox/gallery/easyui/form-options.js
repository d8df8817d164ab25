// Where the form's drop-downs get their options, each in the way that this toolkit's pages do it.
"use strict";

function pair(word) {
  return { value: word, text: word };
}

window.options = {
  methods: ["公开招标", "邀请招标", "竞争性谈判", "单一来源", "询价", "协议供货", "定点采购", "自行采购",
    "批量集中采购", "竞争性磋商", "网上超市", "中央部门集采", "工程代建"].map((word, at) => ({ value: String(at + 1), text: word })),

  cities: ["聊城市", "德州市"].map(pair),

  categories: Array.from({ length: 600 }, (_nothing, at) => {
    const code = "A" + String(at + 1).padStart(5, "0");
    return { value: code, text: code + " 品目" + (at + 1) };
  }),

  fromWords(words) {
    return words.map((word) => (typeof word === "string" ? pair(word) : word));
  },

  loadOffices() {
    if ($(this).data("asked")) return;
    $(this).data("asked", true);
    $(this).combobox("panel").html('<div class="panel-loading">正在加载，请稍候…</div>');
    $(this).combobox("reload", "/gallery/api/offices");
  },

  loadCounties(city) {
    const county = $("#county");
    county.combobox("clear").combobox("loadData", []);
    if (!city) return county.combobox("disable");
    county.combobox("enable").combobox("reload", "/gallery/api/counties?city=" + encodeURIComponent(city));
  },

  loadBranch(param, success, failure) {
    $.ajax({ url: "/gallery/api/items", data: { parent: param.id || "" }, dataType: "json", error: failure }).done((nodes) => {
      success(nodes.map((node) => ({
        id: node.code, text: node.code + " " + node.name, state: node.leaf ? "open" : "closed", attributes: node,
      })));
    });
  },

  leafOnly(node) {
    return node.attributes.leaf;
  },

  // A click on a branch closes the toolkit's panel: pages open it again and unfold the branch.
  keepOpen(node) {
    if (node.attributes.leaf) return;
    $("#catalogue").combotree("showPanel");
    $(this).tree("toggle", node.target);
  },
};
