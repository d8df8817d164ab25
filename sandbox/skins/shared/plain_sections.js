/* The parts of a form on pages without a toolkit: tabs, sections that fold, two steps. Marks: data-sections on the form,
   data-part on what holds a part's fields, data-turn on what brings one to the front, data-fold on what opens and shuts it,
   data-on ("first", "last") on buttons that stand in one step only, data-must on what has to be filled in. */
(function () {
  "use strict";

  function all(root, mark) { return [].slice.call(root.querySelectorAll(mark)); }

  function empty(item) {
    var fields = all(item, "input, select, textarea").filter(function (one) { return one.type !== "button" && !one.disabled; });
    if (!fields.length) { return false; }
    return fields.every(function (one) { return one.type === "radio" ? !one.checked : !one.value.replace(/\s/g, ""); });
  }

  /* `scope` holds the form's buttons, too. → {next, back, missing}; `say(words)` tells what is missing. */
  window.plainSections = function (form, scope, say) {
    var how = form.getAttribute("data-sections");
    var parts = all(form, "[data-part]");
    var now = 0;

    function turn(at) {
      now = at;
      parts.forEach(function (part, one) { part.style.display = one === at ? "" : "none"; });
      all(form, "[data-turn]").forEach(function (one) { one.className = Number(one.getAttribute("data-turn")) === at ? "on" : ""; });
      all(scope, "[data-on]").forEach(function (one) { one.style.display = one.getAttribute("data-on") === (at ? "last" : "first") ? "" : "none"; });
    }

    function unfold(at, open) {
      parts[at].style.display = open ? "" : "none";
      all(form, "[data-fold='" + at + "'] b").forEach(function (sign) { sign.innerHTML = open ? "－" : "＋"; });
    }

    function reveal(item) {
      parts.forEach(function (part, at) {
        if (!part.contains(item)) { return; }
        if (how === "tabs" || how === "steps") { turn(at); }
        if (how === "collapsed") { unfold(at, true); }
      });
    }

    /* Tell of the first field in `place` that has to be filled in and is not. */
    function missing(place) {
      var item = all(place || form, "[data-must]").filter(empty)[0];
      if (!item) { return false; }
      reveal(item);
      say(item.getAttribute("data-must") + "不能为空");
      return true;
    }

    if (how === "tabs") { all(form, "[data-turn]").forEach(function (tab) { tab.onclick = function () { turn(Number(tab.getAttribute("data-turn"))); }; }); }
    if (how === "tabs" || how === "steps") { turn(0); }
    all(form, "[data-fold]").forEach(function (head) {
      head.onclick = function () {
        var at = Number(head.getAttribute("data-fold"));
        unfold(at, parts[at].style.display === "none");
      };
    });
    return {
      missing: function () { return parts.length > 0 && missing(null); },
      next: function () { if (!missing(parts[now])) { turn(now + 1); } },
      back: function () { turn(now - 1); }
    };
  };
})();
