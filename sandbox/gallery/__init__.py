"""One gallery for each front-end toolkit: every kind of control, grid, message and menu, made with the real thing."""
