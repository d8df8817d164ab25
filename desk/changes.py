"""What a poll has found to be different: one line a plan, then the reviewer's words in full."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from desk import words
from desk.messages.catalogue import knows, text
from flows.changes import Change
from flows.stages import Hold, Stage

TONES: dict[str, str] = {Stage.RETURNED: "red", Stage.UNKNOWN: "red", Hold.REFUSED: "red", Hold.NEEDS_HUMAN: "red"}


def print_changes(console: Console, changes: Sequence[Change]) -> None:
    """From where to where, by whom and when; the opinion below, whole."""
    if not changes:
        console.print(text("changes.none"))
        return
    console.print(Text(text("changes.some", count=len(changes)), style="bold"))
    for change in changes:
        line = Text("  ")
        line.append(f"{change.ref} {change.name}", style="bold")
        line.append(f"  {move_text(change)}", style=TONES.get(change.what, "green"))
        if change.who or change.when:
            line.append(f"  ({' '.join(part for part in (change.who, change.when) if part)})", style="dim")
        console.print(line, soft_wrap=not console.is_terminal)
        for said in _said(change):
            told = Text(said)
            console.print(
                Padding(told, (0, 0, 0, 4)) if console.is_terminal else Text("    ") + told,
                soft_wrap=not console.is_terminal,
            )


def move_text(change: Change) -> str:
    """`待资金科室审核 → 被退回`."""
    if change.what == "sheet_moved":
        before, after = change.before, str(change.params.get("status", ""))
    elif change.what == "resubmitted":
        return words.history_line(change.what, change.params)
    else:
        before, after = _state(change.before), _state(change.what)
    return f"{before} → {after}" if before else after


def change_json(change: Change) -> dict[str, Any]:
    """A change for programs; `text` in the language in use."""
    to = change.params.get("status") if change.what == "sheet_moved" else change.what
    return {
        "ref": change.ref, "name": change.name, "account": change.account, "number": change.number or None,
        "from": change.before or None, "to": to,
        "who": change.who or None, "when": change.when or None, "opinion": change.opinion or None,
        "said": change.params.get("said"), "at": change.at, "text": move_text(change),
    }  # fmt: skip


def _state(value: str) -> str:
    key = next((f"{kind}.{value}" for kind in ("stage", "hold") if knows(f"{kind}.{value}")), "")
    return text(key) if key else value


def _said(change: Change) -> list[str]:
    if change.opinion:
        return [f"“{change.opinion}”"]
    detail = words.trouble_of(change.params)
    if detail:
        return [detail]
    return [f"“{change.params['said']}”"] if change.what == Stage.UNKNOWN and change.params.get("said") else []
