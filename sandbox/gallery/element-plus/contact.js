/* A form in a dialog; `nested` gives it a second dialog on top. */
(function () {
  "use strict";

  window.ContactDialog = {
    template: "#contact-dialog",
    props: { title: { type: String, required: true }, nested: Boolean },
    data: function () { return { open: false, innerOpen: false, contact: { name: "", phone: "" }, unit: "" }; },
    methods: {
      press: kit.press,
      show: function () { this.open = true; },
    },
  };
})();
