"""Every skin draws the pages of both portals without a complaint in the console; the way through is by words."""

import re
from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import BrowserContext, Frame, Locator, Page

from sandbox.drift import Drift
from sandbox.server import RunningSandbox
from sandbox.skins import wardrobe
from sandbox.store.logins import Portal
from sandbox.store.people import PASSWORD
from sandbox.weather import COOKIES
from tests.control import Control

pytestmark = pytest.mark.thorough

USER = "371424612001002"
SKINS = [name for name in wardrobe.skins() if name != wardrobe.NATIVE]


@pytest.fixture(params=SKINS)
def dressed(request: pytest.FixtureRequest, sandbox: Control, running_sandbox: RunningSandbox) -> Iterator[str]:
    """The sandbox in one of its skins."""
    skin = str(request.param)
    if absent := wardrobe.missing(skin):
        pytest.skip(f"not installed: {', '.join(absent)}")
    running_sandbox.store.skin = skin
    yield skin
    running_sandbox.store.skin = wardrobe.NATIVE


@pytest.fixture
async def page(dressed: str, context: BrowserContext) -> AsyncIterator[Page]:
    """A page whose console has to stay clean."""
    complaints: list[str] = []
    context.set_default_timeout(15_000)  # a toolkit draws a long form of drop-downs at its leisure
    page = await context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    assert complaints == []


async def inside(page: Page, box: RunningSandbox, portal: Portal, address: str) -> None:
    token = box.store.logins.enter(portal, USER, PASSWORD).token
    await page.context.add_cookies([{"name": COOKIES[portal], "value": token, "url": box.url}])
    await page.goto(f"{box.url}{address}")


def pattern_of(words: str) -> re.Pattern[str]:
    """A toolkit may set the two signs of a button apart, and a drift the signs of a label."""
    return re.compile(r"^\s*" + r"\s*".join(map(re.escape, words)) + r"\s*$")


async def seen(page: Page, words: str) -> Locator:
    """The words in sight, in whichever frame, on a button too."""
    apart = pattern_of(words)

    def look(frame: Frame) -> Locator:
        exact = frame.get_by_text(apart).or_(frame.locator(f'input[value="{words}"]'))
        return exact.or_(frame.get_by_role("button", name=apart)).filter(visible=True).first

    for _ in range(50):
        found = [one for frame in page.frames if await (one := look(frame)).count()]
        if found:
            return found[-1]
        await page.wait_for_timeout(100)
    raise AssertionError(f"nowhere in sight: {words}")


async def press(page: Page, *path: str) -> None:
    for words in path:
        await (await seen(page, words)).click()


async def test_the_province_is_entered_and_a_plan_begun(page: Page, running_sandbox: RunningSandbox) -> None:
    await page.goto(f"{running_sandbox.url}sdgp/")
    await press(page, "用户登录")
    for words in ("采购人", "行政区划", "登录"):
        await seen(page, words)
    await inside(page, running_sandbox, "provincial", "sdgp/main.jsp")
    await press(page, "计划备案", "采购计划管理", "采购计划维护")
    for words in ("37142461200120210012", "计划编号", "资金科室", "合计"):
        await seen(page, words)
    await press(page, "增加")
    for words in ("业务科室(资金科室)", "预算内国有资本运营金额(万元)", "保存"):
        await seen(page, words)


async def test_the_mall_is_entered_and_a_sheet_begun(page: Page, running_sandbox: RunningSandbox) -> None:
    await page.goto(f"{running_sandbox.url}wssc/liaocheng/index.html")
    await press(page, "采购人登录")
    for words in ("地区", "登录"):
        await seen(page, words)
    await inside(page, running_sandbox, "mall", "wssc/liaocheng/index.html")
    await press(page, "后台管理", "平台管理", "计划单管理")
    for words in ("JHD202137142400027", "计划单编号", "采购计划编号", "查看"):
        await seen(page, words)
    await press(page, "自建计划")
    for words in ("预算单价(元)", "需求日期", "确认"):
        await seen(page, words)


async def test_a_session_that_is_over_is_told_and_leads_to_the_login(
    page: Page, running_sandbox: RunningSandbox
) -> None:
    for address, words, label in (
        ("sdgp/main.jsp", "会话已超时，请重新登录", "行政区划"),
        ("wssc/backend/", "登录超时，请重新登录", "地区"),
    ):
        await page.goto(f"{running_sandbox.url}{address}")
        await seen(page, words)
        await press(page, "确定")
        await seen(page, label)


async def test_copies_are_hidden_twins_switched_off_and_every_button_is_drawn(
    page: Page, running_sandbox: RunningSandbox
) -> None:
    """Seed 345: hidden copies of 允许采购进口产品 and 保存, a twin of 中标方式审批文号 that is off, decoy buttons."""
    running_sandbox.store.drift = Drift(345, {})
    await inside(page, running_sandbox, "provincial", "sdgp/main.jsp")
    await press(page, "计划备案", "采购计划管理", "采购计划维护", "增加")
    for words in ("允许采购进口产品:", "中标方式审批文号", "提交意见", "暂存"):
        await seen(page, words)
    approval, imports = pattern_of("中标方式审批文号"), pattern_of("允许采购进口产品:")
    form = [frame for frame in page.frames if await frame.get_by_text(approval).filter(visible=True).count()][-1]
    assert await form.get_by_text(imports).filter(visible=True).count() == 1
    assert await form.get_by_text(approval).filter(visible=True).count() == 2
    assert await form.locator("input:disabled").filter(visible=True).count() == 1
    await press(page, "暂存")
    for _ in range(50):
        if running_sandbox.store.drift.pressed:
            break
        await page.wait_for_timeout(100)
    assert running_sandbox.store.drift.pressed == ["暂存"]


@pytest.mark.parametrize("sections", ["tabs", "collapsed"])
async def test_what_is_missing_in_another_part_is_brought_into_sight(
    page: Page, running_sandbox: RunningSandbox, dressed: str, sections: str
) -> None:
    """The clerk has turned away from 基础信息, or folded it, when 保存 is pressed."""
    running_sandbox.store.drift = Drift(4, {"sections": sections})
    await inside(page, running_sandbox, "provincial", "sdgp/main.jsp")
    await press(page, "计划备案", "采购计划管理", "采购计划维护", "增加")
    await seen(page, "计划月份")
    if (dressed, sections) == ("easyui", "collapsed"):  # its panels have a tool for it
        await (await seen(page, "基础信息")).locator("xpath=..").locator(".panel-tool a").click()
    else:
        await press(page, "附加信息" if sections == "tabs" else "基础信息")
    await out_of_sight(page, "计划月份")
    await press(page, "保存")
    await seen(page, "计划月份")


async def test_a_step_that_lacks_something_leads_nowhere(page: Page, running_sandbox: RunningSandbox) -> None:
    running_sandbox.store.drift = Drift(4, {"sections": "steps", "units": "title"})
    await inside(page, running_sandbox, "provincial", "sdgp/main.jsp")
    await press(page, "计划备案", "采购计划管理", "采购计划维护", "增加")
    await out_of_sight(page, "保存")
    await press(page, "下一步")
    await page.wait_for_timeout(500)
    for words in ("计划月份", "下一步"):
        await seen(page, words)
    await out_of_sight(page, "保存")


async def out_of_sight(page: Page, words: str) -> None:
    for _ in range(50):
        counts = [await frame.get_by_text(pattern_of(words)).filter(visible=True).count() for frame in page.frames]
        if not any(counts):
            return
        await page.wait_for_timeout(100)
    raise AssertionError(f"still in sight: {words}")


def test_a_skin_that_nobody_made_is_refused(sandbox: Control) -> None:
    with pytest.raises(wardrobe.NoSuchSkin, match=r"no skin paper; there are native, .*element"):
        wardrobe.checked("paper")
