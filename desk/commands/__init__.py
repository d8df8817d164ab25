"""One module a command; each has `register(app)`, called once the language is known."""
