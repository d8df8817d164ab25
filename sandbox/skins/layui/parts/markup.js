/* Markup from descriptions: attributes, layers, buttons. A layer's own buttons are made from the same descriptions. */
(function (skin) {
  "use strict";

  const { $, util } = layui;

  skin.escape = (text) => util.escape(String(text === null || text === undefined ? "" : text));

  /* What is undefined or false is left out; true stands alone. */
  skin.attributes = (map) => Object.entries(map)
    .filter(([, value]) => value !== undefined && value !== false && value !== null)
    .map(([name, value]) => value === true ? ` ${name}` : ` ${name}="${skin.escape(value)}"`).join("");

  skin.layers = (inside, layers) =>
    '<div class="layer">'.repeat(layers || 0) + inside + "</div>".repeat(layers || 0);

  /* `event` names the attribute that tells them apart: the table wants its own. */
  skin.buttons = (buttons, size = "", event = "data-at") => buttons.map((button, at) => {
    const looks = ["layui-btn", size, button.primary ? "" : "layui-btn-primary", button.disabled || button.needsRow ? "layui-btn-disabled" : ""];
    const said = { type: "button", class: looks.filter(Boolean).join(" "), disabled: Boolean(button.disabled || button.needsRow), [event]: at,
      "data-waits": Boolean(button.needsRow && !button.disabled),
      style: button.hidden ? "display: none" : undefined };
    return `<button${skin.attributes(said)}>${skin.escape(button.label)}</button>`;
  }).join("");

  skin.wire = (box, portal, buttons, actions) => {
    $(box).on("click", "button[data-at]", function () {
      skin.press(portal, buttons[Number($(this).attr("data-at"))], actions);
    });
  };

  /* The options of a layer whose buttons are described: none closes it by itself. */
  skin.layerButtons = (portal, buttons, actions) => {
    const made = { btn: buttons.map((button) => skin.escape(button.label)) };
    buttons.forEach((button, at) => {
      made[`btn${at + 1}`] = (index) => {
        if (!button.disabled) skin.press(portal, button, actions(index));
        return false;
      };
    });
    made.yes = made.btn1;
    made.success = (layer) => buttons.forEach((button, at) => layer.find(`.layui-layer-btn${at}`)
      .toggle(!button.hidden).toggleClass("layui-btn-disabled", Boolean(button.disabled)));
    return made;
  };
})(window.skin = window.skin || {});
