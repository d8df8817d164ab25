"""How fast plans are filed: `python -m bench.filings --plans 24 --lanes 1 4`.

Starts the sandbox as a process of its own (or uses the one at `--url`), writes plans of four accounts, three rounds of
four on the provincial route, files them with each number of lanes into a fresh sandbox and workspace, and prints
plans a minute. For the memory of the process tree without the sandbox:
`python bench/tree_memory.py -- python -m bench.filings --lanes 4 --url http://127.0.0.1:8765/`.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import yaml

from configs.workspace import Workspace
from flows.intake import take_in
from flows.run import file_plans
from flows.stages import Until

PASSWORD = "Sandbox#2021"  # noqa: S105 - the sandbox's own, written in its documentation
ACCOUNTS = {
    "linnan": ("371424612001002", "371424", "612001_临邑县临南镇人民政府", "德州市政府采购中心"),
    "jiaoyu": ("371500301001002", "371500", "301001_聊城市教育和体育局", "聊城市采购中心"),
    "yiyuan": ("371500405001002", "371500", "405001_聊城市人民医院", "聊城市采购中心"),
    "gaotang": ("371526310001002", "371526", "310001_高唐县第一中学", "聊城市采购中心"),
}


def main() -> None:
    """Measure, and print one line for each number of lanes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":", maxsplit=1)[0])
    parser.add_argument("--plans", type=int, default=24)
    parser.add_argument("--lanes", type=int, nargs="+", default=[1, 4])
    parser.add_argument("--url", default="", help="a sandbox that runs already; it is reset")
    wanted = parser.parse_args()
    for lanes in wanted.lanes:
        with tempfile.TemporaryDirectory(prefix="yuncai-bench-") as folder, sandbox_at(wanted.url) as url:
            measure(Path(folder), url, wanted.plans, lanes)


@contextmanager
def sandbox_at(url: str) -> Iterator[str]:
    """A sandbox on its first day."""
    if url:
        urlopen(Request(url + "_control/reset", method="POST"), timeout=10).close()  # noqa: S310 - loopback
        yield url
        return
    child = subprocess.Popen([sys.executable, "-m", "sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        yield child.stdout.readline().split()[1]
    finally:
        child.terminate()
        child.wait()


def measure(folder: Path, url: str, plans: int, lanes: int) -> None:
    """One run."""
    workspace = write_workspace(folder, url, plans)
    intake = take_in(workspace)
    assert not intake.problems, intake.problems
    begun = time.monotonic()
    summary = asyncio.run(
        file_plans(
            workspace,
            intake.orders,
            until=Until.SUBMITTED,
            lanes=lanes,
            on_change=lambda _: None,
            stopping=asyncio.Event(),
        )
    )
    seconds = time.monotonic() - begun
    print(f"{lanes} lanes: {plans} plans in {seconds:.1f} s = {plans / seconds * 60:.1f} a minute, {summary.verdict}")


def write_workspace(folder: Path, url: str, plans: int) -> Workspace:
    """An operator's folder with so many plans, dealt out to the accounts in turn."""
    accounts = list(ACCOUNTS)
    (folder / "plans").mkdir()
    (folder / "secrets").mkdir(mode=0o700)
    for name in accounts:
        secret = folder / "secrets" / f"passwords__{name}"
        secret.write_text(PASSWORD, encoding="utf-8")
        secret.chmod(0o600)
    write(folder / "yuncai.yaml", {"site": "sandbox", "site_url": url.rstrip("/")})
    write(
        folder / "accounts.yaml",
        {
            "accounts": {
                name: {"user": user, "region": region, "unit": unit}
                for name, (user, region, unit, _) in ACCOUNTS.items()
            }
        },
    )
    written = [plan(index, accounts[index % len(accounts)]) for index in range(plans)]
    write(folder / "plans" / "bench.yaml", {"计划": written})
    return Workspace.open(folder)


def plan(index: int, account: str) -> dict[str, object]:
    """Every fourth round goes to the mall."""
    common = {
        "ref": f"bench-{index:04}",
        "账户": account,
        "业务年度": 2020,
        "采购方式": "网上超市",
        "采购类型": "货物",
        "计划采购日期": "2020-09-18",
    }
    if index // len(ACCOUNTS) % 4 == 3:  # noqa: PLR2004 - one round of four
        return {
            **common,
            "计划名称": f"办公桌采购{index:04}",
            "资金": {"预算内一般预算金额": "9600元"},
            "明细": {
                "采购目录": "分散采购",
                "采购名称": "办公桌",
                "基准采购品目编码": "A05010201",
                "单价": "800元",
                "数量": 12,
                "计量单位": "张",
            },
        }
    return {
        **common,
        "计划名称": f"台式计算机采购项目{index:04}",
        "计划月份": "9月",
        "业务科室(资金科室)": "工业贸易科",
        "计划实施截止日期": "2020-10-18",
        "是否科研项目": "否",
        "是否执行国际招标程序": "否",
        "允许采购进口产品": "否",
        "PPP模式项目标识": "否",
        "代理机构": ACCOUNTS[account][3],
        "资金": {"预算内一般预算金额": "30万元", "自筹资金金额": "5万元"},
        "明细": {
            "采购目录": "集中采购目录",
            "采购名称": "台式计算机",
            "基准采购品目编码": "A02010105",
            "单价": "7000元",
            "数量": 50,
            "计量单位": "台",
        },
    }


def write(path: Path, data: object) -> None:
    """Write YAML as an operator's editor would."""
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
