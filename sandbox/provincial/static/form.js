/* 保存 asks before it posts. */
function saveForm(form) {
  if (confirm("确定要保存吗？")) { form.submit(); }
}

function sendAgain(form) {
  form.confirmed.value = "1";
  form.submit();
}
