"""Which 计划单 the mall made of a recorded plan (manual, part one, (四)).

Its 采购计划编号 says so. A mall whose list does not show that number is read as a clerk reads it: imported, the same
name, the same amount and quantity, not older than the filing. Where that fits several, none is taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bots.widgets.figures import Figure
from bots.widgets.grid import Row
from bots.widgets.values import as_date
from flows.ledger import Filing
from flows.mall.values import sheet_sums
from flows.natural_key import plain
from flows.sums import disagreements, read_all

NUMBER, NAME, PLAN, SOURCE, CREATED = "计划单编号", "计划单名称", "采购计划编号", "来源", "创建时间"
_IMPORTED = re.compile("导入|推送|省平台|备案|同步|下发|接收")
_BY_HAND = re.compile("自建|手工|批量|模板|文件|[Ee]xcel")  # a clerk's own, though from a file


@dataclass(frozen=True)
class Link:
    """A row and the figures that agreed, where no number said that it is the plan's."""

    row: Row
    agreed: tuple[str, ...] = ()


def is_imported(row: Row) -> bool:
    """Whether the list says that the province sent it: nobody built it here."""
    source = row.get(SOURCE, "")
    return bool(row.get(PLAN)) or (bool(_IMPORTED.search(source)) and not _BY_HAND.search(source))


def by_plan_number(filings: Iterable[Filing], rows: Iterable[Row]) -> dict[int, Link] | None:
    """The 计划单 of each filing that waits for one, by its id; None where the list shows no 采购计划编号."""
    numbered = [row for row in rows if PLAN in row]
    by_plan = {row[PLAN]: Link(row) for row in numbered if row[PLAN]}
    found = {filing.id: by_plan[filing.number or ""] for filing in filings if filing.number in by_plan}
    return found if numbered else None


def by_look(filings: Iterable[Filing], rows: Iterable[Row], figures: Mapping[str, Sequence[Figure]]) -> dict[int, Link]:
    """The same by name, amount, quantity and day; `figures`: what each row shows, by its number."""
    fits = {
        filing.id: [link for row in rows if (link := _fit(filing, row, figures[row[NUMBER]]))] for filing in filings
    }
    claims = Counter(link.row[NUMBER] for found in fits.values() for link in found)
    return {id_: found[0] for id_, found in fits.items() if len(found) == 1 and claims[found[0].row[NUMBER]] == 1}


def _fit(filing: Filing, row: Row, figures: Sequence[Figure]) -> Link | None:
    if plain(row.get(NAME, "")) != plain(filing.name) or (SOURCE in row and not is_imported(row)):
        return None
    if (created := as_date(row.get(CREATED, ""))) and created < _begun(filing):
        return None  # of an earlier plan that was called the same
    reads = read_all(figures, sheet_sums(filing.plan))
    agreed = [each for each in reads if each.verdict == "agrees"]
    if disagreements(reads) or not any(each.figure.word == "预算金额" for each in agreed):
        return None
    return Link(row, tuple(each.line for each in agreed))


def _begun(filing: Filing) -> date:
    return datetime.fromisoformat(filing.created_at).astimezone().date()
