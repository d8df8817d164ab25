"""A list that the page is still fetching is waited for: it offers nothing yet, which is no refusal."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, Route

from bots.errors import OptionNotOffered
from bots.widgets.form import Form
from tests.widgets.contract.conftest import kept

LATE_SECONDS = 1.5
LISTS = "**/gallery/api/agencies*"


@pytest.fixture
async def late_page(page: Page) -> AsyncIterator[Page]:
    """The gallery's form while its agencies are still under way; as it was, for the tests that follow."""

    async def later(route: Route) -> None:
        await asyncio.sleep(LATE_SECONDS)
        await route.continue_()

    await page.route(LISTS, later)
    await page.reload()
    yield page
    await page.unroute(LISTS)
    await page.reload()


async def test_a_list_that_is_still_fetched_is_waited_for(late_page: Page, form: Form) -> None:
    await form.fill({"代理机构": "聊城市采购中心"}, complete=False)

    assert (await kept(late_page))["代理机构"] == "聊城市采购中心"


@pytest.mark.thorough
@pytest.mark.usefixtures("late_page")
async def test_what_a_late_list_does_not_offer_is_refused_with_all_that_it_offers(form: Form) -> None:
    with pytest.raises(OptionNotOffered) as refused:
        await form.fill({"代理机构": "火星采购"}, complete=False)

    assert "聊城市采购中心" in str(refused.value.params["offered"])
