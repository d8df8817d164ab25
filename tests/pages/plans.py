"""What the tests of the page objects file, and how they get a saved plan."""

from datetime import date
from decimal import Decimal

from bots.provincial.portal import ProvincialPortal
from bots.widgets.items import Item
from bots.widgets.values import Money, Value


def yuan(amount: int | str) -> Money:
    return Money(Decimal(amount))


def plan(**changes: Value) -> dict[str, Value]:
    values: dict[str, Value] = {
        "计划名称": "台式计算机采购项目（页面）",
        "业务年度": "2021",
        "计划月份": "9月",
        "业务科室(资金科室)": "工业贸易科",
        "采购方式": "网上超市",
        "计划采购日期": date(2021, 9, 18),
        "计划实施截止日期": date(2021, 9, 28),
        "采购类型": "货物",
        "是否科研项目": False,
        "是否执行国际招标程序": False,
        "允许采购进口产品": False,
        "PPP模式项目标识": False,
        "预算内一般预算金额": yuan(350000),
        "预算内政府性基金金额": yuan(0),
        "预算内国有资本运营金额": yuan(0),
        "财政专户资金金额": yuan(0),
        "自筹资金金额": yuan("1234.60"),
        "代理机构": "聊城市采购中心",
        "传真号码": "7518008",
        "联系人": "张三",
        "备注": "第一行\n第二行",
    }
    return {**values, **changes}


ITEM = Item("台式计算机", "A02010105", told={"基准采购品目编码": "A02010105"})
DETAIL: dict[str, Value] = {
    "采购目录": "集中采购目录",
    "单价": yuan("35123.46"),
    "数量": Decimal(10),
    "计量单位": "台",
}

SHEET: dict[str, Value] = {
    "计划单名称": "办公桌采购（页面）",
    "业务年度": "2021",
    "采购方式": "网上超市",
    "预算品目": "A05010201 办公桌",
    "数量": Decimal(3),
    "计量单位": "张",
    "预算单价": yuan("1200.50"),
    "需求日期": date(2021, 9, 30),
    "联系人": "张三",
}


async def saved(portal: ProvincialPortal, **changes: Value) -> str:
    """Save a plan; returns its number."""
    values = plan(**changes)
    form = await portal.plans.add()
    await form.fill(values)
    await form.save()
    await form.close()
    rows = await portal.plans.find(name=str(values["计划名称"]))
    return rows[0]["计划编号"]
