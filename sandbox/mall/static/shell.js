/* The back office around the work area: a menu that opens and closes. */
(function () {
  "use strict";

  var frame = document.getElementById("workFrame");
  var crumbs = document.getElementById("crumbs");

  var menu = document.querySelector(".shell-menu");
  var look = menu.dataset.look;
  var tiles = document.getElementById("toTiles");
  if (tiles) { tiles.onclick = function () { menu.style.display = ""; return false; }; }

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
      frame.src = entry.dataset.url;
      return false;
    };
  });
})();
