/* A calendar that floats below a read-only input; choosing a day fires the input's change event. */
var calendar = { box: null, input: null, year: 0, month: 0 };

function openCalendar(input) {
  var day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(input.value), today = new Date();
  calendar.input = input;
  calendar.year = day ? +day[1] : today.getFullYear();
  calendar.month = day ? +day[2] - 1 : today.getMonth();
  if (!calendar.box) {
    calendar.box = document.createElement("div");
    calendar.box.className = "calendar";
    document.body.appendChild(calendar.box);
  }
  var place = input.getBoundingClientRect();
  calendar.box.style.left = Math.min(place.left, document.body.clientWidth - 200) + window.pageXOffset + "px";
  calendar.box.style.top = place.bottom + window.pageYOffset + "px";
  calendar.box.style.display = "block";
  drawCalendar();
}

function moveCalendar(months) {
  var moved = new Date(calendar.year, calendar.month + months, 1);
  calendar.year = moved.getFullYear();
  calendar.month = moved.getMonth();
  drawCalendar();
}

function drawCalendar() {
  var head = '<table class="calendar-head" cellspacing="0" width="100%"><tr>' +
    '<td title="上一年" onclick="moveCalendar(-12)">&lt;&lt;</td><td title="上一月" onclick="moveCalendar(-1)">&lt;</td>' +
    '<td class="calendar-month">' + calendar.year + "年" + (calendar.month + 1) + "月</td>" +
    '<td title="下一月" onclick="moveCalendar(1)">&gt;</td><td title="下一年" onclick="moveCalendar(12)">&gt;&gt;</td></tr></table>';
  var foot = '<div class="calendar-foot"><a href="javascript:todayInCalendar()">今天</a>　' +
    '<a href="javascript:chooseDay(\'\')">清空</a>　<a href="javascript:closeCalendar()">关闭</a></div>';
  calendar.box.innerHTML = head + calendarDays() + foot;
}

function calendarDays() {
  var first = new Date(calendar.year, calendar.month, 1).getDay();
  var count = new Date(calendar.year, calendar.month + 1, 0).getDate();
  var rows = '<tr><th>日</th><th>一</th><th>二</th><th>三</th><th>四</th><th>五</th><th>六</th></tr><tr>';
  for (var blank = 0; blank < first; blank++) { rows += "<td>&nbsp;</td>"; }
  for (var day = 1; day <= count; day++) {
    var text = calendar.year + "-" + twoDigits(calendar.month + 1) + "-" + twoDigits(day);
    rows += '<td class="day' + (text == calendar.input.value ? " picked" : "") + '" onclick="chooseDay(\'' + text + '\')">' +
      day + "</td>" + ((first + day) % 7 == 0 ? "</tr><tr>" : "");
  }
  return '<table class="calendar-days" cellspacing="1" width="100%">' + rows + "</tr></table>";
}

function twoDigits(number) { return (number < 10 ? "0" : "") + number; }

function todayInCalendar() {
  var today = new Date();
  chooseDay(today.getFullYear() + "-" + twoDigits(today.getMonth() + 1) + "-" + twoDigits(today.getDate()));
}

function chooseDay(text) {
  var changed = calendar.input.value != text;
  calendar.input.value = text;
  closeCalendar();
  if (changed) { calendar.input.dispatchEvent(new Event("change", { bubbles: true })); }
}

function closeCalendar() { calendar.box.style.display = "none"; }

document.addEventListener("mousedown", function (event) {
  if (calendar.box && event.target != calendar.input && !calendar.box.contains(event.target)) { closeCalendar(); }
});
