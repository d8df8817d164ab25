"""The kinds of control that every gallery shows, by their labels: what is filled, what is read, what is kept."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bots.widgets.control import Kind
from bots.widgets.values import Money, Value


@dataclass(frozen=True)
class Sample:
    """One control of the galleries; `kept` is what the application behind the page must hold then."""

    name: str
    label: str
    kinds: tuple[Kind, ...]  # the same thing is drawn in more than one way
    value: Value
    other: Value
    kept: str
    required: bool = False


ODD = "A4 复印纸 <70克> & “其他”"
SAMPLES = (
    Sample("text", "计划名称", ("text",), "台式计算机采购项目", ODD, ODD, required=True),
    Sample("unit appended", "预算金额", ("text",), Money(Decimal(350000)), Money(Decimal("9600.50")), "9600.5"),
    Sample("unit in the label", "预算单价", ("text",), Money(Decimal(7000)), Money(Decimal(350000)), "35"),
    Sample("stepper", "数量", ("text",), 50, 12, "12"),
    Sample("textarea", "备注", ("textarea",), "第一行\n第二行", "急用", "急用"),
    Sample("select", "采购方式", ("select",), "定点采购", "网上超市", "网上超市", required=True),
    Sample("searchable select", "代理机构", ("select",), "聊城市采购中心", "德州市政府采购中心", "德州市政府采购中心"),
    Sample("long select", "采购品目", ("select",), "A00007 品目7", "A00583 品目583", "A00583 品目583"),
    Sample("lazy select", "业务科室(资金科室)", ("select",), "预算科", "工业贸易科", "工业贸易科"),
    Sample("radio", "是否科研项目", ("radio",), "是", "否", "否"),
    Sample(
        "check boxes", "资金来源", ("checkboxes",), "一般预算、自筹资金", "政府性基金、自筹资金", "政府性基金、自筹资金"
    ),
    Sample("check box", "确认无误", ("checkbox",), value=True, other=False, kept="否"),
    Sample("switch", "允许采购进口产品", ("switch", "checkbox"), value=True, other=False, kept="否"),
    Sample("typed date", "计划采购日期", ("date",), date(2020, 9, 18), date(2021, 11, 30), "2021-11-30", required=True),
    Sample("read-only date", "需求日期", ("date",), date(2026, 10, 1), date(2025, 2, 28), "2025-02-28"),
    Sample(
        "cascader", "行政区划", ("cascader",), "山东省/聊城市/临清市", "山东省/德州市/临邑县", "山东省/德州市/临邑县"
    ),
    Sample("dependent select", "县区", ("select",), "临清市", "高唐县", "高唐县"),
    Sample("tree", "采购目录", ("tree",), "A05010201 办公桌", "A02010105 台式计算机", "A02010105 台式计算机"),
)
ABSENT = {  # what a toolkit does not have
    "easyui": {"行政区划"},
    "layui": {"行政区划", "采购目录"},
    "native": {"行政区划"},
}
