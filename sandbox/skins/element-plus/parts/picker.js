/* 选择采购品目: a tree that asks for each branch when it is opened; a search shows what it finds in its place. */
skin.parts.SkinPicker = {
  mixins: [skin.vue.picker],
  props: { portal: { type: Object, required: true }, picker: { type: Object, required: true } },
  template: `
<el-drawer v-model="shown" :title="picker.title" size="460px" append-to-body :close-on-click-modal="false">
  <div class="picker-query">
    <span>{{ picker.query.label }}</span><el-input v-model="words" @keyup.enter="search" />
    <skin-buttons :buttons="picker.queryButtons" @press="press" />
  </div>
  <el-scrollbar v-if="shown" class="picker-tree">
    <el-table v-if="picker.columns.length" :data="found || []" row-key="code" highlight-current-row  border
      :empty-text="picker.nothing" @current-change="chosen = $event">
      <el-table-column width="50" align="center"><template #default="scope"><el-radio :value="scope.row.code"
        :model-value="chosen && chosen.code">{{ "" }}</el-radio></template></el-table-column>
      <el-table-column v-for="column in picker.columns" :key="column.key" :prop="column.key" :label="column.label" />
    </el-table>
    <el-tree v-else-if="!found" :key="round" lazy :load="load" node-key="code" highlight-current :props="{ label: title, isLeaf: 'leaf' }"
      @node-click="choose" />
    <el-tree v-else :data="found" node-key="code" highlight-current :props="{ label: title }" :empty-text="picker.nothing"
      @node-click="choose" />
  </el-scrollbar>
  <p class="picker-chosen">已选品目：{{ chosen ? title(chosen) : "无" }}</p>
  <template #footer><skin-buttons :buttons="picker.buttons" @press="press" /></template>
</el-drawer>`
};
