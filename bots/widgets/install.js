// Put into every document before its own scripts run: what the bot can ask of it, and who listens.
(() => {
  if (window.__yuncaiKit) return;
  /* kit.js and what it knows */
  Object.defineProperty(window, "__yuncaiKit", { value: () => kit });
  if (!window.__yuncaiHear) return;
  (() => {
    /* ears.js */
  })();
})();
