"""The third witness: what the portal's own lists and sums show once a plan is saved must be what the plan says.

A figure is read in the unit of its cell, its header or its page. Zero says that the portal has not filled it (the
manual's own pictures show 0.000000). Where nothing says the unit, 元 and 万元 are both possible.
"""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Literal

from bots.trail import Trail
from bots.widgets.figures import Figure
from bots.widgets.values import Difference, Money, plain_number
from bots.widgets.words import Unit
from flows import workshop
from flows.clerk import Clerk
from flows.errors import Stopping, SumsDisagree, SumsTenThousandfold
from flows.gate import happens
from flows.ledger import Filing
from flows.read_back import told

Verdict = Literal["agrees", "not_shown", "unread", "differs", "ten_thousandfold"]
Expected = Mapping[str, Money | Decimal]  # by the manual's word
_YUAN_IN: dict[str, Decimal] = {"元": Decimal(1), "万元": Decimal(10_000)}
_FIGURE = re.compile(r"(?:人民币)?[¥￥]?(-?[0-9]+(?:\.[0-9]+)?)(.*)")
_MONEY_UNITS: dict[str, Unit | None] = {"": None, "元": "元", "万元": "万元", "万": "万元", "圆": "元"}
_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True)
class Read:
    """A figure, what it should be, and how the two compare."""

    figure: Figure
    value: Money | Decimal
    verdict: Verdict
    unit: Unit | None = None  # in which it was understood

    @property
    def line(self) -> str:
        """As the evidence tells it: `合计/金额(万元): 35.000000`."""
        figure = self.figure
        where = f"{figure.row}/{figure.head}" if figure.row else figure.head
        stated = f" {self.unit}" if self.unit and self.unit not in f"{figure.head}{figure.text}" else ""
        return f"{where}: {figure.text}{stated}"

    @property
    def difference(self) -> Difference:
        """The same as a difference, the plan's value in the figure's unit where that is known."""
        figure, value = self.figure, self.value
        if isinstance(value, Decimal):
            wanted = plain_number(value)
        elif self.unit in _YUAN_IN:
            wanted = f"{plain_number(value.yuan / _YUAN_IN[self.unit])}{self.unit}"
        else:
            wanted = f"{plain_number(value.yuan)}元"
        return Difference(f"{figure.row}/{figure.head}" if figure.row else figure.head, wanted, self.shown)

    @property
    def shown(self) -> str:
        """What stands there, with its unit where that is known: `35元`."""
        unit = self.unit if self.unit in _YUAN_IN and self.unit not in self.figure.text else ""
        return f"{self.figure.text}{unit}"


def read(figure: Figure, value: Money | Decimal) -> Read:
    """Compare one figure with what the plan says."""
    found = _FIGURE.fullmatch(_squeezed(figure.text))
    if not found:
        return Read(figure, value, "unread")
    number = Decimal(found[1])
    if not number:
        return Read(figure, value, "not_shown")
    if isinstance(value, Decimal):
        return Read(figure, value, "agrees" if _may_show(number, value) else "differs")
    behind = re.sub(r"(?:人民币|整)$", "", found[2])
    if behind not in _MONEY_UNITS:
        return Read(figure, value, "unread")
    unit = _MONEY_UNITS[behind] or figure.unit
    if unit is not None and unit not in _YUAN_IN:
        return Read(figure, value, "unread")  # 千元, 美元: nothing that could be compared
    return _read_money(figure, value, number, unit)


def _read_money(figure: Figure, value: Money, number: Decimal, unit: Unit | None) -> Read:
    units: tuple[Unit, ...] = (unit,) if unit else ("元", "万元")
    for each in units:
        if _may_show(number, value.yuan / _YUAN_IN[each], whole=each == "元"):
            return Read(figure, value, "agrees", each)
    factors = {number * _YUAN_IN[each] / value.yuan for each in units} if value.yuan else set()
    off = not factors.isdisjoint({_TEN_THOUSAND, 1 / _TEN_THOUSAND})
    return Read(figure, value, "ten_thousandfold" if off else "differs", unit)


def _may_show(number: Decimal, value: Decimal, *, whole: bool = False) -> bool:
    """Whether a list may show `value` so: whole, or with fewer decimals, rounded or cut.

    Without any decimals only where `whole`: 35 is not 35.4万元, but 350012 may be 350011.50元.
    """
    if number == value:
        return True
    decimals = -int(number.as_tuple().exponent)
    if decimals <= 0 and not whole:
        return False
    step = Decimal(1).scaleb(-decimals)
    return any(value.quantize(step, rounding) == number for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN))


def read_all(figures: Iterable[Figure], expected: Expected) -> list[Read]:
    """Compare every figure that a page shows."""
    return [read(figure, expected[figure.word]) for figure in figures if figure.word in expected]


def disagreements(reads: Iterable[Read]) -> list[Read]:
    """Those that are not what the plan says."""
    return [each for each in reads if each.verdict in {"differs", "ten_thousandfold"}]


def conclude(filing: Filing, trail: Trail, where: str, reads: Sequence[Read]) -> None:
    """Put down which sums were seen and agreed. Raises SumsDisagree, SumsTenThousandfold before anything is sent."""
    agreed = [each.line for each in reads if each.verdict == "agrees"]
    unread = [each.line for each in reads if each.verdict == "unread"]
    wrong = disagreements(reads)
    differences = told(each.difference for each in wrong)
    trail.event(where, "sums", agreed=agreed, unread=unread, differ=differences)
    if not wrong:
        if agreed:
            workshop.current().ledger.note(filing, "sums_agreed", where=where, sums=agreed)
        return
    first = wrong[0]
    error = SumsTenThousandfold if first.verdict == "ten_thousandfold" else SumsDisagree
    raise error(
        number=filing.number or "",
        where=where,
        label=first.difference.label,
        wanted=first.difference.wanted,
        shown=first.shown,
        differences=differences,
    )


async def agree(
    filing: Filing,
    clerk: Clerk,
    expected: Expected,
    look: Callable[[bool], Awaitable[list[Figure]]],
    *,
    where: str,
    trail: Trail,
) -> None:
    """Hold a page's figures against the plan; a list that lags behind is read anew (`look(True)`), and once more late.

    Raises SumsDisagree, SumsTenThousandfold.
    """
    reads = read_all(await look(False), expected)  # noqa: FBT003 - the one argument of a callback
    for seconds in (0.0, clerk.site.settle_seconds):
        if not disagreements(reads):
            break
        if seconds and await happens(workshop.current().stopping, within=seconds):
            raise Stopping
        reads = read_all(await look(True), expected)  # noqa: FBT003
    conclude(filing, trail, where, reads)


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).replace(",", "").split())
