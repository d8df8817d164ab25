/* One control of a form: drawField(place, field, {width, locked, value, label, change, pick, enter}) → {get, set, options}. */
(function () {
  "use strict";

  var LONG_LIST = 12;

  function layers(place, count) {
    for (var inside = $(place), left = count || 0; left; left -= 1) { inside = $("<div class='layer'></div>").appendTo(inside); }
    return inside;
  }

  function common(field, how) {
    var made = {
      width: how.width, value: how.value, required: Boolean(field.required && !field.hidden && !how.locked && !how.lenient),
      prompt: field.hint || "", readonly: Boolean(how.locked || field.readOnly), disabled: Boolean(field.disabled),
      onChange: how.change || function () { /* nobody asks */ }
    };
    return how.label ? $.extend(made, { label: hooks.html(how.label), labelWidth: how.labelWidth, labelAlign: "right" }) : made;
  }

  /* Text of any kind: the toolkit itself forgets to hand its input a greatest length. */
  function text(input, field, how, more) {
    input.textbox($.extend(common(field, how), more));
    var inner = input.textbox("textbox");
    if (field.longest) { inner.attr("maxlength", field.longest); }
    if (how.enter) { inner.on("keydown", function (event) { if (event.keyCode === 13) { inner.blur(); how.enter(); } }); }
    if (field.unit) { $("<span class='unit'></span>").text(field.unit).insertAfter(input.next()); }
    return { get: function () { return input.textbox("getValue"); }, set: function (value) { input.textbox("setValue", value); } };
  }

  /* The toolkit writes its prompt into the field itself, which a password would show as so many dots. */
  function password(input, field, how) {
    var made = text(input, field, how, { type: "password", prompt: "" });
    input.textbox("textbox").attr("placeholder", field.hint || "");
    return made;
  }

  function choice(input, field, how) {
    var long = Boolean(field.from);
    var searched = long || field.options.length > LONG_LIST && !field.plain;
    input.combobox($.extend(common(field, how), {
      data: rows(field), valueField: "value", textField: "label", editable: searched, limitToList: searched, prompt: field.hint || "请选择",
      formatter: function (row) { return hooks.html(row.label); },
      panelHeight: "auto", panelMaxHeight: 240, panelMinWidth: searched ? 260 : null
    }));
    return {
      get: function () { return input.combobox("getValue"); },
      set: function (value) { input.combobox("setValue", value); },
      options: function () { input.combobox("loadData", rows(field)); }
    };
  }

  function nodesOf(nodes, top) {
    return nodes.map(function (node) {
      var made = { id: node.value, text: hooks.html(node.label) };
      if (node.children) { $.extend(made, { state: top && nodes.length === 1 ? "open" : "closed", children: nodesOf(node.children) }); }
      return made;
    });
  }

  /* A text with a tree below it; only what has nothing below it can be taken. */
  function combotree(input, field, how) {
    input.combotree($.extend(common(field, how), {
      data: nodesOf(field.tree, true), prompt: "请选择", panelHeight: 240, panelMinWidth: 240,
      onBeforeSelect: function (node) {
        if (!node.children) { return true; }
        $(this).tree("toggle", node.target);
        return false;
      }
    }));
    return {
      get: function () { return input.combotree("getValue"); },
      set: function (value) { input.combotree("setValue", value); }
    };
  }

  /* Lists that wait for each other: each one offers what lies below the one before it. */
  function chained(input, field, how) {
    var boxes = [input];
    var held = how.value || "";

    function offer(at, nodes) {
      if (!boxes[at]) { boxes.push($("<input>").insertAfter(boxes[at - 1].next())); }
      boxes[at].combobox({
        width: 130, data: nodes, valueField: "value", textField: "label", editable: false, prompt: "请选择", panelHeight: "auto",
        panelMaxHeight: 240, disabled: Boolean(field.disabled || how.locked), formatter: function (row) { return hooks.html(row.label); },
        onSelect: function (node) {
          held = node.children ? "" : node.value;
          if (node.children) { offer(at + 1, node.children); }
          if (how.change) { how.change(); }
        }
      });
    }

    offer(0, field.tree);
    offer(1, []);
    (skin.forms.path(field.tree, held) || []).forEach(function (node, at) {
      boxes[at].combobox("setValue", node.value);
      if (node.children) { offer(at + 1, node.children); }
    });
    return { get: function () { return held; }, set: function (value) { held = value; } };
  }

  function rows(field) { return $.extend(true, [], field.options); }

  function radio(place, field, how) {
    $.each(field.options, function (_place, option) {
      var button = $("<input type='radio'>").attr({ name: field.column, value: option.value }).prop({
        checked: option.value === how.value, disabled: Boolean(how.locked || field.disabled)
      }).on("change", how.change || function () { /* nobody asks */ });
      $("<label></label>").append(button, document.createTextNode(option.label + " ")).appendTo(place);
    });
    function all() { return place.find("input[type=radio]"); }
    return {
      get: function () { return all().filter(":checked").val() || ""; },
      set: function (value) { all().each(function () { this.checked = this.value === value; }); }
    };
  }

  function captcha(place, input, field, how) {
    var made = text(input, field, how);
    var picture = $("<img alt='验证码' title='看不清？点击更换'>").attr("src", field.picture + "?t=0").appendTo(place.addClass("captcha"));
    picture.on("click", function () { picture.attr("src", field.picture + "?t=" + Date.now()); });
    return made;
  }

  window.drawField = function (place, field, how) {
    var inside = layers(place, field.wrap);
    if (field.kind === "radio") { return radio(inside, field, how); }
    var input = $("<input>").attr("name", field.column).addClass(field.classes || "").appendTo(inside);
    if (field.id) { input.attr("id", field.id); }
    if (field.kind === "choice") { return choice(input, field, how); }
    if (field.kind === "tree") { return combotree(input, field, how); }
    if (field.kind === "chained") { return chained(input, field, how); }
    if (field.kind === "date") {
      input.datebox(common(field, how));
      return { get: function () { return input.datebox("getValue"); }, set: function (value) { input.datebox("setValue", value); } };
    }
    if (field.kind === "area") { return text(input, field, how, { multiline: true, height: 52 }); }
    if (field.kind === "password") { return password(input, field, how); }
    if (field.kind === "captcha") { return captcha(inside, input, field, $.extend({}, how, { width: 120 })); }
    if (field.kind === "picker") {
      return text(input, field, how, how.locked ? {} : {
        readonly: false, editable: false, buttonText: field.button, onClickButton: function () { how.pick(field); }
      });
    }
    if (field.stepper) {
      input.numberspinner($.extend(common(field, how), { min: 0, precision: field.decimals }));
      return { get: function () { return input.numberspinner("getValue"); }, set: function (value) { input.numberspinner("setValue", value); } };
    }
    return text(input, field, how);
  };
})();
