"""How back offices do the same thing in different ways: the features of a portal's structure, and the ways of each.

The first way of a feature is how the portals stand without drift. A seed draws one way of every feature, whatever the
skin; where a toolkit has nothing like it, the skin draws what comes nearest (`NEAREST`). Written from how such systems
are built, not from what any program can work with.
"""

import random
from collections.abc import Mapping, Sequence

Ways = Mapping[str, str]

FEATURES: dict[str, tuple[str, ...]] = {
    "words": ("manual", "some", "most"),  # how many words are the portal's own instead of the manual's
    "entrance": ("link", "two", "banner", "straight"),  # the way to the login page
    "menu": ("side", "accordion", "top", "tiles"),  # of the back office
    "work": ("usual", "iframe", "tabs", "router", "frameset"),  # in what the menu's screens are shown
    "region": ("select", "chained", "cascader", "tree"),  # 行政区划: one list, two that wait for each other, …
    "item": ("popup", "select", "search", "cascader", "tree", "grid", "radio", "text"),  # 采购名称, 预算品目
    "actions": ("always", "tick", "row", "more", "context", "number"),  # where stands what acts on a row of the list
    "opens": ("usual", "dialog", "drawer", "page", "tab"),  # in what a form opens; usual: as in this skin without drift
    "sections": ("flat", "tabs", "collapsed", "steps"),  # of a form: how its fields are spread
    "units": ("label", "addon", "title", "text"),  # where a form says in what unit its amounts are
    "saved": ("closes", "stays", "shows", "result", "details"),  # what follows a save
    "shows": ("form", "descriptions", "cells", "drawer"),  # how something saved is shown
    "amount": ("price", "total"),  # what the mall's form asks for: 预算单价, or 预算金额 alone
    "id": ("shown", "none"),  # whether the list of details has a column ID
}
MALL = tuple(feature for feature in FEATURES if feature not in {"actions", "id"})
PROVINCE = tuple(feature for feature in FEATURES if feature != "amount")

_MALL_ITEMS = {"popup": "select", "grid": "search", "text": "radio"}  # the mall's form has no window to pick from
_MALL = {"item": _MALL_ITEMS, "saved": {"details": "closes"}}
_MALL_OPENS = {"native": "dialog", "easyui": "dialog"}
_NATIVE_WORK = {"provincial": {"usual": "frameset", "router": "iframe"},
                "mall": {"usual": "iframe", "router": "iframe", "frameset": "iframe"}}  # fmt: skip
_FRAMES = {"usual": "tabs", "router": "iframe", "frameset": "iframe"}  # pages of their own, each in a frame
_ROUTED = {"usual": "router", "frameset": "iframe"}
NEAREST: dict[str, dict[str, dict[str, str]]] = {  # skin → feature → way → what is drawn instead
    "native": {
        "region": {"cascader": "chained"}, "item": {"cascader": "chained"},
        "shows": {"descriptions": "cells", "drawer": "cells"},
        "opens": {"usual": "popup", "dialog": "layer", "drawer": "layer", "tab": "page"},
    },
    "layui": {
        "region": {"cascader": "chained"}, "item": {"cascader": "chained"}, "shows": {"descriptions": "cells"},
        "opens": {"usual": "layer", "dialog": "layer", "tab": "page"}, "work": _FRAMES,
    },
    "easyui": {
        "region": {"cascader": "tree"}, "item": {"cascader": "tree"},
        "shows": {"descriptions": "cells", "drawer": "cells"},
        "opens": {"usual": "window", "dialog": "window", "drawer": "window", "page": "tab"}, "work": _FRAMES,
    },
    "element": {"opens": {"usual": "dialog", "tab": "page"}, "work": _ROUTED},
    "element-plus": {"opens": {"usual": "drawer", "tab": "page"}, "work": {"usual": "kept", "frameset": "iframe"}},
    "antd": {"opens": {"usual": "dialog", "tab": "page"}, "work": _ROUTED},
}  # fmt: skip


def drawn(seed: int) -> dict[str, str]:
    """Draw one way of each feature; the draws do not depend on each other, nor on the order of the features."""
    return {feature: random.Random(f"{seed}/way/{feature}").choice(ways) for feature, ways in FEATURES.items()}  # noqa: S311


def only(seed: int, features: Sequence[str]) -> dict[str, str]:
    """Draw these features alone; all others stay as they are without drift."""
    return {feature: way for feature, way in drawn(seed).items() if feature in features}


def fitting(skin: str, portal: str, feature: str, way: str) -> str:
    """Tell which way a portal in this skin really shows when `way` was drawn."""
    if portal == "mall":
        way = _MALL.get(feature, {}).get(way, way)
        if feature == "opens" and skin in _MALL_OPENS:
            return _MALL_OPENS[skin]
    if feature == "work" and skin == "native":
        return _NATIVE_WORK[portal].get(way, way)
    return NEAREST.get(skin, {}).get(feature, {}).get(way, way)


def shown(skin: str, portal: str, ways: Ways) -> dict[str, str]:
    """Name the ways that somebody meets who files on this portal in this skin."""
    met = MALL if portal == "mall" else PROVINCE
    return {feature: fitting(skin, portal, feature, ways.get(feature, FEATURES[feature][0])) for feature in met}


def checked(ways: Ways) -> dict[str, str]:
    """Give the ways back; raises ValueError when there is no such feature or way."""
    for feature, way in ways.items():
        if way not in FEATURES.get(feature, ()):
            raise ValueError(f"{feature}={way}: there are {', '.join(FEATURES.get(feature, tuple(FEATURES)))}")
    return dict(ways)
