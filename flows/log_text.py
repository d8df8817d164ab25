"""A log's line that a portal writes as one text: its labelled parts, or its words, taken apart into cells.

采购办审核 操作人：李四 结果：通过 意见：同意备案; 采购办审核 通过 李四 审核意见：同意备案
"""

import re
from collections.abc import Mapping

SAID = ("结果", "结论", "状态", "动作", "类型", "行为", "内容", "事项", "情况", "操作")  # columns that may hold it all
RESULT = ("结果", "结论", "状态", "动作", "操作")
LABEL = re.compile(
    r"(?:^|(?<=[\s,，;；、|｜(（]))"
    r"(?P<label>[一-鿿]{0,6}(?:(?P<step>环节|步骤|节点|阶段|岗位|部门|科室|单位)|(?P<who>人|人员|者|员|姓名|用户|账号)"
    r"|(?P<when>时间|日期)|(?P<result>结果|结论|状态|动作|操作)|(?P<opinion>意见|备注|说明|理由|原因|批注)))\s*[:：]\s*"
)
KINDS = ("step", "who", "when", "result", "opinion")
EDGES = " \t,，;；、|｜()（）"
OUTCOME = re.compile(
    r"^已?(审[核批])?(提交|送审|上报|保存|暂存|[未不]?通过|不?同意|退回|驳回|打回|回退|备案|完成|办结|推送|撤回|收回)"
    r"(成功|失败|修改)?$|^(成功|失败|(待|未|正在)(审[核批]|处理|办理)|(审[核批]|处理|办理)中)$"
)
GRANTED = ("同意", "不同意", "准予", "准许", "予以", "不予")  # how an opinion begins that stands there without a label


def apart(row: Mapping[str, str], steps: tuple[str, ...]) -> dict[str, str]:
    """The row with such a cell replaced by its parts; what has a column of its own stays.

    `steps`: how the headers of columns end that say where it happened; with one, unlabelled words stay together.
    """
    cells = dict(row)
    of_step = any(text and header.removesuffix("名称").endswith(steps) for header, text in row.items())
    for header, text in row.items():
        if not header.endswith(SAID):
            continue
        lead, parts = _labelled(text)
        leading = {header: lead} if of_step else _words(lead, header, parts)
        if not (parts and lead) and len(leading) + len(parts) <= 1:
            continue
        del cells[header]
        for label, part in {**leading, **parts}.items():
            cells.setdefault(label, part)
    return cells


def _labelled(text: str) -> tuple[str, dict[str, str]]:
    """What stands before the first label, and each label's part; of two labels of one kind the later is text."""
    found: dict[str, re.Match[str]] = {}
    for match in LABEL.finditer(text):
        found.setdefault(next(kind for kind in KINDS if match[kind]), match)
    if not found:
        return text, {}
    labels = list(found.values())
    ends = [match.start() for match in labels[1:]] + [len(text)]
    parts = {match["label"]: text[match.end() : end].strip(EDGES) for match, end in zip(labels, ends, strict=True)}
    return text[: labels[0].start()].strip(EDGES), {k: v for k, v in parts.items() if v}


def _words(lead: str, header: str, parts: Mapping[str, str]) -> dict[str, str]:
    """What stands before the labels: the step where a label tells the outcome, or the words of a whole line."""
    words = lead.split()
    if any(label.endswith(RESULT) for label in parts):
        return {"环节": lead} if lead else {}
    outcome = next((word for word in words[1:] if OUTCOME.match(word)), None)
    if outcome is None:
        return {header: lead} if lead else {}
    others = [word for word in words[1:] if word != outcome]
    opinion = " ".join(word for word in others if word.startswith(GRANTED))
    who = " ".join(word for word in others if not word.startswith(GRANTED))
    cells = {"环节": words[0], "结果": outcome, "操作人": who, "意见": "" if parts else opinion}
    return {label: text for label, text in cells.items() if text}
