/* Every request of the mall's pages: JSON in, {code,msg,…} out, the site's code in a header. */
(function (mall) {
  "use strict";

  var LOGIN = "/wssc/liaocheng/portal/login.html";

  function send(method, url, data) {
    return new Promise(function (resolve, reject) {
      var xhr = new XMLHttpRequest();
      xhr.open(method, url, true);
      xhr.setRequestHeader("siteCode", "liaocheng");
      xhr.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      if (data) { xhr.setRequestHeader("Content-Type", "application/json;charset=UTF-8"); }
      xhr.onload = function () { xhr.status === 200 ? resolve(xhr) : reject(new Error("系统繁忙，请稍后再试")); };
      xhr.onerror = function () { reject(new Error("网络异常，请检查网络连接")); };
      xhr.send(data ? JSON.stringify(data) : null);
    });
  }

  function query(params) {
    var parts = Object.keys(params || {}).map(function (key) {
      return encodeURIComponent(key) + "=" + encodeURIComponent(params[key]);
    });
    return parts.length ? "?" + parts.join("&") : "";
  }

  function sessionOver(text) {
    var leave = function () { window.top.location.href = LOGIN; };
    document.querySelectorAll(".loading").forEach(function (node) { node.remove(); });
    mall.message(text, leave);
    window.setTimeout(leave, 5000);
  }

  /* A reply as JSON; 401 ends in the login page, and nothing follows it. */
  function judge(xhr) {
    var reply = JSON.parse(xhr.responseText);
    if (reply.code !== 401) { return reply; }
    mall.sessionOver(reply.msg);
    return new Promise(function () { /* never */ });
  }

  function ask(method, url, data) { return send(method, url, data).then(judge); }

  mall.sessionOver = sessionOver;
  mall.get = function (url, params) { return ask("GET", url + query(params)); };
  mall.post = function (url, data) { return ask("POST", url, data); };

  /* A piece of HTML; what comes as JSON instead is a refusal. */
  mall.fragment = function (url) {
    return send("GET", url).then(function (xhr) {
      if (xhr.getResponseHeader("Content-Type").indexOf("json") < 0) { return xhr.responseText; }
      return Promise.resolve(judge(xhr)).then(function (reply) { throw new Error(reply.msg); });
    });
  };
})(window.mall = window.mall || {});
