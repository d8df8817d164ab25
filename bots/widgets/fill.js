// Sets the simple fields in one go: native setters, and the events that pages and frameworks listen to.
function setNative(el, type, property, value) {
  Object.getOwnPropertyDescriptor(type.prototype, property).set.call(el, value);
}

function tell(el, names) {
  for (const name of names) {
    const event = name === "input" ? new InputEvent(name, { bubbles: true })
      : /^key/.test(name) ? new KeyboardEvent(name, { bubbles: true })
        : /^(blur|focus)$/.test(name) ? new FocusEvent(name) : new Event(name, { bubbles: true });
    el.dispatchEvent(event);
  }
}

// A turn of the page between two events, as between those of a hand: what a framework does after one has been done before
// the next one comes.
function beat() {
  return new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(null);
  });
}

// Text as a script can enter it, one field after the other and each event in a turn of its own, as a hand's are; what the
// page makes of it is read back afterwards.
async function enter({ el, part, kind }, text) {
  const field = part.field(el);
  if (!field) return;
  const quiet = kind === "date"; // focus would open its calendar over the page
  if (!quiet) field.focus();
  await beat();
  setNative(field, field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement, "value", text);
  tell(field, ["input", "keyup"]);
  await beat();
  tell(field, ["change"]);
  await beat();
  if (quiet || field.getRootNode().activeElement !== field) tell(field, ["blur"]); // the page may have taken the focus
  else field.blur();
  await beat();
}

function memberOf({ el, part }, text) {
  return part.members(el).find(m => m.text === text) || null;
}

// What a hand presses to tick a control, or one of its members: where the button itself is out of sight, its label.
function pressOf(control, text) {
  const el = text ? memberOf(control, text)?.el : control.part.members(control.el)?.[0].el || control.part.press(control.el);
  return el ? inReach(el) : null;
}
function inReach(el) {
  if (!/^(radio|checkbox)$/.test(el.type) || P.shown(el)) return el;
  return [...(el.labels || [])].find(P.shown) || el;
}

// One after another: a group's page knows of the first only after a turn of its own.
async function tickEach(control, chosen) {
  for (const { text } of control.part.members(control.el)) {
    const member = memberOf(control, text);
    if (!member || member.on === chosen.includes(text)) continue;
    member.el.click();
    await turn();
  }
}

async function put(moves) {
  for (const move of moves) {
    const control = elements[move.index];
    if (!control || control.gone || !control.el.isConnected) continue; // drawn anew meanwhile: the next round finds it
    if (control.part.set) await control.part.set(control.el, move);
    else if (move.option !== undefined) pressOf(control, move.option)?.click();
    else if (move.chosen !== undefined) await tickEach(control, move.chosen);
    else if (move.checked !== undefined) {
      if ((valueOf(control) === "是") !== move.checked) pressOf(control).click();
    } else await enter(control, move.text);
  }
}

// Let handlers that the page has put off to its next turn run.
function turn() {
  return new Promise(done => setTimeout(done, 0));
}

// Some pages fetch what a list offers only when a hand comes near it.
function approach(index) {
  const control = elements[index];
  if (!control || control.gone || control.el.tagName !== "SELECT" || control.el.disabled || control.part.options(control.el).length > 1) return;
  control.el.focus();
  tell(control.el, ["mousedown"]);
}

// Whether a control has changed since it was listed: another value or other options, open now, or drawn anew.
function hasMoved({ index, value, options, disabled }) {
  const control = elements[index];
  return !control || control.gone || !control.el.isConnected || valueOf(control) !== value || isDisabled(control) !== disabled
    || (optionsOf(control) || []).join("\n") !== options.join("\n");
}
