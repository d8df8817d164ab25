// What can be asked of the form on this page, besides the questions that have a file of their own.
Object.assign(scripts, {
  survey: asked => survey(asked.boxed),
  shows: asked => patiently(() => shows(asked), asked.ms),
  put: asked => put(asked.moves).then(turn),
  turn,
  moved: asked => { approach(asked.index); return patiently(() => hasMoved(asked), asked.ms); },
  control: asked => elements[asked.index]?.el || null,
  beside: asked => elements[asked.index]?.beside || null,
  panel: asked => panelView(asked.index),
  panelSettled,
  panelClosed,
  panelSearch,
  panelFurther,
  panelTarget,
  panelPress,
  calendar: asked => calendar[asked.verb](asked),
});
