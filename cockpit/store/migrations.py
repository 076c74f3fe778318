"""Every step from an empty file to the newest schema: named functions in a list, all of them in one transaction.

A step is never edited once it has been released; a change of the schema is a new step and a higher ``SCHEMA_VERSION``.
Conventions: money is an integer of the currency's smallest unit (分); ``*_on`` is a local day "2026-11-24"; ``*_at``
is UTC to the millisecond "2026-11-24T06:41:07.123Z"; shares are fractions.
"""

import sqlite3
from collections.abc import Callable

import sqlite_utils
from sqlite_utils import Migrations

from cockpit.store import journal
from cockpit.store.first_schema import FIRST_SCHEMA
from cockpit.store.schema import SCHEMA_VERSION

migrations = Migrations("cockpit")


def _run(database: sqlite_utils.Database, script: str) -> None:
    """Statement by statement: ``executescript`` would commit before the migration is whole."""
    connection: sqlite3.Connection = database.conn
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        connection.execute(statement)


@migrations()
def m001_first_schema(database: sqlite_utils.Database) -> None:
    """The spine: team, deals with their history, targets, meetings with notes and items, the loop, settings."""
    journal.create_tables(database.conn)
    _run(database, FIRST_SCHEMA)


_IMPORT_SHAPES = """
-- What the manager decided about files of one shape, to be applied when the next export comes.
CREATE TABLE import_shapes (
    shape TEXT PRIMARY KEY,
    choices TEXT NOT NULL,
    used_at TEXT NOT NULL
) STRICT
"""


@migrations()
def m002_import_shapes(database: sqlite_utils.Database) -> None:
    """Decisions about the columns and names of a file are remembered by its shape."""
    _run(database, _IMPORT_SHAPES)


_RESULTS_AND_PROCESS = """
-- The history keeps the rep's own call as well, so that a past month's can be held against what came of it.
CREATE TABLE wider_deal_history (
    id INTEGER PRIMARY KEY,
    deal_id INTEGER NOT NULL REFERENCES deals(id),
    field TEXT NOT NULL
        CHECK (field IN ('stage', 'state', 'amount', 'expected_close', 'owner', 'forecast_category')),
    old TEXT,
    new TEXT,
    effective_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    operation_id INTEGER
) STRICT;
INSERT INTO wider_deal_history SELECT id, deal_id, field, old, new, effective_at, recorded_at, operation_id
    FROM deal_history;
DROP TABLE deal_history;
ALTER TABLE wider_deal_history RENAME TO deal_history;
CREATE INDEX deal_history_by_deal ON deal_history(deal_id, effective_at, field);
CREATE INDEX deal_history_by_time ON deal_history(effective_at);
CREATE TRIGGER deal_history_is_not_rewritten BEFORE UPDATE ON deal_history BEGIN
    SELECT RAISE(ABORT, 'deal_history is append-only');
END;
CREATE TRIGGER deal_history_is_not_removed BEFORE DELETE ON deal_history
WHEN coalesce((SELECT running_back FROM journal_state), 0) = 0 BEGIN
    SELECT RAISE(ABORT, 'deal_history is append-only');
END;

-- What the manager believed of a stage before a day; ``team_id`` NULL is the pipeline's own value. A value that was
-- never changed has no entry. ``old`` and ``new`` are NULL where a team had or has none of its own.
CREATE TABLE experience_history (
    id INTEGER PRIMARY KEY,
    stage_id INTEGER NOT NULL REFERENCES stages(id),
    team_id INTEGER REFERENCES teams(id),
    old REAL,
    new REAL,
    changed_on TEXT NOT NULL
) STRICT;
CREATE INDEX experience_history_by_stage ON experience_history(stage_id, team_id, changed_on);

-- Units of the store's currency for a million units of ``currency``, from a day on ("": always).
CREATE TABLE exchange_rates (
    id INTEGER PRIMARY KEY,
    currency TEXT NOT NULL,
    from_on TEXT NOT NULL DEFAULT '',
    rate INTEGER NOT NULL CHECK (rate > 0),
    UNIQUE (currency, from_on)
) STRICT;

-- Money that came in (回款). Its seller is the deal's owner then, where the file names nobody else.
CREATE TABLE payments (
    id INTEGER PRIMARY KEY,
    external_id TEXT UNIQUE,
    deal_id INTEGER REFERENCES deals(id),
    account_id INTEGER REFERENCES accounts(id),
    person_id INTEGER REFERENCES people(id),
    received_on TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT,
    remark TEXT NOT NULL DEFAULT '',
    deleted_at TEXT
) STRICT;
CREATE INDEX payments_by_day ON payments(received_on, person_id, amount, currency) WHERE deleted_at IS NULL;
CREATE INDEX payments_by_deal ON payments(deal_id);

-- The five questions of an order. A question without a row has not been asked.
CREATE TABLE order_checks (
    id INTEGER PRIMARY KEY,
    deal_id INTEGER NOT NULL REFERENCES deals(id),
    question TEXT NOT NULL
        CHECK (question IN ('right_customer', 'entry_department', 'need', 'other_departments', 'feasibility')),
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
    evidence TEXT NOT NULL DEFAULT '',
    answered_on TEXT NOT NULL,
    UNIQUE (deal_id, question)
) STRICT;

-- What must be true before a deal enters a stage: one of the five questions answered yes, or a field filled in.
CREATE TABLE stage_requirements (
    id INTEGER PRIMARY KEY,
    stage_id INTEGER NOT NULL REFERENCES stages(id),
    needed TEXT NOT NULL,
    UNIQUE (stage_id, needed)
) STRICT;

-- The rolling log of a major deal: what happened, and what was to come next as it was said then.
CREATE TABLE deal_log (
    id INTEGER PRIMARY KEY,
    deal_id INTEGER NOT NULL REFERENCES deals(id),
    written_on TEXT NOT NULL,
    text TEXT NOT NULL,
    next_step TEXT,
    next_step_on TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX deal_log_by_deal ON deal_log(deal_id, written_on);

-- So many actions of a kind a person means to do in the week that begins on Monday ``week_on``; ``met`` "": anybody.
CREATE TABLE key_action_plans (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people(id),
    week_on TEXT NOT NULL,
    kind TEXT NOT NULL,
    met TEXT NOT NULL DEFAULT '',
    planned INTEGER NOT NULL CHECK (planned >= 0),
    UNIQUE (person_id, week_on, kind, met)
) STRICT;
CREATE INDEX key_action_plans_by_week ON key_action_plans(week_on);

ALTER TABLE activities ADD COLUMN follow_up_on TEXT;
CREATE INDEX activities_to_follow_up ON activities(follow_up_on) WHERE follow_up_on IS NOT NULL;

-- A red line (红线) that was crossed. While one is open, good results excuse nobody from a look at the process.
CREATE TABLE red_lines (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people(id),
    happened_on TEXT NOT NULL,
    text TEXT NOT NULL,
    settled_on TEXT,
    settlement TEXT NOT NULL DEFAULT '',
    deleted_at TEXT
) STRICT;
CREATE INDEX red_lines_by_person ON red_lines(person_id)
"""


@migrations()
def m003_results_and_process(database: sqlite_utils.Database) -> None:
    """What steps one and two keep: money received, the five questions, plans by week, the log, red lines, rates."""
    _run(database, _RESULTS_AND_PROCESS)


_FOLLOWED_UP = """
-- The day on which a follow-up was ticked off without another activity.
ALTER TABLE activities ADD COLUMN followed_up_on TEXT
"""


@migrations()
def m004_what_held_then(database: sqlite_utils.Database) -> None:
    """When a follow-up was done is known for past days as well."""
    _run(database, _FOLLOWED_UP)


_ANSWERS_THEN = """
-- What was answered before a day: ``old`` NULL where the question had not been asked, ``new`` NULL where the answer was
-- taken away.
CREATE TABLE order_check_history (
    id INTEGER PRIMARY KEY,
    deal_id INTEGER NOT NULL REFERENCES deals(id),
    question TEXT NOT NULL,
    old TEXT,
    new TEXT,
    changed_on TEXT NOT NULL
) STRICT;
CREATE INDEX order_check_history_by_deal ON order_check_history(deal_id, question, changed_on, new);
INSERT INTO order_check_history(deal_id, question, new, changed_on)
    SELECT deal_id, question, answer, answered_on FROM order_checks
"""


@migrations()
def m005_answers_then(database: sqlite_utils.Database) -> None:
    """What was answered to the five questions of an order is known for past days as well."""
    _run(database, _ANSWERS_THEN)


_LEARNED_USE = """
-- From a day on a team's weighted forecast uses what past deals teach in place of the manager's experience values, or
-- does so no longer.
CREATE TABLE learned_use (
    id INTEGER PRIMARY KEY,
    team_id INTEGER NOT NULL REFERENCES teams(id),
    is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
    from_on TEXT NOT NULL
) STRICT;
CREATE INDEX learned_use_by_team ON learned_use(team_id, from_on)
"""


@migrations()
def m006_learned_use(database: sqlite_utils.Database) -> None:
    """Whether a team's forecast uses learned values, and since when."""
    _run(database, _LEARNED_USE)


def migrate(connection: sqlite3.Connection, before_first: Callable[[], None] = lambda: None) -> None:
    """Bring an open store to the newest schema; ``before_first`` is called once before the first step that runs.

    All of it happens or nothing: a store whose migration is cut off is what it was before, and the next start does it
    again. The journal's triggers are made anew at the end, because they name every column.
    """
    database = sqlite_utils.Database(connection)
    if migrations.pending(database):
        before_first()
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)  # its own transactions become savepoints of this one
        journal.install_triggers(connection)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
