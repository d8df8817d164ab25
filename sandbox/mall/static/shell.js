/* The back office around the work area: a menu that opens and closes. */
(function () {
  "use strict";

  var frame = document.getElementById("workFrame");
  var crumbs = document.getElementById("crumbs");

  document.querySelectorAll(".menu-group > a").forEach(function (title) {
    title.onclick = function () {
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
      frame.src = entry.dataset.url;
      return false;
    };
  });
})();
