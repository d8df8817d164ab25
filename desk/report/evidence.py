"""What lies in a filing's evidence folder, as the report shows it."""

import base64
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

MAIN_PICTURES = (  # words in the names under which the flows take them
    "保存后的计划表",
    "保存后的明细",
    "提交后的计划",
    "日志",
    "创建后的计划单",
    "计划单管理",
    "出错时的页面",
)
ERROR_PAGE = "出错"
MOST_MAIN = 4
_PICTURE = re.compile(r"(\d+)-(.+)\.png")


@dataclass(frozen=True)
class Picture:
    """One screenshot; `name` is the Chinese name that it was taken under."""

    number: int
    name: str
    file: Path

    @property
    def size(self) -> int:
        """Bytes."""
        return self.file.stat().st_size

    @property
    def data_uri(self) -> str:
        """The picture itself, to stand inside the page."""
        return "data:image/png;base64," + base64.b64encode(self.file.read_bytes()).decode("ascii")


@dataclass(frozen=True)
class Said:
    """The portal's own words, verbatim, and when it said them."""

    at: str
    text: str


@dataclass(frozen=True)
class EvidenceOf:
    """A filing's evidence."""

    folder: Path
    main: list[Picture] = field(default_factory=list)
    rest: list[Picture] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    hashes: list[tuple[str, str]] = field(default_factory=list)  # name, SHA-256
    traces: list[Path] = field(default_factory=list)


def read_evidence(folder: Path, *, held: bool = False) -> EvidenceOf:
    """Read a folder; one that is not there is empty evidence. `held`: the page of the error comes first."""
    if not folder.is_dir():
        return EvidenceOf(folder)
    pictures = sorted(filter(None, map(_picture, folder.glob("*.png"))), key=lambda picture: picture.number)
    main = _main_of(pictures, held=held)
    return EvidenceOf(
        folder,
        main=main,
        rest=[picture for picture in pictures if picture not in main],
        said=_said(folder / "events.jsonl"),
        hashes=_hashes(folder / "SHA256SUMS"),
        traces=sorted(folder.glob("*.zip")),
    )


def _picture(file: Path) -> Picture | None:
    found = _PICTURE.fullmatch(file.name)
    return Picture(int(found[1]), found[2], file) if found else None


def _main_of(pictures: list[Picture], *, held: bool) -> list[Picture]:
    """The newest picture under each of the main names, in the order of the manual; other names fill the places left."""
    newest = {picture.name: picture for picture in pictures if held or ERROR_PAGE not in picture.name}
    names = [name for wanted in MAIN_PICTURES for name in newest if wanted in name]
    others = [name for name in newest if name not in names]
    troubled = [name for name in names if ERROR_PAGE in name]
    chosen = list(dict.fromkeys([*troubled, *names, *others]))[:MOST_MAIN]
    return sorted((newest[name] for name in chosen), key=lambda picture: picture.number)


def _said(events: Path) -> list[Said]:
    found: list[Said] = []
    if not events.is_file():
        return found
    for line in events.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            event = json.loads(line)
        except json.JSONDecodeError:  # the last line of a run that was killed
            continue
        words = (event.get("data") or {}).get("text")
        if event.get("action") == "said" and words:
            found.append(Said(str(event.get("time", "")), str(words)))
    return found


def _hashes(sums: Path) -> list[tuple[str, str]]:
    if not sums.is_file():
        return []
    lines = (line.partition("  ") for line in sums.read_text(encoding="utf-8").splitlines())
    return [(name, digest) for digest, _, name in lines if name]
