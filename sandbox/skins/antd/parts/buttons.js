/* Buttons as they are described, in their order, a menu of others among them; `onPress` hears which one. */
import { h } from "./base.js";

const { Button, Dropdown, Space } = window.antd;

/* A menu of the toolkit's that presses one of `buttons`. */
export const menuOf = (buttons, onPress) => ({
  items: buttons.map((button, key) => ({ key, label: button.label })), onClick: ({ key }) => onPress(buttons[Number(key)]),
});

function one(button, place, onPress, link, ticked) {
  const type = link ? "link" : button.primary ? "primary" : "default";
  const style = button.hidden ? { display: "none" } : undefined;
  const disabled = Boolean(button.disabled || (button.needsRow && !ticked));
  const drawn = { key: place, type, style, disabled, id: button.id, className: button.classes, size: link ? "small" : undefined };
  if (button.buttons) {
    const trigger = place ? ["hover"] : ["click"];
    return h(Dropdown, { key: place, trigger, menu: menuOf(button.buttons, onPress) }, h(Button, drawn, button.label));
  }
  return h(Button, { ...drawn, onClick: () => onPress(button) }, button.label);
}

export function Buttons({ buttons, onPress, link, ticked }) {
  return h(Space, { size: link ? 0 : "small", wrap: true }, buttons.map((button, place) => one(button, place, onPress, link, ticked)));
}
