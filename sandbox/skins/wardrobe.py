"""Which skins there are, and whether their toolkits are installed."""

import json
from pathlib import Path

NATIVE = "native"
HERE = Path(__file__).parent
PACKAGES = HERE / "packages" / "node_modules"


class NoSuchSkin(ValueError):
    """Nobody has made a skin of this name, or its toolkit is not installed."""


def skins() -> list[str]:
    """Name every skin; the native one needs no package."""
    return [NATIVE, *sorted(path.parent.name for path in HERE.glob("*/skin.json"))]


def missing(skin: str) -> list[str]:
    """Name the packages that a skin needs and that are not installed."""
    if skin == NATIVE:
        return []
    wanted = json.loads((HERE / skin / "skin.json").read_text("utf-8"))["packages"]
    return [name for name in wanted if not (PACKAGES / name / "package.json").is_file()]


def checked(skin: str) -> str:
    """Give the name back; raises NoSuchSkin when it cannot be put on."""
    if skin not in skins():
        raise NoSuchSkin(f"no skin {skin}; there are {', '.join(skins())}")
    if absent := missing(skin):
        raise NoSuchSkin(f"{skin} needs {', '.join(absent)}: make setup installs them")
    return skin
