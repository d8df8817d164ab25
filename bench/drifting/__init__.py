"""Filing on portals that drift: one trial for each seed."""
