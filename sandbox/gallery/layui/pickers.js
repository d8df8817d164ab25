/* Values that a window or a panel gives: the item's tree in an iframe, the experts' transfer box, dates, a file. */
const EXPERTS = ["张敏", "李强", "王芳", "赵磊", "陈静"];

function put(field, text) {
  plan[field] = text;
  layui.form.val("plan", { [field]: text });
}

function pickItem() {
  press("选择");
  layui.layer.open({
    type: 2, title: "选择采购品目", area: ["420px", "460px"], content: "item_tree.html", btn: ["确定", "取消"],
    yes(index) {
      const item = window[`layui-layer-iframe${index}`].chosen();
      if (!item) return layui.layer.msg("请选择末级品目", { icon: 0 });
      put("purchase", item.name);
      put("itemCode", item.code);
      return layui.layer.close(index);
    },
  });
}

function pickExperts() {
  press("选择");
  layui.layer.open({
    type: 1, title: "选择评审专家", area: ["560px", "440px"], btn: ["确定", "取消"],
    content: '<div style="padding: 16px 20px"><div id="expertBox"></div></div>',
    success() {
      layui.transfer.render({
        elem: "#expertBox", id: "experts", title: ["备选专家", "已选专家"], height: 290, width: 210,
        data: EXPERTS.map((name) => ({ value: name, title: name })),
        value: plan.experts ? plan.experts.split("、") : [],
      });
    },
    yes(index) {
      put("experts", layui.transfer.getData("experts").map((one) => one.title).join("、"));
      layui.layer.close(index);
    },
  });
}

function preparePickers($) {
  $("#pickItem").on("click", pickItem);
  $("#pickExperts").on("click", pickExperts);
  layui.laydate.render({ elem: "#purchaseDate", done: (text) => { plan.purchaseDate = text; } });
  layui.laydate.render({ elem: "#demandDate", done: (text) => { plan.demandDate = text; } });
  layui.upload.render({
    elem: "#attachment", url: "", auto: false, accept: "file",
    choose: (told) => told.preview((_at, file) => {
      plan.attachment = file.name;
      $("#attached").text(file.name);
    }),
  });
}
