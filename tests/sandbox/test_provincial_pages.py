"""The pages: GBK bytes, the manual's words in its order, ten rows a page, the own unit's plans and nobody else's."""

import re

import pytest

from sandbox.server import RunningSandbox
from sandbox.store.fields import DETAIL_FIELDS, PLAN_FIELDS
from tests.control import Control
from tests.sandbox.province_clerk import USER, Clerk, ids, rows, said

LIST_HEADERS = [
    "序号", "选择", "计划编号", "计划名称", "版本号", "预算单位", "计划金额", "资金科室", "代理机构", "采购方式",
    "组织形式", "采购日期",
]  # fmt: skip
DETAIL_HEADERS = [
    "序号", "选择", "ID", "采购目录", "采购名称", "基准采购品目编码", "基准采购品目名称", "单价(万元)", "数量",
    "计量单位", "金额(万元)",
]  # fmt: skip


def words_of(html: str) -> str:
    """The page as a reader sees it, without marks."""
    return re.sub(r"<[^>]+>|&nbsp;|\s", "", html)


def labels_of(html: str) -> list[str]:
    return [words_of(cell) for cell in re.findall(r'<td class="label".*?>(.*?)</td>', html)]


@pytest.mark.parametrize("path", ["", "site/login.jsp", "plan/list.do", "plan/form.do?op=add", "menu.jsp", "main.jsp"])
def test_every_page_says_gbk_and_is_gbk(clerk: Clerk, path: str) -> None:
    kind, body = clerk.raw(path)
    assert kind == "text/html;charset=GBK"
    assert b'content="text/html; charset=GBK"' in body
    body.decode("gbk")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_a_posted_form_is_read_as_gbk(clerk: Clerk, sandbox: Control) -> None:
    clerk.save_plan(name="墨水屏（１０套）、喆·鑫")
    assert sandbox.plans(account=USER)[0]["fields"]["计划名称"] == "墨水屏（１０套）、喆·鑫"


def test_what_gbk_does_not_know_is_kept_as_browsers_send_it(clerk: Clerk, sandbox: Control) -> None:
    clerk.save_plan(name="显示器\U0001f5a5")
    assert sandbox.plans(account=USER)[0]["fields"]["计划名称"] == "显示器&#128421;"
    assert "显示器&amp;#128421;" in clerk.ask("plan/list.do")


def test_the_plan_form_has_the_manuals_labels_in_its_order_with_their_stars(clerk: Clerk) -> None:
    html = clerk.ask("plan/form.do?op=add")
    labels = labels_of(html)
    assert [label.strip("*：") for label in labels] == [field.label for field in PLAN_FIELDS]
    assert ["*" in label for label in labels] == [field.required for field in PLAN_FIELDS]
    assert any(label.startswith("*") for label in labels)
    assert any(label.endswith("*：") for label in labels)


def test_the_detail_form_has_its_labels(clerk: Clerk) -> None:
    clerk.save_plan()
    html = clerk.ask(f"detail/form.do?op=add&planId={clerk.newest()}")
    assert [label.strip("*：") for label in labels_of(html)] == [field.label for field in DETAIL_FIELDS]


def test_sums_stand_above_the_rows_and_ten_rows_fill_a_page(clerk: Clerk) -> None:
    html = clerk.ask("plan/list.do")
    grid = rows(html)
    assert grid[0] == LIST_HEADERS
    assert [row[2] for row in grid[1:3]] == ["合计", "本页小计"]
    assert len(grid) == 13
    assert "第1/3页 共26条" in html
    assert f"{sum(float(row[6]) for row in grid[3:]):.6f}" == grid[2][6]


def test_the_pages_together_show_every_plan_once(clerk: Clerk) -> None:
    found = [ids(clerk.ask("plan/list.do", {"pageNo": page})) for page in ("1", "2", "3")]
    assert [len(page) for page in found] == [10, 10, 6]
    assert len({plan for page in found for plan in page}) == 26


@pytest.mark.parametrize(("page", "shown"), [("0", 1), ("99999999999999999999999", 3), ("x", 1)])
def test_a_page_that_is_not_there_is_the_nearest_one(clerk: Clerk, page: str, shown: int) -> None:
    assert f"第{shown}/3页" in clerk.ask("plan/list.do", {"pageNo": page})


def test_a_search_finds_by_name_and_year_and_calls_the_sum_differently(clerk: Clerk) -> None:
    clerk.save_plan(name="只此一件")
    grid = rows(clerk.ask("plan/list.do", {"name": "此一", "year": "2020"}))
    assert [row[0] for row in grid[1:3]] == ["总计", "本页小计"]
    assert [row[3] for row in grid[3:]] == ["只此一件"]
    assert len(rows(clerk.ask("plan/list.do", {"name": "此一", "year": "2021"}))) == 3


def test_the_plan_amount_stays_zero_until_the_detail_is_saved(clerk: Clerk) -> None:
    clerk.save_plan()
    assert rows(clerk.ask("plan/list.do"))[3][6] == "0.000000"
    clerk.save_detail(clerk.newest())
    row = dict(zip(LIST_HEADERS, rows(clerk.ask("plan/list.do"))[3], strict=True))
    assert row["计划金额"] == "35.000000"
    assert row["预算单位"] == "612001_临邑县临南镇人民政府"
    assert row["资金科室"] == "011_工业贸易科"
    assert (row["采购方式"], row["组织形式"]) == ("集中采购", "")


def test_the_detail_page_shows_sums_then_the_line(clerk: Clerk) -> None:
    clerk.save_plan()
    plan = clerk.newest()
    assert len(rows(clerk.ask(f"detail/list.do?planId={plan}"))) == 3
    clerk.save_detail(plan)
    grid = rows(clerk.ask(f"detail/list.do?planId={plan}"))
    assert grid[0] == DETAIL_HEADERS
    assert [row[2] for row in grid[1:3]] == ["合计", "本页小计"]
    assert grid[3][3:7] == ["集中采购目录", "台式计算机", "A02010105", "台式计算机"]
    assert grid[3][7:] == ["0.500000", "70.00", "台", "35.000000"]


def test_a_unit_sees_its_own_plans_only(clerk: Clerk, box: RunningSandbox) -> None:
    assert {row[5] for row in rows(clerk.ask("plan/list.do"))[3:]} == {"612001_临邑县临南镇人民政府"}
    foreign = next(plan for plan in box.store.plans.every() if plan["unit"] != "612001")
    for path in ("plan/form.do?op=view", "plan/log.do?", "detail/form.do?op=view", "detail/list.do?"):
        page = clerk.ask(f"{path}&planId={foreign['id']}")
        assert said(page) == "该计划不存在或已被删除"
        assert foreign["number"] not in page
    for path in ("plan/delete.do", "plan/submit.do", "detail/delete.do"):
        assert said(clerk.ask(path, {"planId": str(foreign["id"])})) == "该计划不存在或已被删除"
    assert box.store.plans.get(foreign["id"]) == foreign


def test_no_page_links_to_the_control_api(clerk: Clerk) -> None:
    clerk.save_plan()
    plan = clerk.newest()
    pages = ["", "site/login.jsp", "main.jsp", "banner.jsp", "menu.jsp", "welcome.jsp", "plan/list.do",
             "plan/form.do?op=add", f"detail/list.do?planId={plan}", f"plan/log.do?planId={plan}",
             "item/picker.do"]  # fmt: skip
    assert not [page for page in pages if "_control" in clerk.ask(page)]
