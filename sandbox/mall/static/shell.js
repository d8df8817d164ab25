/* The back office around the work area: a menu that opens and closes. */
(function () {
  "use strict";

  var frame = document.getElementById("workFrame");
  var crumbs = document.getElementById("crumbs");

  var menu = document.querySelector(".shell-menu");
  var look = menu.dataset.look;
  var tiles = document.getElementById("toTiles");
  if (tiles) { tiles.onclick = function () { menu.style.display = ""; return false; }; }

  /* A tab with a frame of its own for each entry. */
  var tabs = document.getElementById("workTabs");
  var opened = [];

  function front(page) {
    opened.forEach(function (one) {
      one.frame.style.display = one === page ? "" : "none";
      one.tab.className = one === page ? "on" : "";
    });
  }

  function openTab(title, url) {
    var known = opened.find(function (one) { return one.title === title; });
    if (known) { front(known); return; }
    var page = { title: title, tab: document.createElement("span"), frame: document.createElement("iframe") };
    page.tab.textContent = title;
    page.tab.onclick = function () { front(page); };
    page.frame.src = url;
    page.frame.frameBorder = "0";
    opened.push(page);
    tabs.querySelector(".work-tabs").appendChild(page.tab);
    tabs.appendChild(page.frame);
    front(page);
  }
  if (tabs) { openTab("首页", "/wssc/backend/pages/welcome.html"); }

  document.querySelectorAll(".menu-group > a").forEach(function (title) {
    title.onclick = function () {
      if (look === "accordion" || look === "top" || look === "tiles") {
        document.querySelectorAll(".menu-open").forEach(function (old) { if (old !== title.parentNode) { old.classList.remove("menu-open"); } });
      }
      title.parentNode.classList.toggle("menu-open");
      return false;
    };
  });

  document.querySelectorAll(".menu-group ul a").forEach(function (entry) {
    entry.onclick = function () {
      document.querySelectorAll(".menu-on").forEach(function (old) { old.classList.remove("menu-on"); });
      entry.classList.add("menu-on");
      crumbs.textContent = "首页 / " + entry.closest(".menu-group").querySelector("span").textContent +
        " / " + entry.textContent;
      if (look === "top") { entry.closest(".menu-group").classList.remove("menu-open"); }
      if (look === "tiles") { menu.style.display = "none"; }
      if (tabs) { openTab(entry.textContent, entry.dataset.url); } else { frame.src = entry.dataset.url; }
      return false;
    };
  });
})();
