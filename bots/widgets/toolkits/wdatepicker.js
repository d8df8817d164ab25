// My97 DatePicker, as JSP pages call it: an input that opens a calendar in a frame of its own at the end of the page.
//   <input class="Wdate" readonly onfocus="WdatePicker()"><input type="hidden" id="real">   with {vel: 'real'}
//   <iframe> … <a class="NavImg NavImgll"><input class="yminput" value="九月"> … <td class="Wday">18
const CALL = /WdatePicker\s*\(([^)]*)\)/;
const callOf = el => ["onfocus", "onclick"].map(name => (el.getAttribute(name) || "").match(CALL)).find(Boolean);
// Settings under which a text that is typed is all there is: no limits, no other notation, nobody who waits for a click.
const PLAIN = /^(\{?\s*((lang|skin|readOnly|isShowClear|firstDayOfWeek)\s*:\s*['"]?[\w-]*['"]?\s*,?\s*)*\}?)$/;

toolkits.push({
  name: "wdatepicker",
  parts: [{
    at: "input.Wdate, input[onclick*=WdatePicker], input[onfocus*=WdatePicker]",
    kind: "date",
    dating(el) {
      const call = callOf(el);
      const prompt = call?.[1].match(/dateFmt\s*:\s*['"]([^'"]*)/)?.[1] || "";
      return call && PLAIN.test(call[1].trim()) ? { entry: "typed" } : { entry: "picked", prompt };
    },
    // The value that is sent may lie in another field, in a notation of its own.
    held(el) {
      const name = el.initcfg?.vel || callOf(el)?.[1].match(/vel\s*:\s*['"]([^'"]*)/)?.[1];
      const real = name && document.getElementById(name.id || name);
      return real ? [real.value] : null;
    },
  }],
  arrows: { "year-1": ".navImgll a, .NavImgll", "month-1": ".navImgl a, .NavImgl", "month1": ".navImgr a, .NavImgr", "year1": ".navImgrr a, .NavImgrr" },
});
