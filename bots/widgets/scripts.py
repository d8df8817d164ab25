"""The scripts that widgets run inside a frame: one kit for each document, held by a handle that no page can see.

Questions and answers travel as one JSON text, because the browser driver takes nested values apart one by one. The kit
stands ready in each document before the page's own scripts run (`on_every_page`): sending it to one costs more than
twenty questions. Elements never leave the page, because a handle on one costs more than all the rest.
"""

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from playwright.async_api import ElementHandle, Frame, JSHandle
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeoutError

T = TypeVar("T")
View = dict[str, Any]  # a look: what was `seen`; of a question that went along `boxed` (the place) and `answer`
STALLED_SECONDS = 20.0  # a page that waits for its next document may answer nothing until that has come
GENERIC = ("aria.js", "native.js")  # in this order, after the toolkits that are known by name
LANDED_SECONDS = 2.0  # a page that does not answer in time may have been left by the press
KNOWLEDGE = (
    "page",
    "reach",
    "history",
    "naming",
    "tables",
    "choices",
    "geometry",
    "units",
    "inventory",
    "parts",
    "fill",
    "panel",
    "lines",
    "dropped",
    "dating",
    "days",
    "clock",
    "calendar",
)  # what all scripts share, in this order
NAMES = (
    "look",
    "grid",
    "press",
    "signin",
    "labels",
    "menu",
    "tree",
    "catalogue",
    "obstacles",
    "choose",
    "box",
    "seen",
    "transfer",
    "timeline",
    "sections",
    "tabs",
    "elsewhere",
    "opened",
    "confirm",
    "asking",
    "quiet",
)

# A frame holds its kit itself. The kit's handle holds the frame: whoever kept the two together elsewhere, by a weak key
# even, would keep every window that was ever opened.
KIT = "_yuncai_kit"
NOT_READY = "no kit in this document"
READY_KIT = f"if (!window.__yuncaiKit) throw new Error('{NOT_READY}'); const kit = window.__yuncaiKit();"
NUMBER = "_yuncai_number"  # of the document that a frame's kit belongs to
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Along:
    """A question that travels with a look; `only`: to this frame."""

    name: str
    asked: Mapping[str, object]
    only: Frame | None = None


async def ask(frame: Frame, name: str, asked: object = None) -> Any:  # noqa: ANN401 - what the script answers
    """Run a script by its name in a frame with a plain question, and give its plain answer."""
    return json.loads(await _run(frame, "(kit, text) => kit.ask(text)", _question(name, asked)))


async def view(frame: Frame, along: Along | None = None) -> View:
    """A look at one frame, and what goes along with it."""
    if along and along.only not in (None, frame):
        along = None
    found: View = json.loads(await _run(frame, "(kit, text) => kit.view(text)", _text_of({"along": _told(along)})))
    return found


async def views(carrier: Frame, frames: Sequence[Frame], along: Along | None = None) -> dict[Frame, View | None]:
    """A look at frames in one round trip through another one of their origin (`carrier`).

    Frames that are not known yet, have gone on to another document, or cannot be reached so, are left out: each is
    asked by itself then. None: the page is stalled.
    """
    kit = _known_kit(carrier)
    numbers = {number: frame for frame in frames if (number := _number(frame))}
    if kit is None or not numbers:
        return {}
    only = _number(along.only) if along and along.only else 0
    question = _text_of({"numbers": list(numbers), "along": _told(along), "only": only})
    try:
        async with asyncio.timeout(STALLED_SECONDS):
            text = await kit.evaluate("(kit, text) => kit.views(text)", question)
    except PlaywrightError:
        return {}
    except TimeoutError:
        return dict.fromkeys(numbers.values())
    return {numbers[int(number)]: view for number, view in json.loads(text).items()}


async def reach(frame: Frame, name: str, asked: object, *, ms: int) -> dict[str, Any] | None:
    """Where a hand reaches the element that a script finds: `{x, y}`, or None when it finds none.

    `{covered}`: something lay over it for all of `ms`.
    """
    question = [_question(name, asked), ms]
    found: dict[str, Any] | None = json.loads(await _run(frame, "(kit, [text, ms]) => kit.reach(text, ms)", question))
    return found


async def show(frame: Frame, name: str, asked: object) -> None:
    """Bring the element that a script finds into view."""
    await _run(frame, "(kit, text) => kit.show(text)", _question(name, asked))


async def landed(frame: Frame) -> bool:
    """Whether the press that `reach` prepared has met its element; a document that it took away was met."""
    try:
        kit = _known_kit(frame)
        met: bool = kit is None or await asyncio.wait_for(kit.evaluate("kit => kit.landed()"), LANDED_SECONDS)
    except (PlaywrightError, TimeoutError):
        return True
    return met


async def element(frame: Frame, name: str, asked: object = None) -> ElementHandle | None:
    """The element itself, for what needs more than a click."""
    find = "(kit, text) => kit.find(text)"
    question = _question(name, asked)
    return (await _with_kit(frame, lambda kit: kit.evaluate_handle(find, question))).as_element()


async def _run(frame: Frame, call: str, question: object) -> str:
    answer: str = await _with_kit(frame, lambda kit: kit.evaluate(call, question))
    return answer


async def _with_kit(frame: Frame, use: Callable[[JSHandle], Awaitable[T]]) -> T:
    known = _known_kit(frame) is not None
    try:
        async with asyncio.timeout(STALLED_SECONDS):
            try:
                return await use(await _kit(frame))
            except PlaywrightError:
                if not known:
                    raise
                return await use(await _kit(frame, fresh=True))  # the frame shows another document by now
    except TimeoutError as error:
        raise PlaywrightTimeoutError(f"Timeout {STALLED_SECONDS * 1000:.0f}ms exceeded: the page is stalled") from error


async def _kit(frame: Frame, *, fresh: bool = False) -> JSHandle:
    kit = None if fresh else _known_kit(frame)
    if kit is None:
        kit = await _ready_kit(frame) or await frame.evaluate_handle(_kit_script())
        setattr(frame, KIT, kit)
    return kit


async def _ready_kit(frame: Frame) -> JSHandle | None:
    """The kit that stands ready in the frame's document; None in one that was there before anybody listened."""
    try:
        number = next(_numbers)
        kit = await frame.evaluate_handle(f"number => {{ {READY_KIT} kit.number = number; return kit; }}", number)
        setattr(frame, NUMBER, number)
    except PlaywrightError as error:
        if NOT_READY not in error.message:
            raise
        return None
    return kit


def _known_kit(frame: Frame) -> JSHandle | None:
    kit: JSHandle | None = getattr(frame, KIT, None)
    return kit


def _number(frame: Frame) -> int:
    """Of the document whose kit the frame had when it was asked last; 0 where the kit did not stand ready."""
    number: int = getattr(frame, NUMBER, 0)
    return number


def _told(along: Along | None) -> dict[str, object] | None:
    return {"name": along.name, "asked": along.asked} if along else None


def _question(name: str, asked: object) -> str:
    return _text_of({"name": name, "asked": asked})


def _text_of(question: dict[str, object]) -> str:
    return json.dumps(question, ensure_ascii=False)  # the driver's own JSON would escape each escape again


def _text(name: str) -> str:
    return _compact(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _compact(script: str) -> str:
    """Without comment lines and indentation: it is sent to, and read by, every document."""
    lines = (line.strip() for line in script.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


@cache
def toolkits() -> str:
    """What is known of every toolkit; what ARIA says and then native HTML come last, for what no other one claims."""
    folder = files(__package__).joinpath("toolkits")
    found = {one.name for one in folder.iterdir() if one.name.endswith(".js")}
    names = [*sorted(found - set(GENERIC)), *GENERIC]
    modules = (_compact(folder.joinpath(name).read_text(encoding="utf-8")) for name in names)
    return _text("toolkits.js") + "".join(f"(() => {{\n{module}\n}})();\n" for module in modules)


@cache
def _kit_text() -> str:
    known = "\n".join(_text(f"{name}.js") for name in KNOWLEDGE)
    scripts = ",\n".join(f"{name}: asked => {{\n{_text(f'{name}.js')}\n}}" for name in NAMES)
    asking = "\n".join(_text(f"{name}.js") for name in ("verbs", "view", "kit"))
    return f"{toolkits()}\n{known}\nconst scripts = {{\n{scripts}\n}};\n{asking}"


@cache
def _kit_script() -> str:
    return f"() => {{\n{_kit_text()}\nreturn kit;\n}}"


@cache
def on_every_page() -> str:
    """What runs in a document before its own scripts: timers that are known, the kit, listeners, haste."""
    text = _text("install.js").replace("/* kit.js and what it knows */", _kit_text())
    return _text("timers.js") + text.replace("/* ears.js */", _text("ears.js")) + _text("haste.js")


async def holds(holder: ElementHandle) -> bool:
    """Whether an element lies inside the topmost dialog of its document."""
    try:
        inside = await holder.evaluate(f"holder => {{ {READY_KIT} return kit.holds(holder); }}")
    except PlaywrightError as error:
        if NOT_READY not in error.message:
            raise
        inside = await holder.evaluate(f"holder => ({_kit_script()})().holds(holder)")
    return bool(inside)
