"""The address of a store of evidence is checked before anything begins, and no secret stands in YAML."""

from pathlib import Path

import pytest

from configs.problems import ConfigProblems
from configs.settings import load_settings
from configs.workspace import Workspace


def problems_of(root: Path, text: str) -> list[tuple[int | None, str]]:
    (root / "yuncai.yaml").write_text(text, encoding="utf-8")
    (root / "accounts.yaml").write_text("accounts: {}\n", encoding="utf-8")
    try:
        Workspace.open(root)
    except ConfigProblems as found:
        return [(problem.line, problem.code) for problem in found.problems if "store" in problem.code]
    return []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("evidence:\n  store: file:///srv/evidence\n", []),
        ("evidence:\n  store: s4://bucket/folder\n", [(2, "store_unknown")]),
        ("evidence:\n  store: /mnt/evidence\n", [(2, "store_unknown")]),
        ("evidence:\n  store: 's3://'\n", [(2, "store_unknown")]),
        ("evidence:\n  store: s3://key:secret@bucket/folder\n", [(2, "store_secret_in_yaml")]),
        ("evidence:\n  store: dvc://folder\n", [(2, "store_package_missing")]),
        (
            "evidence:\n  store: file:///srv\n  store_options:\n    secret: hunter2\n",
            [(4, "store_secret_in_yaml")],
        ),
        ("store_secrets:\n  key: hunter2\n", [(1, "store_secret_in_yaml")]),
    ],
)
def test_a_wrong_address_is_told_with_its_line(tmp_path: Path, text: str, found: list[tuple[int, str]]) -> None:
    assert problems_of(tmp_path, text) == found


def test_what_lets_us_in_comes_from_the_secrets(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir(mode=0o700)
    secret = tmp_path / "secrets" / "store_secrets__key"
    secret.write_text("AKIA-1", encoding="utf-8")
    secret.chmod(0o600)
    settings, problems = load_settings(tmp_path)
    assert problems == []
    assert settings.store_secrets["key"].get_secret_value() == "AKIA-1"
    assert "AKIA" not in repr(settings)
