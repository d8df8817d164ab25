"""The lexicon as its file holds it: portal → screen → concept."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from configs.keys import normalise
from configs.problems import BadValueError

Kind = Literal["text", "choice", "yes_no", "amount", "number", "date", "code", "header", "button", "menu"]
Word = Annotated[str, Field(min_length=1)]
_STRICT = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Concept(BaseModel):
    """What portals call one concept, in order of trust; written as a plain list where only the words are to be told."""

    model_config = _STRICT

    kind: Kind = "button"
    words: tuple[Word, ...] = ()
    never: tuple[Word, ...] = Field(default=(), alias="not")

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, given: Any) -> Any:  # noqa: ANN401 - whatever YAML says
        return {"words": given} if isinstance(given, list) else given


Screens = Mapping[str, Mapping[str, Concept]]


class PortalWords(BaseModel):
    """The screens of one portal."""

    model_config = _STRICT

    screens: Screens

    @model_validator(mode="before")
    @classmethod
    def _from_screens(cls, given: Any) -> Any:  # noqa: ANN401 - whatever YAML says
        return {"screens": given} if isinstance(given, dict) and "screens" not in given else given

    @model_validator(mode="after")
    def _each_word_once(self) -> Self:
        """On one screen a word stands for one concept only, or nobody could tell which is meant."""
        for screen, concepts in self.screens.items():
            meaning: dict[tuple[str, str], str] = {}
            for name, concept in concepts.items():
                for word in (name, *concept.words):
                    taken = meaning.setdefault((_place(concept.kind), normalise(word)), name)
                    if taken != name:
                        raise BadValueError("word_of_two_concepts", word=word, screen=screen, concepts=[taken, name])
        return self


class LexiconFile(BaseModel):
    """The whole file; what `both` says holds for both portals."""

    model_config = _STRICT

    qualifiers: tuple[Word, ...]
    both: PortalWords
    provincial: PortalWords
    mall: PortalWords

    def screens(self, portal: str) -> dict[str, dict[str, Concept]]:
        """All screens of a portal."""
        merged: dict[str, dict[str, Concept]] = {}
        for words in self._of(portal):
            for screen, concepts in words.screens.items():
                merged.setdefault(screen, {}).update(concepts)
        return merged

    def _of(self, portal: str) -> Iterator[PortalWords]:
        yield self.both
        yield self.mall if portal == "mall" else self.provincial


def _place(kind: Kind) -> str:
    """A button may be called like a field of the same screen."""
    return kind if kind in {"button", "menu"} else "field"
