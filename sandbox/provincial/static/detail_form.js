/* 金额 is computed when 单价 or 数量 change; 采购名称 comes from the picker. */
function computeAmount() {
  var form = document.detailForm, amount = form[names.amount];
  var price = parseFloat(form[names.price].value), quantity = parseFloat(form[names.quantity].value);
  if (isNaN(price) || isNaN(quantity)) { amount.value = ""; return; }
  amount.value = (Math.round(Math.round(price * 1000000) * Math.round(quantity * 100) / 100) / 1000000).toFixed(6);
}

function openPicker() {
  var left = Math.max((screen.width - 460) / 2, 0);
  window.open("/sdgp/item/picker.do", "itemPicker",
    "width=460,height=520,left=" + left + ",top=80,scrollbars=yes,resizable=yes");
}

/* Where the item is chosen in the form itself, code and name follow it. */
document.addEventListener("change", function (event) {
  var form = document.detailForm, name = itemNames[event.target.value];
  if (event.target.name != names.purchase_name || !name) { return; }
  if (names.item_code) { form[names.item_code].value = event.target.value; }
  if (names.item_name) { form[names.item_name].value = name; }
});
