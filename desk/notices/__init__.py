"""Telling people: what a run has found, by rules, in their language, through Apprise; kept until it has arrived."""
