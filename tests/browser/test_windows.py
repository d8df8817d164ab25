"""A window that is closed makes room for the next one of its name."""

from bots.browser.shared import SharedBrowser
from bots.browser.windows import close_window

OPENER = "<button style='width:99px;height:99px' onclick=\"window.open('/popup', 'form', 'width=500')\">修改</button>"


async def test_a_window_comes_although_one_of_its_name_was_closed_just_now(
    shared_browser: SharedBrowser, portal: str
) -> None:
    lane = await shared_browser.open_lane("linnan@windows")
    await lane.page.goto(portal + "/popup")
    await lane.page.set_content(OPENER)
    for _ in range(25):  # the clerk's hand is as fast as it can be
        async with lane.page.expect_popup(timeout=5000) as coming:
            await lane.page.mouse.click(50, 50)
        form = await coming.value
        await close_window(form)
        assert (form.is_closed(), lane.context.pages) == (True, [lane.page])
    await lane.close()
