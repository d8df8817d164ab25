"""What the ledger knows, in a person's words: stages, reasons, history lines, times, amounts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from configs.problems import Problem
from desk.messages.catalogue import knows, text
from flows.ledger import Filing, HistoryLine, Trouble
from flows.stages import Hold, Stage

# Parameters whose values are words of the catalogue themselves: parameter → prefix of the key.
_CODED = {"step": "step", "during": "step", "where": "step", "route": "route", "why": "route", "until": "until"}


def trouble_text(trouble: Trouble) -> str:
    """The sentence for what went wrong: what, where, the portal's words, what to do."""
    params: dict[str, Any] = dict(trouble.params)
    if trouble.code == "lane_shut":
        params["reason"] = _word("reason", params.get("reason", ""))
    key, closer = f"error.{trouble.code}", f"error.{trouble.code}.{params.get('reason')}"
    sentence = text(closer if knows(closer) else key, **readable(params))
    meanwhile = params.get("meanwhile")
    return f"{sentence} {text(f'meanwhile.{meanwhile}', **readable(params))}" if meanwhile else sentence


def problem_text(problem: Problem) -> str:
    """The sentence for a mistake in a file, without its place."""
    return text(problem.key, **{"field": problem.field, **problem.params})


def state_text(filing: Filing) -> str:
    """Where the filing is, in two to six characters: what holds it, or its stage."""
    return state_word(state_code(filing))


def state_code(filing: Filing) -> str:
    """The same as a code: `hold.refused`, `stage.returned`."""
    return f"hold.{filing.hold}" if filing.hold else f"stage.{filing.stage}"


def state_word(code: str) -> str:
    """A state's code in the language in use."""
    return text(code)


def state_colour(filing: Filing) -> str:
    """One of good, busy, wait, bad: for terminals and reports."""
    if filing.hold is Hold.CANCELLED:
        return "wait"
    if filing.hold in {Hold.REFUSED, Hold.NEEDS_HUMAN} or filing.stage in {Stage.RETURNED, Stage.UNKNOWN}:
        return "bad"
    if filing.hold is Hold.WAITING:
        return "wait"
    return "good" if filing.stage in {Stage.RECORDED, Stage.IN_MALL} else "busy"


def next_text(filing: Filing) -> str:
    """Who has to do what next."""
    if filing.hold is Hold.REFUSED and filing.number:
        return text("next.refused_standing")
    if filing.hold:
        return text(f"next.{filing.hold}")
    if filing.is_amending:
        return text("next.amending")
    if filing.stage is Stage.IN_MALL and filing.sheet_number and filing.sheet_number != filing.number:
        return text("next.in_mall_sheet", sheet_number=filing.sheet_number)
    return text(f"next.{filing.stage}")


def lane_text(lane: str) -> str:
    """`linnan@provincial` as a person says it: linnan · 省平台."""
    account, _, portal = lane.rpartition("@")
    return f"{account} · {_word('route', portal)}"


def needs_attention(filing: Filing) -> bool:
    """True when somebody has to read the long explanation."""
    if filing.hold is Hold.CANCELLED:
        return False
    return filing.hold is not None or filing.stage in {Stage.RETURNED, Stage.UNKNOWN}


def explanation(filing: Filing) -> str:
    """The long explanation of why a filing needs attention; empty when all is well."""
    if filing.trouble and filing.hold:
        return trouble_text(filing.trouble)
    if filing.hold is Hold.CANCELLED:
        return ""
    if filing.stage is Stage.RETURNED:
        opinion = filing.opinion or text("table.no_opinion")
        return text("table.amending" if filing.is_amending else "table.returned", opinion=opinion)
    if filing.stage is Stage.UNKNOWN:
        return text("table.unknown_log", number=filing.number)
    return ""


def standing(filing: Filing, *, maybe: bool) -> str:
    """What of the filing stands on a portal; `maybe`: a write was sent whose outcome nobody knows."""
    if filing.number:
        stage = text(f"stage.{filing.stage}")
        return text("standing.there", route=text(f"route.{filing.route}"), number=filing.number, stage=stage)
    return text("standing.maybe" if maybe else "standing.nothing")


def history_text(line: HistoryLine) -> str:
    """What happened, in one line."""
    return history_line(line.what, line.params)


def history_line(what: str, params: Mapping[str, Any]) -> str:
    """The same, of what happened and its values."""
    return text(f"history.{what}", **readable(params))


def history_detail(line: HistoryLine) -> str:
    """The error's sentence behind a line of history, if an error is behind it."""
    return trouble_of(line.params)


def trouble_of(params: Mapping[str, Any]) -> str:
    """The sentence of the error that a line of history carries; empty when it carries none."""
    code = params.get("code")
    return trouble_text(Trouble(str(code), params.get("params") or {})) if code else ""


def portal_words(params: Mapping[str, Any]) -> list[str]:
    """The portal's own words in a line of history, verbatim."""
    nested = params.get("params") or {}
    found = [params.get("said"), params.get("text"), nested.get("text") if isinstance(nested, Mapping) else None]
    return [str(words) for words in found if words]


def readable(params: Mapping[str, Any]) -> dict[str, Any]:
    """The same values, with codes and paths of ours replaced by their words."""
    return {
        key: _word(_CODED[key], _place(value)) if key in _CODED else clock(str(value)) if key == "at" else value
        for key, value in params.items()
    }


def clock(moment: str, form: str = "%Y-%m-%d %H:%M:%S") -> str:
    """The ledger's UTC time as local time."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime(form)
    except ValueError:
        return moment


def _place(value: object) -> object:
    """`provincial/明细/保存` as a clerk says it: 省平台/明细/保存."""
    portal, slash, rest = str(value).partition("/")
    return f"{text(f'route.{portal}')}/{rest}" if slash and knows(f"route.{portal}") else value


def _word(prefix: str, value: object) -> object:
    key = f"{prefix}.{value}"
    return text(key) if knows(key) else value
