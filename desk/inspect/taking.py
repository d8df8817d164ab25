"""An inventory from what the bot has seen."""

from datetime import datetime

from bots.widgets.control import Control
from bots.widgets.inspection import PageSeen, sureness, tidy
from desk.inspect.model import Inventory, SeenField


def inventory_of(seen: PageSeen, where: str) -> Inventory:
    """Keep what names and limits the fields; what stands in them stays on the page."""
    return Inventory(
        where=where,
        address=seen.address,
        taken_at=datetime.now().astimezone().isoformat(timespec="seconds"),
        fields=tuple(_field(control) for control in seen.controls),
        grids=seen.grids,
        buttons=seen.buttons,
    )


def _field(control: Control) -> SeenField:
    words = [tidy(word.raw) for word in control.words]
    label = words[0] if words else ""
    return SeenField(
        label=label,
        kind=control.kind,
        sureness=sureness(control),
        also=tuple(dict.fromkeys(word for word in words[1:] if word and word != label)),
        required=control.required,
        read_only=control.read_only,
        disabled=control.disabled,
        unit=control.money_unit,
        max_length=control.max_length,
        options=control.options,
        options_known=control.listed,
        toolkit=control.toolkit,
    )
