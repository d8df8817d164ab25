/* Buttons as they are described, in their order; `onPress` hears which one. */
import { h } from "./base.js";

const { Button, Space } = window.antd;

function one(button, place, onPress, link) {
  const type = link ? "link" : button.primary ? "primary" : "default";
  const style = button.hidden ? { display: "none" } : undefined;
  const drawn = { key: place, type, style, disabled: button.disabled, id: button.id, className: button.classes };
  return h(Button, { ...drawn, size: link ? "small" : undefined, onClick: () => onPress(button) }, button.label);
}

export function Buttons({ buttons, onPress, link }) {
  return h(Space, { size: link ? 0 : "small", wrap: true }, buttons.map((button, place) => one(button, place, onPress, link)));
}
