"""`python -m sandbox` says where it is in one line, and keeps its file when it is told to stop."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from tests.sandbox.province_clerk import USER, Clerk


def run(database: Path) -> tuple["subprocess.Popen[str]", str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "sandbox", "--port", "0", "--database", str(database)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    word, url = process.stdout.readline().split()
    assert word == "sandbox"
    return process, url


def test_it_announces_itself_and_its_file_outlives_it(tmp_path: Path) -> None:
    process, url = run(tmp_path / "box.db")
    clerk = Clerk(url)
    clerk.login()
    clerk.save_plan()
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    process, url = run(tmp_path / "box.db")
    with urlopen(f"{url}_control/plans?account={USER}", timeout=5) as answer:  # noqa: S310  the sandbox's own address
        (plan,) = json.load(answer)
    assert plan["number"] == "37142461200120200015"
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0
