"""Both portals in miniature, with reviewers and faults; knows nothing of the bot."""
