"""The scripts that widgets run inside a frame: one kit for each document, held by a handle that no page can see.

Questions and answers travel as one JSON text, because the browser driver takes nested values apart one by one. The kit
is sent once for each document; elements never leave the page, because a handle on one costs more than all the rest.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any
from weakref import WeakKeyDictionary

from playwright.async_api import ElementHandle, Frame, JSHandle
from playwright.async_api import Error as PlaywrightError

NAMES = ("look", "grid", "press", "labels", "menu", "tree", "obstacles", "choose", "box")

_kits: WeakKeyDictionary[Frame, JSHandle] = WeakKeyDictionary()


async def ask(frame: Frame, name: str, asked: object = None) -> Any:  # noqa: ANN401 - what the script answers
    """Run `<name>.js` in a frame with a plain question, and give its plain answer."""
    return await _run(frame, "(kit, text) => kit.ask(text)", name, asked)


async def reach(frame: Frame, name: str, asked: object) -> dict[str, Any] | None:
    """Where a hand reaches the element that `<name>.js` finds: `{x, y}`, `{covered}`, or None when it finds none."""
    found: dict[str, Any] | None = await _run(frame, "(kit, text) => kit.reach(text)", name, asked)
    return found


async def element(frame: Frame, name: str, asked: object = None) -> ElementHandle | None:
    """The element itself, for what needs more than a click."""
    kit = await _kit(frame, fresh=True)
    return (await kit.evaluate_handle("(kit, text) => kit.find(text)", _question(name, asked))).as_element()


async def _run(frame: Frame, call: str, name: str, asked: object) -> Any:  # noqa: ANN401 - as above
    question = _question(name, asked)
    known = frame in _kits
    try:
        answer = await (await _kit(frame)).evaluate(call, question)
    except PlaywrightError:
        if not known:
            raise
        answer = await (await _kit(frame, fresh=True)).evaluate(
            call, question
        )  # the frame shows another document by now
    return None if answer is None else json.loads(answer)


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
