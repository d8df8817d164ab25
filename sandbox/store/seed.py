"""Other people's plans and sheets, the same every time: about 25 in each unit that can log in, hundreds elsewhere."""

import random
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sandbox.store.amounts import FEN_A_YUAN, QUANTITY_UNIT
from sandbox.store.database import Database, insert_statement
from sandbox.store.fields import AGENCIES, OFFICES
from sandbox.store.items import BY_CODE, CENTRAL, SCATTERED
from sandbox.store.people import OTHER_UNITS, UNITS, Unit
from sandbox.store.plans import AT_BUREAU, AT_OFFICE, DRAFT, RECORDED, RETURNED
from sandbox.store.seed_words import AGREED, OPINIONS, PURCHASES, REMARKS, Purchase
from sandbox.store.sheets import BUYING, FINISHED, PUSHED, SELF_BUILT, WAITING

STATUSES = (RECORDED,) * 6 + (DRAFT, DRAFT, AT_OFFICE, AT_BUREAU, RETURNED)
FIRST_DAY = date(2020, 2, 10)
OWN_PLANS, OTHER_PLANS, OWN_SHEETS = 26, 33, 7
MANUAL_YEAR, MANUAL_SERIAL = 2020, 14  # the manual's plan is the 15th of its unit in 2020
DAYS_2020 = (date(2020, 9, 10) - FIRST_DAY).days
DAYS_ALL = (date(2021, 12, 20) - FIRST_DAY).days


def seed(database: Database) -> None:
    """Fill an empty database."""
    with database.transaction():
        for table, rows in _everything().items():
            database.run_many(insert_statement(table, rows[0]), rows)


@cache
def _everything() -> dict[str, list[dict[str, Any]]]:
    """Make the rows of every table, once a process."""
    luck = random.Random(20210701)  # noqa: S311  it has to be the same every time
    rows: list[tuple[dict[str, Any], dict[str, Any] | None, list[dict[str, Any]]]] = []
    for unit, count in [(unit, OWN_PLANS) for unit in UNITS] + [(unit, OTHER_PLANS) for unit in OTHER_UNITS]:
        rows += [_plan(luck, unit, day, serial) for day, serial in _days(luck, count)]
    rows.sort(key=lambda row: (row[0]["created_at"], row[0]["number"]))
    for plan_id, (plan, detail, log) in enumerate(rows, start=1):
        plan["id"] = plan_id
        for child in [detail, *log] if detail else log:
            child["plan_id"] = plan_id
    details = [detail for _, detail, _ in rows if detail]
    sheets = [_pushed(plan, detail) for plan, detail, _ in rows if detail and plan["status"] == RECORDED]
    sheets += [_self_built(luck, unit, date(2021, 1, 5) + timedelta(days=37 * n)) for unit in UNITS
               for n in range(OWN_SHEETS)]  # fmt: skip
    return {
        "plans": [plan for plan, _, _ in rows],
        "details": details,
        "log": [entry for _, _, log in rows for entry in log],
        "sheets": _numbered(sheets),
    }


def _days(luck: random.Random, count: int) -> list[tuple[date, int]]:
    """Working days in order, each with the plan's serial number of its year."""
    early = sorted(luck.sample(range(DAYS_2020), MANUAL_SERIAL))
    late = sorted(luck.sample(range(DAYS_2020 + 113, DAYS_ALL), count - MANUAL_SERIAL))
    return [(FIRST_DAY + timedelta(days=days), serial) for days, serial in
            [*zip(early, range(1, 99), strict=False), *zip(late, range(1, 99), strict=False)]]  # fmt: skip


def _plan(
    luck: random.Random, unit: Unit, day: date, serial: int
) -> tuple[dict[str, Any], dict[str, Any] | None, list[dict[str, Any]]]:
    bought = luck.choice(PURCHASES)
    item = BY_CODE[bought.item_code]
    status = luck.choice(STATUSES)
    price, count = _price(luck, bought)
    amount = price * count
    planned = day + timedelta(days=luck.randint(0, 25))
    at = datetime.combine(day, datetime.min.time()) + timedelta(minutes=luck.randint(520, 1040))
    handler = luck.choice(unit.handlers)
    public = amount // 5 // FEN_A_YUAN * FEN_A_YUAN if luck.random() < 0.2 else 0  # noqa: PLR2004  one in five is split
    plan = {
        "number": f"{unit.region}{unit.code}{day.year}{serial:04d}",
        "account": f"{unit.region}{unit.code}001", "handler": handler, "region": unit.region, "unit": unit.code,
        "status": status, "version": 2 if status == RETURNED else 1, "created_at": str(at),
        "name": bought.name, "year": str(day.year), "month": f"{planned.month}月",
        "office": luck.choice(tuple(OFFICES.values())), "method": luck.choice(("网上超市", "定点采购", "批量集中采购")),
        "purchase_date": str(planned), "deadline": str(planned + timedelta(days=luck.randint(0, 40))),
        "category": bought.category, "research": "否", "international": "否", "import_allowed": "否", "ppp": "否",
        "general_budget": amount - public, "government_fund": public, "state_capital": 0, "fiscal_account": 0,
        "self_raised": 0, "agency": luck.choice(AGENCIES[:3]), "fax": "", "contact": handler,
        "phone": f"0635-82{luck.randint(10000, 99999)}", "remark": luck.choice(REMARKS),
    }  # fmt: skip
    detail = {
        "catalogue": CENTRAL if item.catalogue == CENTRAL else SCATTERED, "purchase_name": item.name,
        "item_code": item.code, "item_name": item.name, "price": price, "quantity": count * QUANTITY_UNIT,
        "measure": item.measure, "amount": amount, "spec": "",
    }  # fmt: skip
    bare = status == DRAFT and luck.random() < 0.5  # noqa: PLR2004  half of the drafts
    return plan, None if bare else detail, _log(luck, plan, at)


def _price(luck: random.Random, bought: Purchase) -> tuple[int, int]:
    return luck.randrange(bought.cheapest, bought.dearest, 10) * FEN_A_YUAN, luck.randint(1, bought.most)


def _log(luck: random.Random, plan: dict[str, Any], at: datetime) -> list[dict[str, Any]]:
    """List the steps that a plan with this status has behind it."""
    office, bureau, back = f"{plan['office']}", "政府采购监督管理办公室", plan["status"] == RETURNED
    submitted = [("提交", plan["handler"], "提交成功", "")]
    agreed = [("资金科室审核", office, "审核通过", luck.choice(AGREED))]
    steps = {
        DRAFT: [],
        AT_OFFICE: submitted,
        AT_BUREAU: submitted + agreed,
        RETURNED: [*submitted, ("资金科室审核", office, "退回", luck.choice(OPINIONS))],
        RECORDED: [
            *submitted, *agreed, ("采购办审核", bureau, "审核通过", luck.choice(AGREED)),
            ("备案确认", "系统", "已备案", ""), ("推送网上商城", "系统", "推送成功", ""),
        ],
    }[plan["status"]]  # fmt: skip
    entries = []
    for step, who, result, opinion in [("保存", plan["handler"], "保存成功", ""), *steps]:
        entries.append({"step": step, "who": who, "result": result, "at": str(at), "opinion": opinion})
        at += timedelta(minutes=luck.randint(2, 60 if back else 900))
    return entries


def _pushed(plan: dict[str, Any], detail: dict[str, Any]) -> dict[str, Any]:
    day = plan["purchase_date"]
    return {
        "account": plan["account"], "handler": plan["handler"], "region": plan["region"], "unit": plan["unit"],
        "status": FINISHED if day < "2021-06" else BUYING, "source": PUSHED, "plan_number": plan["number"],
        "created_at": f"{day} 16:30:00", "name": plan["name"], "year": plan["year"], "method": plan["method"],
        "item_code": detail["item_code"], "item_name": detail["item_name"], "quantity": detail["quantity"],
        "measure": detail["measure"], "price": detail["price"], "amount": detail["amount"],
        "need_date": plan["deadline"],
        "contact": plan["contact"], "phone": plan["phone"], "remark": plan["remark"],
    }  # fmt: skip


def _self_built(luck: random.Random, unit: Unit, day: date) -> dict[str, Any]:
    bought = luck.choice([one for one in PURCHASES if BY_CODE[one.item_code].catalogue == SCATTERED])
    price, count = _price(luck, bought)
    handler = luck.choice(unit.handlers)
    return {
        "account": f"{unit.region}{unit.code}001", "handler": handler, "region": unit.region, "unit": unit.code,
        "status": luck.choice((WAITING, BUYING, FINISHED)), "source": SELF_BUILT, "plan_number": "",
        "created_at": f"{day} 10:{luck.randint(10, 59)}:00", "name": bought.name, "year": str(day.year),
        "method": luck.choice(("网上超市", "定点采购")), "item_code": bought.item_code,
        "item_name": BY_CODE[bought.item_code].name, "measure": BY_CODE[bought.item_code].measure,
        "quantity": count * QUANTITY_UNIT, "price": price,
        "amount": price * count, "need_date": str(day + timedelta(days=20)), "contact": handler,
        "phone": f"0635-83{luck.randint(10000, 99999)}", "remark": "",
    }  # fmt: skip


def _numbered(sheets: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the sheets numbers in the order of their making, by year and region as the mall does."""
    counts: dict[str, int] = {}
    sheets.sort(key=lambda sheet: (sheet["created_at"], sheet["unit"]))
    for sheet in sheets:
        prefix = f"JHD{sheet['year']}{sheet['region']}"
        counts[prefix] = counts.get(prefix, 0) + 1
        sheet["number"] = f"{prefix}{counts[prefix]:05d}"
    return sheets
