// zTree 3, as JSP pages hang it below a field or put it into a window of its own.
//   <input readonly onclick="showTree(this)"> … <div style="position: absolute"><ul class="ztree"><li class="level0">
//     <span class="button switch roots_close"></span><a title="A 货物"><span class="button ico_close"></span>
//     <span class="node_name">A 货物</span></a><ul> …
const levelOf = item => Number(item.className.match(/(?:^|\s)level(\d+)/)?.[1] || 0);

const treeNodes = panel => [...panel.querySelectorAll("li")].filter(P.shown).map(item => {
  const [sign, el] = ["switch", "node_name"].map(name => [...item.querySelectorAll(`.${name}`)].find(one => one.closest("li") === item));
  return { el, sign, level: levelOf(item), branch: !/_docu(\s|$)/.test(sign?.className || "_docu"), open: /_open(\s|$)/.test(sign?.className || "") };
}).filter(({ el }) => el);

// The tree that floats over the page; one that lies in it is nobody's list.
const floating = () => [...document.querySelectorAll(".ztree")].find(tree => {
  for (let at = tree; at && at !== document.body; at = at.parentElement) if (P.placed(at) || getComputedStyle(at).position === "absolute") return P.shown(tree);
  return false;
}) || null;

toolkits.push({
  name: "ztree",
  trees: ".ztree",
  panels: "div:has(> .ztree)",
  parts: [{
    at: "input[readonly][onclick*=Tree], input[readonly][onclick*=tree], input[readonly][onclick*=showMenu]",
    kind: "tree",
    readOnly: () => false,
    panel: floating,
    items: treeNodes,
    busy: panel => panel.querySelector(".ico_loading") !== null,
    scroller: () => null,
  }],
});
