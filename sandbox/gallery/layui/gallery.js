/* What every page of this gallery shares: the record of pressed buttons, and the way to the server. */
window.gallery = { kept: () => ({}), pressed: [] };

function press(name) {
  window.gallery.pressed.push(name);
}

async function ask(path, words = {}) {
  const answer = await fetch(`/gallery/api/${path}?${new URLSearchParams(words)}`);
  return answer.json();
}
