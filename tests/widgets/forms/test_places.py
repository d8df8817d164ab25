"""Regions are known by code, by name, by path, and by the leaf that is the city itself; another one never passes."""

import pytest

from bots.errors import FieldAmbiguous, OptionNotOffered
from bots.widgets.options import choose
from bots.widgets.places import Place

CITY = Place("聊城市", "371500", ("山东省",))
COUNTY = Place("临清市", "371581", ("山东省", "聊城市"))


@pytest.mark.parametrize(
    "text",
    [
        "聊城市", "聊城市本级", "聊城市市直", "聊城本级", "市本级", "聊城市/市直", "山东省 / 聊城市 / 市本级",
        "371500", "371500 聊城市", "371500_聊城市本级", "371500000000 聊城市", "聊城市（本级）",
        "[371500]聊城市", "（371500）聊城市", "聊城市(371500)", "聊城市-371500",
    ],
)  # fmt: skip
def test_a_city_is_known_in_each_of_its_ways(text: str) -> None:
    assert choose(CITY, ["请选择", "德州市", text, "东昌府区"], label="行政区划", where="登录") == 2


@pytest.mark.parametrize(
    "text",
    ["东昌府区", "德州市本级", "济南市/市本级", "371502 聊城市", "[371502]聊城市", "聊城市/东昌府区", "聊城大学"],
)
def test_another_region_is_never_taken_for_it(text: str) -> None:
    with pytest.raises(OptionNotOffered):
        choose(CITY, ["请选择", text], label="行政区划", where="登录")


def test_the_city_of_a_county_is_on_its_way_and_not_the_county() -> None:
    assert (COUNTY.rank("聊城市"), COUNTY.leads("聊城市"), COUNTY.leads("3715 聊城市")) == (0, True, True)
    assert (COUNTY.rank("市本级", ["聊城市"]), COUNTY.rank("市本级", ["临清市"])) == (0, 2)
    assert COUNTY.rank("临清市", ["济南市"]) == 0


def test_two_that_could_be_meant_are_not_chosen_between() -> None:
    with pytest.raises(FieldAmbiguous):
        choose(CITY, ["市本级", "市直"], label="行政区划", where="登录")
