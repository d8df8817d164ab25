"""A refused text taken back: a field that rounds, cuts or limits what is typed shows again what it showed before."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from playwright.async_api import Error

from bots.widgets.match import Wish, try_match

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bots.widgets.control import Control
    from bots.widgets.form import Form

_TYPED = ("text", "textarea")


async def put_back(form: Form, label: str, before: Iterable[Control]) -> None:
    """Enter what the field of a label showed `before`; nothing is raised, for the refusal itself is what counts."""
    with suppress(Error):
        found, _ = try_match(Wish((label,), form.terms, form.path), await form.inventory())
        control = found.get(label)
        old = next((one for one in before if control and one.index == control.index), None)
        if control and old and control.kind in _TYPED and control.fillable and control.value != old.value:
            await form.probe.put([{"index": control.index, "text": old.value}])
            await form.probe.turn()
