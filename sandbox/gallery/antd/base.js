// What every page of this gallery needs: elements without a build step, and one root under the toolkit's Chinese.

export const { createElement: h, Fragment, useEffect, useRef, useState } = window.React;
const { App, ConfigProvider, locales } = window.antd;

window.gallery = { kept: () => ({}), pressed: [] };

/** Records that the handler of a button ran. */
export const pressed = (name) => window.gallery.pressed.push(name);

/** The handler of a button that does nothing but say so. */
export const recording = (name) => () => pressed(name);

/** Asks the gallery's little server. */
export async function ask(path, query = {}) {
  const answer = await fetch(`/gallery/api/${path}?${new URLSearchParams(query)}`);
  return answer.json();
}

/** The options of a select whose values are what it shows. */
export const asOptions = (texts) => texts.map((text) => ({ label: text, value: text }));

/** Draws a page; messages and dialogs raised by App's hooks speak Chinese too. */
export function mount(Page) {
  window.dayjs.locale("zh-cn");
  const root = window.ReactDOM.createRoot(document.getElementById("root"));
  root.render(h(ConfigProvider, { locale: locales.zh_CN }, h(App, null, h(Page))));
}
