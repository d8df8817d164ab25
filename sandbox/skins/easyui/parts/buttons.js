/* Linkbuttons as they are described, in their order; those that need a row wait until one is ticked. */
(function () {
  "use strict";

  window.drawButtons = function (place, buttons, press, plain) {
    var waiting = [];
    $.each(buttons, function (_place, button) {
      var link = $("<a href='javascript:;'></a>").text(button.label).appendTo(place);
      link.linkbutton({ plain: Boolean(plain), disabled: Boolean(button.disabled || button.needsRow), onClick: function () { press(button); } });
      if (button.hidden) { link.hide(); }
      if (button.needsRow && !button.disabled) { waiting.push(link); }
      $(place).append(" ");
    });
    return {
      ticked: function (one) { waiting.forEach(function (link) { link.linkbutton(one ? "enable" : "disable"); }); }
    };
  };

  /* A menu of buttons at a place of the page. */
  window.showMenu = function (buttons, press, left, top) {
    var menu = $("<div></div>").appendTo("body").menu({ onHide: function () { setTimeout(function () { menu.menu("destroy"); }, 0); } });
    buttons.forEach(function (button) {
      menu.menu("appendItem", { text: hooks.html(button.label), onclick: function () { press(button); } });
    });
    menu.menu("show", { left: left, top: top });
  };
})();
