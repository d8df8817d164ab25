"""An inventory as it is kept: the fields, grids and buttons of a page, never what stands in them."""

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from bots.widgets.sureness import LABEL_PROPER
from configs.problems import ConfigProblems, Problem

_STRICT = ConfigDict(frozen=True, extra="forbid")


class SeenField(BaseModel):
    """One field: how the page calls it, and what it takes."""

    model_config = _STRICT

    label: str  # without stars and colons; empty where nothing names it
    kind: str
    sureness: int = 100  # of the label, 0 to 100
    also: tuple[str, ...] = ()  # other words that could name it
    required: bool = False
    read_only: bool = False
    disabled: bool = False
    unit: str | None = None
    max_length: int | None = None
    options: tuple[str, ...] = ()
    options_known: bool = True  # not so for trees and columns, which bring what they offer level by level
    toolkit: str = "native"

    @property
    def unsure(self) -> bool:
        """Whether a person should look before relying on the label."""
        return self.sureness < LABEL_PROPER


class Inventory(BaseModel):
    """Everything that the bot sees on one page, in the page's order."""

    model_config = _STRICT

    format: Literal[1] = 1
    where: str  # a screen's path (provincial/计划), or the address that was asked for
    address: str
    taken_at: str
    fields: tuple[SeenField, ...] = ()
    grids: tuple[tuple[str, ...], ...] = ()  # the headers of each
    buttons: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain values, without what says nothing."""
        return self.model_dump(mode="json", exclude_defaults=True) | {"format": self.format}

    def as_yaml(self) -> str:
        """The text of a file that a person can read and a version control system can compare."""
        return yaml.safe_dump(self.as_json(), allow_unicode=True, sort_keys=False, width=120)


def read_inventory(path: Path) -> Inventory:
    """What was kept in a file; raises ConfigProblems where there is none that can be read."""
    try:
        return Inventory.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except OSError as error:
        reason = error.strerror or str(error)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = str(error).splitlines()[0]
    except ValidationError as error:
        first = error.errors()[0]
        reason = f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}".removeprefix(": ")
    raise ConfigProblems([Problem(str(path), None, "", "not_an_inventory", {"reason": reason})])
