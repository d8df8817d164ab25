"""The front-end toolkits of the sandbox's skins and galleries, by npm; only tests need them. Standard library only.

Which registry npm asks is npm's own configuration: the lock file has checksums and no address.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from tools.system import apt_install, can_apt_install

FOLDER = Path(__file__).parents[1] / "sandbox" / "skins" / "packages"
INPUTS = ("package.json", "package-lock.json", ".npmrc")
NPM = ("nodejs", "npm")  # Debian's and Ubuntu's names
CI = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
LONGEST_SECONDS = 600

NO_NPM = """\
测试要用 npm 安装网页组件库，这台电脑没有 npm。
  Debian/Ubuntu：sudo apt-get install -y --no-install-recommends nodejs npm
  macOS：brew install node；Windows：安装 nodejs.org 的 LTS 版本
然后再执行一次同样的命令。make demo 不需要 npm。
The tests need npm, which installs the toolkits of the sandbox's skins; this machine has none.
  Debian/Ubuntu: sudo apt-get install -y --no-install-recommends nodejs npm
  macOS: brew install node; Windows: install the LTS version from nodejs.org
Then run the same command again. `make demo` needs no npm."""
NPM_FAILED = """\
npm 安装网页组件库失败，原因：
{reason}
常见的是网络不通：请设置 npm 的镜像（npm config set registry …）后再执行一次。make demo 不需要 npm。
npm could not install the toolkits of the sandbox's skins, for the reason above. Often the network is in the way:
tell npm about your mirror (npm config set registry …), then run the same command again. `make demo` needs no npm."""


def install_toolkits() -> None:
    """Install what the lock file names, unless it is there already; ends the program when that can't be done."""
    stamp = FOLDER / "node_modules" / ".installed"
    if stamp.is_file() and stamp.read_text("utf-8") == _fingerprint():
        return
    npm = shutil.which("npm")
    if npm is None and can_apt_install(ubuntu_too=True) and apt_install(*NPM):
        npm = shutil.which("npm")
    if npm is None:
        sys.exit(NO_NPM)
    print("· npm ci (sandbox/skins/packages)", flush=True)
    if reason := _fails(npm):
        sys.exit(NPM_FAILED.format(reason=reason))
    stamp.write_text(_fingerprint(), "utf-8")


def _fails(npm: str) -> str:
    """Let npm install; the end of what it said when it failed, or nothing. It begins by removing what was there."""
    try:
        done = subprocess.run(
            [npm, *CI, "--prefix", str(FOLDER)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"> {LONGEST_SECONDS} s"
    return "" if done.returncode == 0 else (done.stderr[-2000:].strip() or f"exit {done.returncode}")


def _fingerprint() -> str:
    inputs = (FOLDER / name for name in INPUTS)
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in inputs)).hexdigest()
