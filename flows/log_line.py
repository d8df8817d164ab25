"""The lines of a 日志: which cell says where, who, when, with what result; then the stage that each tells of.

The manual does not show the log, and every portal draws its own. A column is known by how its header ends, as 审核人
and 经办人 both are a person; one that speaks of another step (下一环节, 操作前状态) or a limit tells nothing of this.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from configs.sites.model import PortalSite
from flows.ledger import LogLine
from flows.log_order import oldest_first
from flows.log_text import apart
from flows.stages import Stage
from flows.terms import stage_of_log_line

# Endings of headers, the more telling ones first.
STEP = ("环节", "步骤", "节点", "阶段", "岗位", "角色", "流程", "部门", "科室", "机构", "单位")
WHO = ("人", "人员", "者", "员", "姓名", "用户", "账号")
WHEN = ("时间", "日期")
RESULT = ("结果", "结论", "状态", "动作", "类型", "行为", "内容", "事项", "情况", "操作")
OPINION = ("意见", "备注", "说明", "理由", "原因", "批注")
NAMELESS = re.compile(r"(名称|姓名)$")  # 环节名称 is 环节
OF_ANOTHER = re.compile(
    r"^(下一|下个|下级|上一|上个|上级|前|目标)|^原(?!因)|前(状态|环节|节点)$|停留|耗时|历时|限|截止|要求"
)
ARRIVED = re.compile(r"接收|到达|送达|开始|发起|创建")  # when it came to somebody, not when he was done with it
REASONS = re.compile(r"[\s,，。;；(（]*(?:意见|说明|原因|理由|备注)\s*[:：为是]\s*(.*?)[)）]?$")  # in a cell of all
WAITS = re.compile(r"^(待|等待|未|尚未)")
EMPTY = re.compile(r"^([-—–/\s]|查看|详情|下载|预览)*$")  # nothing, or only something to press
PASSING = frozenset({"序号", "选择"})
# A result that says only what was done, and an opinion that begins with what was decided.
ACTS = frozenset({"审核", "审批", "办理", "处理", "复核", "会签", "备案审核"})
DECIDED = re.compile(
    r"^((审核|审批)?(不?同意|[不未]?通过|退回|驳回|打回|回退)(?!的|问题|意见)(修改|补充|重报)?)($|[\s,，。.;；:：、!！])"
)


def lines_of(site: PortalSite, rows: Iterable[Mapping[str, str]]) -> tuple[LogLine, ...]:
    """A whole log, its oldest line first. Some list the steps that are still to come, too: those tell nothing."""
    classified = [_classified(site, row) for row in rows]
    open_ones = {id(line) for line, is_open in classified if is_open}
    if classified and classified[0][1] != classified[-1][1]:  # what is open comes last
        classified = classified[::-1] if classified[0][1] else classified
        lines = tuple(line for line, _ in classified)
    else:
        lines = oldest_first([line for line, _ in classified])
    to_come = {id(line) for line in [line for line in lines if id(line) in open_ones][1:]}
    return tuple(replace(line, stage=Stage.SAVED) if id(line) in to_come else line for line in lines)


def line_of(site: PortalSite, row: Mapping[str, str]) -> LogLine:
    """Classify one row by patterns that know its cells in one order, whatever the portal's."""
    return _classified(site, row)[0]


def _classified(site: PortalSite, row: Mapping[str, str]) -> tuple[LogLine, bool]:
    """The line, and whether it is open: it has come to somebody who has not done anything yet."""
    cells = {
        header: "" if EMPTY.match(text) else text
        for header, text in apart(row, STEP).items()
        if header not in PASSING and not OF_ANOTHER.search(header)
    }
    raw = " ".join(text for header, text in row.items() if text and header not in PASSING)
    taken: list[str] = []

    def cell(endings: Iterable[str]) -> str:
        found = [
            header
            for ending in endings
            for header in cells
            if header not in taken and (header.endswith(ending) or NAMELESS.sub("", header).endswith(ending))
        ]
        header = next((header for header in found if cells[header]), found[0] if found else "")
        taken.append(header)
        return cells.get(header, "")

    opinion = cell(OPINION)
    times = {header: text for header, text in cells.items() if header.endswith(WHEN)}
    at = next((text for header, text in sorted(times.items(), key=_arrived) if text), "")
    taken += times
    step, who, result = cell(STEP), cell(WHO), cell(RESULT)
    if not opinion and (reasons := REASONS.search(result)):
        opinion = reasons[1]
    done = [text for header, text in times.items() if not ARRIVED.search(header)]
    is_open = bool(step and done and not (opinion or any(done))) and (not result or bool(WAITS.search(result)))
    told = f"待{step}" if is_open else _told(step, who, result, at, opinion) or raw
    return LogLine(step, who, at, result, opinion, raw, stage_of_log_line(site, told)), is_open


def _arrived(time: tuple[str, str]) -> bool:
    return bool(ARRIVED.search(time[0]))


def _told(step: str, who: str, result: str, at: str, opinion: str) -> str:
    """The line as patterns know it: where, who, what came of it, when, why; nothing where its cells are not known."""
    if not (step or result):
        return ""
    decided = DECIDED.match(opinion) if not result or result in ACTS else None
    result = decided[1] if decided else REASONS.sub("", result)
    words = [step, who, result] if step else [result, who]
    return " ".join(["".join(word.split()) for word in words if word] + [text for text in (at, opinion) if text])
