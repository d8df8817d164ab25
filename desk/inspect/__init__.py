"""`yuncai inspect`: a page as the bot sees it, kept as a file, and what has changed since."""
