"""Ten forms that never stand still, filled by us and by a plain script: `python -m bench.rpa_challenge --times 5`.

The page (bench/rpa_challenge/) has the shape of the well-known challenge for robots: in every round the seven fields
change their places, names and wrappers, and only the labels stay. Both ways work on it in turn, in one browser; the
page's own clock says how long each took from Start, and its own count how many fields were right.
"""

import argparse
import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.async_api import Page
from rich.console import Console
from rich.table import Table

from bots.browser.shared import SharedBrowser
from bots.terms import Terms
from bots.trail import NoTrail
from bots.widgets import buttons
from bots.widgets.form import Form
from bots.widgets.screen import Screen

PAGE: Final = Path(__file__).with_suffix("") / "index.html"
RESULT: Final = re.compile(r"(\d+) of (\d+) fields right, in (\d+) ms")

Person = dict[str, str]
Way = Callable[[Page, list[Person]], Awaitable[None]]


@dataclass(frozen=True)
class Outcome:
    """What the page says at the end."""

    right: int
    fields: int
    seconds: float


async def by_our_widgets(page: Page, people: list[Person]) -> None:
    """One `fill` a round, read back as always, and a press of the hand."""
    terms = Terms(base_url=PAGE.as_uri())
    form = Form(page.main_frame, terms, path="challenge/form", trail=NoTrail())
    screen = Screen.of(page, terms)
    await screen.begin("challenge", "open")
    await buttons.press(screen, "Start")
    for person in people:
        await form.fill(person)
        await buttons.press(screen, "Submit")


async def by_plain_script(page: Page, people: list[Person]) -> None:
    """What a good script writer would do: from each label to the input after it."""
    await page.get_by_role("button", name="Start").click()
    for person in people:
        for label, value in person.items():
            await page.locator(f'xpath=//label[normalize-space()="{label}"]/following::input[1]').fill(value)
        await page.get_by_role("button", name="Submit").click()


WAYS: Final[dict[str, Way]] = {"our widgets": by_our_widgets, "plain script": by_plain_script}


async def measure(times: int, people: list[Person]) -> dict[str, list[Outcome]]:
    """Each way so many times, in turn; the first turn of each warms up and does not count."""
    found: dict[str, list[Outcome]] = {name: [] for name in WAYS}
    async with SharedBrowser() as browser:
        for turn in range(times + 1):
            for name, way in WAYS.items():
                outcome = await _once(browser, way, people)
                if turn:
                    found[name].append(outcome)
    return found


async def _once(browser: SharedBrowser, way: Way, people: list[Person]) -> Outcome:
    lane = await browser.open_lane("challenge")
    try:
        await lane.page.goto(PAGE.as_uri())
        await way(lane.page, people)
        result = lane.page.locator("#result")
        told = RESULT.fullmatch(await result.inner_text())
    finally:
        await lane.close()
    assert told, "the page has not counted yet"
    return Outcome(right=int(told[1]), fields=int(told[2]), seconds=int(told[3]) / 1000)


def table(found: dict[str, list[Outcome]]) -> Table:
    """Medians, and the worst count of fields."""
    rows = Table("way", "median s", "fastest s", "slowest s", "fields right", title="ten rounds of seven fields")
    for name, outcomes in found.items():
        seconds = [one.seconds for one in outcomes]
        worst = min(outcomes, key=lambda one: one.right)
        times = (f"{value:.2f}" for value in (median(seconds), min(seconds), max(seconds)))
        rows.add_row(name, *times, f"{worst.right} of {worst.fields}")
    return rows


def read_people() -> list[Person]:
    """The people that the page itself counts by."""
    text = (PAGE.parent / "people.js").read_text("utf-8")
    people: list[Person] = json.loads(text[text.index("[") : text.rindex("]") + 1])
    return people


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--times", type=int, default=5, help="how often each way is taken")
    Console().print(table(asyncio.run(measure(parser.parse_args().times, read_people()))))


if __name__ == "__main__":
    main()
