// What a page without any toolkit says: the browser's own boxes, and layers that it floats itself.
const MASKED_MS = 700, FLYING_MS = 3000;
const el = (id) => document.getElementById(id);
window.gallery = {
  pressed: [],
  kept: () => ({ 项目名称: el("title").value, 联系人: el("person").value, 联系电话: el("phone").value, 核对人: el("checker").value, 备注: el("remark").value }),
};

function pressed(name) {
  window.gallery.pressed.push(name);
}

function layer(home, kind, words, ms) {
  const made = document.createElement("div");
  made.className = kind;
  made.textContent = words;
  home.append(made);
  setTimeout(() => made.remove(), ms);
}

function open(id) {
  el(id).style.display = el("veil").style.display = "block";
  el("veil").style.zIndex = id === "second" ? 12 : 10;
}

function leave(id, name) {
  pressed(name);
  el(id).style.display = "none";
  const left = [...document.querySelectorAll(".box, .side")].some((box) => box.style.display === "block");
  el("veil").style.display = left ? "block" : "none";
  el("veil").style.zIndex = 10;
}

const question = (words) => pressed(confirm(words) ? "确定" : "取消");

const ACTS = {
  消息提示: () => alert("保存成功！"),
  已知询问: () => question("确定提交吗？"),
  陌生询问: () => question("该单位已被列入关注名单，是否继续？"),
  轻提示: () => layer(document.body, "flying", "保存成功", FLYING_MS),
  失败提示: () => layer(document.body, "flying failing", "计划名称不能为空", FLYING_MS),
  通知: () => layer(document.body, "flying corner", "您有 3 条待办事项", FLYING_MS),
  字段错误: () => { el("titleError").textContent = el("title").value ? "" : "项目名称不能为空"; },
  表单弹窗: () => open("contact"),
  弹窗套弹窗: () => { open("contact"); open("second"); },
  抽屉: () => open("side"),
  遮罩: () => layer(document.body, "all", "正在处理，请稍候…", MASKED_MS),
  局部遮罩: () => layer(el("part"), "cover", "", MASKED_MS),
};

for (const [name, act] of Object.entries(ACTS)) {
  const button = document.createElement("input");
  Object.assign(button, { type: "button", value: name, onclick: () => { pressed(name); act(); } });
  el("bar").append(button, " ");
}
if (new URLSearchParams(location.search).has("notice")) open("notice");
