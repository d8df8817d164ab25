// What can be asked of the form on this page, besides the questions that have a file of their own.
const held = verb => asked => {
  if (!(asked.index in elements)) throw new Error("the control is not attached: its document has gone");
  return verb(asked);
};
const ofControl = {
  control: asked => elements[asked.index].el || null,
  beside: asked => elements[asked.index].beside || null,
  opener: asked => windowOpener(elements[asked.index]),
  panel: asked => panelView(asked.index),
  panelSettled,
  panelClosed,
  panelSearch,
  panelFurther,
  panelTarget,
  panelPress,
  panelChosen,
  panelChanged,
  panelListens,
  panelWrites,
  dropWatched,
};
Object.assign(scripts, Object.fromEntries(Object.entries(ofControl).map(([name, verb]) => [name, held(verb)])), {
  survey: asked => P.unread() && !asked.anyway ? null : survey(asked.boxed),
  shows: asked => patiently(() => shows(asked), asked.ms),
  put: asked => put(asked.moves).then(turn),
  turn,
  moved: asked => { approach(asked.index); return patiently(() => hasMoved(asked), asked.ms); },
  calendar: asked => calendar[asked.verb](asked),
});
