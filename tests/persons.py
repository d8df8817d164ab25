"""A person who logs in: types and presses in the window that yuncai has opened, as a test can do without a screen."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from typing import Any

from playwright.async_api import Dialog, Frame, Locator, Page

from bots.browser.shared import SharedBrowser
from flows.route import Route
from tests.workspaces import ACCOUNTS, LINNAN, PASSWORD

Person = Callable[[Page], Coroutine[Any, Any, None]]
BESIDE_A_PASSWORD = """button => {
    for (let at = button; at && at !== document.body; at = at.parentElement)
        if (at.querySelector("input[type=password]")) return true;
    return false;
}"""
BESIDE_THE_CAPTCHA = """() => {
    const visible = field => field.type !== "password" && field.checkVisibility() && field.offsetWidth > 20;
    let at = document.querySelector("img[src*=captcha]"), found;
    while (at && !(found = [...at.querySelectorAll("input")].find(visible))) at = at.parentElement;
    return found;
}"""
WRONG_PASSWORD = "用户名或密码错误"
READ_CAPTCHA = "() => fetch('/wssc/api/captcha.svg').then(answer => answer.text())"


class Somebody:
    """Sits before a browser; `your_turn` is what yuncai calls when a login page stands open."""

    def __init__(self, browser: SharedBrowser, does: Person) -> None:
        self._browser = browser
        self._does = does
        self._at_work: asyncio.Task[None] | None = None

    def your_turn(self) -> None:
        assert self._browser._browser is not None
        page = self._browser._browser.contexts[-1].pages[0]
        self._at_work = asyncio.create_task(self._does(page))

    async def is_done(self) -> None:
        assert self._at_work is not None
        await self._at_work


async def form_of(page: Page) -> Frame:
    for frame in page.frames:
        if await password_in(frame).count():
            return frame
    raise AssertionError(page.url)


def password_in(frame: Frame) -> Locator:
    return frame.locator("input[type=password]:visible")


async def logs_in(page: Page, password: str = PASSWORD) -> None:
    frame = await form_of(page)
    await password_in(frame).fill(password)
    named = re.compile(r"^登\s*录$")  # some toolkits set two characters apart
    buttons = frame.get_by_role("button", name=named).or_(frame.get_by_role("link", name=named))
    for button in await buttons.all():
        if await button.evaluate(BESIDE_A_PASSWORD):
            await button.click()
            return
    raise AssertionError(await frame.inner_text("body"))


async def reads_the_captcha_and_logs_in(page: Page) -> None:
    frame = await form_of(page)
    picture = await frame.evaluate(READ_CAPTCHA)
    field = (await frame.evaluate_handle(BESIDE_THE_CAPTCHA)).as_element()
    assert field is not None
    await field.fill("".join(re.findall(r">(\d)</text>", picture)))
    await logs_in(page)


async def mistypes_first(page: Page) -> None:
    """Types a wrong password, reads the portal's message, closes it, and types the right one."""
    told: asyncio.Future[Dialog] = asyncio.get_running_loop().create_future()
    page.context.once("dialog", lambda dialog: told.set_result(dialog))  # noqa: PLW0108 - Playwright wraps it
    pressing = asyncio.create_task(logs_in(page, "mistyped"))
    drawn = asyncio.create_task(drawn_message(page))
    either: list[asyncio.Future[Any]] = [told, drawn]
    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    if told.done():
        drawn.cancel()
        dialog = await told
        assert WRONG_PASSWORD in dialog.message
        await dialog.accept()
    else:
        frame = await drawn
        sure = re.compile(r"^确\s*定$")
        for button in await frame.get_by_role("button", name=sure).or_(frame.get_by_role("link", name=sure)).all():
            await button.click()
    await pressing
    await logs_in(page)


async def drawn_message(page: Page) -> Frame:
    """The frame in which the page itself shows it."""
    frame = await form_of(page)
    await frame.get_by_text(WRONG_PASSWORD).first.wait_for(state="visible")
    return frame


async def has_logged_in(page: Page, url: str, route: Route) -> None:
    """Somebody of 临南镇 did, in whatever skin, and stands inside the portal."""
    user = ACCOUNTS[LINNAN]["user"]
    form = {"region": ACCOUNTS[LINNAN]["region"], "password": PASSWORD}
    if route is Route.PROVINCIAL:
        await page.request.post(f"{url}sdgp/login.do", form={**form, "role": "1", "user": user})
        await page.goto(f"{url}sdgp/main.jsp")
    else:
        await page.request.post(
            f"{url}wssc/api/login", data={**form, "username": user}, headers={"siteCode": "liaocheng"}
        )
        await page.goto(f"{url}wssc/liaocheng/index.html")


async def closes_the_window(page: Page) -> None:
    await page.close()


async def does_nothing(_page: Page) -> None:
    await asyncio.sleep(0)
