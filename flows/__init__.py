"""What is to be done, in the manual's order, durably; no selector."""
