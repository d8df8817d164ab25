"""What a release adds: fields, buttons and columns that nobody asked for; and copies of those that are meant."""

import random

from sandbox.drift.chance import happens
from sandbox.drift.words import BUTTONS, CHOICES, COLUMNS, DECOYS
from sandbox.skins.describe import Json, column, control, same

CANNOT_BE_DOUBLED = {"radio", "captcha", "shown", "picker", "chained", "cascader", "tree"}


def decoys(screen: str, luck: random.Random) -> list[Json]:
    """Make fields that have to stay as they are: some labelled with other words, some not labelled at all."""
    offered = DECOYS[screen]
    chosen = luck.sample(offered, luck.randint(1, min(3, len(offered))))
    unlabelled = [("", "text")] * luck.randint(0, 2)
    return [_decoy(label, kind, luck) for label, kind in [*chosen, *unlabelled]]


def _decoy(label: str, kind: str, luck: random.Random) -> Json:
    made = control(_name(luck), label, kind, same(CHOICES) if kind == "choice" else ())
    if kind == "number":
        made["decimals"] = 2
    if kind == "text" and happens(luck, 0.4):
        made["value"] = f"N{luck.randint(100, 999)}"
    return made


def copies(fields: list[Json], luck: random.Random, *, locked: bool) -> list[Json]:
    """Make hidden copies of some fields, and a twin that is switched off where one can see that it is."""
    able = [field for field in fields if field["kind"] not in CANNOT_BE_DOUBLED and "computed" not in field]
    hidden = [_copy(field, luck) | {"hidden": True} for field in luck.sample(able, min(luck.randint(0, 3), len(able)))]
    plain = [field for field in able if field["kind"] == "text"]
    if locked or not plain or happens(luck, 0.5):
        return hidden
    return [*hidden, _copy(luck.choice(plain), luck) | {"disabled": True}]


def _copy(field: Json, luck: random.Random) -> Json:
    kept = {key: value for key, value in field.items() if key not in {"id", "classes", "from", "stepper", "fills"}}
    return kept | {"column": _name(luck), "required": False, "value": ""}


def more_buttons(buttons: list[Json], place: str, luck: random.Random) -> list[Json]:
    """Put buttons between the ones that are meant: others, a hidden copy of one, a twin that is switched off."""
    kind = place if place in BUTTONS else "form"
    labels = [button["label"] for button in buttons]
    others = luck.sample(BUTTONS[kind], luck.randint(0, 2))
    extra: list[Json] = [{"label": label} for label in others if label not in labels]
    if happens(luck, 0.4):
        extra.append({"label": luck.choice(labels), "hidden": True})
    if happens(luck, 0.3):
        extra.append({"label": luck.choice(labels), "disabled": True})
    mixed = list(buttons)
    luck.shuffle(mixed)
    for button in extra:
        mixed.insert(luck.randint(0, len(mixed)), {"action": "none", "primary": False} | button)
    return mixed


def more_columns(luck: random.Random) -> list[Json]:
    """Make columns that nobody needs."""
    return [column(key, label, width=110) for key, label in luck.sample(COLUMNS, luck.randint(0, 2))]


def _name(luck: random.Random) -> str:
    return f"n{luck.getrandbits(40):x}"
