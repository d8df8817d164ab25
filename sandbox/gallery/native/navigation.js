// A menu of nested lists, folded; every function in a frame of its own that stays when another one comes to the front.
const MENU = {
  计划备案: { 采购计划管理: { 采购计划维护: "form.html", 采购计划变更: "messages.html" }, 采购计划查询: "grid.html" },
  合同管理: { 合同备案: "messages.html" },
  系统管理: { 用户管理: "messages.html" },
};
const opened = new Map([["首页", document.querySelector(".page")]]);
window.gallery = { pressed: [], kept: () => ({ 标签页: [...opened.keys()].join("、") }) };

function pressed(name) {
  window.gallery.pressed.push(name);
}

function front(name) {
  for (const [other, page] of opened) page.className = other === name ? "page front" : "page";
}

function openFunction(name, address) {
  pressed(name);
  if (!opened.has(name)) {
    const page = document.createElement("div");
    page.innerHTML = `<iframe src="${address}"></iframe>`;
    document.getElementById("pages").append(page);
    opened.set(name, page);
    tab(name);
  }
  front(name);
}

function tab(name) {
  const made = document.createElement("li");
  made.textContent = name;
  made.onclick = () => front(name);
  document.getElementById("tabs").append(made);
}

function entry(name, below) {
  const made = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: "javascript:;", textContent: name });
  made.append(link);
  if (typeof below === "string") link.onclick = () => openFunction(name, below);
  else {
    made.className = "closed";
    link.onclick = () => made.classList.toggle("closed");
    made.append(document.createElement("ul"));
    made.lastChild.append(...Object.entries(below).map(([one, more]) => entry(one, more)));
  }
  return made;
}

document.getElementById("menu").append(...Object.entries(MENU).map(([name, below]) => entry(name, below)));
tab("首页");
front("首页");
