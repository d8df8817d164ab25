"""What is measured and never asserted: speed, memory, and how the bot fares on portals that drift."""
