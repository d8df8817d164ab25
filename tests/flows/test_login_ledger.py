"""What the ledger remembers of logins beyond a run, and that a person ends it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from flows.ledger import Ledger, logins, schema

SITE, LANE = "tests", "linnan@provincial"
TYPED = ("371424612001002", "临邑县", "采购人", "Wr0ng#secret")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    ledger = Ledger(tmp_path / "yuncai.sqlite")
    yield ledger
    ledger.close()


def test_a_refusal_is_known_again_by_all_that_was_typed_and_nothing_less(ledger: Ledger) -> None:
    logins.refuse(ledger, SITE, LANE, TYPED, "用户名或密码错误")
    known = logins.refusal_of(ledger, SITE, LANE, TYPED)
    assert known is not None
    assert known.text == "用户名或密码错误"
    for at in range(len(TYPED)):
        assert logins.refusal_of(ledger, SITE, LANE, (*TYPED[:at], "another", *TYPED[at + 1 :])) is None
    assert logins.refusal_of(ledger, SITE, "linnan@mall", TYPED) is None
    assert logins.refusal_of(ledger, "real", LANE, TYPED) is None


def test_the_digest_of_the_same_secret_is_never_the_same(ledger: Ledger) -> None:
    for lane in (LANE, "linnan@mall"):
        logins.refuse(ledger, SITE, lane, TYPED, "")
    with ledger.engine.connect() as connection:
        digests = list(connection.scalars(sa.select(schema.refused_logins.c.digest)))
    assert len(set(digests)) == 2


def test_only_what_happened_within_the_minutes_counts_and_no_clock_of_the_future(ledger: Ledger) -> None:
    for kicked in (True, False, True):
        logins.throw_out(ledger, SITE, LANE, kicked=kicked)
    logins.throw_out(ledger, SITE, "linnan@mall", kicked=True)
    assert logins.times_thrown_out(ledger, SITE, LANE, minutes=10) == (3, 2)
    assert logins.times_thrown_out(ledger, SITE, LANE, minutes=0) == (0, 0)
    with ledger.engine.begin() as connection:
        connection.execute(schema.thrown_out.update().values(at="2999-01-01T00:00:00.000+00:00"))
    assert logins.times_thrown_out(ledger, SITE, LANE, minutes=10) == (0, 0)


def test_a_person_who_logs_in_ends_all_of_it(ledger: Ledger) -> None:
    logins.refuse(ledger, SITE, LANE, TYPED, "")
    logins.throw_out(ledger, SITE, LANE, kicked=True)
    logins.start_over(ledger, SITE, LANE)
    assert logins.refusal_of(ledger, SITE, LANE, TYPED) is None
    assert logins.times_thrown_out(ledger, SITE, LANE, minutes=10) == (0, 0)
