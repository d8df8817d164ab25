(function (mall) {
  "use strict";

  var form = document.getElementById("loginForm");
  var tip = document.getElementById("loginTip");
  var submit = document.getElementById("loginBtn");
  var picture = document.getElementById("captchaImg");

  function fresh() {
    if (picture) { picture.src = "/wssc/api/captcha.svg?t=" + Date.now(); }
  }

  function say(text) {
    tip.textContent = text;
    tip.style.display = text ? "block" : "none";
  }

  function login() {
    say("");
    submit.disabled = true;
    var data = Object.fromEntries(new FormData(form));
    mall.post("/wssc/api/login", data).then(function (reply) {
      if (reply.code === 0) { window.location.href = "/wssc/liaocheng/index.html"; return; }
      submit.disabled = false;
      say(reply.msg);
      fresh();
    }, function (error) {
      submit.disabled = false;
      say(error.message);
    });
  }

  submit.onclick = login;
  form.onsubmit = function () { login(); return false; };
  if (picture) { picture.onclick = fresh; }
})(window.mall);
