"""A screenshot with its fields numbered. It is drawn in a window of our own: the portal's page is not touched."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from playwright.async_api import Browser

_STYLE = """
body { margin: 0; display: flex; background: #fff; font: 13px/1.45 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
.page { position: relative; flex: none; align-self: flex-start; }
.page img { display: block; }
.box { position: absolute; box-sizing: border-box; border: 2px solid #1565c0; background: rgb(21 101 192 / 8%); }
.box b, li b { padding: 0 4px; color: #fff; background: #1565c0; font-weight: 600; }
.box b { position: absolute; left: 100%; top: -2px; height: 15px; line-height: 15px; font-size: 11px; }
.unsure.box { border: 2px dashed #e65100; background: rgb(230 81 0 / 8%); }
.unsure b { background: #e65100; }
.hidden { color: #78909c; }
ol { flex: none; width: 300px; box-sizing: border-box; margin: 0; padding: 12px; list-style: none; }
li { padding: 2px 0; }
i { color: #c62828; font-style: normal; }
"""
_LEGEND_WIDTH = 300


@dataclass(frozen=True)
class Box:
    """A place in a picture, in its pixels."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Mark:
    """One field to be numbered; without a box it is listed beside the picture only."""

    number: int
    label: str
    box: Box | None
    unsure: bool
    required: bool


async def annotate(browser: Browser, picture: bytes, width: int, marks: Sequence[Mark]) -> bytes:
    """The picture with numbered boxes, and the labels beside it; dashed where a label is not sure."""
    context = await browser.new_context(viewport={"width": width + _LEGEND_WIDTH, "height": 600}, locale="zh-CN")
    try:
        page = await context.new_page()
        await page.set_content(_drawing(picture, marks))
        return await page.screenshot(full_page=True, animations="disabled", scale="css")
    finally:
        await context.close()


def _drawing(picture: bytes, marks: Sequence[Mark]) -> str:
    image = base64.b64encode(picture).decode("ascii")
    boxes = "".join(_box(mark, mark.box) for mark in marks if mark.box)
    lines = "".join(_line(mark) for mark in marks)
    return (
        f'<!DOCTYPE html><meta charset="utf-8"><style>{_STYLE}</style>'
        f'<div class="page"><img src="data:image/png;base64,{image}">{boxes}</div><ol>{lines}</ol>'
    )


def _box(mark: Mark, box: Box) -> str:
    place = f"left:{box.left:.0f}px;top:{box.top:.0f}px;width:{box.width:.0f}px;height:{box.height:.0f}px"
    kind = "unsure" if mark.unsure else ""
    return f'<div class="box {kind}" style="{place}"><b>{mark.number}</b></div>'


def _line(mark: Mark) -> str:
    kind = " ".join(name for name, on in (("unsure", mark.unsure), ("hidden", mark.box is None)) if on)
    star = "<i>*</i> " if mark.required else ""
    return f'<li class="{kind}"><b>{mark.number}</b> {star}{escape(mark.label or "—")}</li>'
