// The way in: what leads to a login form, and the form itself, as the block around its password.
// `asked.words`: what it may be called, in order of trust.
const body = document.body || document.createElement("div");
const named = (root, word) => P.frameShown() ? P.pressable(root, [word]).filter(P.usable) : [];
const follows = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
const TEXTS = "input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=number], input[type=search]";
const passwords = P.passwords(document);
const password = passwords.length === 1 ? passwords[0] : null;

// --- links and buttons of a front page -----------------------------------------------------------------
const fresh = asked.words.map((word, at) => ({ word, at })).filter(({ at }) => !(asked.pressed || []).includes(at));
// Where a password is asked for already, 登录 is what sends it: that is no way to a form, nor is what sends another form.
const sends = el => { const form = el.closest("form"); return form !== null && [...form.querySelectorAll(TEXTS)].some(P.inSight); };
const ways = () => {
  if (passwords.length) return null;
  for (const { word, at } of fresh) {
    const found = P.apart(named(body, word).filter(el => !sends(el)));
    if (found.length) return { at, el: found[0], several: found.length > 1 && found.some(el => P.placeOf(el)) };
  }
  return null;
};
// Where none of the words is there: the one entry that speaks of logging in, and not of somebody else, or of another means.
const ENTERS = /登[录陆]|入口$/, LONGEST = 12;
const ELSE = /供应商|代理|专家|评审|监管|财政|管理员|商家|厂商|电商|金融|银行|注册|CA|证书|扫码|二维码|短信|手机|微信|u?key|忘记|退出|帮助|说明|指南|手册|通知|公告/i;
const likely = () => {
  if (passwords.length || !P.frameShown()) return null;
  const says = el => P.wordsOf(el).find(word => word.length <= LONGEST && ENTERS.test(word) && !ELSE.test(word));
  const found = P.apart(P.pressables(body).filter(el => P.usable(el) && !sends(el) && says(el)));
  const ours = found.filter(el => /采购|预算|单位/.test(says(el)));
  return ours.length === 1 ? ours[0] : found.length === 1 ? found[0] : null;
};
// What shows only under the hand: the nearest block in sight around a hidden entry, unless that is half the page.
const covers = el => { const r = el.getBoundingClientRect(); return r.width * r.height > innerWidth * innerHeight * 0.4; };
const holderOf = el => {
  let at = el.parentElement;
  while (at && !P.shown(at)) at = at.parentElement;
  return at && at !== body && !covers(at) ? at : null;
};
const hidden = () => {
  if (!P.frameShown() || passwords.length) return null;
  const entries = [...body.querySelectorAll("a, button, [role=menuitem], [onclick], li")].filter(el => !P.shown(el) && el.childElementCount < 3);
  for (const { word, at } of fresh) {
    const wanted = P.norm(word);
    const holder = entries.filter(el => P.norm(el.textContent) === wanted).map(holderOf).find(Boolean);
    if (holder) return { at, el: holder };
  }
  return null;
};

// --- the form ------------------------------------------------------------------------------------------
const buttonsIn = root => asked.words.flatMap(word => named(root, word));
const block = () => {
  if (!password) return body;
  const whole = at => [...at.querySelectorAll(TEXTS)].some(P.inSight) && buttonsIn(at).length > 0;
  let at = password.parentElement;
  while (at !== body && !whole(at)) at = at.parentElement;
  const form = password.closest("form");
  return form && (at === body || form.contains(at)) && [...form.querySelectorAll(TEXTS)].some(P.inSight) ? form : at;
};
// The button behind the password; by its words, else the only one that sends the form.
const button = () => {
  if (!password) return null;
  const home = block();
  for (const word of asked.words) {
    const found = named(home, word);
    const behind = found.filter(el => follows(password, el));
    if (found.length) return behind[0] || found[0];
  }
  const sending = [...home.querySelectorAll("[type=submit], [type=image], button:not([type])")].filter(el => P.shown(el) && P.usable(el));
  return sending.length === 1 ? sending[0] : null;
};

const takes = {
  ways: () => {
    const found = ways();
    const behind = found ? null : hidden();
    return { at: found ? found.at : -1, several: Boolean(found && found.several), hidden: behind ? behind.at : -1, likely: !found && !behind && likely() !== null,
             seen: [...new Set(P.pressables(body).map(el => P.wordsOf(el)[0]).filter(Boolean))].slice(0, 40) };
  },
  way: () => { const found = ways(); return found && !found.several ? found.el : null; },
  holder: () => hidden()?.el || null,
  likely,
  password: () => password,
  // the places of the form's controls in the list of all, as the last survey knew them
  block: () => { const home = block(); return Object.entries(elements).flatMap(([at, one]) => !one.gone && home.contains(one.el) ? [Number(at)] : []); },
  button,
  buttons: () => [...new Set(P.pressables(block()).map(el => P.wordsOf(el)[0]).filter(Boolean))].slice(0, 20),
  // a tab that says who is logging in; a link would lead away
  tab: () => asked.words.flatMap(word => named(body, word)).find(el => !P.placeOf(el).startsWith("to:")) || null,
};
return takes[asked.take]();
