// What every page of this gallery has: the tests' window on the application, and the way to the little API.

window.gallery = { kept: () => ({}), pressed: [] };

const pressed = (name) => window.gallery.pressed.push(name);

const ask = async (path, query = {}) => {
  const answer = await fetch(`/gallery/api/${path}?${new URLSearchParams(query)}`);
  return answer.json();
};

const treeProps = { label: (data) => `${data.code} ${data.name}`, isLeaf: "leaf" };

const loadItems = async (node, resolve) => resolve(await ask("items", { parent: node.level ? node.data.code : "" }));
