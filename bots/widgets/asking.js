// A page of its own that asks before it does what was pressed: a question, or 请核对…, and around it one button that confirms
// (`asked.words`) beside one that goes back (`asked.back`), and nothing to fill in. A dialog that asks is answered elsewhere.
const QUESTION = /(确定|确认|是否|继续)[^?？]{0,40}[?？][^?？]{0,30}$|^请(您)?(再次|再|仔细|认真)*(核对|确认|核实|检查)/, LONGEST = 120;
const asks = () => {
  if (!P.frameShown() || P.topBox()) return null;
  const texts = P.innermost([...document.body.querySelectorAll("h1, h2, h3, h4, h5, h6, p, div, span, td, th, b, strong, label, legend, font, center")]
    .filter(el => el.textContent.length <= LONGEST && QUESTION.test(P.squeeze(el.textContent)) && P.shown(el)));
  for (const el of texts) {
    for (let at = el.parentElement; at; at = at.parentElement) {
      if (P.fields(at).some(field => P.usable(field) && !field.readOnly)) break;
      const agrees = P.pressable(at, asked.words).filter(P.usable);
      if (agrees.length > 1) break;
      if (agrees.length === 1 && P.pressable(at, asked.back).length) return { text: P.text(el), agrees: agrees[0] };
    }
  }
  return null;
};
const found = asks();
return asked.pick ? found && found.agrees : { text: found ? found.text : "" };
