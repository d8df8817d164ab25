/* A form stands in a popup, in a layer over the list, or in the list's own frame; whichever it is, it can be left. */
function listPage() {
  if (window.opener) { return window.opener; }
  return window.parent != window && window.parent.closeLayer ? window.parent : null;
}

function leave(changed) {
  var list = listPage();
  if (!list) { window.location = window.sessionStorage.list || "/sdgp/plan/list.do"; return; }
  if (changed) { try { list.reloadList(); } catch (e) {} }
  if (window.opener) { window.close(); } else { list.closeLayer(); }
}

/* What can be done with the plan that is looked at is done by its list. */
function actFrom(id, action) {
  var list = listPage();
  if (list) { list.actSoon(id, action); } else { window.sessionStorage.act = id + ":" + action; }
  leave(false);
}
