/* Buttons as they are described, in their order; whoever holds them hears `press`. */
Vue.component("skin-buttons", {
  props: ["buttons", "size", "text"],
  template: `
<span class="skin-buttons">
  <el-button v-for="(button, place) in buttons" :key="place" v-show="!button.hidden" :disabled="button.disabled"
    :type="text ? 'text' : button.primary ? 'primary' : 'default'" :size="size || 'small'"
    @click="$emit('press', button)">{{ button.label }}</el-button>
</span>`
});
