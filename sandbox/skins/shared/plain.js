/* Controls that pages without a toolkit make by hand: selects that wait for each other, a text with a tree or a list below
   it. Each works on a hidden input (or a select) that holds what is posted, and tells it of every change. */
(function () {
  "use strict";

  function make(name, words, className) {
    var made = document.createElement(name);
    if (words) { made.appendChild(document.createTextNode(words)); }
    if (className) { made.className = className; }
    return made;
  }

  function put(holder, value) {
    holder.value = value;
    holder.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function pathTo(nodes, value) {
    for (var i = 0; i < nodes.length; i++) {
      if (nodes[i].value === value) { return [nodes[i]]; }
      var below = nodes[i].children ? pathTo(nodes[i].children, value) : null;
      if (below) { return [nodes[i]].concat(below); }
    }
    return null;
  }

  /* Selects that wait for each other: as many as the tree is deep, each filled once the one before it has been chosen. */
  function chained(box, holder, tree) {
    var selects = [];

    function offer(at, nodes) {
      var select = selects[at] || make("select");
      if (!selects[at]) { selects.push(select); box.insertBefore(select, holder); box.insertBefore(make("span", " "), holder); }
      select.innerHTML = "";
      select.add(new Option("请选择", ""));
      nodes.forEach(function (node) { select.add(new Option(node.label, node.value)); });
      select.onchange = function (event) {
        if (event) { event.stopPropagation(); }
        var node = nodes.filter(function (one) { return one.value === select.value; })[0];
        for (var below = selects.length - 1; below > at + 1; below--) { selects[below].innerHTML = ""; }
        if (selects[at + 1]) { selects[at + 1].innerHTML = ""; selects[at + 1].add(new Option("请选择", "")); }
        if (node && node.children) { window.setTimeout(function () { offer(at + 1, node.children); }, 120); }
        put(holder, node && !node.children ? node.value : "");
      };
    }

    offer(0, tree);
    if (tree.some(function (node) { return node.children; })) { offer(1, []); }
    (pathTo(tree, holder.value) || []).forEach(function (node, at) {
      selects[at].value = node.value;
      if (node.children) { offer(at + 1, node.children); }
    });
  }

  function opened(box, text, draw) {
    var panel = box.getElementsByClassName("plain-panel")[0];
    if (panel) { panel.remove(); return; }
    panel = make("div", "", "plain-panel");
    draw(panel, function () { panel.remove(); });
    box.insertBefore(panel, text.nextSibling);
  }

  function branch(nodes, take, open) {
    var list = make("ul");
    nodes.forEach(function (node) {
      var line = make("li");
      var sign = make("i", node.children ? (open ? "-" : "+") : "");
      var word = make("a", node.label);
      line.appendChild(sign);
      line.appendChild(word);
      list.appendChild(line);
      if (!node.children) { word.onclick = function () { take(node); }; return; }
      var below = branch(node.children, take, false);
      below.style.display = open ? "" : "none";
      line.appendChild(below);
      word.onclick = sign.onclick = function () {
        var shut = below.style.display === "none";
        below.style.display = shut ? "" : "none";
        sign.textContent = shut ? "-" : "+";
      };
    });
    return list;
  }

  function treeOf(box, holder, tree) {
    var text = make("input");
    text.type = "text";
    text.readOnly = true;
    var path = pathTo(tree, holder.value);
    text.value = path ? path[path.length - 1].label : "";
    text.placeholder = "请选择";
    box.insertBefore(text, holder);
    text.onclick = function () {
      opened(box, text, function (panel, close) {
        panel.appendChild(branch(tree, function (node) {
          text.value = node.label;
          put(holder, node.value);
          close();
        }, tree.length === 1));
      });
    };
  }

  /* A text that searches a long list, as Chosen and its likes draw it over a select. */
  function search(box) {
    var select = box.getElementsByTagName("select")[0];
    var text = make("input");
    text.type = "text";
    text.autocomplete = "off";
    text.placeholder = "请输入关键字";
    text.value = select.value ? select.options[select.selectedIndex].text : "";
    select.style.display = "none";
    box.insertBefore(text, select);

    function list() {
      var old = box.getElementsByClassName("plain-panel")[0];
      if (old) { old.remove(); }
      opened(box, text, function (panel, close) {
        var nodes = [].slice.call(select.options).filter(function (option) { return option.value && option.text.indexOf(text.value.trim()) >= 0; });
        if (!nodes.length) { panel.appendChild(make("div", "无匹配数据")); }
        panel.appendChild(branch(nodes.map(function (option) { return { value: option.value, label: option.text }; }), function (node) {
          text.value = node.label;
          put(select, node.value);
          close();
        }, false));
      });
    }

    text.onclick = list;
    text.oninput = function (event) { event.stopPropagation(); list(); };
    text.onchange = function (event) { event.stopPropagation(); };
  }

  /* Bring what stands in `root` to life. */
  window.plainControls = function (root) {
    [].forEach.call(root.querySelectorAll(".plain-nested"), function (box) {
      if (box.dataset.dead || box.dataset.alive) { return; }
      box.dataset.alive = "1";
      var holder = box.getElementsByTagName("input")[0];
      (box.dataset.kind === "chained" ? chained : treeOf)(box, holder, JSON.parse(box.dataset.tree));
    });
    [].forEach.call(root.querySelectorAll(".plain-search"), function (box) {
      if (!box.dataset.alive) { box.dataset.alive = "1"; search(box); }
    });
  };

  document.addEventListener("DOMContentLoaded", function () { window.plainControls(document); });
})();
