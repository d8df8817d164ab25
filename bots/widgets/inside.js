// Whether an element belongs to the topmost dialog of its document.
const top = P.topBox();
return top !== null && top.contains(asked);
