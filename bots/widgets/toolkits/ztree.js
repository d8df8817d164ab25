// zTree 3, as JSP pages hang it below a field or put it into a window of its own.
//   <input readonly onclick="showTree(this)"> … <div style="position: absolute"><ul class="ztree"><li class="level0">
//     <span class="button switch roots_close"></span><span class="button chk radio_false_full"></span>(a picture to tick it by)
//     <a title="A 货物"><span class="button ico_close"></span><span class="node_name">A 货物</span></a><ul> …
const levelOf = item => Number(item.className.match(/(?:^|\s)level(\d+)/)?.[1] || 0);
const ofItem = (item, selector) => [...item.querySelectorAll(selector)].find(one => one.closest("li") === item);
const CHECKBOX = /checkbox_/;
const CHECKED = /_true(_|\s|$)/;

const treeNodes = panel => [...panel.querySelectorAll("li")].filter(P.shown).map(item => {
  const sign = ofItem(item, ".switch"), el = ofItem(item, ".node_name"), picture = ofItem(item, ".button.chk");
  const chosen = picture ? CHECKED.test(picture.className) : ofItem(item, ".curSelectedNode") !== undefined;
  return {
    el, sign, chosen, level: levelOf(item), branch: !/_docu(\s|$)/.test(sign?.className || "_docu"), open: /_open(\s|$)/.test(sign?.className || ""),
    // a page listens to either; the picture of a node that is ticked would untick it
    mark: picture && P.shown(picture) && (!chosen || CHECKBOX.test(picture.className)) ? picture : null,
  };
}).filter(({ el }) => el);

// The tree that floats over the page; one that lies in it is nobody's list.
const floating = () => [...document.querySelectorAll(".ztree")].find(tree => {
  for (let at = tree; at && at !== document.body; at = at.parentElement) if (P.placed(at) || getComputedStyle(at).position === "absolute") return P.shown(tree);
  return false;
}) || null;

toolkits.push({
  name: "ztree",
  trees: ".ztree",
  tree: { at: ".ztree", nodes: treeNodes },
  panels: "div:has(> .ztree)",
  parts: [{
    at: "input[readonly][onclick*=Tree], input[readonly][onclick*=tree], input[readonly][onclick*=showMenu]",
    kind: "tree",
    readOnly: () => false,
    multiple: () => document.querySelector(".ztree .chk[class*=checkbox_]") !== null,
    panel: floating,
    items: treeNodes,
    busy: panel => panel.querySelector(".ico_loading") !== null,
    scroller: () => null,
  }],
});
