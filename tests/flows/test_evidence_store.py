"""Evidence reaches the store that all machines share, and holds nobody up while that is away."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from bots.browser.evidence import Evidence
from configs.settings import EvidenceSettings, Settings
from desk.report.evidence import read_evidence
from flows.evidence_pending import Pending
from flows.evidence_store import Keeper, Store
from tests.flows.deaths import die_at
from tests.workspaces import Office, provincial_plan, write

REF = "p1"


@pytest.fixture
def place(office: Office, tmp_path: Path) -> Path:
    """Where the office's store is, as if it were far away."""
    address = (tmp_path / "far" / "store").as_uri()
    write(office.root / "yuncai.yaml", {"site": "tests", "evidence": {"store": address}})
    return tmp_path / "far" / "store"


def in_store(place: Path) -> dict[str, bytes]:
    """Files of the only machine that has filed p1."""
    (machine,) = (place / REF).iterdir()
    return {path.name: path.read_bytes() for path in machine.iterdir()}


def on_disk(office: Office) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (office.root / ".yuncai" / "evidence" / REF).iterdir()}


async def test_all_evidence_is_in_the_store_when_a_run_is_over(office: Office, place: Path) -> None:
    office.write_plans(provincial_plan(REF))
    await office.file()

    kept = in_store(place)
    assert kept == on_disk(office)
    sums = dict(line.split("  ")[::-1] for line in kept.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(content).hexdigest() for name, content in kept.items()}
    assert Pending(office.workspace.evidence_dir).states() == {}


@pytest.mark.thorough
async def test_what_a_store_could_not_take_it_gets_later(office: Office, place: Path) -> None:
    place.parent.write_text("a file: no folder can be made in it")
    office.write_plans(provincial_plan(REF))
    assert (await office.file()).verdict == "done"
    assert Pending(office.workspace.evidence_dir).states() == {REF: "closed"}

    place.parent.unlink()
    office.write_plans(provincial_plan(REF), provincial_plan("p2"))
    await office.file()

    assert in_store(place) == on_disk(office)


@pytest.mark.thorough
async def test_evidence_of_a_process_that_was_killed_reaches_the_store(office: Office, place: Path) -> None:
    office.write_plans(provincial_plan(REF))
    assert await die_at(office, "after-save")
    assert Pending(office.workspace.evidence_dir).states() == {REF: "open"}
    shutil.rmtree(place, ignore_errors=True)  # whatever was copied by then

    await office.poll()  # nothing to do about the plan itself
    office.write_plans(provincial_plan("p2"))
    await office.file()

    assert in_store(place) == on_disk(office)


def a_machine(folder: Path, place: Path) -> Store:
    return Store(Settings(evidence=EvidenceSettings(store=place.as_uri())), folder)


def test_a_store_that_is_away_is_told_of_once(office: Office, place: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "yuncai.fleet")
    place.parent.write_text("a file: no folder can be made in it")
    folder = office.workspace.evidence_dir
    Evidence(folder / REF).event("form", "said", text="保存成功")
    Pending(folder).begin(REF)
    keeper = Keeper(office.workspace)
    keeper.keep()
    keeper.keep()
    place.parent.unlink()
    keeper.keep()
    keeper.keep()
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert "events.jsonl" in in_store(place)


def test_evidence_that_the_store_refuses_holds_up_no_other(office: Office, place: Path) -> None:
    folder = office.workspace.evidence_dir
    for name in ("p0", REF):
        Evidence(folder / name).event("form", "said", text="保存成功")
        Pending(folder).begin(name)
    place.mkdir(parents=True)
    (place / "p0").write_text("a file: no folder can be made in it")
    keeper = Keeper(office.workspace)
    keeper.keep()
    keeper.keep()
    assert "events.jsonl" in in_store(place)
    assert set(Pending(folder).states()) == {"p0", REF}


def test_what_is_written_to_is_remembered_until_it_is_closed_or_nobody_writes_any_more(tmp_path: Path) -> None:
    store, pending = a_machine(tmp_path / "one", tmp_path / "store"), Pending(tmp_path / "one")
    pending.begin(REF)
    store.keep()  # its folder is not even there
    Evidence(tmp_path / "one" / REF).event("form", "said", text="保存成功")
    store.keep()
    assert pending.states() == {REF: "open"}

    for path in (tmp_path / "one" / REF / "events.jsonl", tmp_path / "one" / ".to-keep" / REF):
        os.utime(path, (1, 1))
    store.keep()
    assert pending.states() == {}


def test_what_two_machines_have_is_shown_in_the_order_of_time(tmp_path: Path) -> None:
    machines = [a_machine(tmp_path / name, tmp_path / "store") for name in ("one", "two")]
    for number in range(4):  # one after the other, each with numbers of its own
        folder = tmp_path / ("one", "two")[number % 2]
        evidence = Evidence(folder / REF)
        Pending(folder).begin(REF)
        (folder / REF / f"{number // 2 + 1:02}-第{number}张.png").write_bytes(b"PNG")
        evidence.event(f"{number // 2 + 1:02}-第{number}张.png", "picture")
        evidence.event("form", "said", text=f"保存成功{number}")
        evidence.hashes()
        Pending(folder).close(REF)
        machines[number % 2].keep()

    for machine, name in zip(machines, ("one", "two"), strict=True):
        machine.fetch(REF)
        machine.fetch(REF)  # once more changes nothing
        seen = read_evidence(tmp_path / name / REF)
        assert [said.text for said in seen.said] == [f"保存成功{number}" for number in range(4)]
        pictures = sorted((*seen.main, *seen.rest), key=lambda picture: picture.number)
        assert [(picture.number, picture.name) for picture in pictures] == [(n + 1, f"第{n}张") for n in range(4)]
        for file, digest in seen.hashes:
            assert hashlib.sha256((tmp_path / name / REF / file).read_bytes()).hexdigest() == digest
        assert len(seen.hashes) == 6
