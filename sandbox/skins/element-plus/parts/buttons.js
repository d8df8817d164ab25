/* Buttons as they are described, in their order, a menu of others among them; whoever holds them hears `press`. */
skin.parts.SkinButtons = {
  props: {
    buttons: { type: Array, default: function () { return []; } }, link: Boolean, size: { type: String, default: "default" },
    ticked: Boolean
  },
  emits: ["press"],
  methods: {
    off: function (button) { return Boolean(button.disabled || button.needsRow && !this.ticked); }
  },
  template: `
<span class="skin-buttons">
  <template v-for="(button, place) in buttons" :key="place">
    <el-dropdown v-if="button.buttons" :trigger="place ? 'hover' : 'click'" @command="one => $emit('press', one)">
      <el-button link type="primary" :size="size">{{ button.label }}<el-icon><icon-arrow-down /></el-icon></el-button>
      <template #dropdown><el-dropdown-menu>
        <el-dropdown-item v-for="one in button.buttons" :key="one.label" :command="one">{{ one.label }}</el-dropdown-item>
      </el-dropdown-menu></template>
    </el-dropdown>
    <el-button v-else v-show="!button.hidden" :disabled="off(button)" :link="link"
      :type="link || button.primary ? 'primary' : ''" :size="size" @click="$emit('press', button)">{{ button.label }}</el-button>
  </template>
</span>`
};
