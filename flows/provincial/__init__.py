"""The manual's part one, in its order: (二) plan information, (三) the detail line, (四) submit."""
