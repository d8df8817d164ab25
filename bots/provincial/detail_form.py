"""Manual 一(三)2, 3: the detail form behind 增加; 采购名称 comes from a picker, 金额 is computed. Amounts in 万元."""

from bots.browser.door.expected import Expected
from bots.errors import FieldNotAccepted
from bots.widgets.form_page import FormPage
from bots.widgets.ours import ours
from bots.widgets.picker import Picker
from bots.widgets.recognising import Purpose

NAME, CODE = "采购名称", "基准采购品目编码"


class DetailForm(FormPage):
    """计划明细: one line of a plan."""

    purpose = Purpose((NAME, CODE, "采购目录", "基准采购品目名称", "单价", "数量", "计量单位", "金额"))

    @ours
    async def pick(self, name: str, code: str) -> None:
        """选择: take the item out of the picker's tree, and see that it is written back.

        Raises OptionNotOffered with what the tree offers, FieldNotAccepted when something else was written back.
        """
        await self.screen.begin(f"{self._path}/{NAME}", "pick", name=name, code=code)
        form = await self._form()
        control = await form.control(NAME)
        await Picker(self.screen, f"{self._path}/{NAME}").choose(await form.beside(control), name, code)

        async def written() -> dict[str, str] | None:
            shown = await (await self._form()).read([NAME, CODE])
            return shown if shown[CODE] == code or code in shown[NAME] else None

        got: dict[str, str] = await self.screen.until(
            written, lambda: FieldNotAccepted(label=NAME, wanted=f"{code} {name}", got="")
        )
        if name not in got[NAME]:
            raise FieldNotAccepted(label=NAME, wanted=name, got=got[NAME])
        self.expect(Expected(NAME, name, kind="choice", codes=(code,)))
