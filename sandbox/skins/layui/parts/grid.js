/* A list: query area, and layui's table with its toolbar, frozen columns, summary row and pager, asking by the portal's hand. */
(function (skin) {
  "use strict";

  const { $, table } = layui;
  const NUMBER_WIDTH = 216; // a plan's number in full
  const PAGER = { layout: ["count", "prev", "page", "next", "skip"], prev: "上一页", next: "下一页" };

  /* Only the columns at the edges can be frozen without hiding others. */
  function frozenLeft(columns, key) {
    const stays = (column) => ["serial", "check"].includes(column.kind) || ["number", key].includes(column.key);
    const end = columns.findIndex((column) => !stays(column));
    return end < 0 ? columns.length : end;
  }

  function columnsOf(list) {
    const left = frozenLeft(list.columns, list.key);
    return list.columns.map((column, at) => {
      const made = { title: skin.escape(column.label), fixed: at < left ? "left" : undefined };
      if (column.kind === "check") return { ...made, type: "checkbox", width: column.width || 50 };
      if (column.kind === "operations") {
        const buttons = skin.buttons(list.rowButtons, "layui-btn-xs", "lay-event");
        return { ...made, width: column.width, fixed: at === list.columns.length - 1 ? "right" : undefined, templet: () => buttons };
      }
      if (column.link) {
        const templet = (row) => `<a href="javascript:;" class="layui-table-link" lay-event="link">${skin.escape(row[column.key])}</a>`;
        return { ...made, field: column.key, minWidth: NUMBER_WIDTH, templet };
      }
      const align = { money: "right", serial: "center" }[column.kind];
      const width = column.kind === "serial" ? { width: column.width } : at < left ? { width: Math.max(column.width, NUMBER_WIDTH) }
        : { minWidth: column.width || 180 };
      return { ...made, ...width, field: column.key, align };
    });
  }

  /* `asked` goes with every request; `actions` are what the buttons do (row buttons get their row); `summed` draws sums. */
  class Grid {
    constructor(portal, list, path, { asked = {}, actions = {}, summed = false, loaded = () => {} }) {
      Object.assign(this, { portal, list, path, asked, actions, summed, loaded, turn: 0 });
    }

    draw() {
      const { list } = this;
      if (list.query) this.drawQuery();
      if (list.hint) $("#hint").text(list.hint);
      table.render({
        elem: "#grid", id: "grid", url: this.path, ajax: (request) => this.ask(request), cols: [columnsOf(list)],
        toolbar: `<div><div class="layui-btn-container">${skin.buttons(list.toolbar, "layui-btn-sm", "lay-event")}
          <span class="page-sum"></span></div></div>`,
        height: `full-${Math.round($("#grid").parent().height()) + 48}`,
        totalRow: this.summed, limit: list.pageSize, limits: [list.pageSize], text: { none: "暂无数据" },
        page: PAGER, defaultContextmenu: !list.contextMenu,
        done: () => $("[data-waits]").prop("disabled", true).addClass("layui-btn-disabled"),
      });
      table.on("toolbar(grid)", (told) => this.press(list.toolbar, told));
      table.on("tool(grid)", (told) => {
        const button = (list.rowButtons || [])[Number(told.event)];
        if (told.event === "link") this.actions.view(told.data);
        else if (button && button.buttons) this.menu(button.buttons, told.data, { elem: this.pressed, trigger: "click" });
        else this.press(list.rowButtons, told);
      });
      $(document).on("mousedown", ".layui-table-body [lay-event], .layui-table-fixed [lay-event]", (event) => { this.pressed = event.currentTarget; });
      table.on("rowContextmenu(grid)", (told) => {
        if (list.contextMenu) this.menu(list.contextMenu, told.data, { trigger: "contextmenu" });
      });
      table.on("checkbox(grid)", () => {
        const one = table.checkStatus("grid").data.length === 1;
        $("[data-waits]").prop("disabled", !one).toggleClass("layui-btn-disabled", !one);
      });
      return this;
    }

    drawQuery() {
      const { list } = this;
      const again = () => {
        this.query = skin.drawQuery("#query", "query", list.query, this.portal);
        $("#query").append(`<div class="layui-inline" id="queryButtons">${skin.buttons(list.queryButtons, "layui-btn-sm")}</div>`);
      };
      again();
      skin.wire("#query", this.portal, list.queryButtons, {
        query: () => this.load(1),
        reset: () => { again(); this.load(1); },
      });
    }

    /* A menu of buttons that act on a row. */
    menu(buttons, row, where) {
      layui.dropdown.render({
        ...where, show: true, data: buttons.map((button, id) => ({ id, title: skin.escape(button.label) })),
        click: (chosen) => this.press(buttons, { event: String(chosen.id), data: row }),
      });
    }

    press(buttons, told) {
      const button = buttons[Number(told.event)];
      if (!button) return;  // the table's own tools
      skin.press(this.portal, button, Object.fromEntries(
        Object.entries(this.actions).map(([name, action]) => [name, () => action(told.data)])));
    }

    ask(request) {
      const mine = this.turn += 1;
      const data = { ...this.asked, ...(this.query ? this.query.values() : {}), pageNo: request.data.page, pageSize: this.list.pageSize };
      this.portal.get(this.path, data, true).then((reply) => {
        if (mine !== this.turn) return;
        if (!reply) { request.success({ code: 1, msg: "数据加载失败" }); return; }
        const [sum, pageSum] = reply.sums || [];
        request.success({ code: 0, count: reply.page.total, data: reply.page.list, totalRow: sum });
        if (pageSum) $(".page-sum").text(`${pageSum[this.list.key] || pageSum.number}：${pageSum.amount}`);
        this.loaded(reply);
      });
    }

    load(pageNo) { table.reloadData("grid", { page: { ...PAGER, curr: pageNo } }); }

    reload() { table.reloadData("grid"); }

    /* The one ticked row; else the reader is told to tick one. */
    row() {
      const ticked = table.checkStatus("grid").data;
      if (ticked.length === 1) return ticked[0];
      hooks.say("请选择一条记录", "error");
      return null;
    }
  }

  skin.drawGrid = (portal, list, path, options) => new Grid(portal, list, path, options).draw();
  skin.crumbs = (where) => {
    $("#crumbs").html(where.map((one) => `<a><cite>${skin.escape(one)}</cite></a>`).join(""));
    layui.element.render("breadcrumb", "crumbs");
  };
})(window.skin);
