/* Work is done in windows: layers with a frame inside, which finds what it was handed in the window that opened it. */
(function (skin) {
  "use strict";

  const { layer } = layui;

  skin.closeMe = () => {
    const { layer: outer } = window.parent.layui;
    outer.close(outer.getFrameIndex(window.name));
  };

  /* The form is asked for first: a portal that refuses opens no window. */
  skin.openForm = (portal, path, asked, handed) => portal.get(path, asked).then((reply) => {
    if (!reply) return;
    window.handed = { form: reply.form, more: {}, ...handed };
    layer.open({
      type: 2, title: skin.escape(reply.form.title), content: "form.html", maxmin: true,
      area: reply.form.across > 2 ? ["97%", "94%"] : ["900px", "92%"],
    });
  });

  skin.openPicker = (portal, picker, take) => {
    window.handed = { picker };
    const chosen = (index) => window[`layui-layer-iframe${index}`].chosen();
    layer.open({
      type: 2, title: skin.escape(picker.title), content: "picker.html", area: ["500px", "92%"],
      ...skin.layerButtons(portal, picker.buttons, (index) => ({
        take() {
          const leaf = chosen(index);
          if (!leaf) return hooks.say(picker.leafOnly, "error");
          take(leaf);
          return layer.close(index);
        },
        close: () => layer.close(index),
      })),
    });
  };
})(window.skin);
