// bootstrap-select 1: the native select lies inside, hidden; a button shows what is chosen.
//   <div class="bootstrap-select"><select></select><button class="dropdown-toggle bs-placeholder"><div class="filter-option">请选择
//     <div class="dropdown-menu show"><div class="bs-searchbox"><input></div><ul class="dropdown-menu inner"><li class="selected"><a><span class="text">询价
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const AT = ".bootstrap-select:has(.dropdown-toggle)";
const nativeOf = el => one(el, "select");
const button = el => one(el, ".dropdown-toggle");
const several = el => Boolean(nativeOf(el)?.multiple);
// An option may show other words than its own: as content of its own, as a short name once it is chosen.
const menu = el => {
  if (button(el).getAttribute("aria-expanded") !== "true" && !el.matches(".open, .show")) return null;
  return one(el, ":scope > .dropdown-menu") || all(document, ".bs-container.open > .dropdown-menu, .bs-container > .dropdown-menu.show").find(P.shown) || null;
};

toolkits.push({
  name: "bootstrap-select",
  panels: ".bootstrap-select > .dropdown-menu, .bs-container",
  label: el => el.matches(AT) ? nativeOf(el)?.labels?.[0] : null,
  required: el => (el.matches(AT) && nativeOf(el)?.required) || null,
  parts: [{
    at: AT,
    kind: "select",
    field: () => null,
    value: el => several(el) ? [...nativeOf(el).selectedOptions].map(option => clean(option.title || option.text)).join("、")
      : button(el).matches(".bs-placeholder") ? "" : clean((one(button(el), ".filter-option-inner-inner, .filter-option") || button(el)).textContent),
    readOnly: () => false,
    disabled: el => button(el).matches(".disabled, :disabled"),
    opener: button,
    panel: menu,
    items: panel => all(panel, ".inner li:not(.divider, .dropdown-divider, .dropdown-header, .no-results, .status)").filter(P.shown).map(li => ({
      el: one(li, "a") || li, text: clean((one(li, ".text") || li).textContent),
      chosen: li.matches(".selected") || Boolean(one(li, "a.selected")), disabled: li.matches(".disabled") || Boolean(one(li, "a.disabled")),
    })).filter(({ text }) => text),
    scroller: panel => one(panel, "div.inner") || one(panel, "ul.inner"),
    search: (el, panel) => panel && one(panel, ".bs-searchbox input"),
    multiple: several,
    held: el => nativeOf(el) && [...nativeOf(el).selectedOptions].map(option => option.value),
    postedAs: el => nativeOf(el)?.name || "",
  }],
});
