"""One small module for each front-end technology: what its controls look like is said there, once."""
