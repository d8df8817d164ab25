// Ten rounds: the form is drawn anew in each, with its fields in other places, other names, and other boxes around them.
const FIELDS = ["First Name", "Last Name", "Company Name", "Role in Company", "Address", "Email", "Phone Number"];
const form = document.querySelector("form");
const say = (id, text) => { document.getElementById(id).textContent = text; };
const inputs = new Map(); // how the page itself finds them again
let round = 0, right = 0, begun = 0;

// How a field may be wrapped; the label is never tied to its input.
const WRAPPERS = [
  (label, input) => make("div", {}, label, input),
  (label, input) => make("div", { className: "boxed" }, make("div", {}, label), make("div", {}, input)),
  (label, input) => make("div", { className: "beside" }, make("span", {}, label), make("span", {}, input)),
  (label, input) => make("dl", {}, make("dt", {}, label), make("dd", {}, input)),
  (label, input) => make("table", { className: "table" }, make("tr", {}, make("td", {}, label), make("td", {}, input))),
];

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const random = () => Math.random().toString(36).slice(2, 8);
const any = list => list[Math.floor(Math.random() * list.length)];

function shuffled(list) {
  const left = [...list], drawn = [];
  while (left.length) drawn.push(left.splice(Math.floor(Math.random() * left.length), 1)[0]);
  return drawn;
}

function draw() {
  inputs.clear();
  const blocks = shuffled(FIELDS).map(field => {
    inputs.set(field, make("input", { type: "text", id: random(), name: random() }));
    return any(WRAPPERS)(make("label", { textContent: field }), inputs.get(field));
  });
  form.replaceChildren(...blocks, make("input", { type: "submit", value: "Submit" }));
  say("round", `Round ${round + 1} of ${window.people.length}`);
}

document.getElementById("start").addEventListener("click", () => {
  round = right = 0;
  say("result", "");
  draw();
  begun = performance.now();
});

form.addEventListener("submit", event => {
  event.preventDefault();
  for (const [field, input] of inputs) right += input.value === window.people[round][field];
  round += 1;
  if (round < window.people.length) { draw(); return; }
  const spent = Math.round(performance.now() - begun);
  form.replaceChildren();
  say("round", "");
  say("result", `${right} of ${FIELDS.length * window.people.length} fields right, in ${spent} ms`);
});
