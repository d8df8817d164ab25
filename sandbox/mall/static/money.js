/* 单价 × 数量 in whole numbers: floats lose 分. Both may have two decimals; the product is rounded half up to 分. */
(function (mall) {
  "use strict";

  var NUMBER = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

  function hundredths(text) {
    var match = NUMBER.exec(text.trim().replace(/,/g, ""));
    return match ? BigInt(match[1]) * 100n + BigInt(((match[2] || "") + "00").slice(0, 2)) : null;
  }

  mall.product = function (price, quantity) {
    var a = hundredths(price);
    var b = hundredths(quantity);
    if (a === null || b === null) { return ""; }
    var cents = (a * b + 50n) / 100n;
    return cents / 100n + "." + String(cents % 100n).padStart(2, "0");
  };
})(window.mall = window.mall || {});
