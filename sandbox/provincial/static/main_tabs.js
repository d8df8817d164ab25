/* A tab with a frame of its own for each entry of the menu; a second click on an entry brings its tab to the front. */
var pages = [];

function front(page) {
  for (var i = 0; i < pages.length; i++) {
    pages[i].frame.style.display = pages[i] == page ? "block" : "none";
    pages[i].tab.className = pages[i] == page ? "on" : "";
  }
}

function shut(page) {
  if (pages.length < 2) { return; }
  pages.splice(pages.indexOf(page), 1);
  page.tab.parentNode.removeChild(page.tab);
  page.frame.parentNode.removeChild(page.frame);
  front(pages[pages.length - 1]);
}

function openTab(title, address) {
  for (var i = 0; i < pages.length; i++) { if (pages[i].title == title) { front(pages[i]); return; } }
  var page = { title: title, tab: document.createElement("li"), frame: document.createElement("iframe") };
  page.tab.innerHTML = "<span></span><i title='关闭'>×</i>";
  page.tab.firstChild.appendChild(document.createTextNode(title));
  page.tab.firstChild.onclick = function () { front(page); };
  page.tab.lastChild.onclick = function () { shut(page); };
  page.frame.setAttribute("frameborder", "0");
  page.frame.src = address;
  pages.push(page);
  document.getElementById("tabs").appendChild(page.tab);
  document.getElementById("pages").appendChild(page.frame);
  front(page);
}

/* What the banner and the menu would show in the main frame is a tab here. */
function listen(frame) {
  frame.contentWindow.document.addEventListener("click", function (event) {
    var link = event.target;
    while (link && link.tagName != "A") { link = link.parentNode; }
    if (!link || link.target != "mainFrame") { return; }
    event.preventDefault();
    openTab(link.innerText, link.href);
  });
}

window.onload = function () {
  var names = ["bannerFrame", "menuFrame"];
  for (var i = 0; i < names.length; i++) {
    var frame = document.getElementsByName(names[i])[0];
    if (!frame) { continue; }
    listen(frame);
    frame.onload = function () { listen(this); };
  }
  var first = document.getElementById("pages").getAttribute("data-first");
  openTab(/menu/.test(first) ? "功能导航" : "首页", first);
};
