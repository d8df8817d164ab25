"""Manual 一(二): the plan form behind 增加 and 查看. Its amounts are in 万元."""

from bots.widgets.form_page import FormPage


class PlanForm(FormPage):
    """采购计划信息: filled label by label, saved by 保存 and 确定."""

    marks = ("计划月份", "计划实施截止日期")
