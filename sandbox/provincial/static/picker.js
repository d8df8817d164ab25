/* The tree of items: branches are asked for when they are opened; 确定 writes back to the opener. */
var picked = null, pickedLink = null;

function icon(name) {
  var image = document.createElement("img");
  image.src = "/sdgp/static/icons/" + name + ".svg";
  image.alt = "";
  image.align = "absmiddle";
  return image;
}

function openBranch(code, box) {
  var request = new XMLHttpRequest();
  request.onreadystatechange = function () {
    if (request.readyState == 4 && request.status == 200) { drawNodes(JSON.parse(request.responseText), box); }
  };
  request.open("GET", "/sdgp/item/children.do?parent=" + encodeURIComponent(code), true);
  request.send(null);
}

function drawNodes(nodes, box) {
  for (var i = 0; i < nodes.length; i++) {
    var line = document.createElement("div"), link = document.createElement("a");
    line.className = "node";
    link.href = "javascript:void(0)";
    link.appendChild(document.createTextNode(nodes[i].code + " " + nodes[i].name));
    if (nodes[i].leaf) { drawLeaf(line, link, nodes[i]); } else { drawBranch(line, link, nodes[i]); }
    box.appendChild(line);
    if (line.below) { box.appendChild(line.below); }
  }
}

function drawLeaf(line, link, node) {
  line.appendChild(icon("join"));
  line.appendChild(icon("page"));
  line.appendChild(document.createTextNode(" "));
  link.onclick = function () { choose(link, node.code, node.name); };
  link.ondblclick = takeItem;
  line.appendChild(link);
}

function drawBranch(line, link, node) {
  var sign = icon("plus"), below = document.createElement("div"), filled = false;
  below.className = "branch";
  below.style.display = "none";
  function toggle() {
    if (!filled) { filled = true; openBranch(node.code, below); }
    var open = below.style.display == "none";
    below.style.display = open ? "block" : "none";
    sign.src = "/sdgp/static/icons/" + (open ? "minus" : "plus") + ".svg";
  }
  sign.onclick = toggle;
  link.onclick = toggle;
  line.appendChild(sign);
  line.appendChild(icon("folder"));
  line.appendChild(document.createTextNode(" "));
  line.appendChild(link);
  line.below = below;
}

function choose(link, code, name) {
  if (pickedLink) { pickedLink.className = ""; }
  pickedLink = link;
  link.className = "picked";
  picked = { code: code, name: name };
  document.getElementById("chosen").innerHTML = "已选品目：" + code + " " + name;
}

function takeItem() {
  if (!picked) { alert("请选择末级品目"); return; }
  var form = window.opener.document.forms["detailForm"], names = window.opener.names;
  form[names.purchase_name].value = picked.name;
  form[names.item_code].value = picked.code;
  form[names.item_name].value = picked.name;
  window.close();
}
