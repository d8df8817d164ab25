// Wait until the page has done what it put off in answer to what was typed, for `asked.ms` at most; whether there was anything.
return window.__yuncaiTimers ? window.__yuncaiTimers.over(asked.ms) : false;
