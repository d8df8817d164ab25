// Date pickers of jQuery that hang on a plain input: bootstrap-datepicker, which leaves no mark on it, and jQuery UI's. A day
// that they do not offer may go on standing there when it was typed.
//   <input class="form-control">   with $(input).datepicker({format: 'yyyy-mm-dd', startDate: …})
//   <input class="hasDatepicker">  with $(input).datepicker({dateFormat: 'yy-mm-dd', altField: hiddenField})
const $of = () => window.jQuery;

// bootstrap-datepicker keeps its settings as the input's (or its group's) own data.
function bootstrapOf(el) {
  const holder = [el, el.parentElement].find(one => $of()(one).data("datepicker")?.getFormattedDate);
  return holder ? $of()(holder).data("datepicker") : null;
}
const bootstrap = {
  kind: "date",
  dating(el) {
    const { format, language } = bootstrapOf(el)?.o || {};
    const write = $of().fn.datepicker.DPGlobal?.formatDate;
    return { entry: "picked", order: write && format ? orderOf(write(new Date(Date.UTC(2001, 1, 3)), format, language)) : "" };
  },
  held: el => bootstrapOf(el) ? [bootstrapOf(el).getFormattedDate()] : null,
};

const jqueryUi = {
  kind: "date",
  dating(el) {
    const format = $of()(el).datepicker("option", "dateFormat");
    return { entry: "picked", order: orderOf($of().datepicker.formatDate(format, new Date(2001, 1, 3))) };
  },
  held(el) {
    const real = $of()(el).datepicker("option", "altField");
    return real && $of()(real).length ? [$of()(real).val()] : null;
  },
};

toolkits.push({
  name: "datepickers",
  panels: ".datepicker.dropdown-menu, .ui-datepicker:not(.ui-datepicker-inline)",
  arrows: {
    "month-1": ".datepicker-days .prev, .ui-datepicker-prev", "month1": ".datepicker-days .next, .ui-datepicker-next",
    "year-1": ".datepicker-months .prev, .datepicker-years .prev", "year1": ".datepicker-months .next, .datepicker-years .next",
  },
  find(root) {
    if (!$of()?.fn?.datepicker) return [];
    return [...root.querySelectorAll("input:not([type=hidden])")].flatMap(el =>
      el.matches(".hasDatepicker") ? [{ el, part: jqueryUi }] : bootstrapOf(el) ? [{ el, part: bootstrap }] : []);
  },
});
