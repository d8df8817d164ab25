"""No secret is in anything that a run leaves behind, whatever went wrong at whatever stage."""

import asyncio
import base64
import gzip
import os
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from sandbox.server import RunningSandbox
from tests.control import Control
from tests.leaks import everything_in, leaks, rows_of, spellings
from tests.workspaces import ACCOUNTS, JIAOYU, LINNAN, Office, mall_plan, provincial_plan, write

SECRET = "密钥&\"<S>'#20 21+/"
TOKEN = "n0tice-T0ken-0f-a-channel"
TO_ENTER = "Datenbank-Kennwort-77"  # of a shared database
WRONG = "Falsch&<密>#17 ?"
# The kept session is the one place where a session may stand: a file of its own, for its owner only.
SESSIONS = (".yuncai/sessions/",)
INPUT = ("secrets/",)  # what the operator put there


def test_the_search_finds_a_secret_in_every_encoding_and_place(tmp_path: Path) -> None:
    for encoding, spelled in spellings(SECRET).items():
        assert any(
            line.endswith("…") and f"{encoding} of" in line for line in leaks([("x", b"??" + spelled)], [SECRET])
        )
    for shift in range(3):
        assert leaks([("x", base64.b64encode(b"?" * shift + SECRET.encode() + b"??"))], [SECRET])
    (tmp_path / "a.gz").write_bytes(gzip.compress(SECRET.encode()))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside", SECRET)
    with closing(sqlite3.connect(tmp_path / "c.sqlite")) as database:
        database.execute("CREATE TABLE t (x)")
        database.execute("INSERT INTO t VALUES (?)", ("y" * 9000 + SECRET,))
        database.commit()
    found = {line.split(":")[0] for line in leaks(everything_in(tmp_path), [SECRET])}
    assert found >= {"a.gz (unpacked)", "b.zip/inside", "c.sqlite (rows)"}
    assert leaks([("x", b"Sandbox 2021, and nothing else")], [SECRET]) == []


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch, office: Office) -> Office:
    """An office whose password is as awkward as passwords are, and whose failures are traced in full."""
    monkeypatch.setattr("sandbox.store.logins.PASSWORD", SECRET)
    for account in ACCOUNTS:
        (office.root / "secrets" / f"passwords__{account}").write_text(SECRET, encoding="utf-8")
    notices = {"rules": [{"to": "office"}]}
    write(office.root / "yuncai.yaml", {"site": "tests", "evidence": {"trace": "full"}, "notices": notices})
    (office.root / "secrets" / "notice_urls__office").write_text(f"json://127.0.0.1:9/{TOKEN}", encoding="utf-8")
    if office.workspace.settings.database_url:
        address = urlsplit(office.address)
        office.share(
            address._replace(netloc=f"{address.username}:{TO_ENTER}@{address.hostname}:{address.port}").geturl()
        )
    site = office.root / "sites" / "tests.yaml"
    site.write_text(site.read_text("utf-8").replace("patience_minutes: 0.2", "patience_minutes: 0.03"), "utf-8")
    return office


async def yuncai(office: Office, scratch: Path, *arguments: str) -> list[tuple[str, bytes]]:
    """Run the command as a scheduler would; what it printed, and every argument of every process that it started."""
    scratch.mkdir(exist_ok=True)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "desk", "-w", str(office.root), *arguments,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "TMPDIR": str(scratch), "YUNCAI_LANES": "2"},
    )  # fmt: skip
    seen: set[bytes] = set()
    printing = asyncio.create_task(process.communicate())
    while not (await asyncio.wait({printing}, timeout=0.05))[0]:
        seen.update(_arguments(process.pid))
    out, err = await printing
    assert process.returncode in {0, 3, 4}, err.decode()[-2000:]
    return [("stdout", out), ("stderr", err), ("arguments", b"\n".join(seen))]


def _arguments(root: int) -> Iterator[bytes]:
    parents: dict[int, int] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    for pid in parents:
        above = pid
        while above not in {root, 0}:
            above = parents.get(above, 0)
        if above == root:
            try:
                yield Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ")
            except OSError:
                continue


@pytest.mark.thorough
@pytest.mark.takes_turns
async def test_no_secret_is_in_anything_that_a_run_with_failures_at_every_stage_leaves(
    watched: Office, sandbox: Control, running_sandbox: RunningSandbox, tmp_path: Path
) -> None:
    printed: list[tuple[str, bytes]] = []
    scratch = tmp_path / "scratch"

    async def filed(*plans: dict[str, object]) -> list[dict[str, object]]:
        watched.write_plans(*plans)
        printed.extend(await yuncai(watched, scratch, "file", "--json"))
        not_met = sandbox.armed()
        sandbox.clear_faults()
        return not_met

    # The login: wrong, with the password in the portal's answer; a captcha; and a portal that is away.
    (watched.root / "secrets" / f"passwords__{LINNAN}").write_text(WRONG, encoding="utf-8")
    sandbox.fault("captcha", portal="provincial", account=ACCOUNTS[JIAOYU]["user"], times=9)
    await filed(provincial_plan("l1"), provincial_plan("l2", 账户=JIAOYU), mall_plan("l3"))
    (watched.root / "secrets" / f"passwords__{LINNAN}").write_text(SECRET, encoding="utf-8")
    sandbox.fault("down", times=1000)
    await filed(provincial_plan("l1"))
    # Saving, the detail, submitting, the mall: refusals and questions that echo the password, sessions that end.
    for kind in ("refusal", "question", "session_over"):
        for on in ("save", "detail", "submit", "confirm"):  # each meets a plan of its own
            sandbox.fault(kind, on=on, text=f"{SECRET} 不能办理吗？")
        assert not await filed(*(provincial_plan(f"{kind}{place}") for place in range(3)), mall_plan(f"{kind}3"))
    sandbox.fault("cut_name", length=8, times=2)
    await filed(provincial_plan("c1"), mall_plan("c2"))
    printed += await yuncai(watched, scratch, "poll")
    printed += await yuncai(watched, scratch, "report")
    printed += await yuncai(watched, scratch, "status", "--json")
    printed += await yuncai(watched, scratch, "notify", "office")
    printed += await yuncai(watched, scratch, "history", "c1")

    tokens = [row["token"] for row in running_sandbox.store.database.all("SELECT token FROM sessions")]
    assert len(tokens) > 4
    kept = list(everything_in(watched.root, but=SESSIONS + INPUT)) + list(everything_in(scratch)) + printed
    assert any(name.endswith(".network") for name, _ in kept)  # traces are among it
    assert any(name.startswith(".yuncai/reports/") for name, _ in kept)
    assert any(b"office" in content for name, content in printed if name == "stderr")  # and it was told so
    if watched.address:
        kept += rows_of(watched.address)
    found = leaks(kept, [SECRET, WRONG, TOKEN, TO_ENTER, *tokens])
    assert found == [], "\n".join(found)
