"""The provincial portal in a real browser: its scripts, popups, dialogs, and what a cut connection looks like."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from playwright.async_api import BrowserContext, Dialog, Frame, Page, expect
from playwright.async_api import Error as PlaywrightError

from sandbox.server import RunningSandbox
from sandbox.store.people import PASSWORD
from tests.control import Control
from tests.sandbox.province_clerk import PLAN, USER, Clerk

TYPED = ("name", "general_budget", "fax", "contact", "phone", "remark")
CHOSEN = (
    "year", "month", "office", "method", "category", "research", "international", "import_allowed", "ppp", "agency",
)  # fmt: skip


@pytest.fixture
async def heard(context: BrowserContext) -> list[str]:
    """Every dialog's words; all are accepted."""
    words: list[str] = []

    async def listen(dialog: Dialog) -> None:
        words.append(dialog.message)
        await dialog.accept()

    context.on("dialog", listen)
    return words


@pytest.fixture
async def page(context: BrowserContext, box: RunningSandbox, heard: list[str]) -> Page:
    """A clerk in front of 采购计划维护, who logged in before."""
    token = box.store.logins.enter("provincial", USER, PASSWORD).token
    await context.add_cookies([{"name": "JSESSIONID", "value": token, "domain": "127.0.0.1", "path": "/sdgp"}])
    page = await context.new_page()
    await page.goto(f"{box.url}sdgp/main.jsp")
    await work(page).goto(f"{box.url}sdgp/plan/list.do")
    return page


async def enter_as_the_manual_says(page: Page, sandbox: Control) -> None:
    await page.goto(f"{sandbox.url}sdgp/")
    await page.get_by_text("用户登录").click()
    await page.get_by_role("radio").first.check()
    await page.locator("[name=user]").fill(USER)
    await page.locator("[name=password]").fill(PASSWORD)
    await page.locator("[name=region]").select_option("临邑县")
    await page.get_by_role("button", name="登录").click()
    menu = page.frame_locator("[name=menuFrame]")
    await expect(menu.get_by_text("采购计划维护")).to_be_hidden()
    for word in ("计划备案", "采购计划管理", "采购计划维护"):
        await menu.get_by_text(word, exact=True).click()
    await expect(work(page).get_by_text("第1/3页")).to_be_visible()


def work(page: Page) -> Frame:
    frame = page.frame("mainFrame")
    assert frame
    return frame


async def popup(page: Page, click: Callable[[], Awaitable[None]]) -> Page:
    async with page.expect_popup() as opened:
        await click()
    window = await opened.value
    await window.wait_for_load_state()
    return window


async def open_filled_form(page: Page) -> Page:
    form = await popup(page, work(page).get_by_role("button", name="增加").click)
    for column in TYPED:
        await form.locator(f"[name={column}]").fill(PLAN[column])
    for column in CHOSEN:
        await form.locator(f"[name={column}]").select_option(PLAN[column])
    for column in ("purchase_date", "deadline"):
        await form.evaluate(f"document.planForm.{column}.value = '2020-09-18'")
    return form


async def finish(window: Page, button: str) -> None:
    """Click the button that closes its window: that may come before the browser has answered the click."""
    async with window.expect_event("close"):
        with suppress(PlaywrightError):
            await window.get_by_role("button", name=button).click()


async def test_a_plan_is_filed_by_hand(context: BrowserContext, heard: list[str], sandbox: Control) -> None:
    page = await context.new_page()
    await enter_as_the_manual_says(page, sandbox)
    form = await open_filled_form(page)
    await finish(form, "保存")
    row = work(page).get_by_role("row").filter(has_text="37142461200120200015")
    await row.get_by_role("checkbox").check()
    await work(page).get_by_alt_text("明细").click()
    detail = await popup(page, work(page).get_by_role("button", name="增加").click)
    picker = await popup(detail, detail.get_by_role("button", name="选择").click)
    for branch in ("A 货物", "A02 设备", "A0201 信息化设备", "A02010105 台式计算机"):
        await picker.get_by_text(branch, exact=True).click()
    await finish(picker, "确定")
    await detail.locator("[name=catalogue]").select_option("集中采购目录")
    for name, text in (("price", "0.5"), ("quantity", "70"), ("measure", "台"), ("spec", "")):
        await detail.locator(f"[name={name}]").fill(text)
    await expect(detail.locator("[name=amount]")).to_have_value("35.000000")
    await finish(detail, "保存")
    await expect(work(page).get_by_role("cell", name="A02010105")).to_be_visible()
    await work(page).get_by_role("button", name="返回").click()
    await row.get_by_role("checkbox").check()
    await work(page).get_by_role("button", name="提交").click()
    await expect(row.get_by_role("checkbox")).not_to_be_checked()
    assert heard == ["确定要保存吗？", "保存成功！"] * 2 + ["确定提交所选计划吗？", "提交成功！"]
    assert sandbox.plans(account=USER)[0]["status"] == "待资金科室审核"


async def test_a_refused_form_stays_open_and_filled(page: Page, heard: list[str]) -> None:
    form = await open_filled_form(page)
    await form.evaluate("document.planForm.deadline.value = '2020-09-01'")
    async with form.expect_navigation():
        await form.get_by_role("button", name="保存").click()
    await expect(form.locator("[name=remark]")).to_have_value("第一行\n第二行")
    await expect(form.locator("[name=office] option:checked")).to_have_text("工业贸易科")
    assert heard[-1] == "计划实施截止日期不能早于计划采购日期"


async def test_the_calendar_writes_the_day_and_fires_change(page: Page) -> None:
    form = await popup(page, work(page).get_by_role("button", name="增加").click)
    day = form.locator("[name=purchase_date]")
    await day.evaluate("input => { input.value = '2020-11-03'; }")
    await day.evaluate("input => { input.onchange = () => { window.changed = input.value; }; }")
    await day.click()
    await expect(form.get_by_text("2020年11月")).to_be_visible()
    for _ in range(2):
        await form.get_by_title("上一月").click()
    await form.get_by_title("下一年").click()
    await expect(form.get_by_text("2021年9月")).to_be_visible()
    await form.locator("td.day", has_text="18").click()
    await expect(day).to_have_value("2021-09-18")
    assert await form.evaluate("window.changed") == "2021-09-18"


async def test_the_toolbar_wants_one_ticked_row(page: Page, heard: list[str]) -> None:
    for click in (work(page).get_by_text("查看", exact=True), work(page).get_by_alt_text("日志")):
        await click.click()
    assert heard == ["请选择一条记录"] * 2


async def test_the_pickers_search_finds_by_name(page: Page, sandbox: Control) -> None:
    picker = page
    await picker.goto(f"{sandbox.url}sdgp/item/picker.do")
    await picker.locator("[name=words]").fill("复印纸")
    await picker.get_by_role("button", name="查询").click()
    await expect(picker.get_by_role("link")).to_have_text(["A05040101 复印纸", "A090101 复印纸"])


async def test_a_lost_reply_is_a_network_error_and_one_plan(page: Page, sandbox: Control) -> None:
    form = await open_filled_form(page)
    sandbox.fault("lost_reply", on="save")
    async with form.expect_event("requestfailed") as failed:
        await form.get_by_role("button", name="保存").click()
    assert (await failed.value).failure in {"net::ERR_EMPTY_RESPONSE", "net::ERR_CONNECTION_RESET"}
    assert len(sandbox.plans(account=USER)) == 1


async def test_a_session_that_is_over_brings_the_whole_window_to_the_login(
    page: Page, heard: list[str], sandbox: Control
) -> None:
    sandbox.fault("session_over", on="page")
    await work(page).get_by_text("下一页").click()
    await page.wait_for_url("**/login.jsp")
    assert heard == ["会话已超时，请重新登录"]


async def test_a_notice_covers_the_page_until_it_is_closed(page: Page, sandbox: Control) -> None:
    sandbox.fault("notice", text="今晚升级")
    await work(page).get_by_role("button", name="查询").click()
    await expect(work(page).get_by_text("系统公告")).to_be_visible()
    with pytest.raises(PlaywrightError, match="intercepts pointer events"):
        await work(page).get_by_role("button", name="增加").click(timeout=400)
    await work(page).get_by_role("button", name="关闭").click()
    await expect(work(page).get_by_text("系统公告")).to_be_hidden()


async def test_the_first_page_and_a_second_account_are_apart(page: Page, sandbox: Control) -> None:
    other = Clerk(sandbox.url, "371526310001002")
    other.login()
    other.save_plan(name="别人的计划")
    await work(page).get_by_role("button", name="查询").click()
    await expect(work(page).get_by_text("共26条")).to_be_visible()
    await expect(work(page).get_by_text("别人的计划")).to_have_count(0)
