"""What lies in a filing's evidence folder, as the report shows it."""

import base64
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

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

    def below(self, file: Path) -> str:
        """A file's name, with the machine's folder where it came from another one."""
        return file.relative_to(self.folder).as_posix()


def read_evidence(folder: Path, *, held: bool = False) -> EvidenceOf:
    """Read a folder, and those of other machines in it; one that is not there is empty evidence.

    `held`: the page of the error comes first.
    """
    if not folder.is_dir():
        return EvidenceOf(folder)
    places = [folder, *sorted(path for path in folder.iterdir() if path.is_dir())]
    events = {place: list(_events(place / "events.jsonl")) for place in places}
    pictures = _numbered([picture for place in places for picture in _pictures(place, events[place])])
    main = _main_of(pictures, held=held)
    return EvidenceOf(
        folder,
        main=main,
        rest=[picture for picture in pictures if picture not in main],
        said=sorted(_said(each for place in places for each in events[place]), key=lambda said: _moment(said.at)),
        hashes=[
            ((place / name).relative_to(folder).as_posix(), digest)
            for place in places
            for name, digest in _hashes(place / "SHA256SUMS")
        ],
        traces=sorted(path for place in places for path in place.glob("*.zip")),
    )


def _pictures(place: Path, events: list[dict[str, Any]]) -> Iterator[tuple[str, Picture]]:
    """With the time at which each was taken, as far as that is known."""
    times = {str(event.get("path")): str(event.get("time", "")) for event in events if event.get("action") == "picture"}
    for file in sorted(place.glob("*.png")):
        if found := _PICTURE.fullmatch(file.name):
            yield times.get(file.name, ""), Picture(int(found[1]), found[2], file)


def _numbered(pictures: list[tuple[str, Picture]]) -> list[Picture]:
    """In the order of their numbers; where several machines took some, in that of time, numbered anew."""
    if len({picture.file.parent for _, picture in pictures}) <= 1:
        return sorted((picture for _, picture in pictures), key=lambda picture: picture.number)
    in_time = sorted(pictures, key=lambda one: (_moment(one[0]), one[1].number))
    return [replace(picture, number=number) for number, (_, picture) in enumerate(in_time, start=1)]


def _main_of(pictures: list[Picture], *, held: bool) -> list[Picture]:
    """The newest picture under each of the main names, in the order of the manual; other names fill the places left."""
    newest = {picture.name: picture for picture in pictures if held or ERROR_PAGE not in picture.name}
    names = [name for wanted in MAIN_PICTURES for name in newest if wanted in name]
    others = [name for name in newest if name not in names]
    troubled = [name for name in names if ERROR_PAGE in name]
    chosen = list(dict.fromkeys([*troubled, *names, *others]))[:MOST_MAIN]
    return sorted((newest[name] for name in chosen), key=lambda picture: picture.number)


def _moment(written: str) -> datetime:
    """Machines may live in different time zones."""
    return datetime.fromisoformat(written) if written else datetime.min.replace(tzinfo=UTC)


def _events(file: Path) -> Iterator[dict[str, Any]]:
    if not file.is_file():
        return
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            yield json.loads(line)
        except json.JSONDecodeError:  # the last line of a run that was killed
            continue


def _said(events: Iterable[dict[str, Any]]) -> Iterator[Said]:
    for event in events:
        words = (event.get("data") or {}).get("text")
        if event.get("action") == "said" and words:
            yield Said(str(event.get("time", "")), str(words))


def _hashes(sums: Path) -> list[tuple[str, str]]:
    if not sums.is_file():
        return []
    lines = (line.partition("  ") for line in sums.read_text(encoding="utf-8").splitlines())
    return [(name, digest) for digest, _, name in lines if name]
