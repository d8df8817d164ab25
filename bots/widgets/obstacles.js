// What a login page asks for that only a person has: the words beside a field, or in place of one.
const HARD = /验证码|校验码|动态(码|口令|密码)|短信码|图形码|UKEY|U盾|数字证书(登录)?密码|PIN码|拖动滑块|滑动验证/i;
const near = el => {
  const texts = [el.placeholder, el.title, el.alt, el.getAttribute("aria-label"), ...[...(el.labels || [])].map(l => l.textContent)];
  const deep = el.matches("input") ? 8 : 3; // as far as it is about this field alone, however deep it is wrapped
  for (let at = el, i = 0; at && i < deep; at = at.parentElement, i += 1) {
    if (P.fields(at).length > 1) break;
    texts.push(at.textContent);
  }
  const cell = el.closest("td");
  if (cell && cell.previousElementSibling) texts.push(cell.previousElementSibling.textContent);
  if (el.previousElementSibling) texts.push(el.previousElementSibling.textContent);
  return texts.filter(Boolean).map(P.squeeze).filter(t => t.length < 40);
};
const found = [...P.fields(document), ...document.querySelectorAll("img, canvas, iframe")].filter(P.shown)
  .flatMap(near).find(words => HARD.test(words));
const slider = [...document.querySelectorAll("div, span")].find(el => !el.childElementCount && P.shown(el) && /拖动滑块|滑动验证|点击完成验证/.test(el.textContent));
const said = [...document.querySelectorAll("body *")].filter(el => !el.childElementCount && el.textContent.length < 80 && P.shown(el))
  .map(el => el.textContent.trim()).filter(Boolean);
return {
  hard: found || (slider ? slider.textContent.trim() : ""),
  passwords: P.passwords(document).length,
  said: [...new Set(said)].slice(0, 300),
};
