"""Plans as a clerk writes them, and the checks that need no browser."""
