"""计划单管理 is read with the columns that it has."""

from bots.mall.plan_sheets import PlanSheetsPage
from tests.widgets.screens.conftest import Show

LIST = """<p>计划单名称：<input id=name> <b id=asked></b>
<button onclick="asked.textContent = document.getElementById('name').value">查询</button></p>
<table><tr><th>计划单编号</th><th>计划单名称</th><th>状态</th></tr>
<tr><td>S1</td><td>办公桌</td><td>待采购</td></tr></table>"""


async def test_a_list_that_does_not_show_where_its_sheets_come_from_is_read(show: Show) -> None:
    site = await show(LIST)
    assert await PlanSheetsPage(site.screen).find(name="办公桌") == [
        {"计划单编号": "S1", "计划单名称": "办公桌", "状态": "待采购"}
    ]
    assert await site.page.inner_text("#asked") == "办公桌"
