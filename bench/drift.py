"""How the bot fares on portals that drift: `python -m bench.drift --seeds 200`, or `make drift`.

For each seed the sandbox wears one skin and drifts; one plan is filed, untouched by hand, as far as it goes. Two
figures: the share of drifted portals on which it arrived, and wrong fills (a value where it does not belong, a button
that was not meant), which have to be none. Exit code 1 below 98 % or with any wrong fill. A seed also draws the
structure of both portals (`sandbox.drift.grammar`): the second table tells how each way of each feature has fared. A
trial that fails at its login counts against every way that it never met; `--features item` draws that one alone.
"""

import argparse
import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from itertools import product
from multiprocessing import get_context

from rich.console import Console
from rich.table import Table

from bench.drifting.trial import Result, Route, Trial, attempt
from bench.drifting.witness import WatchedBrowser
from sandbox.drift.grammar import FEATURES
from sandbox.server import RunningSandbox, start
from sandbox.skins import wardrobe

AIM = 0.98
CHUNK = 4  # seeds that share a browser
ROUTES: tuple[Route, ...] = ("provincial", "mall")


@dataclass
class Tally:
    """The figures of one skin."""

    tried: int = 0
    done: int = 0
    told: int = 0  # not done, with candidates
    wrong: int = 0


def main() -> int:
    """Try, print, judge."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--first", type=int, default=1, help="the first seed")
    parser.add_argument("--skins", nargs="+", default=_able(), help="the skins to spread the seeds over")
    parser.add_argument("--routes", nargs="+", default=list(ROUTES), choices=ROUTES)
    parser.add_argument("--jobs", type=int, default=1, help="so many sandboxes and browsers side by side")
    parser.add_argument("--wait", type=float, default=20.0, help="the bot's patience with a page, in seconds")
    parser.add_argument("--features", nargs="+", default=[], choices=list(FEATURES), help="draw these alone")
    wanted = parser.parse_args()
    seeds = range(wanted.first, wanted.first + wanted.seeds)
    trials = list(spread(seeds, wanted.skins, wanted.routes, wanted.wait, tuple(wanted.features)))
    begun = time.monotonic()
    results = list(run(trials, wanted.jobs))
    return report(results, wanted.skins, time.monotonic() - begun)


def spread(
    seeds: Sequence[int], skins: Sequence[str], routes: Sequence[Route], wait: float, features: tuple[str, ...] = ()
) -> Iterator[Trial]:
    """Deal the seeds out over the skins and the two portals."""
    places = list(product(routes, skins))
    for place, seed in enumerate(seeds):
        route, skin = places[place % len(places)]
        yield Trial(seed, skin, route, wait, features)


def run(trials: Sequence[Trial], jobs: int) -> Iterator[Result]:
    """Run the trials, a few in each process; each says at once how it has ended."""
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        running = [pool.submit(several, chunk) for chunk in _chunks(trials)]
        for future in as_completed(running):
            yield from future.result()


def _chunks(trials: Sequence[Trial]) -> Iterator[Sequence[Trial]]:
    for first in range(0, len(trials), CHUNK):
        yield trials[first : first + CHUNK]


def several(trials: Sequence[Trial]) -> list[Result]:
    """Run trials one after another, on one sandbox and in one browser."""
    box = start()
    try:
        return asyncio.run(_in_one_browser(trials, box))
    finally:
        box.stop()


async def _in_one_browser(trials: Sequence[Trial], box: RunningSandbox) -> list[Result]:
    async with WatchedBrowser(box.store, wait_seconds=trials[0].wait_seconds) as browser:
        results = []
        for trial in trials:
            results.append(await attempt(trial, box, browser))
            told(results[-1])
        return results


def told(result: Result) -> None:
    """One line for each trial."""
    trial = result.trial
    words = "arrived" if result.done else result.reason
    print(f"{trial.seed:5} {trial.skin:13} {trial.route:10} {words}", flush=True)
    print(f"      {' '.join(f'{feature}={way}' for feature, way in result.ways.items())}", flush=True)
    for what in result.wrong:
        print(f"      WRONG {what}", flush=True)
    if result.candidates:
        print(f"      candidates: {'; '.join(result.candidates[:6])}", flush=True)
    if result.folder:
        print(f"      pictures: {result.folder}", flush=True)


def report(results: Sequence[Result], skins: Sequence[str], seconds: float) -> int:
    """The table, the two figures, and the exit code."""
    tallies = {skin: Tally() for skin in skins}
    for result in results:
        tally = tallies[result.trial.skin]
        tally.tried += 1
        tally.done += result.done
        tally.told += not result.done and bool(result.candidates)
        tally.wrong += bool(result.wrong)
    table = Table("skin", "tried", "arrived", "told with candidates", "other", "wrong fills")
    for skin, tally in tallies.items():
        other = tally.tried - tally.done - tally.told
        table.add_row(skin, *(str(n) for n in (tally.tried, tally.done, tally.told, other, tally.wrong)))
    Console().print(table)
    by_feature(results)
    share = sum(tally.done for tally in tallies.values()) / max(len(results), 1)
    wrong = sum(tally.wrong for tally in tallies.values())
    print(f"filed untouched: {share:.1%} of {len(results)} (aim {AIM:.0%}); wrong fills: {wrong}; {seconds:.0f} s")
    return int(wrong > 0 or share < AIM)


def by_feature(results: Sequence[Result]) -> None:
    """The second table: how each way of each feature has fared, so that a bad score says where."""
    table = Table("feature", "way", "tried", "arrived", "%")
    for feature in FEATURES:
        for way in sorted({result.ways[feature] for result in results if feature in result.ways}):
            met = [result.done for result in results if result.ways.get(feature) == way]
            if met:
                table.add_row(feature, way, str(len(met)), str(sum(met)), f"{sum(met) / len(met):.0%}")
        table.add_section()
    Console().print(table)


def _able() -> list[str]:
    """The skins whose toolkits are installed."""
    return [skin for skin in wardrobe.skins() if not wardrobe.missing(skin)]


if __name__ == "__main__":
    sys.exit(main())
