/* The back office around the work: banner, menu, and a tab with a frame for each function.
   shell.draw({portal, system, who, menu, links, folded}), shell.open(title, address, closed), shell.close(title) */
(function () {
  "use strict";

  var tabs = null;
  var closings = {};

  function nodes(entries) {
    return entries.map(function (entry) {
      var made = { text: hooks.html(entry.title), attributes: entry };
      return entry.children.length ? $.extend(made, { state: "closed", children: nodes(entry.children) }) : made;
    });
  }

  function openEntry(entry) { window.shell.open(entry.title, "pages/" + entry.page + ".html"); }

  function tree(entries) {
    return $("<ul></ul>").tree({
      data: nodes(entries),
      onClick: function (node) {
        if (node.attributes.children.length) { $(this).tree("toggle", node.target); } else { openEntry(node.attributes); }
      }
    });
  }

  /* Each module is a fold of an accordion with a tree in it; what has nothing below it stands above them. */
  function folds(place, menu) {
    menu.filter(function (entry) { return !entry.children.length; }).forEach(function (entry) {
      $("<a href='javascript:;' class='alone'></a>").text(entry.title).appendTo(place).on("click", function () { openEntry(entry); });
    });
    var accordion = $("<div></div>").appendTo(place).accordion({ border: false, multiple: true, animate: false });
    menu.filter(function (entry) { return entry.children.length; }).forEach(function (entry) {
      accordion.accordion("add", { title: hooks.html(entry.title), content: tree(entry.children), selected: false });
    });
  }

  /* A bar of buttons with menus below them, above the work. */
  function topBar(place, menu) {
    function fill(box, entries) {
      entries.forEach(function (entry) {
        var line = $("<div></div>").append($("<span></span>").text(entry.title)).appendTo(box);
        if (entry.children.length) { fill($("<div style='width:160px'></div>").appendTo(line), entry.children); } else { line.data("entry", entry); }
      });
    }
    menu.forEach(function (entry) {
      var link = $("<a href='javascript:;'></a>").text(entry.title).appendTo(place);
      if (!entry.children.length) { link.linkbutton({ plain: true, onClick: function () { openEntry(entry); } }); return; }
      var box = $("<div style='width:160px'></div>").appendTo("body");
      fill(box, entry.children);
      link.menubutton({ menu: box });
      box.menu({ onClick: function (item) { var chosen = $(item.target).data("entry"); if (chosen) { openEntry(chosen); } } });
    });
  }

  /* Tiles: a module's tile leads to the tiles of what is in it. */
  function tiles(place, menu, path) {
    var nodes = path.reduce(function (_nodes, node) { return node.children; }, menu);
    place.empty();
    if (path.length) {
      $("<a href='javascript:;'></a>").text("返回上级").appendTo(place).linkbutton({ onClick: function () { tiles(place, menu, path.slice(0, -1)); } });
    }
    nodes.forEach(function (node) {
      $("<a href='javascript:;' class='menu-tile'></a>").text(node.title).appendTo(place).on("click", function () {
        if (node.children.length) { tiles(place, menu, path.concat(node)); } else { openEntry(node); }
      });
    });
  }

  function drawMenu(how) {
    if (how.look === "top" || how.look === "tiles") { $("#layout").layout("remove", "west"); }
    if (how.look === "top") {
      topBar($("<div class='menu-bar'></div>").appendTo("#banner"), how.menu);
      $("#layout").layout("panel", "north").panel("resize", { height: 84 });
      $("#layout").layout("resize");
    } else if (how.look !== "tiles") {
      if (how.folded || how.look === "accordion") { folds($("#menu"), how.menu); } else { $("#menu").append(tree(how.menu)); }
    }
  }

  function banner(place, how) {
    $("<h1></h1>").text(how.system).appendTo(place);
    var user = $("<div class='user'></div>").appendTo(place);
    how.who.forEach(function (words) { $("<span></span>").text(words).appendTo(user); });
    how.links.forEach(function (link) {
      $("<a href='javascript:;'></a>").text(link.label).appendTo(user).on("click", link.press);
    });
  }

  /* One frame for all screens, instead of a tab for each: what was opened from one that waits leads back to it. */
  function singleFrame(how) {
    var trail = [];
    var frame = $("<iframe name='work' frameborder='0' style='display:block;width:100%;height:99%'></iframe>").appendTo($("#work").css("height", "100%"));
    var board = how.look === "tiles" ? $("<div id='tiles'></div>").insertBefore(frame) : $();

    function show() {
      board.hide();
      frame.show().attr("src", trail[trail.length - 1].address);
    }
    if (board.length) {
      frame.hide();
      tiles(board, how.menu, []);
      $("<a href='javascript:;'></a>").text("功能导航").prependTo("#banner .user").on("click", function () { frame.hide(); board.show(); });
    }
    window.shell.open = function (title, address, closed) {
      trail = (closed ? trail : []).concat({ title: title, address: address });
      show();
    };
    window.shell.close = function (title) {
      while (trail.length > 1 && trail.pop().title !== title) { /* what was opened from it goes with it */ }
      show();
    };
  }

  window.shell = {
    waiting: null,  // what is to be done with a row once the list is there again

    draw: function (how) {
      document.title = how.system;
      banner($("#banner"), how);
      if (how.look === "side") { how.folded = false; }
      drawMenu(how);
      if (how.work === "iframe") { singleFrame(how); return; }
      tabs = $("#work").tabs({
        fit: true, border: false,
        onClose: function (title) {
          var closed = closings[title];
          delete closings[title];
          if (closed) { closed(); }
        }
      });
      if (how.look === "tiles") {
        tabs.tabs("add", { title: "功能导航", closable: false, content: "<div id='tiles'></div>" });
        tiles($("#tiles"), how.menu, []);
      }
    },

    /* An open tab is shown again; `closed` is called when it goes. */
    open: function (title, address, closed) {
      var name = hooks.html(title);
      if (tabs.tabs("exists", name) && !closed) { tabs.tabs("select", name); return; }
      if (tabs.tabs("exists", name)) { tabs.tabs("close", name); }
      closings[name] = closed;
      tabs.tabs("add", {
        title: name, closable: true,
        content: $("<iframe frameborder='0' style='display:block;width:100%;height:99%'></iframe>").attr("src", address)
      });
    },

    close: function (title) { tabs.tabs("close", hooks.html(title)); }
  };
})();
