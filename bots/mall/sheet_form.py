"""Manual 二(二)4, 5: the 计划单 form behind 自建计划. Its amounts are in 元."""

from bots.terms import PortalMessage
from bots.widgets.form_page import FormPage


class SheetForm(FormPage):
    """计划单: filled label by label, created by 确认."""

    marks = ("预算单价", "需求日期")
    save_word = "确认"

    async def confirm(self) -> PortalMessage:
        """Click 确认, once. Raises RefusedByPortal, OutcomeUnknown, SessionExpired, UnknownDialog."""
        return await self.save()
