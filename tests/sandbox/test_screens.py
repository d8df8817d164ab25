"""Every screen is described to a skin as data, the same fields as the server's own pages, by the same faults."""

import json
from typing import Any

import pytest

from sandbox.drift import Drift
from sandbox.drift.words import MENU
from sandbox.mall.labels import LABELS
from sandbox.server import RunningSandbox
from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS, SHEET_FIELDS
from tests.control import Control
from tests.sandbox.mall_buyer import GOOD, Buyer
from tests.sandbox.province_clerk import DETAIL, PLAN, USER, Clerk, Scripted, said


@pytest.fixture
def clerk(sandbox: Control) -> Scripted:
    clerk = Scripted(sandbox.url)
    clerk.login()
    return clerk


@pytest.fixture
def buyer(box: RunningSandbox) -> Buyer:
    buyer = Buyer(box)
    buyer.login()
    return buyer


def ask(clerk: Scripted, path: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(clerk.ask(path))
    return answer


def labels(form: dict[str, Any]) -> list[str]:
    return [field["label"] for field in form["fields"]]


def test_the_forms_have_the_stores_fields_in_their_order(clerk: Scripted, buyer: Buyer) -> None:
    assert labels(ask(clerk, "plan/form.do?op=add")["form"]) == [field.label for field in PLAN_FIELDS]
    assert labels(ask(clerk, "screens.do")["screens"]["detail"]) == [field.label for field in DETAIL_FIELDS]
    assert labels(buyer.ask("planSheet/form")["form"]) == [field.label for field in SHEET_FIELDS] == list(LABELS)


def test_a_form_that_is_opened_shows_what_was_kept(clerk: Scripted, buyer: Buyer) -> None:
    clerk.save_plan()
    plan = clerk.newest()
    form = ask(clerk, f"plan/form.do?op=view&planId={plan}")["form"]
    shown = {
        field["column"]: next(
            (one["label"] for one in field["options"] if one["value"] == form["values"][field["column"]]),
            form["values"][field["column"]],
        )
        for field in form["fields"]
    }
    assert form["locked"]
    assert shown["number"] == "37142461200120200015"
    same = ("name", "year", "month", "office", "method", "purchase_date", "agency", "fax")
    assert {key: shown[key] for key in same} == {key: PLAN[key] for key in same}
    number = buyer.create()["number"]
    sheet = buyer.ask("planSheet/form", number=number)["form"]
    assert sheet["values"] | {"itemCode": ""} == GOOD | {"number": number, "itemCode": "", "quantity": "12.00"}


def test_both_portals_describe_themselves_before_anybody_is_logged_in(sandbox: Control, box: RunningSandbox) -> None:
    assert ask(Scripted(sandbox.url), "screens.do")["screens"]["login"]["buttons"][0]["label"] == "登录"
    assert Buyer(box).ask("screens")["screens"]["home"]["entries"][0] == {"action": "login", "label": "采购人登录"}


@pytest.mark.parametrize("seed", range(1, 30))
def test_a_drifted_form_posts_what_is_meant(clerk: Scripted, box: RunningSandbox, sandbox: Control, seed: int) -> None:
    box.store.drift = Drift(seed)
    _save(clerk, box, "plan/form.do?op=add", "plan/save.do", PLAN)
    plan_id = clerk.newest()
    _save(clerk, box, f"detail/form.do?op=add&planId={plan_id}", "detail/save.do", DETAIL, planId=plan_id, op="add")
    assert said(clerk.submit(plan_id)) == "提交成功！"
    (plan,) = sandbox.plans(account=USER)
    assert (plan["fields"]["计划名称"], plan["fields"]["预算内一般预算金额"]) == (PLAN["name"], "350000.00")
    assert (plan["detail"]["单价"], plan["detail"]["采购名称"]) == ("5000.00", "台式计算机")
    assert (box.store.drift.touched, box.store.drift.pressed) == ([], [])


def test_a_decoy_that_is_filled_in_is_noticed_and_a_button_that_is_not_meant_too(
    clerk: Scripted, box: RunningSandbox
) -> None:
    box.store.drift = Drift(1)
    form = ask(clerk, "plan/form.do?op=add")["form"]
    decoy = next(field for field in form["fields"] if not box.store.drift.meaning(field["column"]))
    clerk.ask("plan/save.do", {decoy["column"]: "哎呀"})
    clerk.ask("press.do", {"action": "none", "label": "保存草稿"})
    assert box.store.drift.touched == [f"{decoy['label'] or 'unlabelled'}: 哎呀"]
    assert box.store.drift.pressed == ["保存草稿"]


def test_the_same_seed_draws_the_same_form_and_another_one_does_not(clerk: Scripted, box: RunningSandbox) -> None:
    drawn = []
    for seed in (5, 5, 6):
        box.store.drift = Drift(seed)
        drawn.append(ask(clerk, "plan/form.do?op=add")["form"])
    assert drawn[0] == drawn[1] != drawn[2]


@pytest.mark.parametrize("portal", ["provincial", "mall"])
def test_the_menus_of_the_plain_portals_drift(sandbox: Control, buyer: Buyer, box: RunningSandbox, portal: str) -> None:
    clerk = Clerk(sandbox.url)
    clerk.login()

    def drawn() -> str:
        return clerk.ask("menu.jsp") if portal == "provincial" else buyer.send("/wssc/backend/")

    assert not any(word in drawn() for word in MENU)
    drifted = []
    for seed in range(1, 5):
        box.store.drift = Drift(seed)
        drifted.append(drawn())
    assert len(set(drifted)) == len(drifted)
    assert any(word in menu for word in MENU for menu in drifted)


def _save(clerk: Scripted, box: RunningSandbox, opened: str, saved: str, texts: dict[str, str], **more: str) -> None:
    """Fill in what is meant by each field of the form, as its options offer it, and post it as it is called today."""
    form = ask(clerk, opened)["form"]
    posted = dict(more)
    for field in form["fields"]:
        text = texts.get(box.store.drift.meaning(field["column"]), str(field.get("value", "")))
        codes = {option["label"]: option["value"] for option in field["options"]}
        if text and _unit(form, field) == "元":
            text = str(float(text) * 10_000)
        posted[field["column"]] = codes.get(text, text)
    assert said(clerk.ask(saved, posted)) == "保存成功！"


def _unit(form: dict[str, Any], field: dict[str, Any]) -> str:
    """The unit of an amount as a clerk reads it: beside it, in the title of its part, above the form."""
    if field["kind"] != "number" or field.get("stepper"):
        return ""
    titles = [part["title"] for part in form["parts"] if field["column"] in part["columns"]]
    said = next(one for one in (f"{field['label']}{field['unit']}", *titles, form["note"]) if "元" in one)
    return "万元" if "万元" in said else "元"
