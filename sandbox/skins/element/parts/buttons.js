/* Buttons as they are described, in their order, a menu of others among them; whoever holds them hears `press`. */
Vue.component("skin-buttons", {
  props: ["buttons", "size", "text", "ticked"],
  methods: {
    off: function (button) { return Boolean(button.disabled || button.needsRow && !this.ticked); }
  },
  template: `
<span class="skin-buttons">
  <template v-for="(button, place) in buttons">
    <el-dropdown v-if="button.buttons" :key="place" size="small" :trigger="place ? 'hover' : 'click'" @command="$emit('press', $event)">
      <el-button type="text" :size="size || 'small'">{{ button.label }}<i class="el-icon-arrow-down el-icon--right"></i></el-button>
      <el-dropdown-menu slot="dropdown">
        <el-dropdown-item v-for="one in button.buttons" :key="one.label" :command="one">{{ one.label }}</el-dropdown-item>
      </el-dropdown-menu>
    </el-dropdown>
    <el-button v-else :key="place" v-show="!button.hidden" :disabled="off(button)"
      :type="text ? 'text' : button.primary ? 'primary' : 'default'" :size="size || 'small'"
      @click="$emit('press', button)">{{ button.label }}</el-button>
  </template>
</span>`
});
