"""Finding and starting a browser, lanes, kept sessions, evidence, and the translation of Playwright's errors."""
