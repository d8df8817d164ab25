"""Whether a plan's item is the one that the 集中采购目录 calls so: code and name decide the route together."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from configs.plans.model import Plan
from configs.problems import Param

_NOTE = re.compile(r"\([^()]*\)")
Finding = tuple[str, str, dict[str, Param]]  # path, code, params


def item_findings(plan: Plan, items: Mapping[str, str]) -> Iterator[Finding]:
    """Tell where the plan's code has another name in the catalogue, or its name another code.

    `items`: code → name. A name may list several (`服务器 / 台式计算机`) and carry remarks in brackets; a longer name
    that holds the catalogue's (`联想台式计算机`) is the same. Codes below the catalogue's own are the same item.
    """
    detail = plan.detail
    for path, name in (("detail.item_name", detail.item_name), ("detail.item_base_name", detail.item_base_name)):
        if not name:
            continue
        known = items.get(detail.item_code, "")
        if known and not any(_alike(name, each) for each in names_in(known)):
            yield path, "item_name_differs", {"name": name, "item_code": detail.item_code, "known": known}
        elif not known and (codes := codes_of(name, items)) and not detail.item_code.startswith(tuple(codes)):
            yield "detail.item_code", "item_code_differs", {"name": name, "item_code": detail.item_code, "codes": codes}


def names_in(listed: str) -> list[str]:
    """The names in a catalogue's line: `服务器 (edition of 2022) / 台式计算机` lists two."""
    plain = _NOTE.sub("", unicodedata.normalize("NFKC", listed))
    return [name for part in re.split(r"[/;]", plain) if (name := _squeezed(part))]


def codes_of(name: str, items: Mapping[str, str]) -> list[str]:
    """Every code under which the catalogue lists exactly this name."""
    wanted = _squeezed(_NOTE.sub("", unicodedata.normalize("NFKC", name)))
    return [code for code, listed in items.items() if wanted in names_in(listed)]


def _alike(name: str, known: str) -> bool:
    mine = _squeezed(name)
    return known in mine or mine in known


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
