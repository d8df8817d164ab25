"""The scripts that widgets run inside a frame: one kit for each document, held by a handle that no page can see.

Questions and answers travel as one JSON text, because the browser driver takes nested values apart one by one. The kit
is sent once for each document; elements never leave the page, because a handle on one costs more than all the rest.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from playwright.async_api import ElementHandle, Frame, JSHandle
from playwright.async_api import Error as PlaywrightError

T = TypeVar("T")
LANDED_SECONDS = 2.0  # a page that does not answer in time may have been left by the press
NAMES = ("look", "grid", "press", "labels", "menu", "tree", "obstacles", "choose", "box")

_kits: WeakKeyDictionary[Frame, JSHandle] = WeakKeyDictionary()


async def ask(frame: Frame, name: str, asked: object = None) -> Any:  # noqa: ANN401 - what the script answers
    """Run `<name>.js` in a frame with a plain question, and give its plain answer."""
    return await _run(frame, "(kit, text) => kit.ask(text)", name, asked)


async def reach(frame: Frame, name: str, asked: object) -> dict[str, Any] | None:
    """Where a hand reaches the element that `<name>.js` finds: `{x, y}`, `{covered}`, or None when it finds none."""
    found: dict[str, Any] | None = await _run(frame, "(kit, text) => kit.reach(text)", name, asked)
    return found


async def show(frame: Frame, name: str, asked: object) -> None:
    """Bring the element that `<name>.js` finds into view."""
    await _run(frame, "(kit, text) => kit.show(text)", name, asked)


async def landed(frame: Frame) -> bool:
    """Whether the press that `reach` prepared has met its element; a document that it took away was met."""
    try:
        met: bool = await asyncio.wait_for(_kits[frame].evaluate("kit => kit.landed()"), LANDED_SECONDS)
    except (PlaywrightError, TimeoutError, KeyError):
        return True
    return met


async def element(frame: Frame, name: str, asked: object = None) -> ElementHandle | None:
    """The element itself, for what needs more than a click."""
    find = "(kit, text) => kit.find(text)"
    question = _question(name, asked)
    return (await _with_kit(frame, lambda kit: kit.evaluate_handle(find, question))).as_element()


async def _run(frame: Frame, call: str, name: str, asked: object) -> Any:  # noqa: ANN401 - as above
    question = _question(name, asked)
    answer = await _with_kit(frame, lambda kit: kit.evaluate(call, question))
    return None if answer is None else json.loads(answer)


async def _with_kit(frame: Frame, use: Callable[[JSHandle], Awaitable[T]]) -> T:
    known = frame in _kits
    try:
        return await use(await _kit(frame))
    except PlaywrightError:
        if not known:
            raise
        return await use(await _kit(frame, fresh=True))  # the frame shows another document by now


async def _kit(frame: Frame, *, fresh: bool = False) -> JSHandle:
    if fresh or frame not in _kits:
        _kits[frame] = await frame.evaluate_handle(_kit_script())
    return _kits[frame]


def _question(name: str, asked: object) -> str:
    return json.dumps({"name": name, "asked": asked})


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _kit_script() -> str:
    scripts = ",\n".join(f"{name}: asked => {{\n{_text(f'{name}.js')}\n}}" for name in NAMES)
    return (
        f"() => {{\n{_text('page.js')}\n{_text('reach.js')}\nconst scripts = {{\n{scripts}\n}};\n{_text('kit.js')}\n}}"
    )


@cache
def ears() -> str:
    """The script that listens on every page, from before its own scripts run."""
    return _text("ears.js").replace("/* page.js */", _text("page.js"))


@cache
def inside() -> str:
    """A function expression that tells whether an element lies inside the topmost dialog."""
    return (
        f"(holder) => {{ const at = (asked) => {{\n{_text('page.js')}\n{_text('inside.js')}\n}}; return at(holder); }}"
    )
