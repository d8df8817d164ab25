// jQuery UI 1: a field that suggests (autocomplete), and a drop-down drawn in place of a native select (selectmenu).
//   <input class="ui-autocomplete-input"> … at the end of the page: <ul class="ui-menu ui-autocomplete"><li class="ui-menu-item"><div>询价
//   <select style="display: none"><span class="ui-selectmenu-button" aria-owns="m-menu"><span class="ui-selectmenu-text">询价
//   <div class="ui-selectmenu-menu ui-selectmenu-open"><ul id="m-menu"><li class="ui-menu-item"><div>询价
const entries = panel => [...panel.querySelectorAll(".ui-menu-item")].filter(P.shown).map(li => ({
  el: li.querySelector(".ui-menu-item-wrapper, a, div") || li, disabled: li.matches(".ui-state-disabled"),
}));
const nativeOf = el => el.previousElementSibling?.tagName === "SELECT" ? el.previousElementSibling : null;
const touches = (el, box) => {
  const field = el.getBoundingClientRect();
  return (Math.abs(box.top - field.bottom) < 8 || Math.abs(box.bottom - field.top) < 8) && box.left < field.right && box.right > field.left;
};
const TEXT = ".ui-selectmenu-text";
const BUTTON = ".ui-selectmenu-button";

toolkits.push({
  name: "jqueryui",
  panels: ".ui-autocomplete, .ui-selectmenu-menu",
  label: el => el.matches(BUTTON) ? nativeOf(el)?.labels?.[0] : null,
  parts: [
    {
      at: ".ui-autocomplete-input",
      kind: "select",
      panel: el => [...document.querySelectorAll(".ui-autocomplete")].find(menu => P.shown(menu) && touches(el, menu.getBoundingClientRect())) || null,
      items: entries,
      search: el => el,
    },
    {
      at: BUTTON,
      kind: "select",
      field: () => null,
      value: el => clean((el.querySelector(TEXT) || el).textContent),
      readOnly: () => false,
      disabled: el => el.matches(".ui-state-disabled, .ui-selectmenu-disabled"),
      panel: el => document.getElementById(el.getAttribute("aria-owns") || "")?.closest(".ui-selectmenu-open") || null,
      items: entries,
      held: el => nativeOf(el) && [...nativeOf(el).selectedOptions].map(option => option.value),
      postedAs: el => nativeOf(el)?.name || "",
    },
  ],
});
