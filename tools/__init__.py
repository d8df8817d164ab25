"""Setting up: what make calls, and what runs alone where there is no make (`py -3.11 -m tools.setup`)."""
