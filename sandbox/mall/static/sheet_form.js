/* 自建计划 and 查看: one window, its form fetched as a fragment, its items fetched after it stands. */
(function (mall) {
  "use strict";

  var FORM = "/wssc/backend/pages/planSheetForm.html";

  function fetchForm(url) {
    return mall.fragment(url).then(function (html) {
      var holder = document.createElement("div");
      holder.innerHTML = html;
      return holder.querySelector("form");
    });
  }

  /* A control by what it is for; a release may have called it otherwise. */
  function control(form, name) {
    var names = JSON.parse(form.dataset.names || "{}");
    return form.elements[names[name] || name];
  }

  /* The window's buttons, as they are described or as they always were. */
  function buttons(form, usual, actions) {
    if (!form.dataset.buttons) { return usual; }
    return JSON.parse(form.dataset.buttons).map(function (button) {
      var act = actions[button.action] || function () { mall.pressed(button.label); };
      return [button.label, button.primary ? "btn-primary" : "btn-plain", act, button];
    });
  }

  mall.pressed = function (label) { mall.post("/wssc/api/press", { label: label.trim() }); };

  function fillItems(select) {
    mall.get("/wssc/api/catalog/items").then(function (reply) {
      if (reply.code !== 0) { mall.message(reply.msg); return; }
      reply.list.forEach(function (item) {
        select.add(new Option(item.code + " " + item.name, item.code));
      });
      select.options[0].textContent = "请选择";
    }).catch(function (error) { mall.message(error.message); });
  }

  function compute(form) {
    var price = control(form, "price");
    var quantity = control(form, "quantity");
    if (!price) { return; }  // this portal asks for the amount itself
    var update = function () { control(form, "amount").value = mall.product(price.value, quantity.value); };
    ["input", "change"].forEach(function (name) {
      price.addEventListener(name, update);
      quantity.addEventListener(name, update);
    });
  }

  function post(form, close, answered) {
    var done = mall.loading();
    var data = Object.fromEntries(new FormData(form));
    if (answered) { data.confirmed = answered; }
    mall.post("/wssc/api/planSheet/save", data).then(function (reply) {
      done();
      if (reply.code === 0) { follow(form.dataset.after, close, reply); }
      else if (reply.code === 302) { mall.confirm(reply.msg, function () { post(form, close, reply.question); }); }
      else { mall.message(reply.msg); }
    }).catch(function (error) { done(); mall.message(error.message); });
  }

  /* What follows a save, on this portal. */
  function follow(after, close, reply) {
    if (after === "result") {
      mall.message(reply.msg + "，编号：" + reply.number, function () { close(); mall.reloadSheets(); });
      return;
    }
    close();
    mall.toast(reply.msg);
    mall.reloadSheets();
    if (after === "stays" || after === "shows") { mall.sheetForm.view(reply.number, after === "stays"); }
  }

  function submit(form, close) {
    mall.confirm("确定创建该计划单吗？", function () { post(form, close, ""); });
  }

  mall.sheetForm = {
    add: function () {
      var done = mall.loading();
      fetchForm(FORM).then(function (form) {
        var parts = null;
        var confirm = function (close) { if (!parts || !parts.missing()) { submit(form, close); } };
        var leave = function (close) { close(); };
        mall.modal("自建计划", form, buttons(form, [["确认", "btn-primary", confirm], ["取消", "btn-plain", leave]],
          { save: confirm, close: leave, next: function () { parts.next(); }, back: function () { parts.back(); } }));
        if (form.dataset.sections) { parts = window.plainSections(form, form.closest(".modal"), mall.message); }
        form.onsubmit = function () { return false; };
        form.querySelectorAll(".date").forEach(mall.calendar);
        compute(form);
        var items = control(form, "itemCode");
        if (!form.dataset.names || items.hasAttribute && items.hasAttribute("data-late")) { fillItems(items); }
        if (window.plainControls) { window.plainControls(form); }
      }).catch(function (error) { mall.message(error.message); }).finally(done);
    },

    view: function (number, asForm) {
      var done = mall.loading();
      fetchForm(FORM + "?number=" + encodeURIComponent(number) + (asForm ? "&look=form" : "")).then(function (form) {
        mall.modal("查看计划单", form, [["关闭", "btn-plain", function (close) { close(); }]]);
        if (form.dataset.sections) { window.plainSections(form, form.closest(".modal"), mall.message); }
      }).catch(function (error) { mall.message(error.message); }).finally(done);
    }
  };
})(window.mall);
