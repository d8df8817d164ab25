"""Progress while a run works: a live board on a terminal, timestamped lines anywhere else. Always on standard error."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from desk import words
from desk.board import Board
from desk.interrupt import before_leaving
from desk.messages.catalogue import text
from flows.ledger import Filing

COLOURS = {"good": "green", "busy": "cyan", "wait": "yellow", "bad": "red"}
REFRESHES_PER_SECOND = 4
MOST_LANES_SHOWN = 12


class Progress(Protocol):
    """Something that can be told what happens."""

    def changed(self, filing: Filing) -> None:
        """A filing has changed."""

    def say(self, sentence: str) -> None:
        """Something that concerns the whole run."""


@contextmanager
def showing(board: Board, console: Console) -> Iterator[Progress]:
    """Show progress in the manner that the console allows."""
    if not console.is_terminal:
        yield PlainProgress(board, console)
        return
    live_board = LiveBoard(board)
    live = Live(live_board, console=console, refresh_per_second=REFRESHES_PER_SECOND, transient=True)
    with live, before_leaving(console.show_cursor):
        yield live_board


class PlainProgress:
    """One timestamped line for each thing that happened; good for log files and schedulers."""

    def __init__(self, board: Board, console: Console) -> None:
        self._board, self._console = board, console
        self.say(board.title)

    def changed(self, filing: Filing) -> None:
        """Print the change when it is news."""
        news = self._board.changed(filing)
        if news is not None:
            count = f"[{self._board.settled}/{self._board.total}] " if self._board.counting else ""
            self.say(count + news.text)

    def say(self, sentence: str) -> None:
        """Print a line."""
        self._console.print(f"{time.strftime('%H:%M:%S')} {sentence}", markup=False, soft_wrap=True)


class LiveBoard:
    """The board as a rich renderable: title, bar, lanes, counts, the last news."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._said = ""

    def changed(self, filing: Filing) -> None:
        """Take the change in; the next refresh shows it."""
        self._board.changed(filing)

    def say(self, sentence: str) -> None:
        """Show a sentence for the rest of the run."""
        self._said = sentence

    def __rich__(self) -> RenderableType:
        """Draw."""
        parts: list[RenderableType] = [self._headline()]
        if self._board.counting:
            parts += [self._lanes(), self._counts()]
        parts += [self._news_line(at, line) for at, line in self._news()]
        if self._said:
            parts.append(Text(self._said, style="yellow"))
        return Group(*parts)

    def _headline(self) -> RenderableType:
        board = self._board
        line = Table.grid(padding=(0, 2))
        total = max(board.total, 1) if board.counting else None
        line.add_row(
            Text(board.title, style="bold"),
            ProgressBar(
                total=total,
                completed=board.settled,
                width=24,
                pulse=not board.counting,
                complete_style="green",
                finished_style="green",
            ),
            Text(f"{board.settled}/{board.total}" if board.counting else f"{board.total}"),
            Text(board.elapsed, style="dim"),
        )
        return line

    def _lanes(self) -> RenderableType:
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, style="dim")
        table.add_column(no_wrap=True, justify="right", style="dim")
        table.add_column(no_wrap=True, overflow="ellipsis")
        lanes = self._board.lanes()
        for lane, doing, settled, total in lanes[:MOST_LANES_SHOWN]:
            table.add_row(Text(f"  {words.lane_text(lane)}"), f"{settled}/{total}", Text(doing))
        if len(lanes) > MOST_LANES_SHOWN:
            table.add_row(f"  {text('progress.more_lanes', count=len(lanes) - MOST_LANES_SHOWN)}", "", "")
        return table

    def _counts(self) -> RenderableType:
        line = Text("  ")
        for word, colour, count in self._board.counts():
            line.append(f"{word} {count}   ", style=COLOURS[colour])
        return line

    def _news(self) -> list[tuple[str, Text]]:
        return [
            (
                time.strftime("%H:%M:%S", time.localtime(news.at)),
                Text(news.text, style=COLOURS[words.state_colour(news.filing)], no_wrap=True, overflow="ellipsis"),
            )
            for news in self._board.news
        ]

    @staticmethod
    def _news_line(at: str, line: Text) -> RenderableType:
        row = Table.grid(padding=(0, 1))
        row.add_column(no_wrap=True, style="dim")
        row.add_column(no_wrap=True, overflow="ellipsis")
        row.add_row(f"  {at}", line)
        return row
