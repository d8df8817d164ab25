"""`yuncai serve`: the commands run by themselves, by their schedules, for weeks; each in a process of its own."""
