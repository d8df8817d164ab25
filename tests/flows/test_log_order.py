"""A log is read from its oldest line to its newest, whichever way round a portal lists it."""

from itertools import permutations

import pytest

from configs.sites.loading import load_site
from flows.ledger import LogLine
from flows.log_line import line_of
from flows.log_order import oldest_first
from flows.stages import Stage


def log(*lines: tuple[str, Stage]) -> list[LogLine]:
    return [LogLine("", "", at, "", "", f"{at} {stage}", stage) for at, stage in lines]


SAVED, SENT, BACK, AGREED = Stage.SAVED, Stage.SUBMITTED, Stage.RETURNED, Stage.OFFICE_REVIEW


@pytest.mark.parametrize(
    "lines",
    [
        log(("2020-09-18 10:30:00", SAVED), ("2020-09-18 10:30:05", SENT), ("2020-09-20 08:00:00", BACK)),
        log(("2020/9/9 10:30", SENT), ("2020/9/18 9:05", BACK), ("2020/10/1 8:00", SENT)),
        log(("2020年9月18日 上午10:30", SENT), ("2020年9月18日 下午2:10", AGREED)),
        log(("20200918103000", SENT), ("20200920080000", BACK)),
        log(("2020-09-18 10:30", SAVED), ("2020-09-18 10:30", SENT), ("2020-09-18 10:31", BACK)),
        log(("", SAVED), ("", SENT), ("", AGREED)),
        log(("2020-09-18", SENT), ("2020-09-18", BACK)),
    ],
)
def test_a_log_is_read_from_its_oldest_line(lines: list[LogLine]) -> None:
    assert list(oldest_first(lines)) == lines
    assert list(oldest_first(lines[::-1])) == lines


def test_a_log_of_one_line_and_an_empty_one_stay_as_they_are() -> None:
    one = log(("2020-09-18 10:30:00", SENT))
    assert (oldest_first(one), oldest_first([])) == (tuple(one), ())


def test_a_plan_that_was_submitted_again_is_not_read_backwards() -> None:
    lines = log(("", SENT), ("", BACK), ("", SAVED), ("", SENT))
    assert list(oldest_first(lines)) == lines


def test_a_line_says_the_same_in_whichever_order_its_columns_stand() -> None:
    site = load_site("sandbox", site_url="http://127.0.0.1:1/").portal("provincial")
    cells = {
        "审批环节": "资金科室审核",
        "审批人姓名": "李 四",
        "审批结果": "退回",
        "审批时间": "2020-09-18 10:30:00",
        "审批意见": "提交的资料不全",
    }
    for order in permutations(cells.items()):
        line = line_of(site, {"序号": "1", **dict(order)})
        assert (line.stage, line.who, line.at, line.opinion) == (BACK, "李 四", "2020-09-18 10:30:00", "提交的资料不全")
