"""The scripts that widgets run inside a frame, each put together with `page.js`, what all of them know of a page."""

from functools import cache
from importlib.resources import files


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def script(name: str) -> str:
    """A function expression `(asked, element?) => …` from `<name>.js`, whose body may use `P`."""
    return f"(asked) => {{\n{_text('page.js')}\n{_text(f'{name}.js')}\n}}"


@cache
def ears() -> str:
    """The script that listens on every page, from before its own scripts run."""
    return _text("ears.js").replace("/* page.js */", _text("page.js"))
