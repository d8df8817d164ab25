"""Makes the virtual environment, also where Debian's python3-venv is missing. Standard library only."""

import shutil
import subprocess
import sys
from pathlib import Path

from tools.system import apt_install, can_apt_install

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / ".venv"
BUILD = ROOT / "requirements" / "build.txt"  # pins pip itself

NO_WAY = """\
无法建立虚拟环境：这台电脑的 Python 缺少 venv 或 pip。
  Debian/Ubuntu：sudo apt-get install -y python3-venv
  其他系统：安装 python.org 的 Python 3.11 以上版本，或 pip install virtualenv
然后再执行一次同样的命令。
Can't make a virtual environment: this Python has neither ensurepip, nor pip, nor virtualenv.
  Debian/Ubuntu: sudo apt-get install -y python3-venv
  elsewhere: install Python 3.11 or newer from python.org, or pip install virtualenv
Then run the same command again."""


def python_inside() -> Path:
    """Where the environment's own Python is."""
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_environment() -> None:
    """Make .venv with a working pip, by the first way that works; ends the program when none does."""
    if _works():
        return
    ways = (
        ("venv", _by_venv),
        ("venv + system pip", _by_system_pip),
        ("venv + Debian's pip wheel", _by_debian_wheel),
        ("virtualenv", _by_virtualenv),
        ("apt-get install python3-venv", _by_apt),
    )
    for name, way in ways:
        shutil.rmtree(FOLDER, ignore_errors=True)
        if way() and _works():
            print(f"· .venv ({name})", flush=True)
            return
    shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(NO_WAY)


def _works() -> bool:
    return python_inside().exists() and _quiet(python_inside(), "-m", "pip", "--version")


def _by_venv() -> bool:
    return _quiet(sys.executable, "-m", "venv", FOLDER)


def _by_system_pip() -> bool:
    if not _quiet(sys.executable, "-m", "pip", "--version"):
        return False
    return _quiet(sys.executable, "-m", "venv", "--without-pip", FOLDER) and _quiet(
        sys.executable, "-m", "pip", "--python", python_inside(), "install", "--require-hashes", "-r", BUILD
    )


def _by_debian_wheel() -> bool:
    """Debian keeps pip as a wheel for other tools; Python can run it from there."""
    wheels = sorted(Path("/usr/share/python-wheels").glob("pip-*.whl"))
    return (
        bool(wheels)
        and _quiet(sys.executable, "-m", "venv", "--without-pip", FOLDER)
        and _quiet(python_inside(), wheels[-1] / "pip", "install", "--require-hashes", "-r", BUILD)
    )


def _by_virtualenv() -> bool:
    tool = shutil.which("virtualenv")
    as_module = _quiet(sys.executable, "-m", "virtualenv", "--version")
    if not as_module and tool is None:
        return False
    command = [sys.executable, "-m", "virtualenv"] if as_module else [str(tool)]
    return _quiet(*command, "--python", sys.executable, FOLDER)


def _by_apt() -> bool:
    version = f"python3.{sys.version_info.minor}"
    if not can_apt_install() or sys.executable != shutil.which(version, path="/usr/bin"):
        return False  # a Python that is not Debian's own is not helped by Debian's packages
    return apt_install(f"{version}-venv") and _by_venv()


def _quiet(*command: object) -> bool:
    """Run a command without its output; whether it worked."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, check=False)
    return done.returncode == 0
