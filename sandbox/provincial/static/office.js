/* What every list of the back office does: the ticked row, popups, and the form that carries the query along. */
function tickedRow() {
  var boxes = document.getElementsByName("ids"), ticked = [];
  for (var i = 0; i < boxes.length; i++) {
    if (boxes[i].checked) { ticked.push(boxes[i].value); }
  }
  if (ticked.length != 1) { alert("请选择一条记录"); return null; }
  return ticked[0];
}

/* What a button of a row's own acts on. */
function onlyRow(button) {
  var row = button, boxes = document.getElementsByName("ids");
  while (row.tagName != "TR") { row = row.parentNode; }
  for (var i = 0; i < boxes.length; i++) { boxes[i].checked = false; }
  row.getElementsByTagName("input")[0].checked = true;
}

function openPopup(address, name, width, height) {
  var how = document.body.getAttribute("data-opens");
  if (how == "page" && /form[.]do/.test(address)) {
    window.sessionStorage.list = window.location.pathname.replace("/plan/delete.do", "/plan/list.do").replace("/plan/submit.do", "/plan/list.do") +
      (document.listForm.planId.value ? "?planId=" + document.listForm.planId.value : "");
    window.location = address;
    return;
  }
  if (how == "layer" && /form[.]do/.test(address)) { openLayer(address, width, height); return; }
  var left = Math.max((screen.width - width) / 2, 0), top = Math.max((screen.height - height) / 2 - 30, 0);
  var popup = window.open(address, name, "width=" + width + ",height=" + height + ",left=" + left + ",top=" + top +
    ",scrollbars=yes,resizable=yes,status=no,toolbar=no,menubar=no,location=no");
  if (popup) { popup.focus(); }
}

function send(action) {
  document.listForm.action = action;
  document.listForm.submit();
}

function sendAgain() {
  document.listForm.confirmed.value = "1";
  send(window.location.pathname);
}

/* A menu of what can be done with one row, where it was asked for. */
function rowMenu(event, place, name) {
  var menu = document.getElementById(name);
  onlyRow(place);
  hideMenus();
  menu.style.left = event.clientX + window.pageXOffset + "px";
  menu.style.top = event.clientY + window.pageYOffset + "px";
  menu.style.display = "block";
  event.stopPropagation();
  return false;
}

function hideMenus() {
  var menus = document.querySelectorAll(".row-menu");
  for (var i = 0; i < menus.length; i++) { menus[i].style.display = "none"; }
}

document.addEventListener("click", hideMenus);

/* Buttons that wait for one row to be ticked. */
document.addEventListener("change", function () {
  var ticked = document.querySelectorAll("input[name=ids]:checked").length, waiting = document.querySelectorAll("[data-waits]");
  for (var i = 0; i < waiting.length; i++) { waiting[i].disabled = ticked != 1; }
});

/* What a popup asks for that shows a plan and what can be done with it. */
function actOn(id, action) {
  var boxes = document.getElementsByName("ids");
  for (var i = 0; i < boxes.length; i++) { boxes[i].checked = boxes[i].value == id; }
  window.focus();
  ({ modify: modifyPlan, details: openDetails, submit: submitPlan, log: openLog, "delete": deletePlan })[action]();
}

/* Once the layer is gone: a browser opens no window for a frame that has been taken away. */
function actSoon(id, action) { setTimeout(function () { actOn(id, action); }, 0); }

/* A layer over the list, with the form's page in a frame. */
function openLayer(address, width, height) {
  var layer = document.createElement("div");
  layer.id = "formLayer";
  layer.className = "notice-layer";
  layer.innerHTML = "<div class='form-layer' style='width:" + (width + 20) + "px'><div class='form-layer-head'><a href='javascript:closeLayer()' title='关闭'>×</a></div>" +
    "<iframe frameborder='0' width='100%' height='" + (height + 90) + "' src='" + address + "'></iframe></div>";
  document.body.appendChild(layer);
}

function closeLayer() {
  var layer = document.getElementById("formLayer");
  if (layer) { layer.parentNode.removeChild(layer); }
}
