"""Workspaces for tests: an operator's folder, written to disk and filed from, as an operator would."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import yaml

from bots.browser.shared import SharedBrowser
from configs.workspace import Workspace
from flows.intake import Intake, take_in
from flows.ledger import Filing, Ledger, schema
from flows.ledger.database import file_of
from flows.run import RunSummary, file_plans, ledger_of, poll_filings
from flows.stages import Until
from flows.workshop import Allowed

PASSWORD = "Sandbox#2021"
LINNAN, JIAOYU = "linnan", "jiaoyu"
ACCOUNTS = {
    LINNAN: {"user": "371424612001002", "region": "371424", "unit": "612001_临邑县临南镇人民政府"},
    JIAOYU: {"user": "371500301001002", "region": "371500", "unit": "301001_聊城市教育和体育局"},
}


def provincial_plan(ref: str, **changes: object) -> dict[str, Any]:
    """A plan of the provincial route with every field of the manual."""
    plan: dict[str, Any] = {
        "ref": ref,
        "账户": LINNAN,
        "计划名称": f"台式计算机采购项目{ref}",
        "业务年度": 2020,
        "计划月份": "9月",
        "业务科室(资金科室)": "工业贸易科",
        "采购方式": "网上超市",
        "计划采购日期": "2020-09-18",
        "计划实施截止日期": "2020-10-18",
        "采购类型": "货物",
        "是否科研项目": "否",
        "是否执行国际招标程序": "否",
        "允许采购进口产品": "否",
        "PPP模式项目标识": "否",
        "传真号码": "7518008",
        "代理机构": "德州市政府采购中心",
        "资金": {"预算内一般预算金额": "30万元", "自筹资金金额": "5万元"},
        "明细": {
            "采购目录": "集中采购目录",
            "采购名称": "台式计算机",
            "基准采购品目编码": "A02010105",
            "单价": "7000元",
            "数量": 50,
            "计量单位": "台",
        },
        "其他": {"联系人": "王敏", "联系电话": "0534-4231234"},
    }
    return plan | changes


def mall_plan(ref: str, **changes: object) -> dict[str, Any]:
    """A plan below the limit and outside the catalogue: the mall's route."""
    plan: dict[str, Any] = {
        "ref": ref,
        "账户": LINNAN,
        "计划名称": f"办公桌采购{ref}",
        "采购方式": "网上超市",
        "业务年度": 2020,
        "采购类型": "货物",
        "计划采购日期": "2020-09-18",
        "资金": {"预算内一般预算金额": "9600元"},
        "明细": {
            "采购目录": "分散采购",
            "采购名称": "办公桌",
            "基准采购品目编码": "A05010201",
            "单价": "800元",
            "数量": 12,
            "计量单位": "张",
        },
        "其他": {"联系人": "王敏"},
    }
    return plan | changes


@dataclass
class Office:
    """An operator's folder."""

    root: Path
    url: str
    changes: list[Filing] = field(default_factory=list)
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    browser: SharedBrowser | None = None  # None: each run starts its own, as a command does

    @classmethod
    def open_at(cls, root: Path, url: str, **settings: object) -> "Office":
        (root / "plans").mkdir(parents=True)
        (root / "secrets").mkdir(mode=0o700)
        site: dict[str, Any] = {
            "extends": "sandbox",
            "both": {"base_url": url.rstrip("/"), "settle_seconds": 0.5, "wait_seconds": 8, "patience_minutes": 0.2},
        }
        (root / "sites").mkdir()
        write(root / "sites" / "tests.yaml", site)
        write(root / "yuncai.yaml", {"site": "tests", **settings})
        write(root / "accounts.yaml", {"accounts": ACCOUNTS})
        for account in ACCOUNTS:
            secret = root / "secrets" / f"passwords__{account}"
            secret.write_text(PASSWORD, encoding="utf-8")
            secret.chmod(0o600)
        return cls(root, url)

    @property
    def address(self) -> str:
        """Of the database that is shared; nothing while it is a file."""
        known = self.workspace.settings.database_url
        return known.get_secret_value() if known else ""

    def lose_the_ledger(self) -> None:
        """As if nothing had ever been filed from here."""
        with self.ledger() as ledger, ledger.engine.begin() as connection:
            schema.metadata.drop_all(connection)
            if self.address:
                connection.execute(sa.text("DROP SCHEMA dbos CASCADE"))  # the engine's
        if not self.address:
            file_of(self.workspace).unlink()

    def share(self, address: str) -> None:
        """Keep the ledger in a PostgreSQL database instead of a file."""
        secret = self.root / "secrets" / "database_url"
        secret.write_text(address, encoding="utf-8")
        secret.chmod(0o600)

    def write_plans(self, *plans: dict[str, Any], name: str = "office.yaml") -> Path:
        path = self.root / "plans" / name
        write(path, {"计划": list(plans)})
        return path

    @property
    def workspace(self) -> Workspace:
        return Workspace.open(self.root)

    async def file(
        self, *, until: Until = Until.SUBMITTED, lanes: int = 2, adopting: bool = False, resuming: bool = False
    ) -> RunSummary:
        self.stopping = asyncio.Event()
        workspace = self.workspace
        intake = self.take_in(resuming=resuming)
        assert not intake.problems, intake.problems
        return await file_plans(
            workspace,
            intake.orders,
            until=until,
            lanes=lanes,
            on_change=self.changes.append,
            stopping=self.stopping,
            allowed=Allowed(adopting, resuming),
            browser=self.browser,
        )

    def take_in(self, *, resuming: bool = False) -> Intake:
        """What `check` does, the ledger's knowledge included."""
        with self.ledger() as ledger:
            refs = [filing.ref for filing in ledger.all_filings()] if resuming else []
            return take_in(self.workspace, ledger=ledger, retrying=refs)

    @contextmanager
    def ledger(self) -> Iterator[Ledger]:
        ledger = ledger_of(self.workspace)
        try:
            yield ledger
        finally:
            ledger.close()

    async def poll(self) -> RunSummary:
        self.stopping = asyncio.Event()
        return await poll_filings(
            self.workspace,
            refs=None,
            lanes=2,
            on_change=self.changes.append,
            stopping=self.stopping,
            browser=self.browser,
        )

    def filing(self, ref: str) -> Filing:
        with self.ledger() as ledger:
            filing = ledger.filing(ref)
            assert filing is not None
            return filing

    def history(self, ref: str) -> list[str]:
        with self.ledger() as ledger:
            filing = ledger.filing(ref)
            assert filing is not None
            return [line.what for line in ledger.history(filing.id)]


def write(path: Path, data: object) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
