// A tree that drops down below its field: only what has nothing under it can be taken.
function showTree(field) {
  const at = $(field).offset();
  $("#treeBox").css({ left: at.left, top: at.top + field.offsetHeight }).slideDown("fast");
  $("body").on("mousedown", leaveTree);
}

function hideTree() {
  $("#treeBox").fadeOut("fast");
  $("body").off("mousedown", leaveTree);
}

function leaveTree(event) {
  if (!$(event.target).closest("#treeBox, [name=catalogue]").length) hideTree();
}

function takeBranch(node) {
  if (node.isParent) return;
  document.planForm.catalogue.value = node.name;
  document.planForm.catalogueCode.value = node.code;
  hideTree();
}

$(() => itemTree($("#catalogueTree"), takeBranch));
