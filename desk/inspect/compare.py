"""What has changed on a page since its inventory was kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from desk.inspect.model import Inventory, SeenField
from desk.inspect.pairing import key_of, pair_fields

Param = str | list[str]

# What a filing would stumble over; the rest is worth knowing.
BREAKING: Final = frozenset({
    "field_gone", "field_new_required", "label_renamed", "now_required", "kind_changed", "unit_changed", "option_gone",
    "now_read_only", "now_disabled", "max_length_shorter", "grid_gone", "header_gone", "button_gone",
})  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One difference; its sentence stands in the catalogue under `inspect.change.<kind>`."""

    kind: str
    label: str  # of the field or button; the headers of a grid
    params: dict[str, Param] = field(default_factory=dict)

    @property
    def breaks(self) -> bool:
        """Whether filings are likely to stop at it."""
        return self.kind in BREAKING


def compare(then: Inventory, now: Inventory) -> list[Change]:
    """Everything that differs, in the page's order: fields, grids, buttons; empty when nothing does."""
    return [*_fields(then.fields, now.fields), *_grids(then.grids, now.grids), *_buttons(then.buttons, now.buttons)]


def _fields(then: Sequence[SeenField], now: Sequence[SeenField]) -> Iterator[Change]:
    pairs = pair_fields(then, now)
    for place, one in enumerate(then):
        if place in pairs:
            yield from _field(one, now[pairs[place]])
        else:
            yield Change("field_gone", one.label, {"kind": one.kind})
    known = set(pairs.values())
    for place, one in enumerate(now):
        if place not in known:
            yield Change("field_new_required" if one.required else "field_new", one.label, {"kind": one.kind})


def _field(then: SeenField, now: SeenField) -> Iterator[Change]:
    if key_of(then) != key_of(now):
        yield Change("label_renamed", then.label, {"before": then.label, "after": now.label})
    label = now.label
    if then.kind != now.kind:
        yield Change("kind_changed", label, {"before": then.kind, "after": now.kind})
    if then.unit != now.unit:
        yield Change("unit_changed", label, {"before": then.unit or "—", "after": now.unit or "—"})
    for name, yes, no in (
        ("required", "now_required", "no_longer_required"),
        ("read_only", "now_read_only", "no_longer_read_only"),
        ("disabled", "now_disabled", "no_longer_disabled"),
    ):
        if getattr(then, name) != getattr(now, name):
            yield Change(yes if getattr(now, name) else no, label)
    yield from _length(then, now)
    if then.options_known and now.options_known:
        yield from _lists("option", label, then.options, now.options)


def _length(then: SeenField, now: SeenField) -> Iterator[Change]:
    if then.max_length == now.max_length:
        return
    shorter = now.max_length is not None and (then.max_length is None or now.max_length < then.max_length)
    limits: dict[str, Param] = {"before": str(then.max_length or "—"), "after": str(now.max_length or "—")}
    yield Change("max_length_shorter" if shorter else "max_length_longer", now.label, limits)


def _lists(what: str, label: str, then: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    gone = [word for word in then if word not in now]
    new = [word for word in now if word not in then]
    if gone:
        yield Change(f"{what}_gone", label, {"words": gone})
    if new:
        yield Change(f"{what}_new", label, {"words": new})


def _grids(then: Sequence[tuple[str, ...]], now: Sequence[tuple[str, ...]]) -> Iterator[Change]:
    """Grids are known by their headers: those that share most belong together."""
    ranked = sorted(
        (-len(set(one) & set(other)), a, b)
        for a, one in enumerate(then)
        for b, other in enumerate(now)
        if set(one) & set(other)
    )
    pairs: dict[int, int] = {}
    for _, a, b in ranked:
        if a not in pairs and b not in pairs.values():
            pairs[a] = b
    for place, heads in enumerate(then):
        if place in pairs:
            yield from _lists("header", _named(heads), heads, now[pairs[place]])
        else:
            yield Change("grid_gone", _named(heads))
    yield from (Change("grid_new", _named(heads)) for b, heads in enumerate(now) if b not in pairs.values())


def _buttons(then: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    yield from (Change("button_gone", word) for word in then if word not in now)
    yield from (Change("button_new", word) for word in now if word not in then)


def _named(heads: Sequence[str]) -> str:
    return "、".join(heads[:3]) + ("…" if len(heads) > 3 else "")  # noqa: PLR2004 - enough to know it by
