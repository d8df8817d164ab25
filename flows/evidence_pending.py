"""What a store of evidence has not got yet: remembered in the folder of evidence itself, so that no kill forgets it."""

from pathlib import Path

from bots.browser.evidence import EvidenceNotWritable, write_through

OPEN, CLOSED = "open", "closed"


class Pending:
    """Which folders of evidence a store has not got whole yet."""

    def __init__(self, evidence_dir: Path) -> None:
        self._folder = evidence_dir / ".to-keep"

    def begin(self, name: str) -> None:
        """A folder is written to from now on."""
        self._put(name, OPEN)

    def close(self, name: str) -> None:
        """Nobody writes to it now."""
        self._put(name, CLOSED)

    def states(self) -> dict[str, str]:
        """By folder: open or closed."""
        if not self._folder.is_dir():
            return {}
        return {path.name: path.read_text(encoding="utf-8") for path in sorted(self._folder.glob("[!.]*"))}

    def since(self, name: str) -> float:
        """When that was put down, in seconds since 1970; 0 when it is not any more."""
        file = self._folder / name
        return file.stat().st_mtime if file.exists() else 0.0

    def done(self, name: str) -> None:
        """The store has all of it."""
        (self._folder / name).unlink(missing_ok=True)

    def _put(self, name: str, state: str) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_through(self._folder / name, state.encode())
        except OSError as error:
            raise EvidenceNotWritable(folder=str(self._folder), reason=error.strerror or str(error)) from error
