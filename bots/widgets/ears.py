"""Hearing a window: native dialogs, toasts, requests, of one browser context, given to whoever owns the window."""

from typing import Any, Protocol

from playwright.async_api import BrowserContext, Dialog, Page, Request, Response

from bots.widgets import scripts
from bots.widgets.traffic import page_of


class Hearer(Protocol):
    """A window's owner; `None` stands for a window so new that it has no name yet."""

    def owns(self, page: Page | None) -> bool:
        """Whether the window, or its opener, is ours."""

    def on_words(self, kind: str, text: str) -> None:
        """The page showed something, or changed."""

    async def on_dialog(self, dialog: Dialog) -> None:
        """A native dialog waits for an answer."""

    def on_request(self, request: Request) -> None:
        """A request leaves."""

    def on_response(self, response: Response) -> None:
        """An answer arrives."""

    def on_request_over(self, request: Request) -> None:
        """A request is over."""


class Ears:
    """The one set of listeners of a context; several owners of windows may share it."""

    def __init__(self, context: BrowserContext) -> None:
        self._context = context
        self._hearers: list[Hearer] = []
        self._open = False
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfinished", self._over)
        context.on("requestfailed", self._over)

    @classmethod
    def of(cls, context: BrowserContext) -> "Ears":
        """The ears of a context, made once."""
        if context not in _KNOWN:
            _KNOWN[context] = cls(context)
            context.once("close", cls._forget)
        return _KNOWN[context]

    @staticmethod
    def _forget(context: BrowserContext) -> None:
        _KNOWN.pop(context, None)

    def add(self, hearer: Hearer) -> None:
        """Let somebody hear."""
        self._hearers.append(hearer)

    def remove(self, hearer: Hearer) -> None:
        """A window is gone."""
        if hearer in self._hearers:
            self._hearers.remove(hearer)

    async def open(self) -> None:
        """Put the listening script on every page, now and from now on."""
        if self._open:
            return
        self._open = True
        await self._context.expose_binding("__yuncaiHear", self._hear)
        await self._context.add_init_script(scripts.on_every_page())
        for page in self._context.pages:
            for frame in page.frames:
                await frame.evaluate(f"() => {{ {scripts.on_every_page()} }}")

    def _owner(self, page: Page | None) -> Hearer | None:
        return next((hearer for hearer in self._hearers if hearer.owns(page)), None)

    def _hear(self, source: dict[str, Any], kind: str, text: str) -> None:
        if hearer := self._owner(source.get("page")):
            hearer.on_words(kind, text)

    async def _dialog(self, dialog: Dialog) -> None:
        if hearer := self._owner(dialog.page):
            await hearer.on_dialog(dialog)
        else:
            await dialog.dismiss()

    def _request(self, request: Request) -> None:
        page = page_of(request)
        for hearer in self._hearers:  # the first request of a new window comes before the window itself
            if page is None or hearer.owns(page):
                hearer.on_request(request)

    def _response(self, response: Response) -> None:
        if hearer := self._owner(page_of(response.request)):
            hearer.on_response(response)

    def _over(self, request: Request) -> None:
        for hearer in self._hearers:  # the window may be closed by now; whoever knows the request takes it
            hearer.on_request_over(request)


_KNOWN: dict[BrowserContext, Ears] = {}
