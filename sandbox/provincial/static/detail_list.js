/* 明细管理: one line a plan. */
function planId() { return document.listForm.planId.value; }
function reloadList() { send("/sdgp/detail/list.do"); }
function backToPlans() { window.location = "/sdgp/plan/list.do"; }

function openForm(op) {
  openPopup("/sdgp/detail/form.do?op=" + op + "&planId=" + planId(), "detailForm", 820, 380);
}

function addDetail(lines) {
  if (lines > 0) { alert("一个计划只能有一条明细"); return; }
  openForm("add");
}

function modifyDetail() { if (tickedRow()) { openForm("modify"); } }
function viewDetail() { if (tickedRow()) { openForm("view"); } }

function deleteDetail() {
  if (tickedRow() && confirm("确定要删除所选明细吗？")) { send("/sdgp/detail/delete.do"); }
}
