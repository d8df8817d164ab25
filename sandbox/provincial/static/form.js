/* 保存 asks before it posts; a form in parts looks first whether anything is missing that is not in sight. */
var sections = null;
function saveForm(form) {
  if (sections && sections.missing()) { return; }
  if (confirm("确定要保存吗？")) { form.submit(); }
}

function sendAgain(form) {
  form.confirmed.value = "1";
  form.submit();
}

/* A button that no act stands behind. */
function pressed(button) {
  var request = new XMLHttpRequest();
  request.open("POST", "/sdgp/api/press.do", true);
  request.setRequestHeader("Content-Type", "application/json");
  request.send(JSON.stringify({ label: button.value || button.alt || button.innerText }));
}
