"""A form whose fields stand in several parts: behind tabs, or in sections that are folded shut."""

from collections.abc import Iterable

from bots.widgets import scripts
from bots.widgets.form import Form
from bots.widgets.hand import Target, touch
from bots.widgets.screen import Screen


class Parts:
    """The parts of one form as they are brought into sight, each at most once; turning a tab sends nothing."""

    def __init__(self, screen: Screen, path: str) -> None:
        self._screen, self._path = screen, path
        self._seen: list[str] = []  # heads of tabs that were brought to the front

    async def hold(self, form: Form, labels: Iterable[str]) -> bool:
        """Whether a part that is not in sight has one of these fields; does not wait."""
        words = _words(form, labels)
        if await scripts.ask(form.frame, "tabs", self._asked(form, words)) is not None:
            return True
        section = form.probe.section(words)
        return bool(await scripts.ask(section.frame, section.script, section.asked))

    async def bring(self, form: Form, labels: Iterable[str], *, folded: bool = False) -> bool:
        """Bring a part with one of these fields into sight; False where there is none. `folded`: sections, too."""
        words = _words(form, labels)
        if folded and await touch(form.probe.section(words)):
            await self._drawn(form)
            return True
        asked = self._asked(form, words)
        head = await scripts.ask(form.frame, "tabs", asked)
        if head is None or not await touch(Target(form.frame, "tabs", {**asked, "pick": True})):
            return False
        self._seen.append(head)
        self._screen.trail.event(f"{self._path}/{head}", "tab")
        await self._drawn(form)
        return True

    async def _drawn(self, form: Form) -> None:
        await form.probe.turn()
        await form.probe.turn()
        await self._screen.settle(0.0)

    def _asked(self, form: Form, words: list[str]) -> dict[str, object]:
        return {"boxed": form.probe.boxed, "words": words, "seen": list(self._seen), "pick": False}


def _words(form: Form, labels: Iterable[str]) -> list[str]:
    return [word for label in labels for word in form.terms.words_for(label)]
