"""The lexicon: what portals call the concepts of the operating manual; `words.yaml` is the one place for it."""

from configs.lexicon.loading import load_lexicon
from configs.lexicon.model import Concept, LexiconFile, PortalWords

__all__ = ["Concept", "LexiconFile", "PortalWords", "load_lexicon"]
