"""The whole set-up: virtual environment, pinned packages, a browser. `python3 -m tools.setup [--dev]`.

Tests need the toolkits of the sandbox's skins too, by npm, and PostgreSQL; without --dev they are left out. Runs on a
bare Python 3.11; every part that is already done is skipped. Where packages come from is pip's and npm's own
configuration (a mirror, a folder of wheels): nothing here names a registry.
"""

import subprocess
import sys

from tools.environment import ROOT, make_environment, python_inside
from tools.postgres import install_postgres
from tools.skins import install_toolkits

PIP_FAILED = """\
安装依赖包失败，原因见上。常见的是网络不通：请设置 pip 的镜像（pip config set global.index-url …）后再执行一次。
Installing the packages failed, see above. Often the network is in the way: tell pip about your mirror
(pip config set global.index-url …), then run the same command again."""


def main(arguments: list[str]) -> None:
    """Set up for running, or with --dev for testing too."""
    kind = "dev" if "--dev" in arguments else "run"
    make_environment()
    print(f"· requirements/{kind}.txt", flush=True)
    _pip("-r", "requirements/build.txt", "-r", f"requirements/{kind}.txt", "--require-hashes")
    _pip("--no-deps", "--no-build-isolation", "--editable", ".")
    done = subprocess.run([str(python_inside()), "-m", "tools.browser"], cwd=ROOT, check=False)
    if done.returncode == 0 and kind == "dev":
        install_toolkits()
        install_postgres()
    sys.exit(done.returncode)


def _pip(*arguments: str) -> None:
    command = [str(python_inside()), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        sys.exit(PIP_FAILED)


if __name__ == "__main__":
    main(sys.argv[1:])
