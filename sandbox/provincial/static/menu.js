/* The menu tree: branches open and close, the chosen leaf is marked. */
var chosenLink = null;

function toggle(key) {
  var branch = document.getElementById("branch" + key), open = branch.style.display == "none";
  if (open && document.body.getAttribute("data-look") == "accordion") { closeOthers(branch); }
  branch.style.display = open ? "block" : "none";
  document.getElementById("sign" + key).src = "/sdgp/static/icons/" + (open ? "minus" : "plus") + ".svg";
}

function chosen(link) {
  if (chosenLink) { chosenLink.className = ""; }
  chosenLink = link;
  link.className = "picked";
}

/* Of an accordion only one branch of a level is open. */
function closeOthers(branch) {
  var others = branch.parentNode.children;
  for (var i = 0; i < others.length; i++) {
    if (others[i] != branch && others[i].className == "branch" && others[i].style.display != "none") { toggle(others[i].id.replace("branch", "")); }
  }
}
