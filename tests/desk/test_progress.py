"""Progress: a board on a terminal, plain lines elsewhere; both bounded, neither in the way of Ctrl-C."""

import asyncio
import io
import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from rich.console import Console

from desk.board import Board, Expected
from desk.interrupt import stopping_on_signals
from desk.progress import LiveBoard, showing
from desk.table import print_filings
from flows.ledger import Filing, Ledger
from flows.stages import Stage
from tests.desk.fabricated import fabricate, register


@pytest.fixture
def filings(tmp_path: Path) -> list[Filing]:
    return fabricate(tmp_path)


def board_of(filings: list[Filing]) -> Board:
    return Board.of("填报", [Expected(f.ref, f.name, f.lane) for f in filings])


def drawn(board: Board, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=True, color_system=None).print(LiveBoard(board))
    return out.getvalue()


def test_the_board_counts_what_has_come_to_rest(filings: list[Filing]) -> None:
    board = board_of(filings)
    assert (board.settled, board.total) == (0, 4)
    for filing in filings:
        board.changed(filing)
    assert board.settled == 4
    assert sorted(word for word, _, count in board.counts() if count == 1) == sorted(
        ["已进商城", "被退回", "被拒绝", "需要人工"]
    )
    assert board.lanes() == [("linnan@provincial", "完成", 4, 4)]


def test_a_change_that_nobody_would_call_news_is_none(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "yuncai.sqlite")
    filing = register(ledger, "a")
    board = board_of([filing])
    assert board.changed(filing) is None
    saved = ledger.advance(filing, Stage.SAVED, number="1")
    assert board.changed(saved) is not None
    assert board.changed(saved) is None
    ledger.close()


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_board_fits_its_terminal(filings: list[Filing], width: int) -> None:
    board = board_of(filings)
    for filing in filings:
        board.changed(filing)
    lines = drawn(board, width).splitlines()
    assert len(lines) < 15
    console = Console(width=width)
    assert all(console.measure(line).maximum <= width for line in lines)


def test_plain_lines_have_a_time_and_no_escapes(filings: list[Filing]) -> None:
    out = io.StringIO()
    with showing(board_of(filings), Console(file=out, width=140)) as progress:
        for filing in filings:
            progress.changed(filing)
    lines = out.getvalue().splitlines()
    assert len(lines) == 5
    assert "\x1b" not in out.getvalue()
    assert all(line[2] == ":" for line in lines)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_keeps_numbers_whole_at_every_width(filings: list[Filing], width: int) -> None:
    out = io.StringIO()
    console = Console(file=out, width=width)
    print_filings(console, filings)
    assert "37142461200120200015" in out.getvalue()
    table = out.getvalue().splitlines()[: 3 + len(filings)]
    assert all(console.measure(line).maximum <= width for line in table)


async def test_the_first_signal_asks_and_handlers_are_put_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    stopping, told = asyncio.Event(), []
    with stopping_on_signals(stopping, lambda: told.append(1)):
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.wait_for(stopping.wait(), 5)
    assert told == [1]
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(os.name == "nt", reason="sends POSIX signals")
def test_the_second_signal_leaves_at_once_and_says_the_last_word() -> None:
    script = textwrap.dedent("""
        import asyncio
        from desk.interrupt import before_leaving, stopping_on_signals

        async def main():
            stopping = asyncio.Event()
            with stopping_on_signals(stopping, lambda: print("asked", flush=True)):
                with before_leaving(lambda: print("last word", flush=True)):
                    print("ready", flush=True)
                    await asyncio.sleep(60)

        asyncio.run(main())
    """)
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", script], cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "asked\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "last word\n"
        assert process.wait(10) == 130
