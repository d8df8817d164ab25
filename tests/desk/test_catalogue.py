"""Every sentence that the desk can need is there, in both languages, and a missing one stops nothing."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import flows
from bots.errors import BotError
from desk.exit_codes import OF_VERDICT
from desk.messages.catalogue import LANGUAGES, Language, language_of, sentences, speak, text
from flows.route import Route
from flows.stages import Hold, Stage, Until

ROOT = Path(__file__).parents[2]
WHERE = [*(ROOT / "desk").rglob("*.py"), *(ROOT / "desk").rglob("*.j2")]
USED = re.compile(r"""\b(?:text|say)\(\s*["']([a-z_]+\.[a-z_.]+)["']""")


def used_keys() -> set[str]:
    return {key for path in WHERE for key in USED.findall(path.read_text("utf-8"))}


def history_keys() -> set[str]:
    """The names under which the flows write lines of history, read from their source."""
    named = re.compile(r"""\b(?:note|own|_record)\(\s*[\w.()]+,\s*(?:[\w.\[\]]+,\s*)*["']([a-z_]+)["']""")
    sources = [path.read_text("utf-8") for path in (ROOT / "flows").rglob("*.py")]
    written = {key for source in sources for key in named.findall(source)}
    assert {"retried", "created", "adopted", "reconciled"} <= written, "the pattern no longer finds them"
    changed = re.compile(r"""\.change\(\s*[\w.]+,\s*"([a-z_]+)\"""")
    written |= {key for source in sources for key in changed.findall(source)}
    assert {"registered"} | written >= {"rewritten", "taken_up", "amended_in_file", "released", "forgotten"}
    return written | {"registered"} | {s.value for s in Stage} | {h.value for h in Hold}


def step_keys() -> set[str]:
    """The steps that can be retried or reconciled."""
    named = re.compile(r"""\b(?:what|step)=["']([a-z_]+)["']|(?:_chapter|sending)\((?:filing, )?["']([a-z_]+)["']""")
    sources = [path.read_text("utf-8") for path in (ROOT / "flows").rglob("*.py")]
    return {first or second for source in sources for first, second in named.findall(source)}


def problem_codes() -> Iterator[str]:
    """Codes of problems that the flows and the desk report themselves."""
    for package in ("flows", "desk"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    yield from code_of(node)


def code_of(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    place = {"Problem": 3, "problem": 1}.get(name)
    if place is not None and len(call.args) > place:
        argument = call.args[place]
        if isinstance(argument, ast.Constant):
            yield str(argument.value)


def lane_closers() -> set[str]:
    for module in pkgutil.walk_packages(flows.__path__, "flows."):
        importlib.import_module(module.name)

    def below(cls: type[BotError]) -> Iterator[type[BotError]]:
        for sub in cls.__subclasses__():
            yield sub
            yield from below(sub)

    return {sub().code for sub in below(BotError) if sub.closes_lane}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_the_desk_asks_for_has_a_sentence(language: Language) -> None:
    keys = used_keys()
    assert len(keys) > 50
    assert sorted(keys - sentences(language).keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_the_ledger_can_hold_has_words(language: Language) -> None:
    wanted = {f"stage.{s.value}" for s in Stage} | {f"doing.{s.value}" for s in Stage}
    wanted |= {f"next.{s.value}" for s in (*Stage, *Hold)} | {f"hold.{h.value}" for h in Hold}
    wanted |= {f"history.{key}" for key in history_keys()} | {f"until.{u.value}" for u in Until}
    wanted |= {f"route.{r.value}" for r in Route} | {f"verdict.{v}" for v in OF_VERDICT}
    wanted |= {f"step.{key}" for key in step_keys()} | {f"reason.{code}" for code in lane_closers()}
    whys = re.findall(r'Decision\(Route\.?\w*\(?[^,]*, "(\w+)"', (ROOT / "flows/route.py").read_text("utf-8"))
    assert whys
    wanted |= {f"route.{why}" for why in whys}
    assert sorted(wanted - sentences(language).keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_decision_has_words(language: Language) -> None:
    done = re.findall(r'Decided\([^"]+"([a-z_]+)"\)', (ROOT / "flows/deciding.py").read_text("utf-8"))
    assert {"cancelled", "already_cancelled", "released", "forgotten", "chosen"} <= set(done)
    assert sorted({f"decided.{key}" for key in done} - sentences(language).keys()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_flows_and_desk_has_a_sentence(language: Language) -> None:
    codes = set(problem_codes())
    assert {"changed_under_way", "ref_unknown"} <= codes
    assert sorted(code for code in codes if f"problem.{code}" not in sentences(language)) == []


def test_a_missing_key_is_shown_with_its_values() -> None:
    assert text("no.such.key", number=7, names=["a", "b"]) == "no.such.key (number=7, names=a、b)"


def test_a_value_that_nobody_gave_leaves_its_place_visible() -> None:
    assert "{number}" in text("error.plan_vanished")


def test_lists_are_read_as_a_person_writes_them() -> None:
    assert "甲、乙" in text("error.several_candidates", candidates=["甲", "乙"])
    speak("en")
    assert "甲, 乙" in text("error.several_candidates", candidates=["甲", "乙"])
    assert "(none)" in text("error.several_candidates", candidates=[])


def test_braces_in_a_portals_words_are_left_alone() -> None:
    assert "{0} {x}" in text("error.saved_but_not_found", text="{0} {x}")


@pytest.mark.parametrize(("environment", "language"), [
    ({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "en_GB.UTF-8"}, "en"), ({}, "zh"), ({"LANG": "C.UTF-8"}, "zh"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"), ({"LANG": "en_US", "LC_ALL": ""}, "en"),
])  # fmt: skip
def test_the_locale_decides_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language
