/* The form comes to life: lists, pickers, 保存 with the toolkit's own checks, 重置. */
layui.use(["form", "layer", "laydate", "transfer", "upload"], () => {
  const { $, form, layer } = layui;
  watchTexts($);
  watchChoices();
  fillSelects();
  loadOfficesWhenOpened();
  preparePickers($);
  /* Emptying the search words empties the select, and no callback says so. */
  $("form").on("input", ".layui-select-title input", function () {
    const field = $(this).closest(".layui-form-select").prev("select").attr("name");
    if (!this.value) plan[field] = "";
  });
  $("[lay-filter=save]").on("click", () => press("保存"));
  form.on("submit(save)", () => {
    layer.msg("保存成功", { icon: 1, time: 3000 });
    return false;
  });
  $("form").on("reset", () => {
    press("重置");
    plan = structuredClone(INITIAL);
    $("#attached").text("");
    fillCounties();
  });
});
