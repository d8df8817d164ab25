/* What every toolkit's forms have in common: first values, late options, computed amounts, what the picker writes, what is sent. */
(function (skin) {
  "use strict";

  var NUMBER = /^(\d{1,12})(?:\.(\d{1,9}))?$/;

  function whole(text, decimals) {
    var match = NUMBER.exec(String(text === null || text === undefined ? "" : text).trim().replace(/,/g, ""));
    if (!match || (match[2] || "").length > decimals) { return null; }
    return BigInt(match[1] + (match[2] || "").padEnd(decimals, "0"));
  }

  /* price × quantity in whole numbers, rounded half up: floats lose 分. The price has `decimals`, the quantity two. */
  function product(price, quantity, decimals) {
    var a = whole(price, decimals);
    var b = whole(quantity, 2);
    if (a === null || b === null) { return ""; }
    var digits = String((a * b + 50n) / 100n).padStart(decimals + 1, "0");
    return digits.slice(0, -decimals) + "." + digits.slice(-decimals);
  }

  skin.forms = {
    product: product,

    /* What the controls hold at first, by column: every field has a value, "" where there is none. */
    values: function (form) {
      var values = {};
      form.fields.forEach(function (field) {
        var given = (form.values || {})[field.column];
        values[field.column] = given !== undefined ? given : field.value || "";
      });
      return values;
    },

    /* Fill the lists that are asked for after the form stands (`from`); then(field) for each one that has come. */
    lateOptions: function (portal, form, then) {
      form.fields.filter(function (field) { return field.from; }).forEach(function (field) {
        portal.get(field.from, {}, true).then(function (reply) {
          if (!reply) { return; }
          field.options = reply.list.map(function (item) { return { value: item.code, label: item.code + " " + item.name }; });
          if (then) { then(field); }
        });
      });
    },

    /* The nodes of `nodes` from the top to the one that holds `value`; null when none does. */
    path: function (nodes, value) {
      for (var at = 0; at < nodes.length; at += 1) {
        if (nodes[at].value === value) { return [nodes[at]]; }
        var below = nodes[at].children ? skin.forms.path(nodes[at].children, value) : null;
        if (below) { return [nodes[at]].concat(below); }
      }
      return null;
    },

    /* Where the item is chosen in the form itself: {code, name} of what its control holds. */
    item: function (field, value) {
      var path = value ? skin.forms.path(field.tree || field.options, value) : null;
      if (!path) { return null; }
      return { code: value, name: path[path.length - 1].label.replace(value, "").trim() };
    },

    /* Write what follows from other values into `values`: amounts, code and name of an item; call it whenever a value changed. */
    compute: function (form, values) {
      form.fields.filter(function (field) { return field.fills && field.kind !== "picker" && !form.locked; }).forEach(function (field) {
        var item = skin.forms.item(field, values[field.column]);
        if (item) { skin.forms.take(field, item, values); }
      });
      form.fields.filter(function (field) { return field.computed && !form.locked; }).forEach(function (field) {
        var of = field.computed.of;
        values[field.column] = product(values[of[0]], values[of[1]], field.computed.decimals);
      });
    },

    /* Write a chosen item {code, name} where the picker of `field` writes it. */
    take: function (field, item, values) {
      Object.keys(field.fills).forEach(function (column) { values[column] = item[field.fills[column]]; });
    },

    /* The required fields that hold nothing yet. */
    empty: function (form, values) {
      return form.fields.filter(function (field) {
        return field.required && !field.hidden && !field.readOnly && !String(values[field.column] || "").trim();
      });
    },

    /* What is posted: a value for every field of the form, and `more` (planId, op …). */
    posted: function (form, values, more) {
      var data = Object.assign({}, more);
      form.fields.forEach(function (field) { data[field.column] = values[field.column]; });
      return data;
    },

    /* What a skin asks for to look at what has just been saved by a form. */
    seen: function (path, more, reply) {
      if (path === "planSheet/form") { return { number: reply.number }; }
      return { op: "view", planId: reply.id || more.planId };
    },

    /* What is said where a save leads to a result first. */
    result: function (reply) { return reply.msg + (reply.number ? "编号：" + reply.number : ""); },

    /* The fields of a form that is only looked at, with the words of their values. */
    cells: function (form, values) {
      return form.fields.filter(function (field) { return !field.hidden; }).map(function (field) {
        var value = values[field.column];
        var path = value && field.tree ? skin.forms.path(field.tree, value) : null;
        var words = path ? path[path.length - 1].label : skin.forms.shown(field, value);
        return { column: field.column, label: field.label, wide: field.kind === "area", words: [words || "", field.unit && words ? field.unit : ""].join("") };
      });
    },

    /* The parts of a form with their fields: [{title, folded, fields}]; none: it is all one. */
    parts: function (form) {
      return (form.parts || []).map(function (part) {
        return {
          title: part.title, folded: part.folded,
          fields: form.fields.filter(function (field) { return part.columns.indexOf(field.column) >= 0; })
        };
      });
    },

    /* The place of the part in which a field stands. */
    partOf: function (form, column) {
      return form.parts.findIndex(function (part) { return part.columns.indexOf(column) >= 0; });
    },

    /* The buttons of a step of a form that has steps; all of them where it has none. */
    buttons: function (form, step) {
      if (form.sections !== "steps" || !form.parts.length) { return form.buttons; }
      var place = step ? "last" : "first";
      return form.buttons.filter(function (button) { return !button.on || button.on === place; });
    },

    /* The words of a value: an option's label. */
    shown: function (field, value) {
      var found = field.options.find(function (option) { return option.value === value; });
      return found ? found.label : value;
    }
  };

  /* What a list does with one of its rows: a form that shows the row may offer it, too. */
  skin.ACTS = ["modify", "delete", "submit", "details", "log"];

  /* Do what a button says: actions[button.action], or tell the portal that a button was pressed that nobody knows. */
  skin.press = function (portal, button, actions) {
    if (actions[button.action]) { return actions[button.action](button); }
    return portal.press(button);
  };
})(window.skin = window.skin || {});
