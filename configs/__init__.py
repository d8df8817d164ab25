"""What an operator edits, with the models that check it."""
