"""Evidence: one folder a filing, named by its ref, that grows with every run that touched it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bots.browser.evidence import Evidence
from configs.workspace import Workspace
from flows import fault_points, workshop
from flows.clerk import Clerk
from flows.evidence_pending import Pending
from flows.ledger import Filing

FORBIDDEN = '<>:"/\\|?*'


def folder_name(ref: str) -> str:
    """A ref as a folder name on every system; Chinese stays as it is."""
    return "".join("_" if c in FORBIDDEN or ord(c) < ord(" ") else c for c in ref).strip(" .") or "_"


def evidence_folder(evidence_dir: Path, ref: str) -> Path:
    """Where the evidence of a filing lies."""
    return evidence_dir / folder_name(ref)


def evidence_place(workspace: Workspace, ref: str) -> Path | str:
    """Where a person finds it: on this machine, or else at its address in the store of all machines."""
    folder, store = evidence_folder(workspace.evidence_dir, ref), workspace.settings.evidence.store
    return folder if folder.is_dir() or not store else f"{store.rstrip('/')}/{folder.name}"


@asynccontextmanager
async def file_evidence(filing: Filing, clerk: Clerk) -> AsyncIterator[Evidence]:
    """While a filing is worked on, everything that its clerk does is recorded; the trace is kept when it fails."""
    shop = workshop.current()
    secrets = [clerk.password.get_secret_value()] if clerk.password else []
    pending = Pending(shop.evidence_dir) if shop.workspace.settings.evidence.store else None
    with fault_points.around("evidence", filing.ref):
        evidence = Evidence(evidence_folder(shop.evidence_dir, filing.ref), secrets)
        if pending:
            pending.begin(evidence.folder.name)
    await clerk.record_into(evidence)
    try:
        yield evidence
    finally:
        failed = shop.ledger.by_id(filing.id).hold is not None
        await clerk.stop_recording(failed=failed)
        with fault_points.around("hashes", filing.ref):
            evidence.hashes()
            if pending:
                pending.close(evidence.folder.name)
