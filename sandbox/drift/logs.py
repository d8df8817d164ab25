"""How a portal draws the 日志 of a plan: what its columns are called, which there are, and which end is the newest."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sandbox.drift.chance import happens
from sandbox.skins.describe import Json, column

Line = dict[str, str]


def _as_it_is(line: Line, _before: Line) -> Line:
    return line


def _in_one(line: Line, _before: Line) -> Line:
    return line | {"content": f"{line['step']}：{line['result']}"}


def _with_arrival(line: Line, before: Line) -> Line:
    return line | {"arrived": before["at"]}


def _with_next(line: Line, _before: Line) -> Line:
    return line | {"next": "采购办审核" if "资金科室" in line["step"] else "资金科室审核"}


@dataclass(frozen=True)
class Way:
    """One way to draw it: (key, header) of its columns, and how a line's cells are made, given the line before."""

    columns: tuple[tuple[str, str], ...]
    made: Callable[[Line, Line], Line] = _as_it_is


WAYS = (
    Way((("step", "操作环节"), ("who", "操作人"), ("result", "操作结果"), ("at", "操作时间"), ("opinion", "审核意见"))),
    Way((("step", "环节名称"), ("who", "审核人"), ("result", "审核状态"), ("at", "审核时间"), ("opinion", "审核意见"))),
    Way((("at", "操作时间"), ("who", "操作人"), ("content", "操作内容"), ("opinion", "说明")), _in_one),
    Way(
        (("step", "节点名称"), ("who", "办理人"), ("arrived", "接收时间"), ("at", "办理时间"), ("result", "办理结果"),
         ("opinion", "办理意见")),
        _with_arrival,
    ),
    Way(
        (("step", "岗位"), ("who", "姓名"), ("result", "处理动作"), ("at", "处理日期"), ("next", "下一环节"),
         ("opinion", "处理意见")),
        _with_next,
    ),
)  # fmt: skip


def headed(screen: Json, luck: random.Random) -> Json:
    """Give the log this portal's columns, in its order."""
    ways = list(luck.choice(WAYS).columns)
    luck.shuffle(ways)
    serial = [one for one in screen["columns"] if one["kind"] == "serial"]
    return screen | {"columns": [*serial, *(column(key, label) for key, label in ways)]}


def listed(lines: Sequence[Line], way: random.Random, order: random.Random) -> list[Line]:
    """Fill those columns; half of all portals list the newest line first."""
    made = way.choice(WAYS).made
    told = [made(line, lines[max(at - 1, 0)]) for at, line in enumerate(lines)]
    return told[::-1] if happens(order, 0.5) else told
