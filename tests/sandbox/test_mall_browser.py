"""The mall as a clerk's browser shows it: what the scripts of its pages do."""

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, FrameLocator, Locator, Page, expect

from sandbox.server import RunningSandbox, start
from sandbox.store.people import PASSWORD
from tests.sandbox.mall_buyer import GOOD, USER, Buyer

HEADERS = ["序号", "计划单编号", "计划单名称", "来源", "采购计划编号", "采购方式", "预算品目", "预算金额(元)", "状态",
           "创建时间", "操作"]  # fmt: skip

WATCH_TOASTS = """body => {
    window.toastTimes = [];
    const isToast = node => node.className === "toast";
    new MutationObserver(changes => changes.forEach(change => {
        if ([...change.addedNodes, ...change.removedNodes].some(isToast)) { window.toastTimes.push(performance.now()); }
    })).observe(body, { childList: true });
}"""


@pytest.fixture(scope="module")
def mall() -> Iterator[RunningSandbox]:
    running = start()
    yield running
    running.stop()


@pytest.fixture
async def window(mall: RunningSandbox, browser: Browser) -> AsyncIterator[Page]:
    mall.store.faults.clear()
    page = await browser.new_page(viewport={"width": 1366, "height": 768}, base_url=mall.url)
    page.set_default_timeout(10_000)
    yield page
    await page.close()


@pytest.fixture
async def tab(mall: RunningSandbox, window: Page) -> Page:
    """A clerk who is logged in and has opened 计划单管理."""
    buyer = Buyer(mall)
    buyer.login()
    (cookie,) = buyer.cookies
    await window.context.add_cookies([{"name": cookie.name, "value": cookie.value or "", "url": f"{mall.url}wssc/"}])
    await window.goto("/wssc/backend/")
    await open_list(window)
    return window


async def open_list(page: Page) -> None:
    await page.get_by_text("平台管理", exact=True).click()
    await page.get_by_text("计划单管理", exact=True).click()
    await expect(work(page).locator("#sheetRows tr")).to_have_count(10)


def work(page: Page) -> FrameLocator:
    return page.frame_locator("#workFrame")


async def open_form(page: Page) -> Locator:
    await work(page).get_by_role("button", name="自建计划").click()
    dialog = work(page).get_by_role("dialog")
    await expect(dialog.locator("[name=itemCode]")).to_contain_text("A05010201 办公桌")
    return dialog


async def fill(dialog: Locator) -> None:
    for name in ("year", "method", "itemCode"):
        await dialog.locator(f"[name={name}]").select_option(GOOD[name])
    for name in ("name", "quantity", "measure", "price", "contact", "phone", "remark"):
        await dialog.locator(f"[name={name}]").fill(GOOD[name])


async def pick_day(page: Page, dialog: Locator, day: str) -> None:
    await dialog.locator("[name=needDate]").click()
    await work(page).locator(".calendar").get_by_text("今天").click()
    await dialog.locator("[name=needDate]").click()
    await work(page).locator(".calendar").get_by_title("下一年").click()
    await work(page).locator(".calendar td").get_by_text(day, exact=True).click()


async def confirm(page: Page, dialog: Locator) -> None:
    await dialog.get_by_role("button", name="确认").click()
    await expect(work(page).locator(".msgbox")).to_contain_text("确定创建该计划单吗？")
    await work(page).locator(".msgbox").get_by_role("button", name="确定").click()


async def test_the_way_of_the_manual_leads_from_the_front_page_to_the_list(window: Page) -> None:
    await window.goto("/wssc/liaocheng/index.html")
    await window.get_by_text("采购人登录", exact=True).click()
    await window.locator("[name=region]").select_option("聊城市")
    await window.locator("[name=username]").fill(USER)
    await window.locator("[name=password]").fill("wrong")
    await window.get_by_role("button", name="登录").click()
    await expect(window.locator("#loginTip")).to_have_text("用户名或密码错误")
    await window.locator("[name=password]").fill(PASSWORD)
    await window.get_by_role("button", name="登录").click()
    await expect(window.get_by_text("欢迎您，聊城市教育和体育局")).to_be_visible()
    await window.get_by_text("后台管理", exact=True).click()
    await expect(window.get_by_text("计划单管理", exact=True)).to_be_hidden()
    await open_list(window)
    assert await work(window).locator("th").all_inner_texts() == HEADERS


async def test_what_a_clerk_fills_in_stands_in_the_database_and_the_toast_is_gone_after_three_seconds(
    mall: RunningSandbox, tab: Page
) -> None:
    dialog = await open_form(tab)
    await fill(dialog)
    await expect(dialog.locator("[name=amount]")).to_have_value("15366.60")
    await pick_day(tab, dialog, "15")
    chosen = await dialog.locator("[name=needDate]").input_value()
    await work(tab).locator("body").evaluate(WATCH_TOASTS)
    await confirm(tab, dialog)
    toast = work(tab).get_by_text("自建计划创建成功")
    await expect(toast).to_be_visible()
    await expect(dialog).to_have_count(0)
    await expect(work(tab).locator("#sheetRows tr").first).to_contain_text(GOOD["name"])
    await expect(toast).to_have_count(0)
    came, went = await work(tab).locator("body").evaluate("() => window.toastTimes")
    assert 2_900 < went - came < 5_000
    sheet = mall.store.sheets.of_unit("301001")[0]
    assert sheet["need_date"] == chosen
    assert chosen.endswith("-15")
    assert {name: sheet[name] for name in ("name", "year", "method", "contact", "phone", "remark")} == {
        name: GOOD[name] for name in ("name", "year", "method", "contact", "phone", "remark")
    }
    assert (sheet["item_code"], sheet["quantity"], sheet["price"], sheet["amount"]) == (
        "A05010201", 1200, 128055, 1536660,
    )  # fmt: skip


async def test_a_date_that_a_script_sets_is_taken_as_well(mall: RunningSandbox, tab: Page) -> None:
    dialog = await open_form(tab)
    await fill(dialog)
    await dialog.locator("[name=needDate]").evaluate("node => { node.value = '2026-12-18' }")
    await confirm(tab, dialog)
    await expect(dialog).to_have_count(0)
    assert mall.store.sheets.of_unit("301001")[0]["need_date"] == "2026-12-18"


async def test_a_refusal_leaves_the_form_as_it_was(tab: Page) -> None:
    dialog = await open_form(tab)
    await fill(dialog)
    await confirm(tab, dialog)
    box = work(tab).locator(".msgbox")
    await expect(box).to_contain_text("需求日期不能为空")
    await box.get_by_role("button", name="确定").click()
    await expect(box).to_have_count(0)
    await expect(dialog.locator("[name=name]")).to_have_value(GOOD["name"])


async def test_saying_no_to_the_confirmation_sends_nothing(mall: RunningSandbox, tab: Page) -> None:
    before = len(mall.store.sheets.every())
    dialog = await open_form(tab)
    await fill(dialog)
    await dialog.get_by_role("button", name="确认").click()
    await work(tab).locator(".msgbox").get_by_role("button", name="取消").click()
    await expect(work(tab).locator(".msgbox")).to_have_count(0)
    await expect(dialog).to_be_visible()
    assert len(mall.store.sheets.every()) == before


async def test_a_lost_reply_shows_trouble_although_the_sheet_is_kept_once(mall: RunningSandbox, tab: Page) -> None:
    before = len(mall.store.sheets.every())
    dialog = await open_form(tab)
    await fill(dialog)
    await pick_day(tab, dialog, "15")
    mall.store.faults.arm("lost_reply", on="confirm", portal="mall")
    await confirm(tab, dialog)
    await expect(work(tab).locator(".msgbox")).to_contain_text("网络异常")
    assert len(mall.store.sheets.every()) == before + 1


async def test_an_unexpected_question_saves_only_after_yes(mall: RunningSandbox, tab: Page) -> None:
    before = len(mall.store.sheets.every())
    dialog = await open_form(tab)
    await fill(dialog)
    await pick_day(tab, dialog, "15")
    mall.store.faults.arm("question", on="confirm", text="已有同名计划单，是否继续？")
    await confirm(tab, dialog)
    box = work(tab).locator(".msgbox")
    await expect(box).to_contain_text("已有同名计划单，是否继续？")
    assert len(mall.store.sheets.every()) == before
    await box.get_by_role("button", name="确定").click()
    await expect(work(tab).get_by_text("自建计划创建成功")).to_be_visible()
    assert len(mall.store.sheets.every()) == before + 1


async def test_a_session_that_is_over_is_told_and_leads_to_the_login(mall: RunningSandbox, tab: Page) -> None:
    mall.store.faults.arm("session_over", portal="mall")
    await work(tab).get_by_role("button", name="查询").click()
    box = work(tab).locator(".msgbox")
    await expect(box).to_contain_text("登录超时，请重新登录")
    await box.get_by_role("button", name="确定").click()
    await expect(tab.get_by_role("heading", name="采购人登录")).to_be_visible()


async def test_a_notice_covers_the_whole_page_until_it_is_read(mall: RunningSandbox, tab: Page) -> None:
    mall.store.faults.arm("notice", portal="mall", text="今晚停机")
    await tab.get_by_text("收货地址管理").click()
    layer = tab.locator(".notice-layer")
    await expect(layer).to_contain_text("今晚停机")
    size = await layer.bounding_box()
    assert size is not None
    assert (size["width"], size["height"]) == (1366, 768)
    await layer.get_by_role("button", name="我知道了").click()
    await expect(layer).to_have_count(0)


async def test_the_pager_turns_pages(tab: Page) -> None:
    numbers = work(tab).locator("#sheetRows .col-number")
    first = await numbers.all_inner_texts()
    await work(tab).get_by_text("下一页").click()
    await expect(work(tab).locator(".pager-now")).to_have_text("2")
    second = await numbers.all_inner_texts()
    assert len(second) == 10
    assert not set(first) & set(second)


async def test_looking_at_a_sheet_offers_nothing_to_change(tab: Page) -> None:
    row = work(tab).locator("#sheetRows tr", has_text="省平台推送").first
    number = await row.locator(".col-number").inner_text()
    await row.get_by_text("查看").click()
    dialog = work(tab).get_by_role("dialog")
    await expect(dialog.locator("[name=number]")).to_have_value(number)
    controls = dialog.locator("input, select, textarea")
    assert await controls.evaluate_all("all => all.every(one => one.readOnly || one.disabled)")
    await dialog.get_by_role("button", name="关闭").last.click()
    await expect(dialog).to_have_count(0)
