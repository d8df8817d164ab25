"""The scripts that widgets run inside a frame, each put together with `page.js`, what all of them know of a page.

Questions and answers travel as one JSON text: the browser driver takes nested values apart one by one, which costs more
than most of these scripts themselves.
"""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.async_api import ElementHandle, Frame


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def script(name: str) -> str:
    """A function `(asked) => …` out of `<name>.js`, whose body may use `P`; for questions that hold elements."""
    return f"(asked) => {{\n{_text('page.js')}\n{_text(f'{name}.js')}\n}}"


async def ask(frame: Frame, name: str, asked: object = None) -> Any:  # noqa: ANN401 - what the script answers
    """Run `<name>.js` in a frame with a plain question, and give its plain answer."""
    answer = await frame.evaluate(f"(text) => JSON.stringify(({script(name)})(JSON.parse(text)))", json.dumps(asked))
    return None if answer is None else json.loads(answer)


async def take(frame: Frame, name: str, asked: object) -> ElementHandle | None:
    """Run `<name>.js` with a plain question that asks for an element."""
    return (
        await frame.evaluate_handle(f"(text) => ({script(name)})(JSON.parse(text))", json.dumps(asked))
    ).as_element()


@cache
def ears() -> str:
    """The script that listens on every page, from before its own scripts run."""
    return _text("ears.js").replace("/* page.js */", _text("page.js"))
