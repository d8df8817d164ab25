"""A recorded plan's 计划单 is found by its number, or by all that a clerk would go by; never by less."""

import dataclasses

import pytest

from bots.widgets.figures import Figure
from flows.ledger import Filing
from flows.mall.linking import Link, by_look, by_plan_number
from flows.stages import Stage, Until
from tests.workspaces import Office, provincial_plan

NAMED = "台式计算机采购项目"
ROW = {
    "计划单编号": "JH1", "计划单名称": NAMED, "来源": "省平台导入", "预算金额": "350,000.00", "数量": "50",
    "创建时间": "2120-01-01 09:00:00",
}  # fmt: skip


@pytest.fixture
def filings(office: Office) -> list[Filing]:
    """Two recorded plans of different names."""
    office.write_plans(provincial_plan("p1", 计划名称=NAMED), provincial_plan("p2", 计划名称=f"{NAMED}二"))
    found = []
    with office.ledger() as ledger:
        for number, order in enumerate(office.take_in().orders):
            filing = ledger.register(
                order.plan, source=order.source, lane=order.lane, route=order.route.value, why=order.why,
                site="sandbox", until=Until.SUBMITTED, run_id="before",
            )  # fmt: skip
            found.append(ledger.advance(ledger.own(filing, f"371500{number}", "created"), Stage.RECORDED))
    return found


def found(filings: list[Filing], *rows: dict[str, str]) -> dict[str, str]:
    refs = {filing.id: filing.ref for filing in filings}
    links = by_plan_number(filings, rows)
    if links is None:
        links = by_look(filings, rows, {row["计划单编号"]: shown(row) for row in rows})
    return {refs[id_]: link.row["计划单编号"] for id_, link in links.items()}


def shown(row: dict[str, str]) -> list[Figure]:
    return [Figure(word, word, row[word], None) for word in ("预算金额", "数量") if row[word]]


def test_without_a_plan_number_it_is_the_imported_one_of_that_name_and_amount(filings: list[Filing]) -> None:
    assert found(filings, ROW) == {"p1": "JH1"}
    assert by_look(filings, [ROW], {"JH1": shown(ROW)})[filings[0].id] == Link(
        ROW, ("预算金额: 350,000.00 元", "数量: 50")
    )


@pytest.mark.parametrize(
    "changes",
    [{"来源": "自建"}, {"来源": "Excel导入"}, {"预算金额": "35,000.00"}, {"预算金额": ""}, {"数量": "7"},
     {"计划单名称": NAMED[:-2]}, {"创建时间": "2020-01-01"}],
)  # fmt: skip
def test_one_that_differs_in_anything_is_another(filings: list[Filing], changes: dict[str, str]) -> None:
    assert found(filings, ROW | changes) == {}


def test_of_several_none_is_taken(filings: list[Filing]) -> None:
    assert found(filings, ROW, ROW | {"计划单编号": "JH2"}) == {}
    twin = dataclasses.replace(filings[0], id=9, ref="twin")
    assert found([filings[0], twin], ROW) == {}


def test_where_the_list_shows_plan_numbers_they_alone_decide(filings: list[Filing]) -> None:
    assert found(filings, ROW | {"采购计划编号": "3715009"}, ROW | {"采购计划编号": ""}) == {}
    assert found(filings, ROW | {"采购计划编号": "3715001"}) == {"p2": "JH1"}
