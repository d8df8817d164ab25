"""Where the demo lives: a workspace of its own, made anew each time, that never touches anything else."""

import shutil
from pathlib import Path

from configs.problems import ConfigProblems, Problem
from desk.messages.catalogue import spoken
from desk.starter.copy import make_workspace

PLANS = Path(__file__).parent / "workspace" / "plans"
MARK = ".yuncai-demo"  # only a folder with this file in it is ever cleared
DEFAULT = Path("demo-workspace")


def prepare(folder: Path) -> Path:
    """Make the demo's workspace; an earlier demo's is cleared first, anything else is refused with ConfigProblems."""
    folder = folder.resolve()
    if folder.exists():
        taken = not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARK).is_file())
        if taken:
            raise ConfigProblems([Problem("", None, "", "demo_folder_taken", {"folder": str(folder)})])
        for path in folder.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    make_workspace(folder, spoken())
    (folder / MARK).touch()
    (folder / "plans" / "example.yaml").unlink()
    for path in PLANS.glob("*.yaml"):
        shutil.copyfile(path, folder / "plans" / path.name)
    return folder


def point_at(folder: Path, url: str) -> None:
    """Write the sandbox's address of today into the workspace's settings."""
    path = folder / "yuncai.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    moved = [f"site_url: {url.rstrip('/')}" if line.startswith("site_url:") else line for line in lines]
    path.write_text("\n".join(moved) + "\n", encoding="utf-8")
