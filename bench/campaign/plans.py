"""The campaign's plans: both routes over all accounts, twins that are meant, and some that a portal must refuse."""

import random
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

ACCOUNTS = {
    "linnan": ("371424612001002", "371424", "612001_临邑县临南镇人民政府", "德州市政府采购中心"),
    "jiaoyu": ("371500301001002", "371500", "301001_聊城市教育和体育局", "聊城市采购中心"),
    "yiyuan": ("371500405001002", "371500", "405001_聊城市人民医院", "聊城市采购中心"),
    "caizheng": ("371502205001002", "371502", "205001_东昌府区财政局", "聊城市采购中心"),
    "gaotang": ("371526310001002", "371526", "310001_高唐县第一中学", "聊城市采购中心"),
    "gongan": ("371581118001002", "371581", "118001_临清市公安局", "聊城市采购中心"),
}
COMPUTER = {"采购目录": "集中采购目录", "采购名称": "台式计算机", "基准采购品目编码": "A02010105", "计量单位": "台"}
DESK = {"采购目录": "分散采购", "采购名称": "办公桌", "基准采购品目编码": "A05010201", "计量单位": "张"}
UNKNOWN_ITEM = {"采购名称": "定制柜台", "基准采购品目编码": "A05990000"}  # no list offers it
UNKNOWN_OFFICE = "文化旅游科"
TWIN_EVERY, INVALID_EVERY, MALL_EVERY = 11, 17, 4


@dataclass(frozen=True)
class Written:
    """One plan as its author wrote it."""

    ref: str
    values: dict[str, Any]
    invalid: bool = False  # the portal has to refuse it


def write_plans(count: int, seed: int) -> list[Written]:
    """So many plans, the same for the same seed."""
    luck = random.Random(seed)  # noqa: S311 - it has to be the same for the same seed
    plans: list[Written] = []
    for place in range(count):
        if place % TWIN_EVERY == TWIN_EVERY - 1 and not plans[-1].invalid:
            twin = plans[-1].values | {"ref": _ref(place), "允许重复": "是"}
            plans.append(Written(_ref(place), twin))
        else:
            plans.append(_plan(place, luck))
    return plans


def _ref(place: int) -> str:
    return f"c{place:04}"


def _plan(place: int, luck: random.Random) -> Written:
    invalid = place % INVALID_EVERY == INVALID_EVERY - 1
    mall = luck.randrange(MALL_EVERY) == 0
    account = luck.choice(list(ACCOUNTS))
    price, count = Decimal(luck.randrange(10_001, 99_999)) / 10, luck.randint(2, 40)
    day = f"2020-{luck.randint(3, 11):02}-{luck.randint(1, 27):02}"
    item = dict(DESK if mall else COMPUTER)
    if invalid and mall:
        item |= UNKNOWN_ITEM
    values: dict[str, Any] = {
        "ref": _ref(place),
        "账户": account,
        "路线": "网上商城" if mall else "省平台",
        "计划名称": f"{place:04}号{item['采购名称']}采购项目",
        "业务年度": 2020,
        "采购方式": "网上超市",
        "采购类型": "货物",
        "计划采购日期": day,
        "计划实施截止日期": "2020-12-20",
        "资金": {"预算内一般预算金额": f"{price * count}元"},
        "明细": {**item, "单价": f"{price}元", "数量": count},
        "其他": {"联系人": "王敏", "联系电话": f"0635-{place:07}"},
    }
    if not mall:
        values |= {
            "计划月份": f"{int(day[5:7])}月",
            "业务科室(资金科室)": UNKNOWN_OFFICE if invalid else "工业贸易科",
            "是否科研项目": "否",
            "是否执行国际招标程序": "否",
            "允许采购进口产品": "否",
            "PPP模式项目标识": "否",
            "代理机构": ACCOUNTS[account][3],
            "传真号码": f"{place:07}",
        }
    return Written(_ref(place), values, invalid)
