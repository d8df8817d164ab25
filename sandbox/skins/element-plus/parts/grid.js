/* A list: query area, toolbar, el-table with frozen columns and a summary row, pages. Whoever holds it hears `press`(button, row). */
skin.parts.SkinGrid = {
  mixins: [skin.vue.grid],
  props: {
    portal: { type: Object, required: true }, list: { type: Object, required: true }, path: { type: String, required: true },
    asked: { type: Object, default: function () { return {}; } }
  },
  emits: ["press", "loaded"],
  created: function () { this.reset(); },
  methods: {
    frozen: function (column) {
      if (column.kind === "operations") { return "right"; }
      return ["serial", "check"].includes(column.kind) || column.key === this.list.key || column.key === "number";
    }
  },
  template: `
<div class="skin-grid">
  <el-form v-if="list.query" inline class="query" :model="query" @submit.prevent>
    <skin-field v-for="field in list.query" :key="field.column" v-show="!field.hidden" :field="field" :values="query" />
    <el-form-item><skin-buttons :buttons="list.queryButtons" @press="ask" /></el-form-item>
  </el-form>
  <div class="toolbar">
    <skin-buttons :buttons="list.toolbar" :ticked="ticked.length === 1" @press="$emit('press', $event)" />
    <span v-if="list.hint" class="hint">{{ list.hint }}</span>
    <span v-for="sum in sums.slice(1)" class="page-sum">{{ sum[list.key] || sum.number }}：{{ sum.amount }}</span>
  </div>
  <el-table v-loading="busy" :data="rows" border stripe :show-summary="sums.length > 0" :summary-method="footer" empty-text="暂无数据"
    @selection-change="ticked = $event" @row-contextmenu="menuAt">
    <template v-for="column in list.columns" :key="column.key">
      <el-table-column v-if="column.kind === 'check'" type="selection" :label="column.label" :width="column.width" align="center" fixed />
      <el-table-column v-else-if="column.kind === 'operations'" :label="column.label" :width="column.width" align="center" fixed="right">
        <template #default="{ row }"><skin-buttons :buttons="list.rowButtons" link @press="$emit('press', $event, row)" /></template>
      </el-table-column>
      <el-table-column v-else-if="column.link" :label="column.label" :min-width="column.width" :fixed="frozen(column)">
        <template #default="{ row }">
          <el-link type="primary" @click="$emit('press', { action: column.link }, row)">{{ row[column.key] }}</el-link>
        </template>
      </el-table-column>
      <el-table-column v-else :prop="column.key" :label="column.label" :min-width="column.width || 200" :align="align(column)"
        :fixed="frozen(column)" show-overflow-tooltip />
    </template>
  </el-table>
  <ul v-if="menu" class="context-menu el-dropdown-menu el-popper is-light" :style="{ left: menu.x + 'px', top: menu.y + 'px' }">
    <li v-for="button in list.contextMenu" :key="button.label" class="el-dropdown-menu__item"
      @click="$emit('press', button, menu.row)">{{ button.label }}</li>
  </ul>
  <el-pagination background layout="total, prev, pager, next, jumper" :total="page.total" :page-size="list.pageSize"
    :current-page="page.pageNo" @current-change="load" />
</div>`
};
