"""Evidence for a page that is not understood: its picture with every field numbered, the candidates marked."""

import asyncio
from contextlib import suppress

from playwright.async_api import Error as PlaywrightError

from bots.errors import (
    BotError,
    ButtonMissing,
    FieldAmbiguous,
    FieldMissing,
    FieldNotAccepted,
    GridMissing,
    MenuMissing,
    OptionNotOffered,
    RequiredFieldEmpty,
    ScreenNotRecognised,
)
from bots.widgets.complaints import complain, diagnose
from bots.widgets.inspection import marked
from bots.widgets.screen import DIAGNOSIS, Screen

PUZZLING = (
    ButtonMissing,
    FieldAmbiguous,
    FieldMissing,
    FieldNotAccepted,
    GridMissing,
    MenuMissing,
    OptionNotOffered,
    RequiredFieldEmpty,
    ScreenNotRecognised,
)
NAME = "看不明白的页面"


async def heed_the_portal(screen: Screen, error: BotError) -> None:
    """A page that is not understood may be one that its portal has just given up: raise what that says, if anything.

    A form whose session ends while it is filled loses its fields before the login page is in sight.
    """
    if not isinstance(error, PUZZLING):
        return
    with suppress(PlaywrightError, TimeoutError):
        async with asyncio.timeout(DIAGNOSIS):
            complain(screen)
            while not screen.traffic.quiet:
                await screen.moved()
                complain(screen)
            await diagnose(screen)


async def picture(screen: Screen, error: BotError) -> None:
    """Keep the window as it stands, once for each error; a window that cannot be pictured is let be."""
    if error.pictured or not isinstance(error, PUZZLING):
        return
    error.pictured = True
    with suppress(BotError, PlaywrightError, TimeoutError):
        await screen.trail.drawing(NAME, await marked(screen, _named(error)))


def _named(error: BotError) -> set[str]:
    """The labels that the error speaks of."""
    spoken = [error.params.get(key) for key in ("label", "labels", "candidates")]
    texts = [
        text
        for one in spoken
        if one
        for text in ([one] if isinstance(one, str) else one if isinstance(one, list) else [])
    ]
    return {text.split(" [")[0].split("=")[0] for text in texts}
