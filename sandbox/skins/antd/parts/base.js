/* One root under the toolkit's Chinese, and its own ways to speak: toasts of three seconds, modals, a spinner over the page. */
export const { createElement: h, Fragment, useEffect, useRef, useState } = window.React;
export const { forms, press } = window.skin;
const { App, ConfigProvider, Spin, locales } = window.antd;

const TOAST_SECONDS = 3;
const voice = { app: null, setBusy: null, waiting: 0 };

function wait(change) {
  voice.waiting += change;
  voice.setBusy(voice.waiting > 0);
}

export const hooks = {
  say(text, kind, then) {
    voice.app.message[kind](text, TOAST_SECONDS);
    if (then) then();
  },
  ask(text, yes, no) {
    voice.app.modal.confirm({ title: "提示", content: text, onOk: () => { yes(); }, onCancel: () => { if (no) no(); } });
  },
  tell(text, then) {
    voice.app.modal.success({ title: "操作结果", content: text, okText: "返回列表", onOk: () => { then(); } });
  },
  over(text, then) {
    voice.app.modal.warning({ title: "系统提示", content: text, okText: "确定", onOk: () => { then(); } });
  },
  notice(text) {
    voice.app.modal.info({ title: "系统公告", content: text, okText: "我知道了", width: 560 });
  },
  busy() {
    wait(1);
    return () => wait(-1);
  },
};

/* The page begins once its voice is there: what it asks for may have to be told. */
function Voice({ Page }) {
  const app = App.useApp();
  const [ready, setReady] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    Object.assign(voice, { app, setBusy });
    setReady(true);
  }, []);
  return h(Fragment, null, ready && h(Page), h(Spin, { spinning: busy, fullscreen: true, tip: "加载中" }));
}

/* Draws a page; `theme` is the portal's colour. */
export function mount(Page, colour) {
  window.dayjs.locale("zh-cn");
  const theme = { token: { colorPrimary: colour, borderRadius: 4 } };
  const root = window.ReactDOM.createRoot(document.getElementById("root"));
  root.render(h(ConfigProvider, { locale: locales.zh_CN, theme }, h(App, null, h(Voice, { Page }))));
}

/* The portal's hand, and its colour. */
export const portalOf = (name) => window.skin.portal(name, hooks);
export const COLOURS = { provincial: "#1677ff", mall: "#c81623" };
