/* Linkbuttons as they are described, in their order. */
window.drawButtons = function (place, buttons, press, plain) {
  "use strict";

  $.each(buttons, function (_place, button) {
    var link = $("<a href='javascript:;'></a>").text(button.label).appendTo(place);
    link.linkbutton({ plain: Boolean(plain), disabled: Boolean(button.disabled), onClick: function () { press(button); } });
    if (button.hidden) { link.hide(); }
    $(place).append(" ");
  });
};
