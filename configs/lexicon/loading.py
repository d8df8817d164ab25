"""Reading the shipped lexicon, once."""

from functools import cache
from pathlib import Path

from configs.binding import read_model
from configs.lexicon.model import LexiconFile
from configs.problems import ConfigProblems

SHIPPED = Path(__file__).parent / "words.yaml"


@cache
def load_lexicon() -> LexiconFile:
    """Read `words.yaml`. Raises ConfigProblems."""
    found, problems = read_model(LexiconFile, SHIPPED, f"{SHIPPED.name} (yuncai)")
    if found is None or problems:
        raise ConfigProblems(problems)
    return found
