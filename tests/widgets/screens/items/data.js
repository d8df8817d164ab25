const GOODS = {
  集中采购目录: [["台式计算机", "A02010105"], ["打印机", "A02010601"]],
  分散采购: [["办公桌", "A05010201"], ["复印纸", "A05040101"], ["复印纸张", "A05040102"], ["硒鼓", "A05040201"]],
};
const ALL = Object.values(GOODS).flat();
const $ = id => document.getElementById(id);
function take(item) { $("name").value = item[0]; $("code").value = item[1]; }
