"""Files in a temporary folder, and plans that are right but for what a test changes."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest

from configs.plans.check import LoadedPlans, load_plans
from configs.plans.model import Plan
from configs.problems import Problem

PLAN = """\
- ref: a1
  账户: linnan
  计划名称: 台式计算机采购项目
  业务年度: 2020
  计划月份: 9月
  业务科室(资金科室): 工业贸易科
  采购方式: 网上超市
  计划采购日期: 2020-09-18
  计划实施截止日期: 2020-09-30
  采购类型: 货物
  是否科研项目: 否
  是否执行国际招标程序: 否
  允许采购进口产品: 否
  PPP模式项目标识: 否
  预算内一般预算金额(万元): 35万元
  代理机构: 聊城市采购中心
  传真号码: 07518008
  明细:
    采购目录: 集中采购目录
    采购名称: 台式计算机
    基准采购品目编码: A02010105
    单价(万元): 0.5万元
    数量: 70
    计量单位: 台
"""
FIRST_LINE = 2  # of the first plan, below `计划:`


def plan_text(**changes: str | None) -> str:
    """The plan above, with lines replaced (`计划名称="x"`), removed (None), or added before 明细."""
    lines = PLAN.splitlines()
    for key, value in changes.items():
        at = next((n for n, line in enumerate(lines) if line.lstrip(" -").startswith(f"{key}")), None)
        if at is None:
            assert value is not None
            lines.insert(lines.index("  明细:"), f"  {key}: {value}")
        elif value is None:
            del lines[at]
        else:
            lines[at] = lines[at].partition(":")[0] + f": {value}"
    return "\n".join(lines) + "\n"


def file_text(*plans: str, head: str = "") -> str:
    """A plan file: a head, `计划:`, and plans."""
    return dedent(head) + "计划:\n" + "".join(indent(plan, "") for plan in plans)


def line_of(text: str, start: str) -> int:
    """The line (from 1) of a text that begins, spaces and dash aside, with `start`."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.lstrip(" -").startswith(start))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below the temporary folder."""

    def write_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


Load = Callable[..., LoadedPlans]


@pytest.fixture
def load(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Load:
    """Load plan files from their texts: office.yaml, office2.yaml …"""

    def load_texts(*texts: str | bytes) -> LoadedPlans:
        paths = [write(f"office{n if n > 1 else ''}.yaml", text) for n, text in enumerate(texts, 1)]
        return load_plans(paths, root=tmp_path)

    return load_texts


@pytest.fixture
def problem_of(load: Load) -> Callable[..., Problem]:
    """Change the good plan, and give the one problem that comes of it."""

    def only_problem(head: str = "", **changes: str | None) -> Problem:
        problems = load(file_text(plan_text(**changes), head=head)).problems
        assert len(problems) == 1, problems
        return problems[0]

    return only_problem


@pytest.fixture
def plan_of(load: Load) -> Callable[..., Plan]:
    """Change the good plan, and give it."""

    def only_plan(head: str = "", **changes: str | None) -> Plan:
        loaded = load(file_text(plan_text(**changes), head=head))
        assert loaded.problems == []
        return loaded.plans[0].plan

    return only_plan
