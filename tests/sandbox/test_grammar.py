"""The grammar of structures: every way of every feature is really in the descriptions that a skin draws."""

import json
from typing import Any

import pytest

from sandbox.drift import Drift, grammar
from sandbox.server import RunningSandbox
from sandbox.skins import wardrobe
from sandbox.store.logins import Portal
from sandbox.store.people import REGIONS
from tests.control import Control
from tests.sandbox.mall_buyer import Buyer
from tests.sandbox.province_clerk import Clerk

WAYS = [(feature, way) for feature, ways in grammar.FEATURES.items() for way in ways]


@pytest.fixture
def box(running_sandbox: RunningSandbox, sandbox: Control) -> RunningSandbox:
    """A sandbox on its first day."""
    return running_sandbox


def described(box: RunningSandbox, skin: str, ways: dict[str, str]) -> dict[str, Any]:
    """What this skin is told of both portals, as text, without what a seed makes of each anyhow."""
    box.store.skin = skin
    box.store.drift = Drift(1, ways)
    try:
        buyer = Buyer(box)
        return {"provincial": buyer.send("/sdgp/api/screens.do"), "mall": buyer.send("/wssc/api/screens")}
    finally:
        box.store.skin = wardrobe.NATIVE


@pytest.mark.parametrize("skin", wardrobe.skins())
def test_every_way_of_every_feature_is_drawn_in_every_skin(box: RunningSandbox, skin: str) -> None:
    """A way that the skin replaces by the nearest one looks like that one; all others differ from each other."""
    drawn: dict[tuple[str, str], str] = {}
    for feature, way in WAYS:
        if feature == "entrance" and way == "straight":
            continue  # another document at the address of the front page
        told = json.dumps(described(box, skin, {feature: way}), ensure_ascii=False, sort_keys=True)
        portals: tuple[Portal, ...] = ("provincial", "mall")
        real = str([grammar.fitting(skin, portal, feature, way) for portal in portals])
        assert drawn.setdefault((feature, real), told) == told
    for feature in grammar.FEATURES:
        looks = [told for (of, _), told in drawn.items() if of == feature]
        assert len(set(looks)) == len(looks), feature


def test_a_seed_draws_the_same_ways_whatever_the_skin_and_other_seeds_draw_others() -> None:
    assert grammar.drawn(7) == grammar.drawn(7)
    for feature, ways in grammar.FEATURES.items():
        assert {grammar.drawn(seed)[feature] for seed in range(100)} == set(ways)


@pytest.mark.parametrize("way", ["chained", "cascader", "tree"])
def test_nested_regions_hold_every_region_that_has_an_account(box: RunningSandbox, way: str) -> None:
    box.store.skin = "element"
    box.store.drift = Drift(3, {"region": way})
    form = json.loads(Buyer(box).send("/sdgp/api/screens.do"))["screens"]["login"]
    box.store.skin = wardrobe.NATIVE
    field = next(one for one in form["fields"] if "tree" in one)

    def leaves(nodes: list[dict[str, Any]]) -> set[str]:
        below = (leaves(node["children"]) if "children" in node else {node["value"]} for node in nodes)
        return set().union(*below)

    assert field["kind"] == way
    assert leaves(field["tree"]) >= set(REGIONS)


def test_a_portal_that_begins_with_its_login_shows_it_at_the_front_page_s_address(box: RunningSandbox) -> None:
    box.store.drift = Drift(1, {"entrance": "straight"})
    assert 'name="loginForm"' in Clerk(box.url).ask("")
    buyer = Buyer(box)
    assert 'id="loginForm"' in buyer.send("/wssc/liaocheng/index.html")
    buyer.login()
    assert 'id="loginForm"' not in buyer.send("/wssc/liaocheng/index.html")


def test_an_unknown_way_is_refused() -> None:
    with pytest.raises(ValueError, match="region=map: there are select, chained"):
        Drift(1, {"region": "map"})
