"""PostgreSQL for the tests, which start it themselves on a free port. Standard library only."""

import shutil
import sys
from pathlib import Path

from tools.system import apt_install, can_apt_install

PACKAGE = "postgresql"  # Debian's and Ubuntu's name
NO_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")  # Debian would make and start one of its own

NO_POSTGRES = """\
测试要用 PostgreSQL，这台电脑没有。
  Debian/Ubuntu：sudo apt-get install -y --no-install-recommends postgresql
  macOS：brew install postgresql
然后再执行一次同样的命令。make demo 不需要 PostgreSQL。
The tests need PostgreSQL; this machine has none.
  Debian/Ubuntu: sudo apt-get install -y --no-install-recommends postgresql
  macOS: brew install postgresql
Then run the same command again. `make demo` needs no PostgreSQL."""


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs, or None."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = known[-1] if known else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def install_postgres() -> None:
    """Install it, unless it is there; ends the program when that can't be done."""
    if programs() is None and can_apt_install(ubuntu_too=True):
        if not NO_CLUSTER.exists():
            NO_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
            NO_CLUSTER.write_text("create_main_cluster = false\n", "utf-8")
        apt_install(PACKAGE)
    if programs() is None:
        sys.exit(NO_POSTGRES)
