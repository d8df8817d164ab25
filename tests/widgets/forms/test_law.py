"""The law of widgets, for every kind of native control and every manner of placing its label.

`read()` after `fill(v)` is `v`; `fill(read())` changes nothing; filling again changes nothing.
"""

from datetime import date
from decimal import Decimal

import pytest

from bots.widgets.values import Money, Value
from tests.widgets.forms.conftest import SAMPLES, Draw, Remembered
from tests.widgets.forms.styles import STYLES

VALUES: dict[str, Value] = {
    "计划名称": "台式计算机 采购项目（一期）",
    "业务年度": 2021,
    "业务科室": "工业贸易科",
    "是否科研项目": False,
    "资金来源": "财政拨款、其他资金",
    "已公示": True,
    "预算内一般预算金额": Money(Decimal("350000.01")),
    "预算单价": Money(Decimal(4800)),
    "计划采购日期": date(2020, 9, 18),
    "计划实施截止日期": date(2020, 12, 3),
    "备注": "第一行\n第二行",
}
SHOWN = {
    "计划名称": "台式计算机 采购项目（一期）",
    "业务年度": "2021",
    "业务科室": "011_工业贸易科",
    "是否科研项目": "否",
    "资金来源": "财政拨款、其他资金",
    "已公示": "是",
    "预算内一般预算金额": "35.000001",
    "预算单价": "4800",
    "计划采购日期": "2020-09-18",
    "计划实施截止日期": "2020-12-03",
    "备注": "第一行\n第二行",
}
CALENDAR = (SAMPLES / "calendar.html").read_text("utf-8")


@pytest.mark.parametrize("style", STYLES)
async def test_what_was_filled_is_read_and_filling_it_again_changes_nothing(style: str, draw: Draw) -> None:
    form = await draw(CALENDAR + STYLES[style]())

    assert await form.fill(VALUES) == list(VALUES)
    read = await form.read(VALUES)
    assert read == SHOWN
    assert await form.differences(VALUES) == []
    assert await form.fill(VALUES) == []
    assert await form.fill(read) == []


@pytest.mark.parametrize("style", STYLES)
async def test_an_untouched_form_filled_with_its_own_reading_stays_untouched(style: str, draw: Draw) -> None:
    form = await draw(CALENDAR + STYLES[style]())
    await form.frame.evaluate(
        "() => { window.seen = []; for (const name of ['input', 'change', 'click', 'focus'])"
        " document.addEventListener(name, e => seen.push(e.type), true); }"
    )

    assert await form.fill(await form.read(VALUES), complete=False) == []
    assert await form.frame.evaluate("seen") == []


@pytest.mark.parametrize("style", [name for name in STYLES if "star" in name or name in ("three a row", "blocks")])
async def test_a_star_is_seen_wherever_it_stands(style: str, draw: Draw) -> None:
    form = await draw(STYLES[style]())

    for label in ("计划名称", "业务年度", "计划实施截止日期", "备注"):
        assert (await form.control(label)).required, label


async def test_the_page_sees_nothing_of_the_looking(draw: Draw) -> None:
    form = await draw(STYLES["cell left"]())
    look = "() => document.documentElement.outerHTML + Object.keys(window).length"
    before = await form.frame.evaluate(look)

    await form.inventory()
    await form.fill({"计划名称": "甲"})

    assert await form.frame.evaluate(look) == before


async def test_simple_fields_take_one_script_and_a_calendar_takes_a_hand(draw: Draw, trail: Remembered) -> None:
    form = await draw(CALENDAR + STYLES["cell left"]())

    await form.fill(VALUES)

    moved = trail.moved()
    assert moved.pop("provincial/计划/计划实施截止日期") == "hand"
    assert set(moved.values()) == {"script"}
    assert len(moved) == len(VALUES) - 1
