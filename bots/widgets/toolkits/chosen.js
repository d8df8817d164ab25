// Chosen 1: the native select stays on the page, hidden; what a clerk sees is the element after it.
//   <select style="display: none"><div class="chosen-container chosen-container-single"><a class="chosen-single"><span>询价</span></a>
//     <div class="chosen-drop"><input class="chosen-search-input"><ul class="chosen-results"><li class="active-result">公开招标
//   chosen-container-multi: <ul class="chosen-choices"><li class="search-choice"><span>一般预算</span><a class="search-choice-close">
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";
const AT = ".chosen-container";
const nativeOf = el => el.previousElementSibling?.tagName === "SELECT" ? el.previousElementSibling : null;
const multiple = el => el.matches(".chosen-container-multi");
const tags = el => all(el, ".search-choice").map(tag => ({ text: says(one(tag, "span")), remove: one(tag, ".search-choice-close") }));

toolkits.push({
  name: "chosen",
  panels: ".chosen-drop",
  label: el => el.matches(AT) ? nativeOf(el)?.labels?.[0] : null,
  required: el => (el.matches(AT) && nativeOf(el)?.required) || null,
  parts: [{
    at: AT,
    kind: "select",
    field: () => null,
    value: el => multiple(el) ? tags(el).map(tag => tag.text).join("、") : says(one(el, ".chosen-single:not(.chosen-default) span")),
    readOnly: () => false,
    disabled: el => el.matches(".chosen-disabled"),
    opener: el => one(el, ".chosen-single") || one(el, ".chosen-choices .search-field input"),
    panel: el => el.matches(".chosen-with-drop") ? one(el, ".chosen-drop") : null,
    items: panel => all(panel, ".active-result, .disabled-result, .result-selected").filter(P.shown).map(el => ({
      el, disabled: !el.matches(".active-result"), chosen: el.matches(".result-selected"),
    })),
    scroller: panel => one(panel, ".chosen-results"),
    search: (el, panel) => panel && all(el, ".chosen-search-input").find(P.shown) || null,
    multiple,
    tags,
    held: el => nativeOf(el) && [...nativeOf(el).selectedOptions].map(option => option.value),
    postedAs: el => nativeOf(el)?.name || "",
  }],
});
