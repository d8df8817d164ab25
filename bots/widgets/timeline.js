// The lines of a review that is no table; nothing where there is none.
return P.frameShown() ? historyIn(P.root(asked.boxed)) : null;
