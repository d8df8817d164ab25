"""行政区划 as portals nest it: cities, and below each its own administration and its counties."""

import random
from typing import Any

Json = dict[str, Any]

CITIES: dict[str, tuple[str, dict[str, str]]] = {  # a city's four digits → its name, its counties by code
    "3701": ("济南市", {"370102": "历下区", "370103": "市中区", "370112": "历城区", "370181": "章丘区"}),
    "3714": ("德州市", {"371402": "德城区", "371403": "陵城区", "371424": "临邑县", "371425": "齐河县"}),
    "3715": ("聊城市", {
        "371502": "东昌府区", "371503": "茌平区", "371521": "阳谷县", "371522": "莘县", "371524": "东阿县",
        "371525": "冠县", "371526": "高唐县", "371581": "临清市",
    }),
    "3716": ("滨州市", {"371602": "滨城区", "371621": "惠民县", "371625": "博兴县"}),
}  # fmt: skip
PROVINCE = ("370000", "山东省")
OWN = ("{}本级", "市本级", "{}市直", "{}")  # what a city calls its own administration, {} being its name


def tree(luck: random.Random, *, deep: bool) -> list[Json]:
    """Nest the regions by city; `deep` puts the province above them, where the portal has that level."""
    own = luck.choice(OWN)
    cities = [_city(digits, name, counties, own) for digits, (name, counties) in CITIES.items()]
    province = {"value": PROVINCE[0], "label": PROVINCE[1], "children": cities}
    return [province] if deep and luck.random() < 0.5 else cities  # noqa: PLR2004  half of all portals


def _city(digits: str, name: str, counties: dict[str, str], own: str) -> Json:
    below = {f"{digits}00": own.format(name)} | counties
    return {"value": digits, "label": name, "children": [{"value": v, "label": w} for v, w in below.items()]}
