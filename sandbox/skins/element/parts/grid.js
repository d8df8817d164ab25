/* A list: query area, toolbar, el-table with fixed columns and a summary row, pages. Whoever holds it hears `press`(button, row). */
Vue.component("skin-grid", {
  mixins: [skin.vue.grid],
  props: ["portal", "list", "path", "asked"],
  created: function () {
    var self = this;
    (this.list.query || []).forEach(function (field) { self.$set(self.query, field.column, field.value || ""); });
    this.load(1);
  },
  methods: {
    fixed: function (column) {
      if (column.kind === "operations") { return "right"; }
      return ["serial", "check"].indexOf(column.kind) >= 0 || column.key === this.list.key || column.key === "number";
    }
  },
  template: `
<div class="skin-grid">
  <el-form v-if="list.query" inline size="small" class="query" :model="query" @submit.native.prevent>
    <skin-field v-for="field in list.query" :key="field.column" :field="field" :values="query" v-show="!field.hidden"></skin-field>
    <el-form-item><skin-buttons :buttons="list.queryButtons" @press="ask"></skin-buttons></el-form-item>
  </el-form>
  <div class="toolbar">
    <skin-buttons :buttons="list.toolbar" :ticked="ticked.length === 1" @press="$emit('press', $event)"></skin-buttons>
    <span v-if="list.hint" class="hint">{{ list.hint }}</span>
    <span v-for="sum in sums.slice(1)" class="page-sum">{{ sum[list.key] || sum.number }}：{{ sum.amount }}</span>
  </div>
  <el-table :data="rows" v-loading="busy" border stripe size="small" :show-summary="sums.length > 0"
    :summary-method="footer" @selection-change="ticked = $event" @row-contextmenu="menuAt" empty-text="暂无数据">
    <template v-for="column in list.columns">
      <el-table-column v-if="column.kind === 'check'" type="selection" :label="column.label" :key="column.key"
        :width="column.width" align="center" :fixed="fixed(column)"></el-table-column>
      <el-table-column v-else-if="column.kind === 'operations'" :label="column.label" :key="column.key"
        :width="column.width" align="center" fixed="right">
        <template slot-scope="scope">
          <skin-buttons :buttons="list.rowButtons" :text="true" @press="$emit('press', $event, scope.row)"></skin-buttons>
        </template>
      </el-table-column>
      <el-table-column v-else-if="column.link" :label="column.label" :key="column.key" :min-width="column.width" :fixed="fixed(column)">
        <template slot-scope="scope">
          <el-link type="primary" @click="$emit('press', { action: column.link }, scope.row)">{{ scope.row[column.key] }}</el-link>
        </template>
      </el-table-column>
      <el-table-column v-else :prop="column.key" :label="column.label" :key="column.key" :min-width="column.width || 200"
        :align="align(column)" :fixed="fixed(column)" show-overflow-tooltip></el-table-column>
    </template>
  </el-table>
  <ul v-if="menu" class="context-menu el-dropdown-menu" :style="{ left: menu.x + 'px', top: menu.y + 'px' }">
    <li v-for="button in list.contextMenu" :key="button.label" class="el-dropdown-menu__item"
      @click="$emit('press', button, menu.row)">{{ button.label }}</li>
  </ul>
  <el-pagination background layout="total, prev, pager, next, jumper" :total="page.total" :page-size="list.pageSize"
    :current-page="page.pageNo" @current-change="load"></el-pagination>
</div>`
});
