"""The review is followed to its end: returned with an opinion, or recorded and found again in the mall."""

import pytest

from flows.ledger import readings
from flows.stages import Stage
from sandbox.drift import logs
from sandbox.server import RunningSandbox
from sandbox.skins.describe import Json, column
from sandbox.store.still import Still
from tests.control import Control
from tests.workspaces import Office, provincial_plan


async def test_a_recorded_plan_is_found_in_the_mall(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file()
    number = office.filing("p1").number or ""
    sandbox.review(number, "资金科室")
    await office.poll()
    assert office.filing("p1").stage is Stage.OFFICE_REVIEW
    sandbox.review(number, "采购办")
    summary = await office.poll()
    filing = office.filing("p1")
    (sheet,) = sandbox.sheets(plan_number=number)
    assert (filing.stage, filing.sheet_number) == (Stage.IN_MALL, sheet["number"])
    assert summary.verdict == "done"


@pytest.mark.thorough
async def test_a_recorded_plan_that_the_mall_does_not_have_yet_is_looked_for_again(
    office: Office, sandbox: Control
) -> None:
    office.write_plans(provincial_plan("p1"))
    with sandbox.plain():
        await office.file()
    number = office.filing("p1").number or ""
    sandbox.review(number, "资金科室")
    sandbox.review(number, "采购办", push=False)
    for _ in range(2):
        assert (await office.poll()).verdict == "done"
        assert (office.filing("p1").stage, office.filing("p1").sheet_number) == (Stage.RECORDED, None)
    sandbox.review(number, "网上商城")
    await office.poll()
    (sheet,) = sandbox.sheets(plan_number=number)
    assert (office.filing("p1").stage, office.filing("p1").sheet_number) == (Stage.IN_MALL, sheet["number"])


async def test_a_returned_plan_calls_for_attention_with_the_reviewers_words(office: Office, sandbox: Control) -> None:
    office.write_plans(provincial_plan("p1"))
    await office.file()
    sandbox.review(office.filing("p1").number or "", "资金科室", "return", "资金来源填写有误，请核实后重新上报")
    summary = await office.poll()
    filing = office.filing("p1")
    assert (filing.stage, filing.opinion) == (Stage.RETURNED, "资金来源填写有误，请核实后重新上报")
    assert summary.verdict == "attention"


class NewestFirst(Still):
    """A portal whose logs begin with the newest line."""

    def log(self, lines: list[Json]) -> list[Json]:
        return lines[::-1]


@pytest.mark.thorough
async def test_a_log_with_its_newest_line_first_tells_the_same(
    office: Office, sandbox: Control, running_sandbox: RunningSandbox
) -> None:
    running_sandbox.store.drift = NewestFirst()
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    await office.file()
    assert {office.filing(ref).stage for ref in ("p1", "p2")} == {Stage.SUBMITTED}

    sandbox.review(office.filing("p1").number or "", "资金科室")
    sandbox.review(office.filing("p2").number or "", "资金科室", "return", "资金来源填写有误")
    await office.poll()

    assert office.filing("p1").stage is Stage.OFFICE_REVIEW
    assert (office.filing("p2").stage, office.filing("p2").opinion) == (Stage.RETURNED, "资金来源填写有误")


class Drawn(Still):
    """A portal that draws its logs in one of the ways of drift."""

    def __init__(self, way: logs.Way) -> None:
        super().__init__()
        self.way = way

    def headed_log(self, screen: Json) -> Json:
        return screen | {"columns": [column(key, label) for key, label in self.way.columns]}

    def log(self, lines: list[Json]) -> list[Json]:
        return [self.way.made(line, lines[max(at - 1, 0)]) for at, line in enumerate(lines)]


@pytest.mark.thorough
async def test_a_log_is_understood_whatever_a_portal_calls_its_columns(
    office: Office, sandbox: Control, running_sandbox: RunningSandbox
) -> None:
    office.write_plans(provincial_plan("p1"), provincial_plan("p2"))
    await office.file()
    told: dict[str, list[list[str]]] = {"p1": [], "p2": []}
    sandbox.review(office.filing("p1").number or "", "资金科室")
    sandbox.review(office.filing("p2").number or "", "资金科室", "return", "资金来源填写有误")
    for way in logs.WAYS:
        running_sandbox.store.drift = Drawn(way)
        await office.poll()
        with office.ledger() as ledger:
            for ref, stages in told.items():
                lines = readings.lines_of(ledger, office.filing(ref).id)
                stages.append([line.stage for line in lines])
                assert all(line.at and line.who for line in lines)
                assert lines[-1].opinion == ("资金来源填写有误" if ref == "p2" else "")
    assert told["p1"] == [["saved", "submitted", "office_review"]] * len(logs.WAYS)
    assert told["p2"] == [["saved", "submitted", "returned"]] * len(logs.WAYS)
