"""Manual 二(二)4, 5: the 计划单 form behind 自建计划. Its amounts are in 元."""

from bots.terms import PortalMessage
from bots.widgets.form_page import FormPage
from bots.widgets.recognising import Purpose

LISTED = ("计划单名称", "采购方式")


class SheetForm(FormPage):
    """计划单: filled label by label, created by 确认."""

    purpose = Purpose(
        (*LISTED, "业务年度", "预算品目", "数量", "计量单位", "预算单价", "预算金额", "需求日期"),
        shared=frozenset(LISTED),
    )
    number = "计划单编号"
    save_word = "确认"

    async def confirm(self) -> PortalMessage:
        """Click 确认, once. Raises RefusedByPortal, OutcomeUnknown, SessionExpired, UnknownDialog."""
        return await self.save()
