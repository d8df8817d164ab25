"""Reading a site's profile: the workspace's sites/*.yaml first, then the shipped ones; `extends:` lays it over another.

A section `both:` goes under both portals. A profile's own `messages` and `log` rules come before those it extends.
"""

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from configs.binding import dotted, findings
from configs.problems import BadValueError, ConfigProblems, Problem
from configs.sites.model import SiteProfile, check_base_url
from configs.yaml_tree import Entry, Items, Node, Table, Text, line_at, plain, read_tree

SHIPPED = Path(__file__).parent
_RULES_OF_BOTH = "both"  # a section whose content goes into both portals
_FIRST_WINS = {"messages", "log"}  # lists where the nearer profile's rules come before those it extends


@dataclass(frozen=True)
class _Source:
    """A file of the chain, with its name in problems."""

    shown: str
    table: Table


def load_site(name: str, root: Path | None = None, *, site_url: str | None = None) -> SiteProfile:
    """Read a profile (`root`: the workspace). `site_url` replaces the base URL where both portals share one.

    Raises ConfigProblems.
    """
    chain, problems = _chain(name, root)
    if problems or not chain:
        raise ConfigProblems(problems)
    merged: Table = Table((), 1)
    for source in reversed(chain):
        merged = _laid_over(_spread(source.table), merged)
    profile = _validated(name, merged, chain)
    return profile if site_url is None else _moved(profile, site_url)


def known_sites(root: Path | None = None) -> list[str]:
    """List the names that `site:` and `extends:` may use."""
    folders = [SHIPPED, *([root / "sites"] if root else [])]
    return sorted({path.stem for folder in folders for path in folder.glob("*.y*ml")})


def _chain(name: str, root: Path | None) -> tuple[list[_Source], list[Problem]]:
    chain: list[_Source] = []
    seen: list[Path] = []
    shown, line = "yuncai.yaml", None
    wanted: str | None = name
    while wanted is not None:
        path = _file_of(wanted, root, seen)
        if path is None:
            known = known_sites(root)
            return [], [
                Problem(shown, line, "extends" if chain else "site", "site_unknown", {"name": wanted, "known": known})
            ]
        seen.append(path)
        shown = f"sites/{path.name}" if path.parent != SHIPPED else f"{path.name} (yuncai)"
        node, problems = read_tree(path, shown)
        if not isinstance(node, Table):
            return [], problems or [Problem(shown, None, "", "file_empty" if node is None else "not_a_table")]
        if problems:
            return [], problems
        chain.append(_Source(shown, node))
        parent = node.get("extends")
        wanted, line = (parent.value, parent.line) if isinstance(parent, Text) else (None, None)
    return chain, []


def _file_of(name: str, root: Path | None, seen: list[Path]) -> Path | None:
    """Find a profile's file, passing over those already read: so an own `real` may extend the shipped `real`."""
    if Path(name).name != name:
        return None
    folders = [*([root / "sites"] if root else []), SHIPPED]
    candidates = [folder / f"{name}{ending}" for folder in folders for ending in (".yaml", ".yml")]
    return next((path for path in candidates if path.is_file() and path not in seen), None)


def _spread(table: Table) -> Table:
    """Lay the section `both` under the two portals' own sections."""
    both = table.get(_RULES_OF_BOTH)
    if not isinstance(both, Table):
        return table
    own = {entry.key: entry for entry in table.entries}
    sections = []
    for key in ("provincial", "mall"):
        given = own.get(key)
        section = given.value if given and isinstance(given.value, Table) else Table((), both.line)
        sections.append(Entry(key, given.line if given else both.line, _laid_over(section, both)))
    rest = [e for e in table.entries if e.key not in {"provincial", "mall", _RULES_OF_BOTH}]
    return Table((*rest, *sections), table.line)


def _laid_over(upper: Table, lower: Table) -> Table:
    """Join two tables: the upper one's values win, tables are joined, and the upper one's rules come first."""
    entries = {entry.key: entry for entry in lower.entries}
    for entry in upper.entries:
        below = entries.get(entry.key)
        value = entry.value
        if below and isinstance(value, Table) and isinstance(below.value, Table):
            value = _laid_over(value, below.value)
        elif below and entry.key in _FIRST_WINS and isinstance(value, Items) and isinstance(below.value, Items):
            value = Items((*value.items, *below.value.items), value.line)
        entries[entry.key] = Entry(entry.key, entry.line, value)
    return Table(tuple(entries.values()), upper.line)


def _validated(name: str, merged: Table, chain: list[_Source]) -> SiteProfile:
    data = plain(Table(tuple(e for e in merged.entries if e.key != "extends"), merged.line))
    assert isinstance(data, dict)
    data["name"] = name
    for key in ("provincial", "mall"):
        if isinstance(data.get(key), dict):
            data[key] |= {"name": name, "portal": key}
    try:
        return SiteProfile.model_validate(data)
    except ValidationError as error:
        raise ConfigProblems(
            [
                Problem(_shown_of(loc, merged, chain), line_at(merged, loc), dotted(loc), code, params)
                for loc, code, params in findings(error, SiteProfile)
            ]
        ) from None


def _shown_of(loc: tuple[str | int, ...], merged: Table, chain: list[_Source]) -> str:
    """Name the file that the value at a place came from."""
    value = _at(merged, loc)
    return next((source.shown for source in chain if value is not None and _holds(source.table, value)), chain[0].shown)


def _at(node: Node | None, loc: tuple[str | int, ...]) -> Node | None:
    for step in loc:
        if isinstance(node, Table):
            node = node.get(str(step))
        elif isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
    return node


def _holds(node: Node, wanted: Node) -> bool:
    if node is wanted:
        return True
    if isinstance(node, Table):
        return any(_holds(entry.value, wanted) for entry in node.entries)
    return isinstance(node, Items) and any(_holds(item, wanted) for item in node.items)


def _moved(profile: SiteProfile, site_url: str) -> SiteProfile:
    try:
        url = check_base_url(site_url)
    except BadValueError as error:
        raise ConfigProblems([Problem("YUNCAI_SITE_URL", None, "site_url", error.code, error.params)]) from None
    if profile.provincial.base_url != profile.mall.base_url:
        raise ConfigProblems(
            [
                Problem(
                    "YUNCAI_SITE_URL",
                    None,
                    "site_url",
                    "site_url_two_hosts",
                    {"site": profile.name, "urls": [profile.provincial.base_url, profile.mall.base_url]},
                )
            ]
        )
    portals = {key: getattr(profile, key).model_copy(update={"base_url": url}) for key in ("provincial", "mall")}
    return profile.model_copy(update=portals)
