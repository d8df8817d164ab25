"""A line of a 日志 is understood whatever its portal calls the columns; what decides nothing stays unknown."""

import pytest

from configs.sites.loading import load_site
from configs.sites.model import PortalSite
from flows.log_line import line_of, lines_of
from flows.review import ReviewLog

SENT, THEN = "2020-09-18 10:00:00", "2020-09-19 11:00:00"  # < and > below

LOGS = """
returned 环节名称|审核人|审核状态|审核时间|审核意见 提交|王敏|已提交|<|  资金科室审核|张三|已退回|>|金额不对
office_review 环节名称|审核人|审核状态|审核时间|审核意见 提交|王敏|已提交|<|  资金科室审核|张三|已通过|>|
submitted 节点名称|办理人|接收时间|办理时间|办理结果 经办提交|王敏|<|<|提交  资金科室审核|张三|<||
office_review 节点名称|办理人|接收时间|办理时间|办理结果 资金科室审核|张三|<|<|同意  采购办审核|李四|>||
saved 节点名称|办理人|接收时间|办理时间|办理结果 经办人提交|王敏|<||  资金科室审核||||  采购办审核||||
submitted 节点|办理人|办理时间|结果 经办人提交|王敏|<|提交  资金科室审核|||  采购办审核|||  备案|||
submitted 节点|办理人|办理时间|结果 提交|王敏|<|提交  资金科室审核|||待审核  采购办审核|||未处理  备案|||未处理
saved 节点|办理人|办理时间|结果 保存|王敏|<|成功  经办人提交|王敏|--|未处理  资金科室审核|—|—|—
office_review 节点|办理人|办理时间|结果 提交|王敏|<|提交  资金科室审核|张三|>|同意  采购办审核|||  备案确认|||
returned 操作环节|操作人|操作结果|操作时间|审核意见 提交|王敏|成功||  资金科室审核|张三|退回|>|不对
returned 上报人|停留时间|上报时间|处理动作|退回原因|操作 王敏|1天|<|上报||查看  张三|2天|>|退回|不对|查看
returned 审核环节|审核人|审核时间|审核意见|操作 单位提交|王敏|<||查看  资金科室审核|张三|>|退回|查看
returned 操作人|操作时间|操作类型|意见 王敏|<|提交|  张三|>|退回|不对
office_review 操作时间|操作人|操作内容 <|王敏|提交采购计划  >|张三|资金科室审核通过，意见：退回的问题已改正
returned 操作时间|操作人|操作内容 <|王敏|提交采购计划  >|张三|资金科室退回：金额不对
recorded 操作时间|操作人|操作内容 <|王敏|提交采购计划  >|李四|采购办审核通过，备案确认
submitted 操作时间|操作人|操作内容 <|张三|资金科室退回  >|王敏|重新提交退回的计划
returned 操作人|操作时间|操作前状态|操作后状态|说明 王敏|<|草稿|待资金科室审核|  张三|>|待资金科室审核|已退回|不对
office_review 操作人|操作时间|操作前状态|操作后状态|说明 张三|>|待资金科室审核|待采购办审核|同意
office_review 岗位|姓名|处理时间|处理动作|处理意见 采购单位经办|王敏|<|送审|  财政局资金科室|张三|>|审核|同意
returned 岗位|姓名|处理时间|处理动作|处理意见 采购单位经办|王敏|<|送审|  财政局资金科室|张三|>|审核|退回，金额不对
office_review 处理部门|处理人|处理时间|处理结果|处理意见 临南镇政府|王敏|<|提交|  资金科室|张三|>|通过|
returned 处理部门|处理人|处理时间|处理结果|处理意见 临南镇政府|王敏|<|提交|  采购办|张三|>|不通过|资料不全
office_review 审核环节|审核人|审核时间|审核意见 单位提交|王敏|<|  资金科室审核|张三|>|同意
returned 审核环节|审核人|审核时间|审核意见 单位提交|王敏|<|  资金科室审核|张三|>|退回：金额不对
office_review 环节|操作人|结果|时间|下一环节 提交|王敏|成功|<|资金科室  初审|资金科室-张三|通过|>|备案
recorded 环节|操作人|结果|时间 终审|李四|通过|<  备案|李四|完成|>
recorded 环节|操作人|结果|时间|意见 资金科室审核|张三|通过|<|同意  采购办审核|李四|通过|>|同意备案
office_review 环节|操作人|结果|时间|意见 资金科室审核|张三|通过|<|同意备案  采购办审核|李四|通过|>|同意
returned 环节|操作人|结果|时间|意见 资金科室审核|张三|通过|<|同意  采购办审核|李四|退回|>|不同意备案
submitted 操作时间|操作内容 <|计划录入_操作人：王敏_结果：已保存  >|计划提交_操作人：王敏_结果：已提交
office_review 操作时间|操作内容 <|计划提交_结果：已提交  >|资金科室审核_操作人：张三_结果：通过_意见：同意备案
returned 操作时间|操作内容 <|资金科室审核_操作人：张三_结果：通过_意见：同意  >|采购办审核_结果：退回_意见：不同意备案
recorded 操作时间|操作内容 <|资金科室审核_结果：通过_意见：同意  >|采购办审核_操作人：李四_结果：通过_意见：同意备案
recorded 操作时间|操作内容 <|资金科室审核_通过_张三_审核意见：同意  >|采购办审核_通过_李四_审核意见：同意备案
recorded 操作时间|操作内容 <|资金科室审核_张三_通过  >|采购办审核_李四_审核通过_同意备案
recorded 操作时间|操作内容 <|资金科室审核通过_张三，意见：同意  >|采购办审核通过_李四，意见：同意备案
office_review 审核部门|操作内容|操作时间 资金科室|张三_通过|>
office_review 操作时间|操作内容 <|计划提交_已提交_王敏  >|资金科室审核_通过_采购科张三_审核意见：上次退回的已改正
returned 操作时间|操作内容 <|资金科室审核_通过_张三  >|采购办审核_退回_李四_审核意见：不同意备案
"""


@pytest.fixture
def site() -> PortalSite:
    return load_site("real").provincial


@pytest.mark.parametrize("log", LOGS.strip().splitlines())
def test_the_stage_is_told_by_whichever_columns_there_are(site: PortalSite, log: str) -> None:
    stage, heads, *lines = log.replace("<", SENT.replace(" ", "T")).replace(">", THEN.replace(" ", "T")).split()
    cells = [line.replace("T", " ").replace("_", " ").split("|") for line in lines]
    rows = [{"序号": str(at), **dict(zip(heads.split("|"), line, strict=True))} for at, line in enumerate(cells, 1)]
    for listed in (rows, rows[::-1]):
        told = ReviewLog(lines_of(site, listed))
        assert (told.stage, told.was_submitted) == (stage, stage != "saved")


@pytest.mark.parametrize(
    "cells",
    [
        # whatever an opinion speaks of, it does not decide
        {"审核环节": "资金科室审核", "审核人": "张三", "审核时间": THEN, "审核意见": "已改正退回的问题，同意"},
        {"审核环节": "资金科室审核", "审核人": "张三", "审核时间": THEN, "审核意见": "退回的问题已改正"},
        {"操作环节": "转办", "操作人": "李四", "操作结果": "已转办", "操作时间": THEN, "审核意见": "退回"},
        # nothing was decided, though somebody is done with it
        {"节点": "资金科室审核", "办理人": "张三", "接收时间": SENT, "办理时间": THEN, "办理结果": "", "办理意见": ""},
        {"环节": "结束", "操作人": "", "结果": "", "时间": ""},
        {"环节": "计划备案", "操作人": "张三", "结果": "通过", "时间": THEN},  # the name of the whole module
    ],
)
def test_what_decides_nothing_stays_unknown(site: PortalSite, cells: dict[str, str]) -> None:
    assert line_of(site, cells).stage == "unknown"


def test_parts_of_one_text_are_kept_as_what_they_are(site: PortalSite) -> None:
    text = "资金科室审核 操作人：张三 结果：退回 意见：金额不对，原因：有误"
    line = line_of(site, {"操作时间": THEN, "操作内容": text})
    assert (line.step, line.who, line.at, line.result, line.opinion) == (
        "资金科室审核",
        "张三",
        THEN,
        "退回",
        "金额不对，原因：有误",
    )
    assert line.raw == f"{THEN} {text}"


def test_every_cell_is_kept_as_what_it_is(site: PortalSite) -> None:
    cells = {"节点名称": "资金科室 审核", "办理人姓名": "张 三", "接收时间": SENT, "办理时间": THEN, "办理结果": "退回"}
    line = line_of(site, {"序号": "2", **cells, "下一节点": "经办", "办理意见": "金额不对"})
    assert line_of(site, {"上报人": "王敏", "要求完成时间": THEN, "上报时间": SENT, "原因": "补报"}) == line_of(
        site, {"操作人": "王敏", "限办时间": THEN, "时间": SENT, "说明": "补报"}
    )
    kept = (line.step, line.who, line.at, line.result, line.opinion)
    assert kept == ("资金科室 审核", "张 三", THEN, "退回", "金额不对")
    assert line.raw == f"资金科室 审核 张 三 {SENT} {THEN} 退回 经办 金额不对"
