// Which of `asked.labels` (lists of words) name a field in a part of the form that is not in sight.
const root = P.root(asked.boxed);
const texts = P.frameShown() ? hiddenParts(root, () => true).map(part => P.squeeze(part.panel.textContent)) : [];
return asked.labels.map(words => words.some(word => texts.some(text => text.includes(P.squeeze(word)))));
