/* How layui speaks: layer's messages of three seconds, its alerts and questions; one loading layer however much is under way. */
(function () {
  "use strict";

  const { layer, util } = layui;
  let waiting = 0;
  let mask = 0;

  window.hooks = {
    say(text, kind, then) {
      layer.msg(util.escape(text), { icon: kind === "success" ? 1 : 2, time: 3000 });
      if (then) then();
    },

    ask(text, yes, no) {
      layer.confirm(util.escape(text), { icon: 3, title: "提示", cancel: no }, (index) => {
        layer.close(index);
        yes();
      }, no);
    },

    tell(text, then) {
      layer.alert(util.escape(text), { icon: 1, title: "操作结果", btn: ["返回列表"], closeBtn: 0 }, (index) => {
        layer.close(index);
        then();
      });
    },

    over(text, then) {
      layer.alert(util.escape(text), { icon: 0, title: "系统提示", closeBtn: 0 }, then);
    },

    /* A page layer, since a message would close another message. */
    notice(text) {
      layer.open({
        type: 1, title: "系统公告", area: ["60%", "60%"], btn: ["我知道了"],
        content: `<div class="notice">${util.escape(text)}</div>`,
      });
    },

    busy() {
      waiting += 1;
      if (!mask) mask = layer.load(2, { shade: [0.1, "#fff"] });
      return () => {
        waiting -= 1;
        if (waiting) return;
        layer.close(mask);
        mask = 0;
      };
    },
  };
})();
