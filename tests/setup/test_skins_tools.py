"""The toolkits of the skins: what npm is asked, when it isn't asked again, and what is said where there is none."""

import json
import os
from pathlib import Path

import pytest

from tests.setup.machines import script
from tools import setup, skins, system

PACKAGES = Path(__file__).parents[2] / "sandbox" / "skins" / "packages"


def test_the_lock_file_has_checksums_and_no_address() -> None:
    locked = json.loads((PACKAGES / "package-lock.json").read_text("utf-8"))["packages"]
    packages = {name: entry for name, entry in locked.items() if name}
    assert packages
    assert {name for name, entry in packages.items() if "resolved" in entry} == set()
    assert {name for name, entry in packages.items() if not entry.get("integrity", "").startswith("sha512-")} == set()
    assert "omit-lockfile-registry-resolved=true" in (PACKAGES / ".npmrc").read_text("utf-8").splitlines()


def test_every_toolkit_is_wanted_in_one_version() -> None:
    wanted = json.loads((PACKAGES / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((PACKAGES / "package-lock.json").read_text("utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == {
        name: version.rpartition("@")[2] for name, version in wanted.items()
    }


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on its PATH but what a test puts into bin/, and a copy of the package files."""
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in skins.INPUTS:
        (packages / name).write_bytes((PACKAGES / name).read_bytes())
    monkeypatch.setattr(skins, "FOLDER", packages)
    monkeypatch.setattr(system, "_system", lambda: "elsewhere")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return packages


def npm(folder: Path, *, then: str = "") -> Path:
    """An npm that writes down what it is asked and makes node_modules; returns where it writes."""
    log = folder.parent / "npm.log"
    script(folder.parent / "bin" / "npm", f'echo "$@" >> {log}; /bin/mkdir -p {folder}/node_modules; {then}')
    return log


def test_npm_installs_what_the_lock_file_says_and_no_script_runs(folder: Path) -> None:
    log = npm(folder)
    skins.install_toolkits()
    (asked,) = log.read_text().splitlines()
    assert asked.split()[0] == "ci"
    assert "--ignore-scripts" in asked
    assert asked.endswith(f"--prefix {folder}")


def test_npm_is_asked_again_when_a_package_file_changed_and_only_then(folder: Path) -> None:
    log = npm(folder)
    skins.install_toolkits()
    skins.install_toolkits()
    assert len(log.read_text().splitlines()) == 1
    (folder / "package-lock.json").write_text("{}")
    skins.install_toolkits()
    assert len(log.read_text().splitlines()) == 2


def test_what_npm_left_unfinished_is_begun_again(folder: Path) -> None:
    npm(folder, then="exit 1")
    with pytest.raises(SystemExit):
        skins.install_toolkits()
    log = npm(folder)
    skins.install_toolkits()
    assert len(log.read_text().splitlines()) == 2


def test_why_npm_failed_is_told_in_both_languages(folder: Path) -> None:
    npm(folder, then="echo 'npm ERR! code ENOTFOUND' >&2; exit 7")
    with pytest.raises(SystemExit) as ended:
        skins.install_toolkits()
    for word in ("ENOTFOUND", "网络不通", "your mirror", "make demo"):
        assert word in str(ended.value.code)


def test_an_npm_that_never_ends_is_not_waited_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm(folder, then="exec /bin/sleep 60")
    monkeypatch.setattr(skins, "LONGEST_SECONDS", 0.2)
    with pytest.raises(SystemExit, match="npm could not install"):
        skins.install_toolkits()


def test_without_npm_one_message_says_what_to_install_on_every_system(folder: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        skins.install_toolkits()
    for word in ("Debian", "macOS", "Windows", "没有 npm", "make demo"):
        assert word in str(ended.value.code)


@pytest.mark.parametrize("name", ["debian", "ubuntu"])
def test_root_on_debian_and_ubuntu_gets_npm_by_apt(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An apt-get that brings npm along."""
    log, made = folder.parent / "apt.log", folder.parent / "made"
    npm(folder)
    (folder.parent / "bin" / "npm").rename(made)
    script(folder.parent / "bin" / "apt-get", f'echo "$@" >> {log}; /bin/cp {made} {folder.parent}/bin/npm')
    monkeypatch.setattr(system, "_system", lambda: name)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    skins.install_toolkits()
    assert log.read_text().splitlines() == ["update -q", "install -y -q --no-install-recommends nodejs npm"]
    assert (folder / "node_modules" / ".installed").is_file()


@pytest.mark.parametrize(("arguments", "asked"), [([], False), (["--dev"], True)])
def test_only_tests_need_npm(monkeypatch: pytest.MonkeyPatch, arguments: list[str], asked: bool) -> None:  # noqa: FBT001
    calls: list[str] = []
    monkeypatch.setattr(setup, "make_environment", lambda: None)
    monkeypatch.setattr(setup, "_pip", lambda *_: None)
    monkeypatch.setattr(setup, "python_inside", lambda: "/bin/true")
    monkeypatch.setattr(setup, "install_toolkits", lambda: calls.append("npm"))
    with pytest.raises(SystemExit) as ended:
        setup.main(arguments)
    assert ended.value.code == 0
    assert bool(calls) is asked
