/* Buttons as they are described, in their order; whoever holds them hears `press`. */
skin.parts.SkinButtons = {
  props: { buttons: { type: Array, default: function () { return []; } }, link: Boolean, size: { type: String, default: "default" } },
  emits: ["press"],
  template: `
<span class="skin-buttons">
  <el-button v-for="(button, place) in buttons" :key="place" v-show="!button.hidden" :disabled="button.disabled" :link="link"
    :type="link || button.primary ? 'primary' : ''" :size="size" @click="$emit('press', button)">{{ button.label }}</el-button>
</span>`
};
