"""The ledger's tables: filings, their history, open intents, runs, what was read of the reviews."""

import sqlalchemy as sa

metadata = sa.MetaData()

filings = sa.Table(
    "filings",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ref", sa.String, nullable=False, unique=True),
    sa.Column("plan", sa.JSON, nullable=False),  # as it was when its filing began
    sa.Column("plan_hash", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("total_yuan", sa.String, nullable=False),  # a decimal as text: SQLite has no exact numbers
    sa.Column("source", sa.String, nullable=False),  # plans/office.yaml:14
    sa.Column("account", sa.String, nullable=False),
    sa.Column("route", sa.String, nullable=False),
    sa.Column("route_why", sa.String, nullable=False),
    sa.Column("site", sa.String, nullable=False),
    sa.Column("lane", sa.String, nullable=False, index=True),
    sa.Column("until", sa.String, nullable=False),
    sa.Column("stage", sa.String, nullable=False, index=True),
    sa.Column("hold", sa.String),
    sa.Column("trouble", sa.JSON),  # {"code": …, "params": {…}}
    sa.Column("number", sa.String),  # 计划编号, or 计划单编号 on the mall route
    sa.Column("sheet_number", sa.String),  # the 计划单 in the mall
    sa.Column("sheet_status", sa.String),  # what the mall's list says of it, verbatim
    sa.Column("opinion", sa.String),  # the reviewer's words, verbatim
    sa.Column("amends", sa.JSON),  # what may still stand on the portal: the plans before the file was edited
    sa.Column("created_attempt", sa.Integer),  # the attempt that created it on the portal
    sa.Column("attempt", sa.Integer, nullable=False, default=0),
    sa.Column("run_id", sa.String, nullable=False),
    sa.Column("created_at", sa.String, nullable=False),
    sa.Column("updated_at", sa.String, nullable=False),
    sa.UniqueConstraint("site", "route", "number", name="one_filing_owns_a_number"),
)

history = sa.Table(
    "history",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("filing_id", sa.ForeignKey("filings.id"), nullable=False, index=True),
    sa.Column("run_id", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("what", sa.String, nullable=False),  # a key of the message catalogue: history.<what>
    sa.Column("params", sa.JSON, nullable=False),
)

intents = sa.Table(
    "intents",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("filing_id", sa.ForeignKey("filings.id"), nullable=False, index=True),
    sa.Column("step", sa.String, nullable=False),
    sa.Column("before", sa.JSON, nullable=False),  # the numbers that already stood there
    sa.Column("opened_at", sa.String, nullable=False),
    sa.Column("closed_at", sa.String),
    sa.Column("outcome", sa.String),
    sa.Column("answer", sa.String),  # what the portal said to it, when that was no yes
    sa.Column("refused", sa.Boolean),  # whether those words were a refusal; None: nobody knows what they were
)

log_lines = sa.Table(  # every line that a review log has ever shown, in the portal's words
    "log_lines",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("filing_id", sa.ForeignKey("filings.id"), nullable=False, index=True),
    sa.Column("place", sa.Integer, nullable=False),  # in the log, from 0
    sa.Column("seen_at", sa.String, nullable=False),
    sa.Column("run_id", sa.String, nullable=False),
    sa.Column("step", sa.String, nullable=False),  # 操作环节
    sa.Column("who", sa.String, nullable=False),  # 操作人
    sa.Column("at", sa.String, nullable=False),  # 操作时间, as the portal writes it
    sa.Column("result", sa.String, nullable=False),  # 操作结果
    sa.Column("opinion", sa.String, nullable=False),  # 审核意见
    sa.Column("raw", sa.String, nullable=False),  # all its cells
    sa.Column("stage", sa.String, nullable=False),  # what the site's patterns take it for
)

readings = sa.Table(  # when a review log was last read, and how the list showed the plan just before
    "readings",
    metadata,
    sa.Column("filing_id", sa.ForeignKey("filings.id"), primary_key=True),
    sa.Column("row", sa.String, nullable=False),
    sa.Column("read_at", sa.String, nullable=False),
    sa.Column("run_id", sa.String, nullable=False),
)

posted_names = sa.Table(  # under which name a portal takes each field, as filings have shown that were read back
    "posted_names",
    metadata,
    sa.Column("site", sa.String, primary_key=True),
    sa.Column("form", sa.String, primary_key=True),  # provincial/计划
    sa.Column("label", sa.String, primary_key=True),  # the manual's word
    sa.Column("key", sa.String, nullable=False),  # plan.details[0].price
    sa.Column("unit", sa.String, nullable=False),  # of an amount: 万元 or 元
    sa.Column("learned_at", sa.String, nullable=False),
    sa.Column("learned_from", sa.String, nullable=False),  # the plan's ref
)

notices = sa.Table(  # what somebody is to be told, until they have been
    "notices",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("receiver", sa.String, nullable=False),  # the name of an address
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("key", sa.String, nullable=False),  # the same thing is told once
    sa.Column("locale", sa.String, nullable=False),
    sa.Column("facts", sa.JSON, nullable=False),
    sa.Column("made_at", sa.String, nullable=False),
    sa.Column("sent_at", sa.String),
    sa.Column("tries", sa.Integer, nullable=False, default=0),
    sa.Column("trouble", sa.String),  # why the last try failed
    sa.UniqueConstraint("receiver", "key", name="told_once"),
)

marks = sa.Table(  # how far something has been read
    "marks",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("place", sa.Integer, nullable=False),
)

turns = sa.Table(  # of the schedules: which due time was seen to last
    "turns",
    metadata,
    sa.Column("schedule", sa.String, primary_key=True),
    sa.Column("due_at", sa.String, nullable=False),
    sa.Column("ended_at", sa.String),
    sa.Column("exit_code", sa.Integer),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("command", sa.String, nullable=False),
    sa.Column("site", sa.String, nullable=False),
    sa.Column("selection", sa.JSON, nullable=False),  # refs
    sa.Column("started_at", sa.String, nullable=False),
    sa.Column("beat_at", sa.String),  # when it was last seen alive
    sa.Column("allowed", sa.JSON),  # what a person has allowed it beyond the usual
    sa.Column("stop_at", sa.String),  # when somebody asked it to stop
    sa.Column("finished_at", sa.String),
    sa.Column("verdict", sa.String),
)

workers = sa.Table(  # of a shared database; times are the database's own
    "workers",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String, nullable=False),  # yuncai host:pid
    sa.Column("lanes", sa.Integer, nullable=False),
    sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("fenced_at", sa.DateTime(timezone=True)),  # it hung: it may not write any more
    sa.Column("left_at", sa.DateTime(timezone=True)),  # in order
    sa.Column("adopted_at", sa.DateTime(timezone=True)),  # its work was taken over
)

paces = sa.Table(  # of a shared database: when the next write to a portal may leave
    "paces",
    metadata,
    sa.Column("portal", sa.String, primary_key=True),
    sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
)

refusals = sa.Table(  # in a row, in the same words
    "refusals",
    metadata,
    sa.Column("run_id", sa.String, primary_key=True),
    sa.Column("route", sa.String, primary_key=True),
    sa.Column("words", sa.String, nullable=False),
    sa.Column("alike", sa.Integer, nullable=False),
)

shut_lanes = sa.Table(
    "shut_lanes",
    metadata,
    sa.Column("run_id", sa.String, primary_key=True),
    sa.Column("lane", sa.String, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("code", sa.String, nullable=False),
    sa.Column("params", sa.JSON, nullable=False),
)

refused_logins = sa.Table(
    "refused_logins",
    metadata,
    sa.Column("site", sa.String, primary_key=True),
    sa.Column("lane", sa.String, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("text", sa.String, nullable=False),  # the portal's words
    sa.Column("salt", sa.String, nullable=False),
    sa.Column("digest", sa.String, nullable=False),  # of all that was typed, so that a changed secret may be tried
)

thrown_out = sa.Table(
    "thrown_out",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("site", sa.String, nullable=False),
    sa.Column("lane", sa.String, nullable=False, index=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("kicked", sa.Boolean, nullable=False),  # the portal said that somebody else has logged in
)
