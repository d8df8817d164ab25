// Knows what a page has still to do with what was typed or chosen: timers that an edit has begun (a debounced model).
// Who saves a form waits for them, and only for them.
(() => {
  if (window.__yuncaiLater) return;
  const LIMITS_MS = { input: 3000, change: 3000, keyup: 3000, click: 1500 }; // a click may begin a toast, which lives longer
  const SHORTEST_MS = 20;
  const begun = new Set();
  const { setTimeout: start, clearTimeout: stop } = window;
  let waiting = [];
  let limit = 0; // of the edit that is being told to the page just now, with all that follows in the same turn
  let edits = 0;

  const over = id => {
    if (!begun.delete(id) || begun.size) return;
    waiting.forEach(go => go());
    waiting = [];
  };
  window.setTimeout = function (act, delay, ...more) {
    if (typeof act !== "function" || !(delay >= SHORTEST_MS && delay <= limit)) return start.call(window, act, delay, ...more);
    const timed = function (...given) {
      try { return act.apply(this, given); } finally { over(id); }
    };
    const id = start.call(window, timed, delay, ...more);
    begun.add(id);
    return id;
  };
  window.clearTimeout = function (id) {
    over(id);
    stop.call(window, id);
  };
  const edited = event => {
    limit = Math.max(limit, LIMITS_MS[event.type]);
    edits += 1;
    start.call(window, () => { edits -= 1; if (!edits) limit = 0; }, 0);
  };
  for (const kind of Object.keys(LIMITS_MS)) addEventListener(kind, edited, true);

  const quiet = ms => begun.size === 0 ? Promise.resolve() : new Promise(go => { waiting.push(go); start.call(window, go, ms); });
  Object.defineProperty(window, "__yuncaiLater", { value: quiet });
})();
