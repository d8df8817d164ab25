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
