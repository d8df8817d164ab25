// Put into every document before its own scripts run: what the bot can ask of it, and who listens. The first document of
// a frame may leave its window, and what was put into it, to the next one: whoever listened to it hears nothing there.
(() => {
  if (!window.__yuncaiKit) {
    /* kit.js and what it knows */
    let listenedTo = null;
    kit.listen = () => {
      if (!window.__yuncaiHear || listenedTo === document) return;
      listenedTo = document;
      /* ears.js */
    };
    for (const event of ["DOMContentLoaded", "load"]) addEventListener(event, kit.listen);
    Object.defineProperty(window, "__yuncaiKit", { value: () => kit });
  }
  window.__yuncaiKit().listen();
})();
