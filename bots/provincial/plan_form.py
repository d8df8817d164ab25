"""Manual 一(二): the plan form behind 增加 and 查看. Its amounts are in 万元."""

from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose

LISTED = ("计划名称", "业务年度", "业务科室(资金科室)", "采购方式", "计划采购日期", "代理机构")
FUNDS = (
    "预算内一般预算金额",
    "预算内政府性基金金额",
    "预算内国有资本运营金额",
    "财政专户资金金额",
    "自筹资金金额",
)


class PlanForm(FormPage):
    """采购计划信息: filled label by label, saved by 保存 and 确定."""

    purpose = Purpose(
        (
            *LISTED,
            "计划月份",
            "计划实施截止日期",
            "采购类型",
            "是否科研项目",
            "是否执行国际招标程序",
            "允许采购进口产品",
            "PPP模式项目标识",
            "传真号码",
            *FUNDS,
        ),
        shared=frozenset({*LISTED, *FUNDS}),
    )
    number = "计划编号"
