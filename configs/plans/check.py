"""Plan files in, checked plans and every problem out, before any browser starts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from configs.binding import findings
from configs.keys import nearest, normalise
from configs.plans.model import Plan
from configs.plans.routes import LocatedPlan, RouteTaken, missing_for, route_problems
from configs.plans.rules import broken_rules
from configs.plans.yaml_file import RawPlan, read_plan_file
from configs.problems import Problem, in_order

__all__ = ["LoadedPlans", "LocatedPlan", "RouteTaken", "load_plans", "missing_for", "route_problems"]


@dataclass(frozen=True)
class LoadedPlans:
    """The plans that could be read, and all problems; file nothing while there are problems."""

    plans: list[LocatedPlan] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def load_plans(paths: Iterable[Path], *, root: Path | None = None,
               accounts: Mapping[str, tuple[str, ...]] | None = None) -> LoadedPlans:
    """Read and check plan files.

    `root`: files are named relative to it; `accounts`: known accounts → the portals that each can enter (None: not checked).
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
    for located in plans:
        problems.extend(_for_route(located, accounts))
    return LoadedPlans(plans, in_order(problems))


def shown_path(path: Path, root: Path | None) -> str:
    """A file's name as problems show it: relative to the workspace where it lies inside."""
    if root is not None and path.is_relative_to(root):
        return path.relative_to(root).as_posix()
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
        problems.extend(_value_problem(raw, loc, code, params) for loc, code, params in found)
        unreadable = frozenset(".".join(map(str, loc)) for loc, _, _ in found)
        plan = _readable_part(Plan, data, context)
    problems.extend(raw.problem(tuple(path.split(".")), code, **params) for path, code, params in broken_rules(plan, unreadable))
    if problems:
        return None, problems
    lines = {".".join(path): leaf.line for path, leaf in raw.leaves.items() if leaf.value is not None}
    return LocatedPlan(plan, raw.file, raw.line, lines), []


def _value_problem(raw: RawPlan, loc: tuple[str | int, ...], code: str, params: dict[str, Any]) -> Problem:
    if code == "not_one_of":
        return raw.problem(tuple(map(str, loc)), code, **{**params, "nearest": nearest(params["value"], params["allowed"])})
    return raw.problem(tuple(map(str, loc)), code, **params)


@cache
def _adapters(model: type[BaseModel]) -> dict[str, TypeAdapter[Any]]:
    return {name: TypeAdapter(Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation)
            for name, info in model.model_fields.items()}


def _readable_part(model: type[Plan], data: dict[str, Any], context: dict[str, Any]) -> Plan:
    """The plan with those values that can be read; the others are absent, and no rule looks at them."""
    part: Plan = _part(model, data, context)
    return part


def _part(model: type[Any], data: dict[str, Any], context: dict[str, Any]) -> Any:  # noqa: ANN401 - the model, or a part of it
    values: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        given = data.get(name)
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel) and isinstance(given, dict):
            values[name] = _part(info.annotation, given, context)
        elif name in data:
            try:
                values[name] = _adapters(model)[name].validate_python(given, context=context)
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
        other = first.setdefault(normalise(leaf.value), raw)
        if other is not raw:
            yield raw.problem(("ref",), "ref_twice", ref=leaf.value, file=other.file, first=other.leaves["ref",].line)


def _same_content(plans: Iterable[LocatedPlan]) -> Iterator[Problem]:
    first: dict[str, LocatedPlan] = {}
    for located in plans:
        other = first.setdefault(located.plan.content, located)
        if other is not located and not located.plan.allow_duplicate:
            yield located.problem("", "plan_twice", ref=located.plan.ref, other=other.plan.ref, file=other.file, first=other.line)


def _for_route(located: LocatedPlan, accounts: Mapping[str, tuple[str, ...]] | None) -> Iterator[Problem]:
    plan = located.plan
    portals = accounts.get(plan.account) if accounts is not None else None
    if accounts is not None and portals is None:
        yield located.problem("account", "account_unknown", account=plan.account, known=list(accounts))
    if plan.route != "auto":
        yield from route_problems(located, plan.route, portals)
