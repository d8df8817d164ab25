/* Work is done in windows: layers with a frame inside, which finds what it was handed in the window that opened it. */
(function (skin) {
  "use strict";

  const { layer } = layui;

  const alone = window.location.search === "?alone=1"; // a form in the place of the list
  skin.handed = () => (alone ? JSON.parse(sessionStorage.getItem("handed")) : window.parent.handed);

  skin.closeMe = () => {
    if (alone) { window.location.href = skin.handed().back; return; }
    const { layer: outer } = window.parent.layui;
    outer.close(outer.getFrameIndex(window.name));
  };

  /* The form is asked for first: a portal that refuses opens no window. */
  skin.openForm = (portal, path, asked, handed) => portal.get(path, asked).then((reply) => {
    if (!reply) return;
    const { form } = reply;
    const all = { form: { ...form, ...handed.look }, more: {}, path, back: window.location.pathname + window.location.search, ...handed };
    if (all.form.opens === "page") {
      sessionStorage.setItem("handed", JSON.stringify(all));
      window.location.href = "form.html?alone=1";
      return;
    }
    window.handed = all;
    const wide = form.across > 2;
    const drawer = { offset: "r", anim: "slideLeft", area: [wide ? "86%" : "62%", "100%"] };
    layer.open({
      type: 2, title: skin.escape(form.title), content: "form.html", maxmin: all.form.opens !== "drawer",
      ...(all.form.opens === "drawer" ? drawer : { area: wide ? ["97%", "94%"] : ["900px", "92%"] }),
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
