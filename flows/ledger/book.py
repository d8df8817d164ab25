"""The ledger itself: every change of a filing goes through here, and leaves a line of history."""

import hashlib
import json
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from bots.browser.redact import SHORTEST_TOKEN, Redactor
from bots.errors import BotError
from configs.plans.model import Plan
from flows import fault_points
from flows.ledger import schema
from flows.ledger.database import Place, make_tables, open_database
from flows.ledger.records import Filing, HistoryLine, Trouble
from flows.stages import SUBMITTED_OR_LATER, Hold, Stage, Until

Listener = Callable[[Filing], None]
RUN: ContextVar[str] = ContextVar("yuncai_run", default="")  # which of its runs a worker is writing for


def now() -> str:
    """The time as the ledger writes it: UTC, ISO 8601, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def hash_of(plan: Plan) -> str:
    """A plan's fingerprint: equal for equal values, whatever file or order they came from."""
    values = plan.model_dump(mode="json")
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


class Ledger:
    """The workspace's ledger; safe to open from several commands at once."""

    def __init__(self, place: Place, secrets: Iterable[str] = ()) -> None:
        """`place`: as flows.ledger.database has it. `secrets` are masked in whatever is written down."""
        self.masked = Redactor([secret for secret in secrets if len(secret) >= SHORTEST_TOKEN]).value
        self.engine = open_database(place)
        make_tables(self.engine, schema.metadata)
        self.listeners: list[Listener] = []
        self.run_id = ""  # of the run that writes; where there is none, a line belongs to the run that filed the plan

    def close(self) -> None:
        """Let go of the database file."""
        self.engine.dispose()

    # --- reading -----------------------------------------------------------------------------------------------

    def filing(self, ref: str) -> Filing | None:
        """The filing of a plan, or None."""
        found = self._filings(schema.filings.c.ref == ref)
        return found[0] if found else None

    def by_id(self, filing_id: int) -> Filing:
        """A filing that is known to exist."""
        return self._filings(schema.filings.c.id == filing_id)[0]

    def all_filings(self, refs: Iterable[str] | None = None) -> list[Filing]:
        """Every filing in the order in which they came, or those with the given refs."""
        return self._filings(sa.true() if refs is None else schema.filings.c.ref.in_(list(refs)))

    def of(self, ids: Iterable[int], *, lane: str = "", account: str = "") -> list[Filing]:
        """A lane's or an account's filings, of those with the given ids."""
        table, wanted = schema.filings.c, set(ids)
        query = sa.select(table.id).where(table.lane == lane if lane else table.account == account)
        with self.engine.connect() as connection:
            mine = [key for key in connection.scalars(query) if key in wanted]
        return self._filings(table.id.in_(mine))

    def owned_numbers(self, site: str, route: str, *, but: int) -> set[str]:
        """The numbers on a portal that belong to other filings than `but`."""
        table = schema.filings.c
        query = sa.select(table.number).where(
            table.site == site, table.route == route, table.number.is_not(None), table.id != but
        )
        with self.engine.connect() as connection:
            return {str(number) for number in connection.scalars(query)}

    def sheet_numbers(self, site: str) -> set[str]:
        """The numbers of all 计划单 in the mall that are known to be a filing's."""
        table = schema.filings.c
        query = sa.select(table.sheet_number).where(table.site == site, table.sheet_number.is_not(None))
        with self.engine.connect() as connection:
            return {str(number) for number in connection.scalars(query)}

    def troubles(self, run_id: str, route: str, code: str) -> list[dict[str, Any]]:
        """What is known of this trouble of the filings that a run holds, on one portal."""
        table = schema.filings.c
        query = sa.select(table.trouble).where(
            table.run_id == run_id,
            table.route == route,
            table.hold.is_not(None),
            table.trouble["code"].as_string() == code,
        )
        with self.engine.connect() as connection:
            return [trouble["params"] for trouble in connection.scalars(query)]

    def has_begun(self, run_id: str, lane: str) -> bool:
        """Whether any filing of a run's lane stands on the portal."""
        table = schema.filings.c
        query = (
            sa.select(table.id).where(table.run_id == run_id, table.lane == lane, table.number.is_not(None)).limit(1)
        )
        with self.engine.connect() as connection:
            return connection.scalar(query) is not None

    def standings(self) -> list[tuple[str, str | None]]:
        """Stage and hold of every filing, for counting."""
        table = schema.filings.c
        with self.engine.connect() as connection:
            return [(row.stage, row.hold) for row in connection.execute(sa.select(table.stage, table.hold))]

    def history(self, filing_id: int) -> list[HistoryLine]:
        """What happened to a filing, oldest first."""
        table = schema.history
        query = sa.select(table).where(table.c.filing_id == filing_id).order_by(table.c.id)
        with self.engine.connect() as connection:
            return [HistoryLine(row.at, row.run_id, row.what, row.params) for row in connection.execute(query)]

    # --- writing -----------------------------------------------------------------------------------------------

    def register(
        self, plan: Plan, *, source: str, lane: str, route: str, why: str, site: str, until: Until, run_id: str
    ) -> Filing:
        """Begin the life of a plan."""
        values: dict[str, Any] = {
            "ref": plan.ref,
            "plan": plan.model_dump(mode="json"),
            "plan_hash": hash_of(plan),
            "name": plan.name,
            "total_yuan": str(plan.total),
            "source": source,
            "account": plan.account,
            "route": route,
            "route_why": why,
            "site": site,
            "lane": lane,
            "until": until.value,
            "stage": Stage.PLANNED.value,
            "attempt": 0,
            "run_id": run_id,
            "created_at": now(),
            "updated_at": now(),
        }
        with fault_points.around("registered", plan.ref), self.engine.begin() as connection:
            key = connection.execute(schema.filings.insert().values(**values)).inserted_primary_key
            assert key is not None
            self._note(connection, key[0], run_id, "registered", {"source": source, "route": route, "why": why})
        return self.by_id(key[0])

    def begin_attempt(self, filing: Filing, *, until: Until, run_id: str, source: str) -> Filing:
        """A run takes the filing up (again): what held it is forgotten, its stage is not."""
        return self.change(
            filing.id,
            "taken_up",
            {"until": until.value},
            attempt=filing.attempt + 1,
            hold=None,
            trouble=None,
            until=until.value,
            run_id=run_id,
            source=source,
        )

    def advance(self, filing: Filing, stage: Stage, **params: object) -> Filing:
        """The portal has confirmed a stage; whatever held the filing is over."""
        values: dict[str, Any] = {"stage": stage.value, "hold": None, "trouble": None}
        values.update(
            {key: params[key] for key in ("number", "sheet_number", "sheet_status", "opinion") if key in params}
        )
        if stage in SUBMITTED_OR_LATER and stage is not filing.stage:
            values["amends"] = None  # whatever stands there is with its reviewers now, or was
        return self.change(filing.id, stage.value, params, **values)

    def own(self, filing: Filing, number: str, how: str) -> Filing:
        """Write down the portal's number the moment it is known, before anything else can go wrong."""
        created: dict[str, Any] = {"created_attempt": filing.attempt} if how == "created" else {}
        return self.change(filing.id, how, {"number": number}, number=number, **created)

    def follow_sheet(self, filing: Filing, status: str) -> Filing:
        """The mall's list says something new of the filing's 计划单."""
        params = {"before": filing.sheet_status or "", "status": status}
        return self.change(filing.id, "sheet_moved", params, sheet_status=status)

    def hold(self, filing: Filing, hold: Hold, error: BotError) -> Filing:
        """The filing stops here, for a reason; where it stands held for just that, nothing is new."""
        trouble = Trouble.of(error)
        params = {"code": trouble.code, "params": self.masked(trouble.params)}
        if filing.hold is hold and filing.trouble and vars(filing.trouble) == params:
            return filing
        return self.change(filing.id, hold.value, params, hold=hold.value, trouble=params)

    def note(self, filing: Filing, what: str, **params: object) -> None:
        """A line of history that changes nothing."""
        with self.engine.begin() as connection:
            self._note(connection, filing.id, self._run_of(connection, filing.id), what, params)

    def change(
        self, filing_id: int, what: str, params: dict[str, Any], *, settles: str = "", **values: object
    ) -> Filing:
        """Change a filing, note why, tell the listeners; `settles`: the step whose open intent ends at that moment."""
        table, intents = schema.filings, schema.intents
        with fault_points.around(what, f"#{filing_id}"), self.engine.begin() as connection:
            connection.execute(table.update().where(table.c.id == filing_id).values(updated_at=now(), **values))
            if settles:
                settled = intents.c.filing_id == filing_id, intents.c.step == settles, intents.c.closed_at.is_(None)
                connection.execute(intents.update().where(*settled).values(closed_at=now(), outcome="done"))
            self._note(connection, filing_id, self._run_of(connection, filing_id), what, params)
        filing = self.by_id(filing_id)
        for listener in self.listeners:
            listener(filing)
        return filing

    # --- inside ------------------------------------------------------------------------------------------------

    def _run_of(self, connection: sa.Connection, filing_id: int) -> str:
        return (
            RUN.get()
            or self.run_id
            or str(connection.scalar(sa.select(schema.filings.c.run_id).where(schema.filings.c.id == filing_id)))
        )

    def _note(self, connection: sa.Connection, filing_id: int, run_id: str, what: str, params: dict[str, Any]) -> None:
        connection.execute(
            schema.history.insert().values(
                filing_id=filing_id, run_id=run_id, at=now(), what=what, params=self.masked(params)
            )
        )

    def _filings(self, where: sa.ColumnElement[bool]) -> list[Filing]:
        query = sa.select(schema.filings).where(where).order_by(schema.filings.c.id)
        with self.engine.connect() as connection:
            return [_filing(row._mapping) for row in connection.execute(query)]  # noqa: SLF001 - SQLAlchemy's public name


def _filing(row: sa.RowMapping) -> Filing:
    trouble = row["trouble"]
    return Filing(
        **{
            **row,
            "plan": Plan.model_validate(row["plan"]),
            "total_yuan": Decimal(row["total_yuan"]),
            "until": Until(row["until"]),
            "stage": Stage(row["stage"]),
            "hold": Hold(row["hold"]) if row["hold"] else None,
            "trouble": Trouble(trouble["code"], trouble["params"]) if trouble else None,
            "amends": tuple(Plan.model_validate(plan) for plan in row["amends"] or ()),
        }
    )
