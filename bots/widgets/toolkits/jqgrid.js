// jqGrid (free, Guriddo, 4.x): the headings stand in a table of their own, with a row to filter by below them.
//   <table class="ui-jqgrid-htable"><th id="g_name"><div class="ui-jqgrid-sortable">采购名称</div></th> … <tr class="ui-search-toolbar"><input>
//   <table class="ui-jqgrid-btable"><td aria-describedby="g_name"><input class="editable"></td>
const headOf = cell => {
  const head = document.getElementById(cell?.getAttribute("aria-describedby") || "");
  return head?.querySelector(".ui-jqgrid-sortable, [class*=ui-th-div]") || head;
};

toolkits.push({
  name: "jqgrid",
  auxiliary: ".ui-search-toolbar, .ui-jqgrid-pager, .ui-pager-control, .ui-jqgrid .ui-search-table",
  label: el => headOf(el.closest(".ui-jqgrid-btable td[aria-describedby]")),
});
