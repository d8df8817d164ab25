"""Many machines: workers on one PostgreSQL share the shifts of all runs; one that dies or hangs is replaced."""
