"""Under which names a portal takes the fields of its forms, learned from filings that were read back."""

from collections.abc import Mapping

import sqlalchemy as sa

from bots.browser.door.expected import Known, Posted
from flows.ledger import schema
from flows.ledger.book import Ledger, now
from flows.ledger.database import replace


def known(ledger: Ledger, site: str, form: str) -> Known:
    """What is known of a form, by the manual's labels."""
    table = schema.posted_names
    query = sa.select(table.c.label, table.c.key, table.c.unit).where(table.c.site == site, table.c.form == form)
    with ledger.engine.connect() as connection:
        return {row.label: Posted(row.key, row.unit) for row in connection.execute(query)}


def learn(ledger: Ledger, site: str, form: str, names: Mapping[str, Posted], *, ref: str) -> None:
    """Keep what a plan has shown; a name that a portal has changed takes the place of the old one."""
    before = known(ledger, site, form)
    new = {label: posted for label, posted in names.items() if before.get(label) != posted}
    if not new:
        return
    with ledger.engine.begin() as connection:
        for label, posted in new.items():
            values = {"site": site, "form": form, "label": label, "key": posted.key, "unit": posted.unit}
            replace(connection, schema.posted_names, {**values, "learned_at": now(), "learned_from": ref})
