"""Plan files in, checked plans and every problem out, before any browser starts."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from configs.binding import findings
from configs.plans.model import Plan
from configs.plans.routes import LocatedPlan, RouteTaken, missing_for, route_problems
from configs.plans.rules import broken_rules
from configs.plans.yaml_file import RawPlan, read_plan_file
from configs.problems import Problem, in_order

__all__ = ["LoadedPlans", "LocatedPlan", "RouteTaken", "load_plans", "missing_for", "route_problems"]

ModelPart = TypeVar("ModelPart", bound=BaseModel)


@dataclass(frozen=True)
class LoadedPlans:
    """The plans that nothing is wrong with, and all problems; file nothing while there are problems."""

    plans: list[LocatedPlan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load_plans(
    paths: Iterable[Path], *, root: Path | None = None, accounts: Mapping[str, tuple[str, ...]] | None = None
) -> LoadedPlans:
    """Read and check plan files.

    `root`: files are named relative to it; `accounts`: known accounts → the portals each can enter (None: unchecked).
    """
    plans: list[LocatedPlan] = []
    problems: list[Problem] = []
    refs: list[RawPlan] = []
    for path in paths:
        file = read_plan_file(path, shown_path(path, root))
        problems.extend(file.problems)
        for raw in file.plans:
            refs.append(raw)
            located, more = check_plan(raw, file.unit)
            problems.extend(more)
            if located is not None:
                plans.append(located)
    problems.extend(_same_refs(refs))
    problems.extend(_same_content(plans))
    good: list[LocatedPlan] = []
    for located in plans:
        more = list(_for_route(located, accounts))
        problems.extend(more)
        if not more:
            good.append(located)
    return LoadedPlans(good, in_order(problems))


def shown_path(path: Path, root: Path | None) -> str:
    """Name a file as problems show it: relative to the workspace (or the current folder) where it lies inside."""
    base, path = root or Path.cwd(), path.absolute()
    if path.is_relative_to(base):
        return path.relative_to(base).as_posix()
    return path.as_posix()


def check_plan(raw: RawPlan, unit: str | None) -> tuple[LocatedPlan | None, list[Problem]]:
    """Read one plan's values and hold it against the rules; a plan with any problem is None."""
    problems = list(raw.problems)
    data, context = raw.nested(), {"amount_unit": unit}
    unreadable: frozenset[str] = frozenset()
    try:
        plan = Plan.model_validate(data, context=context)
    except ValidationError as error:
        found = list(findings(error, Plan))
        problems.extend(raw.problem(tuple(map(str, loc)), code, **params) for loc, code, params in found)
        unreadable = frozenset(".".join(map(str, loc)) for loc, _, _ in found)
        plan = _readable_part(Plan, data, context)
    broken = broken_rules(plan, unreadable)
    problems.extend(raw.problem(tuple(path.split(".")), code, **params) for path, code, params in broken)
    if problems:
        return None, problems
    lines = {".".join(path): leaf.line for path, leaf in raw.leaves.items() if leaf.value is not None}
    return LocatedPlan(plan, raw.file, raw.line, lines), []


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    annotation: Any = info.annotation
    return TypeAdapter(Annotated[annotation, *info.metadata] if info.metadata else annotation)


def _readable_part(model: type[ModelPart], data: dict[str, Any], context: dict[str, Any]) -> ModelPart:
    """Build a model of those values that can be read; the others are absent, and no rule looks at them."""
    values: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        given = data.get(name)
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel) and isinstance(given, dict):
            values[name] = _readable_part(info.annotation, given, context)
        elif name in data:
            try:
                values[name] = _adapter(model, name).validate_python(given, context=context)
            except ValidationError:
                continue
        elif info.default_factory is not None:
            try:
                values[name] = info.get_default(call_default_factory=True, validated_data=values)
            except KeyError:
                values[name] = None  # it follows from a value that cannot be read, which every rule about it needs too
    return model.model_construct(**values)


def _same_refs(plans: Iterable[RawPlan]) -> Iterator[Problem]:
    first: dict[str, RawPlan] = {}
    for raw in plans:
        leaf = raw.leaves.get(("ref",))
        if leaf is None or not leaf.value:
            continue
        other = first.setdefault(unicodedata.normalize("NFKC", leaf.value).casefold(), raw)
        if other is not raw:
            yield raw.problem(("ref",), "ref_twice", ref=leaf.value, file=other.file, first=other.leaves["ref",].line)


def _same_content(plans: Iterable[LocatedPlan]) -> Iterator[Problem]:
    first: dict[str, LocatedPlan] = {}
    for located in plans:
        other = first.setdefault(located.plan.content, located)
        if other is not located and not located.plan.allow_duplicate:
            yield located.problem("", "plan_twice", other=other.plan.ref, file=other.file, first=other.line)


def _for_route(located: LocatedPlan, accounts: Mapping[str, tuple[str, ...]] | None) -> Iterator[Problem]:
    plan = located.plan
    portals = accounts.get(plan.account) if accounts is not None else None
    if accounts is not None and portals is None:
        yield located.problem("account", "unknown_account", account=plan.account, known=list(accounts))
    if plan.route != "auto":
        yield from route_problems(located, plan.route, portals)
