/* 系统公告: a layer over the whole page, whichever frame was told of it. */
(function (mall) {
  "use strict";

  mall.notice = function (text) {
    var layer = mall.make("div", "notice-layer");
    var card = layer.appendChild(mall.make("div", "notice-card"));
    var close = function () { layer.remove(); };
    card.appendChild(mall.make("div", "notice-title", "系统公告"));
    card.appendChild(mall.make("div", "notice-text", text));
    card.appendChild(mall.make("div", "notice-sign", "聊城市公共资源交易中心（聊城市政府采购中心）"));
    card.appendChild(mall.button("我知道了", "btn-primary", close));
    document.body.appendChild(layer);
  };

  document.addEventListener("DOMContentLoaded", function () {
    var text = document.body.dataset.notice;
    if (text) { (window.top.mall || mall).notice(text); }
  });
})(window.mall = window.mall || {});
