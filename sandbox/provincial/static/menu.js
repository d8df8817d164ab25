/* The menu tree: branches open and close, the chosen leaf is marked. */
var chosenLink = null;

function toggle(key) {
  var branch = document.getElementById("branch" + key), open = branch.style.display == "none";
  branch.style.display = open ? "block" : "none";
  document.getElementById("sign" + key).src = "/sdgp/static/icons/" + (open ? "minus" : "plus") + ".svg";
}

function chosen(link) {
  if (chosenLink) { chosenLink.className = ""; }
  chosenLink = link;
  link.className = "picked";
}
