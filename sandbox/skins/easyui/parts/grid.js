/* A list: query area, toolbar, datagrid with frozen columns and sums at its foot, pages.
   new SkinGrid(place, {portal, list, path, asked, press, loaded, height}); `press` hears (button, row). */
(function () {
  "use strict";

  var MOST_FROZEN = 4;
  var ALIGN = { money: "right", text: "left" };

  function SkinGrid(place, how) {
    this.how = how;
    this.queried = {};
    if (how.list.query) { this.drawQuery($("<div class='query'></div>").appendTo(place)); }
    this.table = $("<table></table>").appendTo(place);
    this.drawTable(this.drawBar($("<div class='bar'></div>").appendTo(place)));
  }

  SkinGrid.prototype.drawQuery = function (place) {
    var self = this;
    var list = this.how.list;
    place.panel({ title: "查询条件", collapsible: true });
    list.query.forEach(function (field) {
      var line = $("<div class='line'></div>").addClass(field.hidden ? "hidden" : "").appendTo(place);
      self.queried[field.column] = drawField(line, field, {
        width: 284, label: field.label, labelWidth: 92, value: field.value || "", lenient: true
      });
    });
    drawButtons($("<span class='actions'></span>").appendTo(place), list.queryButtons, function (button) {
      skin.press(self.how.portal, button, { query: function () { self.load(); }, reset: function () { self.reset(); } });
    });
    place.after("<div class='gap'></div>");
  };

  SkinGrid.prototype.drawBar = function (place) {
    this.bar = drawButtons(place, this.how.list.toolbar || [], this.how.press, true);
    if (this.how.list.hint) { $("<span class='hint'></span>").text(this.how.list.hint).appendTo(place); }
    return place;
  };

  /* Everything up to the number stays where it is when the rest is scrolled. */
  SkinGrid.prototype.columns = function () {
    var self = this;
    var made = this.how.list.columns.map(function (column) { return self.column(column); });
    var list = this.how.list.columns;
    var still = list.map(function (column) { return column.key; }).indexOf("number") + 1;
    if (still > MOST_FROZEN) {  // they would leave no room for the others
      still = list.filter(function (column) { return column.kind === "check" || column.kind === "serial"; }).length;
    }
    return { frozenColumns: [made.slice(0, still)], columns: [made.slice(still)] };
  };

  SkinGrid.prototype.column = function (column) {
    if (column.kind === "check") { return { field: column.key, title: hooks.html(column.label), checkbox: true }; }
    return {
      field: column.key, title: hooks.html(column.label), width: column.width || 220, align: ALIGN[column.kind] || "center",
      formatter: column.kind === "operations" ? this.rowButtons.bind(this) : column.link ? this.linked.bind(this, column) : shown
    };
  };

  function shown(value) {
    var words = value === undefined || value === null ? "" : String(value);
    return $("<i>").append($("<span>").attr("title", words).text(words)).html();
  }

  SkinGrid.prototype.linked = function (column, value, row, at) {
    if (at === undefined || row.serial === undefined) { return shown(value); }
    return $("<i>").append($("<a href='javascript:;' class='row-link'></a>").text(value).attr({ "data-row": at, "data-act": column.link })).html();
  };

  SkinGrid.prototype.rowButtons = function (_value, row, at) {
    if (at === undefined || row.serial === undefined) { return ""; }
    return this.how.list.rowButtons.map(function (button, place) {
      var link = $("<a href='javascript:;' class='row-button'></a>").text(button.label).attr({ "data-row": at, "data-place": place });
      return $("<i>").append(button.hidden ? link.css("display", "none") : link).html();
    }).join(" ");
  };

  SkinGrid.prototype.drawTable = function (bar) {
    var self = this;
    var list = this.how.list;
    function tick() { self.bar.ticked(self.table.datagrid("getChecked").length === 1); }
    this.table.datagrid($.extend(this.columns(), {
      title: list.title, height: this.how.height, toolbar: bar, striped: true, nowrap: true, showFooter: true, emptyMsg: "没有相关记录",
      pagination: this.how.paged !== false, pageSize: list.pageSize || 10, pageList: [list.pageSize || 10], loader: this.fetch.bind(this),
      onLoadSuccess: function () { self.wakeRows(); },
      onRowContextMenu: function (event, _at, row) {
        if (!list.contextMenu || !row || row.serial === undefined) { return; }
        event.preventDefault();
        showMenu(list.contextMenu, function (button) { self.how.press(button, row); }, event.pageX, event.pageY);
      },
      onCheck: tick, onUncheck: tick, onCheckAll: tick, onUncheckAll: tick
    }));
  };

  SkinGrid.prototype.fetch = function (param, success, failure) {
    var self = this;
    var asked = $.extend({}, this.how.asked, { pageNo: param.page || 1, pageSize: param.rows || 10 });
    Object.keys(this.queried).forEach(function (column) { asked[column] = self.queried[column].get(); });
    this.how.portal.get(this.how.path, asked, true).then(function (reply) {
      if (!reply) { failure(); return; }
      var page = reply.page || { list: reply.list, total: reply.list.length };
      success({ rows: page.list, total: page.total, footer: reply.sums || [] });
      if (self.how.loaded) { self.how.loaded(reply); }
    });
  };

  SkinGrid.prototype.wakeRows = function () {
    var self = this;
    var rows = this.table.datagrid("getRows");
    this.table.datagrid("getPanel").find(".row-button").each(function () {
      var button = self.how.list.rowButtons[Number($(this).attr("data-place"))];
      var row = rows[Number($(this).attr("data-row"))];
      $(this).linkbutton({ plain: true, disabled: Boolean(button.disabled), onClick: function () {
        if (!button.buttons) { self.how.press(button, row); return; }
        var place = $(this).offset();
        showMenu(button.buttons, function (one) { self.how.press(one, row); }, place.left, place.top + 24);
      } });
    });
    this.table.datagrid("getPanel").find(".row-link").on("click", function () {
      self.how.press({ action: $(this).attr("data-act") }, rows[Number($(this).attr("data-row"))]);
    });
    self.bar.ticked(false);
    this.table.datagrid("fixRowHeight");
  };

  SkinGrid.prototype.load = function () { this.table.datagrid("load"); };

  SkinGrid.prototype.reload = function () { this.table.datagrid("clearChecked").datagrid("reload"); };

  SkinGrid.prototype.reset = function () {
    var self = this;
    this.how.list.query.forEach(function (field) { self.queried[field.column].set(field.value || ""); });
    this.load();
  };

  /* The one row that is ticked. */
  SkinGrid.prototype.row = function () {
    var ticked = this.table.datagrid("getChecked");
    if (ticked.length === 1) { return ticked[0]; }
    hooks.say("请选择一条记录", "error");
    return null;
  };

  window.SkinGrid = SkinGrid;
})();
