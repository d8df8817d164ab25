/* The page inside a form's window. It closes only when the portal has kept what was sent; a refusal leaves it as it was. */
(function (skin) {
  "use strict";

  const { $ } = layui;

  /* What is only looked at, in a table of cells instead of a form. */
  function cells(form) {
    const rows = skin.forms.cells(form, skin.forms.values(form)).map((cell) =>
      `<tr><td>${skin.escape(cell.label)}</td><td>${skin.escape(cell.words)}</td></tr>`);
    const note = form.seenNote ? `<div class="form-note">${skin.escape(form.seenNote)}</div>` : "";
    $("#form").hide().before(`${note}<table class="layui-table seen"><tbody>${rows.join("")}</tbody></table>`);
  }

  window.formPage = (name) => {
    const portal = skin.portal(name, hooks);
    const handed = skin.handed();
    const { form, more, picker, saving, act } = handed;
    const saved = handed.saved || ((reply) => hooks.say(reply.msg, "success"));
    const looked = form.locked && form.shows && form.shows !== "form";
    if (looked) cells(form);
    const drawn = looked ? null : skin.drawForm("#form", "work", form, portal);
    document.title = form.title;

    function save() {
      portal.post(saving, skin.forms.posted(form, drawn.values(), more)).then((reply) => {
        if (!reply) return;
        if (form.after === "result") hooks.tell(skin.forms.result(reply), () => { saved(reply); skin.closeMe(); });
        else follow(reply);
      });
    }

    /* What follows a save, on this portal. */
    function follow(reply) {
      saved(reply);
      if (form.after === "stays" || form.after === "shows") {
        const asked = skin.forms.seen(handed.path, more, reply);
        portal.get(handed.path, asked).then((seen) => {
          if (!seen) return;
          const look = form.after === "stays" ? { shows: "form" } : {};
          const next = { ...handed, form: { ...seen.form, ...look, opens: form.opens }, more: asked };
          if (handed.saved) window.parent.handed = next;
          else sessionStorage.setItem("handed", JSON.stringify(next));
          window.location.reload();
        });
        return;
      }
      if (form.after === "details" && handed.path === "plan/form") {
        const place = handed.saved ? window.parent : window;
        place.location.href = `details.html?planId=${encodeURIComponent(reply.id)}`;
      } else skin.closeMe();
    }

    const acts = Object.fromEntries(skin.ACTS.map((name_) => [name_, () => {
      if (!act) sessionStorage.setItem("act", `${name_}:${more.planId}`);
      skin.closeMe();
      if (act) act(name_, more.planId);
    }]));
    const actions = {
      ...(handed.path === "plan/form" && acts),
      save() {
        const fine = drawn.valid();
        if (form.sections === "steps") foot(drawn.place.step());
        if (!fine) return;
        if (form.question) hooks.ask(form.question, save);
        else save();
      },
      close: skin.closeMe,
      next() { if (drawn.stepValid()) turn(1); },
      back: () => turn(0),
    };

    function foot(step) {
      const shown = skin.forms.buttons(form, step);
      $("#foot").off("click").html(skin.buttons(shown));
      skin.wire("#foot", portal, shown, actions);
    }

    function turn(step) {
      drawn.place.turn(step);
      foot(step);
    }

    foot(0);
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
