"""Page objects raise nothing but our own errors."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from playwright.async_api import Error as PlaywrightError

from bots.browser.translate import translate, translating
from bots.errors import BotError
from bots.widgets import puzzled
from bots.widgets.screen import Screen

P = ParamSpec("P")
T = TypeVar("T")


class OnScreen(Protocol):
    """Whatever stands on a screen."""

    screen: Screen


S = TypeVar("S", bound=OnScreen)


def ours(method: Callable[Concatenate[S, P], Awaitable[T]]) -> Callable[Concatenate[S, P], Awaitable[T]]:
    """Translate what the browser raises inside a page object's method."""

    @wraps(method)
    async def guarded(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        terms = self.screen.terms
        async with translating(method.__name__):  # what not even Playwright knows as an error of its own
            try:
                return await method(self, *args, **kwargs)
            except BotError as error:
                await puzzled.heed_the_portal(self.screen, error)
                await puzzled.picture(self.screen, error)
                raise
            except (PlaywrightError, TimeoutError) as error:
                during = self.screen.talk.during or method.__name__
                raise translate(error, during=during, seconds=terms.wait_seconds, address=terms.base_url) from error

    return guarded
