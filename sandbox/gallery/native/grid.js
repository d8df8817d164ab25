// A list as JSP pages have it: heads in a table of their own, the sums first, links for the pages; drawn as one text.
const COLUMNS = [
  ["计划编号", "number", 170], ["计划名称", "name", 150], ["版本号", "version", 50], ["预算单位", "unit", 220], ["计划金额", "amount", 90],
  ["资金科室", "office", 110], ["代理机构", "agency", 140], ["采购方式", "method", 100], ["组织形式", "organisation", 80], ["采购日期", "date", 90],
  ["状态", "status", 60],
];
const SIZE = 10;
let page = 1, pages = 1, shown = [];
window.gallery = { pressed: [], kept: () => ({ 页: String(page), 选中: ticked() }) };

function pressed(name) {
  window.gallery.pressed.push(name);
}

const cell = (width, text) => `<td style="width:${width}px">${text}</td>`;

function rowOf(plan, at) {
  const number = cell(40, (page - 1) * SIZE + at + 1);
  const box = cell(30, `<input type="checkbox" name="id" value="${plan.number}" onclick="wake()">`);
  const texts = COLUMNS.map(([, key, width]) => cell(width, plan[key] || "&nbsp;")).join("");
  const links = ["修改", "日志"].map((word) => `<a href="javascript:pressed('${word}:${plan.number}')">${word}</a>`).join(" ");
  return `<tr>${box}${number}${texts}${cell(80, links)}</tr>`;
}

function sumOf(words, sum) {
  const texts = COLUMNS.map(([, key, width], at) => cell(width, at === 0 ? words : key === "amount" ? sum : "&nbsp;")).join("");
  return `<tr class="sum">${cell(30, "&nbsp;")}${cell(40, "&nbsp;")}${texts}${cell(80, "&nbsp;")}</tr>`;
}

function draw(found) {
  const heads = COLUMNS.map(([title, , width]) => cell(width, title)).join("");
  document.getElementById("heads").innerHTML = cell(30, '<input type="checkbox" onclick="all(this)">') + cell(40, "序号") + heads + cell(80, "操作");
  document.getElementById("sums").innerHTML = found.total ? sumOf("本页小计", found.pageSum) + sumOf("合计", found.allSum) : "";
  document.getElementById("rows").innerHTML = shown.map(rowOf).join("") || '<tr><td colspan="14">没有符合条件的记录</td></tr>';
  const link = (words, to) => (to < 1 || to > pages || to === page ? words : `<a href="javascript:load(${to})">${words}</a>`);
  document.getElementById("foot").innerHTML = `共 ${found.total} 条&nbsp;第 ${page}/${pages} 页&nbsp;` +
    [link("首页", 1), link("上一页", page - 1), link("下一页", page + 1), link("末页", pages)].join("&nbsp;");
}

async function load(to) {
  const name = document.queryForm.planName.value;
  const answer = await fetch(`/gallery/api/plans?${new URLSearchParams({ page: to, size: SIZE, name })}`);
  const found = await answer.json();
  ({ rows: shown, pages } = found);
  page = to;
  draw(found);
  wake();
}

function query() {
  pressed("查询");
  load(1);
}

function ticked() {
  return [...document.querySelectorAll("[name=id]:checked")].map((box) => box.value).join(",");
}

function wake() {
  for (const button of document.querySelectorAll(".one")) button.disabled = !ticked();
}

function all(box) {
  for (const one of document.querySelectorAll("[name=id]")) one.checked = box.checked;
  wake();
}

function send() {
  if (!confirm("确定提交选中的计划吗？")) return;
  pressed(`提交:${ticked()}`);
  alert("提交成功！");
}
