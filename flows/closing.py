"""Forms are always closed, and closing never hides why."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager, suppress
from typing import Protocol, TypeVar

from bots.errors import BotError


class Closable(Protocol):
    """A form or page that can be left."""

    def close(self) -> Awaitable[None]:
        """Leave it, whatever its state."""


AnyClosable = TypeVar("AnyClosable", bound=Closable)


@asynccontextmanager
async def closing(thing: AnyClosable) -> AsyncIterator[AnyClosable]:
    """Close the thing at the end; an error from inside goes before one from closing."""
    try:
        yield thing
    except BaseException:
        with suppress(BotError):
            await thing.close()
        raise
    await thing.close()
