"""`yuncai inspect` on the sandbox, with the real browser: what it lists, keeps, pictures, and tells of a release."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest
import yaml

from bots.browser.shared import SharedBrowser
from bots.widgets.inspection import PageSeen
from desk.inspect.model import Inventory, read_inventory
from desk.inspect.taking import inventory_of
from flows import inspecting
from flows.inspecting import NoPlanToInspect, inspect_address, inspect_screen
from flows.ledger import Filing
from flows.run import ledger_of
from tests.control import Control
from tests.desk.conftest import Run
from tests.widgets.contract.conftest import GALLERIES
from tests.widgets.contract.kinds import ABSENT
from tests.workspaces import LINNAN, PASSWORD, Office, write

PNG = b"\x89PNG"
PLAN_FORM = ("--account", LINNAN, "--screen", "provincial/计划")


@pytest.fixture
def desk_office(tmp_path: Path, sandbox: Control) -> Office:
    """A workspace whose commands start their own browser."""
    return Office.open_at(tmp_path / "office", sandbox.url)


def fields(inventory: Inventory) -> dict[str, Any]:
    return {field.label: field for field in inventory.fields}


def test_what_a_release_changed_on_the_plan_form_is_told_and_nothing_is_filed(
    desk_office: Office, sandbox: Control, yuncai: Run, tmp_path: Path
) -> None:
    kept, root = tmp_path / "form.yaml", desk_office.root
    before = sandbox.plans()
    first = yuncai("-w", root, "inspect", *PLAN_FORM, "--save", kept)
    assert (first.code, kept.with_suffix(".png").read_bytes()[:4]) == (0, PNG), first.err

    form = fields(read_inventory(kept))
    assert (form["计划名称"].required, form["计划名称"].max_length) == (True, 100)
    assert form["预算内一般预算金额(万元)"].unit == "万元"
    assert "网上超市" in form["采购方式"].options
    assert form["联系人"].required is False

    sandbox.fault("require_field", times=9, label="联系人")
    sandbox.fault("require_field", times=9, label="项目负责人")
    sandbox.fault("drop_option", times=9, label="采购方式", option="网上超市")
    second = yuncai("-w", root, "inspect", *PLAN_FORM, "--compare", kept, "--json")
    told = json.loads(second.out)
    assert (second.code, told["exit_code"], told["saved"]) == (6, 6, None)
    assert {(change["kind"], change["label"]) for change in told["changes"]} == {
        ("now_required", "联系人"),
        ("field_new_required", "项目负责人"),
        ("option_gone", "采购方式"),
    }
    assert all(change["breaks"] and change["text"] for change in told["changes"])
    assert sandbox.plans() == before


@pytest.mark.thorough
def test_the_same_page_a_day_later_ends_with_0(desk_office: Office, yuncai: Run, tmp_path: Path) -> None:
    kept = tmp_path / "login.yaml"
    address = f"{desk_office.url}wssc/login"
    assert yuncai("-w", desk_office.root, "inspect", address, "--save", kept).code == 0
    again = yuncai("-w", desk_office.root, "inspect", address, "--compare", kept)
    assert (again.code, "没有变化" in again.out) == (0, True), again.out + again.err
    assert not (desk_office.root / ".yuncai" / "inspect").exists()


async def look(office: Office, screen: str) -> Inventory:
    assert office.browser is not None
    seen: PageSeen = await inspect_screen(office.workspace, LINNAN, screen, browser=office.browser)
    assert seen.picture[:4] == PNG
    return inventory_of(seen, screen)


@pytest.mark.thorough
async def test_a_list_is_its_query_fields_its_headers_and_its_buttons_never_its_rows(office: Office) -> None:
    plans = await look(office, "provincial/采购计划维护")
    assert {"计划编号", "计划名称", "采购方式"} <= fields(plans).keys()
    assert "checkbox" not in {field.kind for field in plans.fields}
    (heads,) = plans.grids
    assert {"计划编号", "计划名称", "采购日期"} <= set(heads)
    assert {"增加", "明细", "提交", "日志", "查询"} <= set(plans.buttons)
    assert not any(word.isdigit() or len(word) > 12 for word in plans.buttons)


@pytest.mark.thorough
async def test_the_malls_screens_are_seen_too(office: Office, sandbox: Control) -> None:
    sheets = await look(office, "mall/计划单管理")
    assert "计划单编号" in sheets.grids[0]
    form = await look(office, "mall/计划单")
    assert {"预算单价(元)", "需求日期"} <= fields(form).keys()
    assert "自建计划" not in form.buttons  # the dialog lies over the list


@pytest.mark.thorough
async def test_details_are_those_of_the_first_plan(office: Office) -> None:
    details = await look(office, "provincial/明细管理")
    assert "采购目录" in details.grids[0]
    assert "单价(万元)" in fields(await look(office, "provincial/明细"))


async def test_without_a_plan_there_are_no_details_to_look_at(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    async def none(*_: object, **__: object) -> list[dict[str, str]]:
        return []

    monkeypatch.setattr("bots.provincial.plans.PlansPage.find", none)
    with pytest.raises(NoPlanToInspect):
        await look(office, "provincial/明细管理")


async def test_a_password_is_kept_nowhere(office: Office, shared_browser: SharedBrowser, tmp_path: Path) -> None:
    page = tmp_path / "login.html"
    page.write_text(
        f'<meta charset=utf-8><label>密码 <input type=password value="{PASSWORD}"></label>'
        '<label>账户 <input value="371424612001002"></label>',
        encoding="utf-8",
    )
    seen = await inspect_address(office.workspace, page.as_uri(), browser=shared_browser)
    text = inventory_of(seen, page.as_uri()).as_yaml()
    assert {"密码", "账户"} <= {field["label"] for field in yaml.safe_load(text)["fields"]}
    assert PASSWORD not in text
    assert "371424612001002" not in text
    assert "••" not in text


@pytest.mark.thorough
@pytest.mark.parametrize("toolkit", [gallery for gallery in GALLERIES if gallery != "native"])
async def test_lists_that_have_to_be_opened_are_opened_read_and_closed(
    office: Office, shared_browser: SharedBrowser, toolkit: str
) -> None:
    address = f"{office.url}gallery/{toolkit}/form.html"
    form = fields(inventory_of(await inspect_address(office.workspace, address, browser=shared_browser), address))
    assert "公开招标" in form["采购方式"].options
    assert "A00600 品目600" in form["采购品目"].options  # drawn only where it is in sight
    assert "工业贸易科" in form["业务科室(资金科室)"].options  # fetched when it is opened
    for label, first in (
        ("采购目录", ("A 货物", "C 服务")),
        ("行政区划", ("山东省",)),
    ):  # below, they are fetched later
        assert label in ABSENT.get(toolkit, set()) or form[label].options == first


@pytest.mark.thorough
async def test_a_look_is_no_run_and_no_filing(office: Office) -> None:
    await look(office, "mall/计划单管理")
    ledger = ledger_of(office.workspace)
    filings: list[Filing] = ledger.all_filings()
    ledger.close()
    assert filings == []
    assert sorted(path.name for path in (office.root / ".yuncai").iterdir() if path.suffix != ".sqlite") == [
        "lock",
        "sessions",
    ]


@pytest.mark.parametrize("arguments", [
    (),
    ("ftp://portal/",),
    ("http://127.0.0.1:9/", "--screen", "provincial/计划"),
    ("--screen", "provincial/计划"),
    ("--account", LINNAN),
    ("--account", LINNAN, "--screen", "provincial/没有"),
    ("--account", "nobody", "--screen", "provincial/计划"),
    (*PLAN_FORM, "--compare", "nowhere.yaml"),
])  # fmt: skip
def test_what_is_not_clear_is_asked_before_a_browser_starts(
    desk_office: Office, yuncai: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setattr(inspecting, "browser_of", lambda _: pytest.fail("a browser was started"))
    ran = yuncai("-w", desk_office.root, "inspect", *arguments)
    assert (ran.code, "Traceback" in ran.err) == (2, False)
    assert ran.err


def test_an_account_that_is_not_on_the_portal_is_told(desk_office: Office, yuncai: Run) -> None:
    accounts = yaml.safe_load((desk_office.root / "accounts.yaml").read_text("utf-8"))
    accounts["accounts"][LINNAN]["portals"] = ["mall"]
    write(desk_office.root / "accounts.yaml", accounts)
    ran = yuncai("-w", desk_office.root, "inspect", *PLAN_FORM)
    assert (ran.code, LINNAN in ran.err) == (2, True)


def test_a_portal_that_is_down_ends_with_4(desk_office: Office, yuncai: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and nobody listens
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        ran = yuncai("-w", desk_office.root, "inspect", address)
    assert (ran.code, address in ran.err) == (4, True), ran.err
