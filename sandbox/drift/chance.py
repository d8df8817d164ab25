"""Whether something happens today."""

import random


def happens(luck: random.Random, share: float) -> bool:
    """Draw once: true in so many of all cases."""
    return luck.random() < share
