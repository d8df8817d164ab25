/* The two windows behind 选择: a drawer with the lazy tree of items, a dialog with the two lists of experts. */
(function () {
  "use strict";

  window.ItemDrawer = {
    template: "#item-drawer",
    emits: ["picked"],
    data: function () { return { open: false, node: null, itemProps: kit.itemProps }; },
    methods: {
      loadItems: kit.loadItems,
      show: function () { this.node = null; this.open = true; },
      choose: function (node) { this.node = node.leaf ? node : null; },
      close: function (name) { kit.press(name); this.open = false; },
      take: function () {
        kit.press("确定");
        if (!this.node) { this.$message.warning("请选择末级品目"); return; }
        this.$emit("picked", this.node);
        this.open = false;
      },
    },
  };

  window.ExpertDialog = {
    template: "#expert-dialog",
    props: { modelValue: { type: Array, required: true } },
    emits: ["update:modelValue"],
    data: function () { return { open: false, chosen: [], people: words.people }; },
    methods: {
      show: function () { this.chosen = this.modelValue.slice(); this.open = true; },
      close: function (name) { kit.press(name); this.open = false; },
      take: function () {
        this.$emit("update:modelValue", this.chosen.slice());
        this.close("确定");
      },
    },
  };
})();
