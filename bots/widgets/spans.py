"""Two fields that are the ends of one span: its calendar sets both of them at once, and never one alone."""

from collections.abc import Sequence
from dataclasses import replace

from bots.errors import FieldNotAccepted
from bots.widgets.control import Control
from bots.widgets.fill import Move
from bots.widgets.moments import Moment, Span, read_moment


def joined(moves: Sequence[Move], controls: Sequence[Control], *, where: str) -> list[Move]:
    """The moves, with those of both ends of a span as one; an end that is not moved keeps what it shows.

    Raises FieldNotAccepted (`span`) where the other end is empty, or the end comes before the start.
    """
    done: list[Move] = []
    taken: set[int] = set()
    for move in moves:
        if move.control.dating.end is None:
            done.append(move)
        elif move.control.dating.pair not in taken:
            taken.add(move.control.dating.pair or 0)
            done.append(_both(move, moves, controls, where))
    return done


def _both(move: Move, moves: Sequence[Move], controls: Sequence[Control], where: str) -> Move:
    other = next((one for one in moves if one is not move and _is_other_end(one.control, move.control)), None)
    control = other.control if other else next((one for one in controls if _is_other_end(one, move.control)), None)
    mine = read_moment(move.text)
    theirs = read_moment(other.text if other else control.value if control else "", move.control.dating.order)
    if control is None or mine is None or theirs is None:
        raise _refused(move, where)
    if move.control.dating.end == 0:
        first, span = move.control, Span(mine, theirs)
    else:
        first, span = control, Span(theirs, mine)
    if _order(span.start) > _order(span.end):
        raise _refused(move, where)
    return replace(move, control=first, text=span.iso, partner=other.label if other else "")


def _is_other_end(control: Control, of: Control) -> bool:
    ends = {control.dating.end, of.dating.end}
    return control.kind == "date" and control.dating.pair == of.dating.pair and ends == {0, 1}


def _order(moment: Moment) -> tuple[int, int, int, tuple[int, int, int]]:
    return moment.year, moment.month or 0, moment.day or 0, moment.time or (0, 0, 0)


def _refused(move: Move, where: str) -> FieldNotAccepted:
    got = move.control.reading
    return FieldNotAccepted(label=move.label, wanted=move.text, got=got, where=where, reason="span")
