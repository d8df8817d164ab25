/* 采购计划维护: the toolbar acts on the ticked row; the list is asked for by a form post. */
function reloadList() { send("/sdgp/plan/list.do"); }
function runQuery() { goPage(1); }

function goPage(page) {
  document.listForm.pageNo.value = page;
  send("/sdgp/plan/list.do");
}

function clearQuery() {
  var controls = document.listForm.elements;
  for (var i = 0; i < controls.length; i++) {
    var control = controls[i];
    if (control.tagName == "SELECT") { control.selectedIndex = 0; }
    if (control.type == "text" && control.name) { control.value = ""; }
  }
}

function addPlan() { openPopup("/sdgp/plan/form.do?op=add", "planForm", 1040, 470); }

function modifyPlan() {
  var id = tickedRow();
  if (id) { openPopup("/sdgp/plan/form.do?op=modify&planId=" + id, "planForm", 1040, 470); }
}

function viewPlan() {
  var id = tickedRow();
  if (id) { openPopup("/sdgp/plan/form.do?op=view&planId=" + id, "planForm", 1040, 470); }
}

function openLog() {
  var id = tickedRow();
  if (id) { openPopup("/sdgp/plan/log.do?planId=" + id, "planLog", 820, 420); }
}

function openDetails() {
  var id = tickedRow();
  if (id) { window.location = "/sdgp/detail/list.do?planId=" + id; }
}

function deletePlan() {
  var id = tickedRow();
  if (id && confirm("确定要删除所选计划吗？")) {
    document.listForm.planId.value = id;
    send("/sdgp/plan/delete.do");
  }
}

function submitPlan() {
  var id = tickedRow();
  if (id && confirm("确定提交所选计划吗？")) {
    document.listForm.planId.value = id;
    send("/sdgp/plan/submit.do");
  }
}

/* What was asked for on a page of its own that showed a plan. */
window.onload = function () {
  var asked = (window.sessionStorage.act || "").split(":");
  delete window.sessionStorage.act;
  if (asked[1]) { actOn(asked[0], asked[1]); }
};
