"""Whether workers are alive on a database, and what a command may do beside them."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from configs.workspace import Workspace
from flows.fleet.membership import HUNG_SECONDS, WORKERS
from flows.ledger import Ledger, runs, schema
from flows.ledger.database import place_of
from flows.lock import WorkspaceBusyError, workspace_lock

TAKING = 0x79756E74  # the advisory lock under which a run puts down what it wants


def are_at_work(ledger: Ledger) -> bool:
    """Whether any worker is alive on this database."""
    if ledger.engine.dialect.name != "postgresql":
        return False
    table = schema.workers.c
    recently = sa.text("beat_at > now() - make_interval(secs => :seconds)").bindparams(seconds=HUNG_SECONDS)
    held = sa.text(
        "EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = :class AND objid = id)"
    ).bindparams(**{"class": WORKERS})
    query = sa.select(table.id).where(table.fenced_at.is_(None), table.left_at.is_(None), recently, held).limit(1)
    with ledger.engine.connect() as connection:
        return connection.scalar(query) is not None


@contextmanager
def taking(ledger: Ledger) -> Iterator[None]:
    """While a run takes filings up: one command at a time does."""
    with ledger.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as session:
        session.execute(sa.select(sa.func.pg_advisory_lock(TAKING)))
        yield


@contextmanager
def between_runs(workspace: Workspace) -> Iterator[None]:
    """No run is under way meanwhile: a person decides about filings, or looks at a page. Raises WorkspaceBusyError."""
    if workspace.settings.database_url:
        ledger = Ledger(place_of(workspace))
        try:
            if are_at_work(ledger):
                with taking(ledger):
                    if run_id := runs.under_way(ledger):
                        raise WorkspaceBusyError(run_id)
                    yield
                return
        finally:
            ledger.close()
    with workspace_lock(workspace):
        yield
