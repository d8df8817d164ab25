// My97 DatePicker, as JSP pages call it: an input that opens a calendar in a frame of its own at the end of the page.
//   <input class="Wdate" readonly onfocus="WdatePicker()">
//   <iframe> … <a class="NavImg NavImgll"><input class="yminput" value="九月"> … <td class="Wday">18
toolkits.push({
  name: "wdatepicker",
  parts: [{ at: "input.Wdate, input[onclick*=WdatePicker], input[onfocus*=WdatePicker]", kind: "date" }],
  arrows: { "year-1": ".navImgll a, .NavImgll", "month-1": ".navImgl a, .NavImgl", "month1": ".navImgr a, .NavImgr", "year1": ".navImgrr a, .NavImgrr" },
});
