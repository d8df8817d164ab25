/* A form that is kept: asked for, drawn, validated, asked about, posted. saving(place, {portal, path, asked, to, more, …}). */
window.saving = function (place, how) {
  "use strict";

  var made = null;

  function send() {
    how.portal.post(how.to, skin.forms.posted(made.form, made.values(), how.more)).then(function (reply) {
      if (!reply) { return; }
      hooks.say(reply.msg, "success");
      how.saved(reply);
    });
  }

  function save() {
    if (!made.valid()) { return; }
    if (made.form.question) { hooks.ask(made.form.question, send); } else { send(); }
  }

  how.portal.get(how.path, how.asked).then(function (reply) {
    if (!reply) { how.close(); return; }
    how.drawn(reply.form);
    made = new SkinForm(place, reply.form, {
      portal: how.portal, width: reply.form.across === 3 ? 172 : 220,
      press: function (button) {
        if (how.act && skin.ACTS.indexOf(button.action) >= 0) { how.act(button); return; }
        skin.press(how.portal, button, { save: save, close: how.close });
      },
      pick: function (field) {
        how.pick(function (item) {
          var values = $.extend({}, made.values());
          skin.forms.take(field, item, values);
          made.set(values);
        });
      }
    });
  });
};
