// Lets short transitions and animations end as soon as they begin: nobody watches, and every frame of theirs is paid for.
// The page hears of their ends as ever. What goes on for long (a toast's life, a spinner) keeps its own pace.
(() => {
  if (window.__yuncaiHaste) return;
  window.__yuncaiHaste = true;
  const LONGEST_MS = 500;
  const hurry = event => {
    if (!event.target.getAnimations) return;
    for (const one of event.target.getAnimations()) {
      if (one.playState === "running" && one.effect.getComputedTiming().endTime <= LONGEST_MS) one.finish();
    }
  };
  for (const begun of ["transitionrun", "animationstart"]) window.addEventListener(begun, hurry, true);
})();
