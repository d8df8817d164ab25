"""How sure a word is that it names a control: 100 for a label of its own, 45 for a mere placeholder."""

LABEL_PROPER = 70  # below, it is the control's place on the page, a title or a placeholder that has named it
