"""The tables at the end of a command, and the explanations under them."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from configs.money import format_wan
from configs.problems import Problem
from desk import words
from desk.messages.catalogue import text
from desk.progress import COLOURS
from flows.intake import Order
from flows.ledger import Filing

ROOM_FOR_NEXT = 100  # narrower terminals leave the last column out; the explanations below say the rest


def print_filings(console: Console, filings: Sequence[Filing], *, nothing: str = "table.nothing") -> None:
    """One row a filing, then one paragraph for each that needs somebody; `nothing`: what is said of none."""
    if not filings:
        console.print(text(nothing))
        return
    console.print(_filings_table(filings, with_next=console.width >= ROOM_FOR_NEXT))
    print_troubled(console, filings)


def print_troubled(console: Console, filings: Iterable[Filing]) -> None:
    """One paragraph for each that needs somebody; what several have in common is said once."""
    troubled = [filing for filing in filings if words.needs_attention(filing)]
    if troubled:
        console.print(Text(text("table.attention", count=len(troubled)), style="bold"))
        alike: dict[str, list[Filing]] = {}
        for filing in troubled:
            alike.setdefault(words.explanation(filing), []).append(filing)
        for explanation, filings_alike in alike.items():
            _print_trouble(console, filings_alike, Text(explanation))


def print_orders(console: Console, orders: Iterable[Order]) -> None:
    """What `check` found: each plan with its amount, route and the reason for it."""
    table = table_of("ref", "name", "amount", "lane", "route", "why")
    for order in orders:
        plan = order.plan
        table.add_row(
            Text(plan.ref),
            Text(plan.name),
            format_wan(plan.total),
            Text(words.lane_text(order.lane)),
            text(f"route.{order.route.value}"),
            text(f"route.{order.why}"),
        )
    console.print(table)


def print_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Every mistake, by file: `plans/office.yaml:14 明细.数量: what is wrong; what would be right`."""
    last = None
    for problem in problems:
        if problem.file != last:
            if last is not None:
                console.print()
            console.print(Text(problem.file, style="bold"))
            last = problem.file
        line = Text("  ")
        line.append(f"{problem.where}: ", style="red")
        line.append(words.problem_text(problem))
        console.print(line, soft_wrap=not console.is_terminal)
    files = len({problem.file for problem in problems})
    console.print()
    console.print(Text(text("check.problems", count=len(problems), files=files), style="bold red"))


def _filings_table(filings: Iterable[Filing], *, with_next: bool) -> Table:
    table = table_of("ref", "name", "route", "number", "state", *(["next"] if with_next else []))
    for filing in filings:
        row = [
            Text(filing.ref),
            Text(filing.name),
            Text(text(f"route.{filing.route}")),
            Text(filing.number or "—"),
            Text(words.state_text(filing), style=COLOURS[words.state_colour(filing)]),
        ]
        table.add_row(*row, *([Text(words.next_text(filing))] if with_next else []))
    return table


def table_of(*columns: str) -> Table:
    """An empty table with the given columns' heads."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            text(f"column.{column}"),
            overflow="fold",
            no_wrap=column in {"number", "state", "amount"},
            justify="right" if column == "amount" else "left",
        )
    return table


def _print_trouble(console: Console, filings: Sequence[Filing], explanation: Text) -> None:
    """What several filings have in common is said once, below all of them."""
    for filing in filings:
        head = Text("  ")
        head.append(f"{filing.ref} {filing.name}", style="bold")
        head.append(f"  {filing.source}", style="dim")
        console.print(head)
    console.print(
        Padding(explanation, (0, 0, 0, 4)) if console.is_terminal else Text("    ") + explanation,
        soft_wrap=not console.is_terminal,
    )
