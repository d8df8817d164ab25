"""Behind the login: who is visiting, and what every operation meets on a bad day."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response

from sandbox.answers import OVER, QUESTION, REFUSED, data_of, reply
from sandbox.lost import broken
from sandbox.provincial.checks import Refused
from sandbox.provincial.pages import form_of, page
from sandbox.store import Store
from sandbox.store.database import Row
from sandbox.store.people import Account
from sandbox.weather import perform, visitor, words_at_the_gate

ROUND_TO_FEN = 10_000  # 0.01 万元
LONGEST_ID = 18  # what SQLite holds


class Questioned(Exception):
    """The portal's question."""


@dataclass(frozen=True)
class Visit:
    """One request of somebody who is logged in."""

    store: Store
    account: Account
    form: dict[str, str]

    @property
    def user(self) -> str:
        """The account's name, for faults that concern one account."""
        return self.account.user

    def own_plan(self, key: str = "planId") -> Row:
        """Find the plan that the request names; raises Refused when it is not the unit's own."""
        text = self.form.get(key, "")
        plan = self.store.plans.get(int(text)) if text.isdecimal() and len(text) < LONGEST_ID else None
        if plan is None or plan["unit"] != self.account.unit.code:
            raise Refused("该计划不存在或已被删除")
        return plan

    def obstacles(self, on: str) -> None:
        """Play an armed refusal or an unexpected question."""
        refusal = self.store.faults.take("refusal", self.user, on=on, portal="provincial")
        if refusal:
            raise Refused(refusal.text("text", "系统繁忙，请稍后再试"))
        if not self.form.get("confirmed"):
            question = self.store.faults.take("question", self.user, on=on, portal="provincial")
            if question:
                raise Questioned(question.text("text", "本年度已存在同名计划，是否继续？"))

    def rounded(self, values: dict[str, Any], columns: tuple[str, ...]) -> dict[str, Any]:
        """Round amounts to two decimals of 万元 when that fault is armed."""
        if not self.store.faults.take("round_amount", self.user, portal="provincial"):
            return values
        half = ROUND_TO_FEN // 2
        return values | {key: (values[key] + half) // ROUND_TO_FEN * ROUND_TO_FEN for key in columns}

    def notice(self) -> str:
        """Give the words of a notice that covers this page, if one is armed."""
        fault = self.store.faults.take("notice", self.user, portal="provincial")
        return fault.text("text", "系统将于今晚22:00进行升级维护，请提前保存数据。") if fault else ""


Handler = Callable[[Visit], Response]
Answerer = Callable[[Visit], dict[str, Any]]
Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def guarded(on: str) -> Callable[[Handler], Endpoint]:
    """Let only those pass who are logged in, and play the faults of the operation `on`."""

    def wrap(handler: Handler) -> Endpoint:
        @wraps(handler)
        async def endpoint(request: Request) -> Response:
            store = cast("Store", request.app.state.store)
            session = visitor(request, "provincial")
            words = words_at_the_gate(store, "provincial", session, on)
            if words or session is None:
                return page("over.html", words=words)
            visit = Visit(store, session.account, store.drift.undo(await form_of(request)))

            async def act() -> Response:
                return handler(visit)

            return await perform(request, "provincial", on, visit.user, act)

        return endpoint

    return wrap


def answering(on: str) -> Callable[[Answerer], Endpoint]:
    """Guard a request of a script the same way; what the portal refuses or asks becomes a code with its words."""

    def wrap(handler: Answerer) -> Endpoint:
        @wraps(handler)
        async def endpoint(request: Request) -> Response:
            store = cast("Store", request.app.state.store)
            session = visitor(request, "provincial")
            words = words_at_the_gate(store, "provincial", session, on)
            if words or session is None:
                return reply(OVER, words)
            visit = Visit(store, session.account, await data_of(request))

            async def act() -> Response:
                return _answer(handler, visit)

            return broken(await perform(request, "provincial", on, visit.user, act))

        return endpoint

    return wrap


def _answer(handler: Answerer, visit: Visit) -> Response:
    try:
        return reply(**handler(visit))
    except Refused as refusal:
        return reply(REFUSED, str(refusal))
    except Questioned as question:
        return reply(QUESTION, str(question))
