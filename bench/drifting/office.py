"""An operator's folder for one trial: its site file has nothing but addresses."""

from pathlib import Path
from typing import Any

import yaml

from bench.drifting.plans import ACCOUNT
from configs.workspace import Workspace

PASSWORD = "Sandbox#2021"  # noqa: S105 - the sandbox's own, written in its documentation
USER, REGION, UNIT = "371424612001002", "371424", "612001_临邑县临南镇人民政府"


def open_office(folder: Path, url: str, plan: dict[str, Any], wait_seconds: float) -> Workspace:
    """Write the folder."""
    for below in ("plans", "sites"):
        (folder / below).mkdir(parents=True)
    (folder / "secrets").mkdir(mode=0o700)
    secret = folder / "secrets" / f"passwords__{ACCOUNT}"
    secret.write_text(PASSWORD, encoding="utf-8")
    secret.chmod(0o600)
    both = {"base_url": url.rstrip("/"), "settle_seconds": 0.5, "wait_seconds": wait_seconds, "patience_minutes": 0.1}
    _write(folder / "sites" / "drifting.yaml", {"extends": "sandbox", "both": both})
    _write(folder / "yuncai.yaml", {"site": "drifting"})
    _write(folder / "accounts.yaml", {"accounts": {ACCOUNT: {"user": USER, "region": REGION, "unit": UNIT}}})
    _write(folder / "plans" / "drift.yaml", {"计划": [plan]})
    return Workspace.open(folder)


def _write(path: Path, data: object) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
