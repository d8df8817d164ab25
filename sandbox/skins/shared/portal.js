/* A portal as the scripts of a skin speak to it: what is asked for, and what becomes of an answer that is not well.

   skin.portal("provincial" | "mall", hooks) → { get, post, press, screens, go, name }

   hooks (the toolkit's own ways; all but `busy` are needed):
     say(text, kind, then)   a message, kind "success" or "error"; `then` (may be missing) once it was read
     ask(text, yes, no)      a question with 确定 and 取消
     over(text, then)        the session is over: the words, then `then` (it goes to the login page)
     notice(text)            系统公告 that covers the page
     busy() → done           a mask while something is asked for                                                       */
(function (skin) {
  "use strict";

  var PORTALS = {
    provincial: {
      api: "/sdgp/api/", ending: ".do", headers: {},
      home: "/sdgp/", login: "/sdgp/site/login.jsp", main: "/sdgp/main.jsp"
    },
    mall: {
      api: "/wssc/api/", ending: "", headers: { siteCode: "liaocheng" },
      home: "/wssc/liaocheng/index.html", login: "/wssc/liaocheng/portal/login.html", main: "/wssc/backend/"
    }
  };
  var stamps = Date.now();

  function query(data) {
    var parts = Object.keys(data || {}).map(function (key) {
      return encodeURIComponent(key) + "=" + encodeURIComponent(data[key] === null ? "" : data[key]);
    });
    return parts.length ? "?" + parts.join("&") : "";
  }

  function send(portal, method, path, data) {
    return new Promise(function (resolve, reject) {
      var xhr = new XMLHttpRequest();
      var url = portal.api + path + portal.ending;
      xhr.open(method, method === "GET" ? url + query(data) : url);
      xhr.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      Object.keys(portal.headers).forEach(function (name) { xhr.setRequestHeader(name, portal.headers[name]); });
      xhr.onload = function () {
        if (xhr.status === 200) { resolve(JSON.parse(xhr.responseText)); } else { reject(new Error("系统繁忙，请稍后再试")); }
      };
      xhr.onerror = function () { reject(new Error("网络异常，请检查网络连接")); };
      if (method === "GET") { xhr.send(); return; }
      xhr.setRequestHeader("Content-Type", "application/json;charset=UTF-8");
      xhr.send(JSON.stringify(Object.assign({ stamp: stamps += 1 }, data)));  // no two posts are the same bytes
    });
  }

  skin.portal = function (name, hooks) {
    var portal = PORTALS[name];

    /* Leave for "home", "login" or "main", out of every frame. */
    function go(place) { window.top.location.href = portal[place]; }

    /* An answer that is well; null when the portal refused and the words have been shown; nothing once the session is over. */
    function judge(reply, again) {
      if (reply.notice) { hooks.notice(reply.notice); }
      if (reply.code === 0) { return reply; }
      if (reply.code === 401) {
        hooks.over(reply.msg, function () { go("login"); });
        return new Promise(function () { /* never */ });
      }
      if (reply.code === 302) {
        return new Promise(function (resolve) {
          hooks.ask(reply.msg, function () { resolve(again()); }, function () { resolve(null); });
        });
      }
      hooks.say(reply.msg, "error");
      return null;
    }

    function ask(method, path, data, quiet) {
      var done = !quiet && hooks.busy ? hooks.busy() : function () { /* no mask */ };
      return send(portal, method, path, data).then(function (reply) {
        done();
        return judge(reply, function () { return ask(method, path, Object.assign({}, data, { confirmed: "1" }), quiet); });
      }, function (error) {
        done();
        hooks.say(error.message, "error");
        return null;
      });
    }

    return {
      name: name,
      go: go,
      get: function (path, data, quiet) { return ask("GET", path, data, quiet); },
      post: function (path, data, quiet) { return ask("POST", path, data, quiet); },
      screens: function () {
        return ask("GET", "screens", {}, true).then(function (reply) { return reply && reply.screens; });
      },
      /* A button whose action the skin does not know. */
      press: function (button) {
        return ask("POST", "press", { action: button.action, label: button.label }).then(function (reply) {
          if (reply) { hooks.say(reply.msg, "success"); }
        });
      }
    };
  };
})(window.skin = window.skin || {});
