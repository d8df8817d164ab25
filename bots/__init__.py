"""What is on a portal's page and how a hand moves on it; no business rule, no YAML."""
