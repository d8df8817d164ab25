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

function put(moves) {
  for (const move of moves) {
    const control = elements[move.index];
    const { el, kind, toolkit } = control;
    if (!el.isConnected) continue; // an earlier field's handler drew the form anew: the next round finds it
    const quiet = kind === "date"; // focus would open its calendar over the page
    if (!quiet) el.focus();
    toolkit.put(control, move);
    if (!control.members) tell(el, move.text === undefined ? ["input", "change"] : ["input", "keyup", "change"]);
    if (quiet) tell(el, ["blur"]);
    else el.blur();
  }
}

// Let handlers that the page has put off to its next turn run.
function turn() {
  return new Promise(done => setTimeout(done, 0));
}

// Whether a control has changed since it was listed: another value or other options, open now, or drawn anew.
function moved(index, value, options, disabled) {
  const { el, members, toolkit } = elements[index];
  return !el.isConnected || toolkit.value(elements[index]) !== value || (members || [el]).every(m => m.matches(":disabled")) !== disabled
    || toolkit.options(elements[index]).join("\n") !== options.join("\n");
}
