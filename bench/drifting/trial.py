"""One seed: a portal drifts, a plan is filed on it, and the portal's own database is asked what came of it."""

import asyncio
import json
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.request import Request, urlopen

from bench.drifting import plans
from bench.drifting.office import USER, open_office
from bots.browser.shared import SharedBrowser
from flows.intake import take_in
from flows.ledger import Filing
from flows.run import file_plans
from flows.stages import Stage, Until
from sandbox.drift import grammar
from sandbox.server import RunningSandbox

Route = Literal["provincial", "mall"]
KNOWN: dict[Route, Stage] = {"provincial": Stage.SUBMITTED, "mall": Stage.IN_MALL}  # the log has been understood
SECONDS = 240.0  # after that the run is asked to stop, and the trial has failed


@dataclass(frozen=True)
class Trial:
    """What is tried."""

    seed: int
    skin: str
    route: Route
    wait_seconds: float = 20.0
    features: tuple[str, ...] = ()  # only these are drawn; none: all

    @property
    def ways(self) -> dict[str, str]:
        """Name the ways that are drawn."""
        return grammar.only(self.seed, self.features) if self.features else grammar.drawn(self.seed)


@dataclass
class Result:
    """What came of it: `wrong` are misplaced values, decoys touched, buttons pressed that are not meant."""

    trial: Trial
    done: bool
    reason: str = ""
    candidates: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    ways: dict[str, str] = field(default_factory=dict)  # what stood there: feature → way
    folder: str = ""  # the workspace of a trial that failed, with its pictures


async def attempt(trial: Trial, box: RunningSandbox, browser: SharedBrowser) -> Result:
    """File one plan."""
    _tell(box, "reset")
    _tell(box, "skin", skin=trial.skin)
    _tell(box, "drift", seed=trial.seed, ways=trial.ways)
    before = _ours(box, trial.route)
    folder = Path(tempfile.mkdtemp(prefix=f"drift-{trial.seed}-{trial.skin}-"))
    plan = plans.provincial(trial.seed) if trial.route == "provincial" else plans.mall(trial.seed)
    filing, trouble = await _file(folder / "office", box, plan, trial, browser)
    kept = [row for row in _ours(box, trial.route) if row not in before]
    wrong = [*_wrong(kept, plan["计划名称"], trial.route), *_meddled(box)]
    ways = _ask(box, "drift")["ways"][trial.route]
    known = filing is not None and filing.hold is None and filing.stage is KNOWN[trial.route]
    done = known and len(kept) == 1 and not wrong and _complete(kept[0])
    result = Result(trial, done, "" if done else trouble or _why(filing), _candidates(filing), wrong, ways, str(folder))
    if done:
        shutil.rmtree(folder)
        result.folder = ""
    return result


async def _file(
    folder: Path, box: RunningSandbox, plan: dict[str, Any], trial: Trial, browser: SharedBrowser
) -> tuple[Filing | None, str]:
    workspace = open_office(folder, box.url, plan, trial.wait_seconds)
    intake = take_in(workspace)
    assert not intake.problems, intake.problems
    stopping = asyncio.Event()
    asyncio.get_running_loop().call_later(SECONDS, stopping.set)
    try:
        summary = await file_plans(
            workspace, intake.orders, until=Until.SUBMITTED, lanes=1, on_change=lambda _: None, stopping=stopping,
            browser=browser,
        )  # fmt: skip
    except Exception as error:  # noqa: BLE001  a defect is a result, too
        return None, repr(error)
    return summary.filings[0], ""


def _wrong(kept: list[dict[str, Any]], name: str, route: Route) -> list[str]:
    """Name every value of what the portal keeps that is not the plan's."""
    wrong = [f"{len(kept)} kept instead of one"] if len(kept) > 1 else []
    for row in kept:
        if route == "mall":
            pairs = [(row["fields"], plans.KEPT_SHEET | {"计划单名称": name}, {"计划单编号"})]
        else:
            pairs = [(row["fields"], plans.KEPT_PLAN | {"计划名称": name}, {"计划编号"})]
            pairs += [(row["detail"], plans.KEPT_DETAIL, set())] if row["detail"] else []
        wrong += [
            f"{label}: {value!r} instead of {wanted.get(label, '')!r}"
            for values, wanted, made_by_portal in pairs
            for label, value in values.items()
            if label not in made_by_portal and value != wanted.get(label, "")
        ]
    return wrong


def _meddled(box: RunningSandbox) -> list[str]:
    drift = _ask(box, "drift")
    return [f"touched {what}" for what in drift["touched"]] + [f"pressed {what}" for what in drift["pressed"]]


def _complete(row: dict[str, Any]) -> bool:
    return row["status"] in {"待资金科室审核", "待采购"}


def _why(filing: Filing | None) -> str:
    if filing is None or filing.trouble is None:
        return f"{filing.stage if filing else 'nothing'} without trouble"
    said = {key: value for key, value in filing.trouble.params.items() if key not in {"candidates", "offered"}}
    return f"{filing.trouble.code} {said}"


def _candidates(filing: Filing | None) -> list[str]:
    params = filing.trouble.params if filing and filing.trouble else {}
    found = params.get("candidates") or params.get("offered") or []
    return [str(one) for one in found] if isinstance(found, list | tuple) else []


def _ours(box: RunningSandbox, route: Route) -> list[dict[str, Any]]:
    path = "plans" if route == "provincial" else "sheets"
    rows: list[dict[str, Any]] = _ask(box, f"{path}?account={USER}")
    return rows


def _ask(box: RunningSandbox, path: str) -> Any:  # noqa: ANN401 - any JSON
    with urlopen(f"{box.control}{path}", timeout=20) as answer:  # noqa: S310 - loopback
        return json.load(answer)


def _tell(box: RunningSandbox, path: str, **values: object) -> None:
    request = Request(f"{box.control}{path}", json.dumps(values).encode())  # noqa: S310 - loopback
    urlopen(request, timeout=20).close()  # noqa: S310 - loopback
