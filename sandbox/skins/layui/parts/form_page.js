/* The page inside a form's window. It closes only when the portal has kept what was sent; a refusal leaves it as it was. */
(function (skin) {
  "use strict";

  const { $ } = layui;

  window.formPage = (name) => {
    const portal = skin.portal(name, hooks);
    const { form, more, picker, saving, saved, act } = window.parent.handed;
    const drawn = skin.drawForm("#form", "work", form, portal);
    document.title = form.title;

    function save() {
      portal.post(saving, skin.forms.posted(form, drawn.values(), more)).then((reply) => {
        if (!reply) return;
        saved(reply);
        skin.closeMe();
      });
    }

    $("#foot").html(skin.buttons(form.buttons));
    const acts = Object.fromEntries(skin.ACTS.map((name_) => [name_, () => { skin.closeMe(); act(name_, more.planId); }]));
    skin.wire("#foot", portal, form.buttons, {
      ...(act && acts),
      save() {
        if (!drawn.valid()) return;
        if (form.question) hooks.ask(form.question, save);
        else save();
      },
      close: skin.closeMe,
    });
    $("#form").on("click", "button[data-picks]", function () {
      const field = form.fields.find((one) => one.column === $(this).attr("data-picks"));
      skin.openPicker(portal, picker, (leaf) => {
        const taken = {};
        skin.forms.take(field, leaf, taken);
        drawn.write(taken);
      });
    });
  };
})(window.skin);
