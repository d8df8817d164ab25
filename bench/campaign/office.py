"""The operator's folder of a campaign: one plan a file, so that a run can be asked for any of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from bench.campaign.plans import ACCOUNTS, Written
from configs.workspace import Workspace
from flows.intake import lane_key
from flows.ledger import Filing, Ledger, logins
from flows.route import Route
from flows.run import ledger_of
from flows.stages import Hold

PASSWORD = "Sandbox#2021"  # noqa: S105 - the sandbox's own, written in its documentation
SITE = "campaign"
SETTLE_SECONDS = 8  # longer than any late write or stale list of the campaign's weather
WAIT_SECONDS = 12
REFUSED = "refused_by_portal"


def open_office(folder: Path, url: str, plans: Sequence[Written]) -> Workspace:
    """Write the folder."""
    for below in ("plans", "sites"):
        (folder / below).mkdir(parents=True)
    (folder / "secrets").mkdir(mode=0o700)
    for name in ACCOUNTS:
        secret = folder / "secrets" / f"passwords__{name}"
        secret.write_text(PASSWORD, encoding="utf-8")
        secret.chmod(0o600)
    both = {
        "base_url": url.rstrip("/"),
        "settle_seconds": SETTLE_SECONDS,
        "wait_seconds": WAIT_SECONDS,
        "patience_minutes": 0.3,
    }
    _write(folder / "sites" / f"{SITE}.yaml", {"extends": "sandbox", "both": both})
    _write(folder / "yuncai.yaml", {"site": SITE})
    people = {
        name: {"user": user, "region": region, "unit": unit} for name, (user, region, unit, _) in ACCOUNTS.items()
    }
    _write(folder / "accounts.yaml", {"accounts": people})
    for plan in plans:
        _write(plan_file(folder, plan.ref), {"计划": [plan.values]})
    return Workspace.open(folder)


def plan_file(folder: Path, ref: str) -> Path:
    """The file of one plan."""
    return folder / "plans" / f"{ref}.yaml"


def ledger_at(folder: Path) -> Ledger:
    """The ledger, beside whoever is at work."""
    return ledger_of(Workspace.open(folder))


def see_to_accounts(folder: Path) -> None:
    """What a person does in the morning: nobody else uses these accounts, and their passwords are right."""
    ledger = ledger_at(folder)
    for account in ACCOUNTS:
        for route in Route:
            logins.start_over(ledger, SITE, lane_key(account, route))
    ledger.close()


def is_worth_another_run(filing: Filing) -> bool:
    """Whether it may go well in fine weather. A refusal that nobody had told when a worker died is told by the next."""
    told = filing.trouble.code if filing.trouble else ""
    return filing.hold is Hold.WAITING or (filing.hold is Hold.REFUSED and told == REFUSED)


def share(folder: Path, address: str) -> None:
    """Keep the ledger in a PostgreSQL database."""
    secret = folder / "secrets" / "database_url"
    secret.write_text(address, encoding="utf-8")
    secret.chmod(0o600)


def _write(path: Path, data: Any) -> None:  # noqa: ANN401 - any YAML
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
