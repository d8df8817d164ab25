// Knows what the page has put off in answer to what was typed: a model that is debounced follows only when its timer is over.
// Runs before the page's own scripts. A timer counts if a handler of such an event has started it, or the one before it.
(() => {
  if (window.__yuncaiTimers) return;
  const LONGEST_MS = 2500; // what waits for longer is no debounce: a message that goes, a clock
  const MOST_LINKS = 6; // a timer that starts the next one for ever is a clock
  const TURN_MS = 20; // frameworks answer an event in a turn of their own
  const TYPED = ["beforeinput", "input", "change", "keydown", "keyup", "compositionend", "blur", "focusout", "click"];
  const { setTimeout: later, clearTimeout: cancel } = window;
  const running = new Map(); // timer → when it is due at the latest
  let link = 0; // which link of a chain is answering now; 0: nothing that was typed
  let turn = 0;

  const answer = at => {
    link = at;
    cancel.call(window, turn);
    turn = later.call(window, () => { link = 0; }, TURN_MS);
  };
  for (const name of TYPED) window.addEventListener(name, () => answer(1), true);

  const started = (task, ms, given) => {
    const at = link;
    const id = later.call(window, (...all) => {
      running.delete(id);
      if (at < MOST_LINKS) answer(at + 1);
      return task.apply(window, all);
    }, ms, ...given);
    running.set(id, performance.now() + Number(ms) + LONGEST_MS);
    return id;
  };
  window.setTimeout = function setTimeout(task, ms, ...given) {
    const counts = link > 0 && typeof task === "function" && ms > 0 && ms <= LONGEST_MS;
    return counts ? started(task, ms, given) : later.call(window, task, ms, ...given);
  };
  window.clearTimeout = function clearTimeout(id) {
    running.delete(id);
    return cancel.call(window, id);
  };

  // Wait until nothing is put off any more, for `ms` at most; says whether there was anything to wait for.
  const over = async ms => {
    const until = performance.now() + ms;
    const outstanding = () => [...running.values()].some(due => performance.now() < due);
    let waited = false;
    while (outstanding() && performance.now() < until) {
      waited = true;
      await new Promise(done => later.call(window, done, 15));
    }
    return waited;
  };
  Object.defineProperty(window, "__yuncaiTimers", { value: { over, later: later.bind(window) } });
})();
