"""What a notice says: a title and a few lines, in the receiver's language; no account names, no reviewers' names."""

from collections.abc import Sequence

from configs.notices import NoticeKind
from desk import words
from desk.messages.catalogue import text
from flows.ledger import Trouble
from flows.ledger.outbox import Notice

MOST = 20  # plans that one message names; the rest is counted


def message(kind: str, notices: Sequence[Notice]) -> tuple[str, str]:
    """Title and body for several notices of a kind; causes that several plans share are told once."""
    if kind == NoticeKind.DIGEST:
        bodies = [_digest(notice) for notice in notices]
        return text("notice.digest.title", verdict=_verdict(notices[-1])), "\n\n".join(bodies)
    alike: dict[str, list[str]] = {}
    for notice in notices[:MOST]:
        alike.setdefault(_why(kind, notice), []).append(_plan(notice))
    parts = ["\n".join([*plans, *([why] if why else [])]) for why, plans in alike.items()]
    if len(notices) > MOST:
        parts.append(text("notice.more", count=len(notices) - MOST))
    return text(f"notice.{kind}.title", count=len(notices)), "\n\n".join([*parts, text(f"notice.{kind}.next")])


def _plan(notice: Notice) -> str:
    facts = notice.facts
    return "  ".join(str(facts[key]) for key in ("ref", "name", "number") if facts.get(key))


def _why(kind: str, notice: Notice) -> str:
    facts = notice.facts
    if kind == NoticeKind.RETURNED:
        return f"“{facts.get('opinion') or text('table.no_opinion')}”"
    if kind == NoticeKind.STUCK:
        return text("notice.stuck.why", stage=text(f"stage.{facts['what']}"), days=facts["days"])
    if facts.get("code"):
        return words.trouble_text(Trouble(str(facts["code"]), facts.get("params") or {}))
    if facts["what"] == "unknown":
        return text("notice.unknown_log", said=facts.get("said") or "")
    return ""


def _digest(notice: Notice) -> str:
    facts = notice.facts
    states = "  ".join(f"{words.state_word(state)} {count}" for state, count in facts["states"].items())
    lines = [text("notice.digest.body", run=facts["run"], count=facts["count"], states=states)]
    if facts["troubled"]:
        lines.append(text("notice.digest.troubled"))
        lines.extend(facts["troubled"][:MOST])
        if len(facts["troubled"]) > MOST:
            lines.append(text("notice.more", count=len(facts["troubled"]) - MOST))
    return "\n".join(lines)


def _verdict(notice: Notice) -> str:
    return text(f"verdict.{notice.facts['verdict']}")
