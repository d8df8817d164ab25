/* 选择采购品目: a tree that asks for each branch when it is opened; a search shows what it finds in its place. */
Vue.component("skin-picker", {
  mixins: [skin.vue.picker],
  props: ["portal", "picker"],
  template: `
<el-dialog :title="picker.title" :visible.sync="shown" width="520px" top="10vh" append-to-body :close-on-click-modal="false">
  <div class="picker-query">
    <span>{{ picker.query.label }}</span>
    <el-input v-model="words" size="small" @keyup.enter.native="search"></el-input>
    <skin-buttons :buttons="picker.queryButtons" @press="press"></skin-buttons>
  </div>
  <div class="picker-tree" v-if="shown">
    <el-table v-if="picker.columns.length" :data="found || []" row-key="code" highlight-current-row size="small" border
      :empty-text="picker.nothing" @current-change="chosen = $event">
      <el-table-column width="50" align="center"><template slot-scope="scope"><el-radio :label="scope.row.code"
        :value="chosen && chosen.code">{{ "" }}</el-radio></template></el-table-column>
      <el-table-column v-for="column in picker.columns" :key="column.key" :prop="column.key" :label="column.label"></el-table-column>
    </el-table>
    <el-tree v-else-if="!found" :key="round" lazy :load="load" node-key="code" highlight-current @node-click="choose"
      :props="{ label: title, isLeaf: 'leaf' }"></el-tree>
    <el-tree v-else :data="found" node-key="code" highlight-current @node-click="choose" :props="{ label: title }"
      :empty-text="picker.nothing"></el-tree>
  </div>
  <div class="picker-chosen">已选品目：{{ chosen ? title(chosen) : "无" }}</div>
  <skin-buttons slot="footer" :buttons="picker.buttons" @press="press"></skin-buttons>
</el-dialog>`
});
