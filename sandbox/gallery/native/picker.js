// The window that gives an item back to the form that opened it.
let current = null;

function take() {
  if (!current || current.isParent) return alert("请选择末级品目！");
  window.opener.itemChosen({ code: current.code, title: current.title });
  return window.close();
}

$(() => itemTree($("#items"), (node) => { current = node; }));
