(function (mall) {
  "use strict";

  document.getElementById("logout").onclick = function () {
    mall.post("/wssc/api/logout", {}).then(function () { window.location.href = "/wssc/liaocheng/index.html"; });
    return false;
  };
})(window.mall);
