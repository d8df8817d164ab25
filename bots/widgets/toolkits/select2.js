// select2 4 and 3.5: the native select (or input) stays on the page, hidden; what a clerk sees is the element beside it.
//   4:   <select class="select2-hidden-accessible"><span class="select2 select2-container"><span class="select2-selection" aria-owns="…results">
//          <span class="select2-selection__rendered" title="询价">, or <li class="select2-selection__choice"><span …choice__remove>
//        at the end of the page: <span class="select2-dropdown"><input class="select2-search__field"><ul class="select2-results__options" id="…results">
//   3.5: <div class="select2-container"><a class="select2-choice"><span class="select2-chosen">询价</span></a></div><select class="select2-offscreen">
//        at the end of the page: <div class="select2-drop select2-drop-active"><input class="select2-input"><ul class="select2-results">
const one = (el, selector) => el.querySelector(selector);
const all = (el, selector) => [...el.querySelectorAll(selector)];
const says = el => el ? clean(el.textContent) : "";

const sent = native => !native ? null : native.tagName === "SELECT" ? [...native.selectedOptions].map(option => option.value) : [native.value];

// The words of an entry, without the words that only tell what to do; those of a group stand before its entries.
const entries = (panel, selector, off, on) => all(panel, selector).filter(P.shown).map(el => ({
  el, disabled: el.matches(off) || Boolean(el.closest("[aria-disabled=true]")), chosen: el.matches(on),
}));

const FOUR = {
  at: ".select2-container:has(> .selection)",
  native: el => el.previousElementSibling?.matches(".select2-hidden-accessible") ? el.previousElementSibling : null,
  tags: el => all(el, ".select2-selection__choice").map(tag => ({
    text: tag.title || says(tag).replace(/^[×x]\s*|\s*[×x]$/g, ""), remove: one(tag, ".select2-selection__choice__remove"),
  })),
  multiple: el => one(el, ".select2-selection--multiple") !== null,
  shown: el => says(one(el, ".select2-selection__rendered:not(:has(.select2-selection__placeholder))")?.lastChild),
  disabled: el => el.matches(".select2-container--disabled"),
  opener: el => one(el, ".select2-search--inline .select2-search__field, textarea.select2-search__field") || one(el, ".select2-selection"),
  panel(el) {
    const own = one(el, "[aria-owns], [aria-controls]");
    const list = own && document.getElementById(own.getAttribute("aria-owns") || own.getAttribute("aria-controls"));
    return el.matches(".select2-container--open") && list ? list.closest(".select2-dropdown") : null;
  },
  items: panel => entries(panel, ".select2-results__option:not([role=group], .loading-results, .select2-results__message, .select2-results__option--load-more)",
    "[aria-disabled=true], .select2-results__option--disabled", "[aria-selected=true], .select2-results__option--selected"),
  busy: panel => one(panel, ".loading-results") !== null,
  scroller: panel => one(panel, ".select2-results__options"),
  search: (el, panel) => panel && [...all(panel, ".select2-search__field"), ...all(el, ".select2-search__field")].find(P.shown) || null,
};

const THREE = {
  at: ".select2-container:has(> .select2-choice, > .select2-choices)",
  native: el => el.nextElementSibling?.matches(".select2-offscreen") ? el.nextElementSibling : null,
  tags: el => all(el, ".select2-search-choice").map(tag => ({ text: says(tag), remove: one(tag, ".select2-search-choice-close") })),
  multiple: el => el.matches(".select2-container-multi"),
  shown: el => one(el, ".select2-default") ? "" : says(one(el, ".select2-chosen")),
  disabled: el => el.matches(".select2-container-disabled"),
  opener: el => one(el, ".select2-choice") || one(el, ".select2-choices .select2-input"),
  panel: el => el.matches(".select2-dropdown-open") ? all(document, ".select2-drop-active").find(P.shown) || null : null,
  items: panel => entries(panel, ".select2-result-selectable", ".select2-disabled", ".select2-selected"),
  busy: panel => one(panel, ".select2-searching, .select2-active") !== null,
  scroller: panel => one(panel, ".select2-results"),
  search: (el, panel) => panel && [...all(panel, ".select2-search:not(.select2-search-hidden) .select2-input"), ...all(el, ".select2-choices .select2-input")].find(P.shown) || null,
};

const part = way => ({
  ...way,
  kind: "select",
  field: () => null,
  value: el => way.multiple(el) ? way.tags(el).map(tag => tag.text).join("、") : way.shown(el),
  readOnly: () => false,
  held: el => sent(way.native(el)),
  postedAs: el => way.native(el)?.name || "",
});

toolkits.push({
  name: "select2",
  panels: ".select2-dropdown, .select2-drop",
  label: el => [FOUR, THREE].filter(way => el.matches(way.at)).map(way => way.native(el)?.labels?.[0]).find(Boolean),
  required: el => [FOUR, THREE].some(way => el.matches(way.at) && way.native(el)?.required) || null,
  parts: [part(FOUR), part(THREE)],
});
