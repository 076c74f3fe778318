"""The tables of version 1, as the first migration makes them. Never edited: later versions are steps of their own."""

FIRST_SCHEMA = """
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE pipelines (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE stages (
    id INTEGER PRIMARY KEY,
    pipeline_id INTEGER NOT NULL REFERENCES pipelines(id),
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('open', 'won', 'lost')),
    experience_value REAL NOT NULL CHECK (experience_value BETWEEN 0 AND 1),
    UNIQUE (pipeline_id, name)
) STRICT;

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    external_id TEXT UNIQUE,
    name TEXT NOT NULL,
    pinyin TEXT NOT NULL DEFAULT '',
    initials TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'seller' CHECK (role IN ('seller', 'supervisor')),
    email TEXT,
    region TEXT,
    style TEXT CHECK (style IN ('tiger', 'owl', 'koala', 'peacock')),
    hired_on TEXT,
    left_on TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX people_by_name ON people(name);

CREATE TABLE teams (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    mode TEXT NOT NULL DEFAULT 'opportunities' CHECK (mode IN ('opportunities', 'process')),
    typical_cycle_days INTEGER NOT NULL DEFAULT 60 CHECK (typical_cycle_days > 0),
    pipeline_id INTEGER NOT NULL REFERENCES pipelines(id),
    supervisor_id INTEGER REFERENCES people(id),
    deleted_at TEXT
) STRICT;

-- The manager's own experience value and limit where a team's differs from the pipeline's.
CREATE TABLE team_stages (
    id INTEGER PRIMARY KEY,
    team_id INTEGER NOT NULL REFERENCES teams(id),
    stage_id INTEGER NOT NULL REFERENCES stages(id),
    experience_value REAL CHECK (experience_value BETWEEN 0 AND 1),
    limit_days INTEGER CHECK (limit_days >= 0),
    UNIQUE (team_id, stage_id)
) STRICT;

-- People change teams: [from_on, to_on), an open end is NULL.
CREATE TABLE memberships (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people(id),
    team_id INTEGER NOT NULL REFERENCES teams(id),
    from_on TEXT,
    to_on TEXT,
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on < to_on)
) STRICT;
CREATE INDEX memberships_by_person ON memberships(person_id);

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    external_id TEXT UNIQUE,
    name TEXT NOT NULL,
    pinyin TEXT NOT NULL DEFAULT '',
    initials TEXT NOT NULL DEFAULT '',
    industry TEXT,
    region TEXT,
    owner_id INTEGER REFERENCES people(id),
    parent_id INTEGER REFERENCES accounts(id),
    is_key INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1)),
    tier_by_hand TEXT CHECK (tier_by_hand IN ('A', 'B', 'C')),
    deleted_at TEXT
) STRICT;
CREATE INDEX accounts_by_name ON accounts(name);
CREATE INDEX key_accounts ON accounts(owner_id) WHERE is_key = 1;

CREATE TABLE products (
    id INTEGER PRIMARY KEY,
    external_id TEXT UNIQUE,
    name TEXT NOT NULL UNIQUE,
    series TEXT,
    list_price INTEGER,
    deleted_at TEXT
) STRICT;

CREATE TABLE deals (
    id INTEGER PRIMARY KEY,
    external_id TEXT UNIQUE,
    name TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts(id),
    owner_id INTEGER REFERENCES people(id),
    product_id INTEGER REFERENCES products(id),
    stage_id INTEGER NOT NULL REFERENCES stages(id),
    state TEXT NOT NULL CHECK (state IN ('open', 'won', 'lost')),
    amount INTEGER,
    currency TEXT,
    created_on TEXT,
    expected_close TEXT,
    closed_on TEXT,
    forecast_category TEXT CHECK (forecast_category IN ('commit', 'best_case', 'pipeline', 'omitted')),
    source TEXT CHECK (source IN ('self', 'lead')),
    lead_source TEXT,
    lost_reason TEXT,
    entry_department TEXT,
    budget INTEGER,
    quantified_value TEXT,
    decision_maker TEXT,
    next_step TEXT,
    next_step_on TEXT,
    is_major INTEGER NOT NULL DEFAULT 0 CHECK (is_major IN (0, 1)),
    remark TEXT,
    deleted_at TEXT,
    CHECK (state <> 'open' OR closed_on IS NULL)
) STRICT;
-- The figures of a cycle are read from these alone; the wider a deal's row gets, the more that is worth.
CREATE INDEX deals_closed ON deals(closed_on, owner_id, state, amount, product_id, currency, created_on, source)
    WHERE closed_on IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX deals_open ON deals(
    owner_id, stage_id, forecast_category, expected_close, amount, product_id, currency, created_on, account_id, state
) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX deals_major ON deals(owner_id) WHERE is_major = 1 AND state = 'open' AND deleted_at IS NULL;
CREATE INDEX deals_created ON deals(created_on, owner_id, source) WHERE deleted_at IS NULL;
CREATE INDEX deals_by_account ON deals(account_id);
CREATE INDEX deals_by_owner ON deals(owner_id);

-- Append-only. ``effective_at`` is when it happened in the world (local day or minute), ``recorded_at`` when the
-- cockpit learned of it: a month recomputed later uses the first, "what did we believe then" the second.
CREATE TABLE deal_history (
    id INTEGER PRIMARY KEY,
    deal_id INTEGER NOT NULL REFERENCES deals(id),
    field TEXT NOT NULL CHECK (field IN ('stage', 'state', 'amount', 'expected_close', 'owner')),
    old TEXT,
    new TEXT,
    effective_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    operation_id INTEGER
) STRICT;
CREATE INDEX deal_history_by_deal ON deal_history(deal_id, effective_at, field);
CREATE INDEX deal_history_by_time ON deal_history(effective_at);
CREATE TRIGGER deal_history_is_not_rewritten BEFORE UPDATE ON deal_history BEGIN
    SELECT RAISE(ABORT, 'deal_history is append-only');
END;
CREATE TRIGGER deal_history_is_not_removed BEFORE DELETE ON deal_history
WHEN coalesce((SELECT running_back FROM journal_state), 0) = 0 BEGIN
    SELECT RAISE(ABORT, 'deal_history is append-only');
END;

CREATE TABLE days_used (
    day TEXT PRIMARY KEY
) STRICT;

CREATE TABLE activities (
    id INTEGER PRIMARY KEY,
    external_id TEXT UNIQUE,
    deal_id INTEGER REFERENCES deals(id),
    account_id INTEGER REFERENCES accounts(id),
    person_id INTEGER REFERENCES people(id),
    kind TEXT NOT NULL,
    met TEXT,
    happened_on TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    deleted_at TEXT
) STRICT;
CREATE INDEX activities_by_account ON activities(account_id, happened_on);
CREATE INDEX activities_by_person ON activities(person_id, happened_on);
CREATE INDEX activities_by_deal ON activities(deal_id, happened_on);
CREATE INDEX activities_by_day ON activities(happened_on);

-- One owner of a target: a person, a team, or (both NULL) the whole team.
CREATE TABLE targets (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    person_id INTEGER REFERENCES people(id),
    team_id INTEGER REFERENCES teams(id),
    measure TEXT NOT NULL CHECK (measure IN ('won_revenue', 'collected', 'new_customers', 'new_touches')),
    level TEXT NOT NULL DEFAULT 'target' CHECK (level IN ('target', 'sprint', 'challenge')),
    value INTEGER NOT NULL CHECK (value >= 0),
    CHECK (person_id IS NULL OR team_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX targets_once ON targets(month, coalesce(person_id, 0), coalesce(team_id, 0), measure, level);

CREATE TABLE cycles (
    month TEXT PRIMARY KEY,
    comment TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE cycle_closings (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL REFERENCES cycles(month),
    closed_at TEXT NOT NULL,
    reopened_at TEXT,
    reopened_because TEXT
) STRICT;

CREATE TABLE frozen_figures (
    id INTEGER PRIMARY KEY,
    closing_id INTEGER NOT NULL REFERENCES cycle_closings(id),
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    value REAL,
    n INTEGER,
    reason TEXT,
    UNIQUE (closing_id, scope, key)
) STRICT;

-- The whole team's review as it stood when its cycle was closed: JSON, once per language.
CREATE TABLE frozen_reviews (
    id INTEGER PRIMARY KEY,
    closing_id INTEGER NOT NULL REFERENCES cycle_closings(id),
    language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
    content TEXT NOT NULL,
    UNIQUE (closing_id, language)
) STRICT;

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL DEFAULT 'one_on_one' CHECK (kind IN ('one_on_one', 'team')),
    person_id INTEGER REFERENCES people(id),
    number INTEGER,
    planned_for TEXT,
    started_at TEXT,
    ended_at TEXT,
    place TEXT,
    purpose TEXT,
    mood INTEGER CHECK (mood BETWEEN 1 AND 5),
    next_on TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX meetings_by_person ON meetings(person_id, started_at);

-- Saved at every pause of typing, so apart from ``meetings`` and outside the journal: the note has its own versions.
CREATE TABLE notes (
    meeting_id INTEGER PRIMARY KEY REFERENCES meetings(id),
    text TEXT NOT NULL DEFAULT '',
    private_text TEXT NOT NULL DEFAULT '',
    saved_at TEXT
) STRICT;

CREATE TABLE note_versions (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    text TEXT NOT NULL,
    private_text TEXT NOT NULL DEFAULT '',
    saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_versions_by_meeting ON note_versions(meeting_id, saved_at);

-- One captured line of a note. ``line`` is its place in the note, from 0; NULL once the line is gone.
CREATE TABLE note_items (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meetings(id),
    kind TEXT NOT NULL
        CHECK (kind IN ('request', 'promise', 'suggestion', 'idea', 'problem', 'leader_problem', 'action', 'praise')),
    text TEXT NOT NULL,
    due_on TEXT,
    line INTEGER,
    created_at TEXT NOT NULL,
    removed_at TEXT
) STRICT;
CREATE INDEX note_items_by_meeting ON note_items(meeting_id);

-- Requests and promises are one thing on its way: asked -> promised -> in_hand -> done or declined.
CREATE TABLE supports (
    id INTEGER PRIMARY KEY,
    note_item_id INTEGER UNIQUE REFERENCES note_items(id),
    person_id INTEGER REFERENCES people(id),
    deal_id INTEGER REFERENCES deals(id),
    kind TEXT NOT NULL DEFAULT 'internal' CHECK (kind IN ('internal', 'external', 'relationship', 'morale')),
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('asked', 'promised', 'in_hand', 'done', 'declined')),
    asked_on TEXT NOT NULL,
    answered_on TEXT,
    promised_on TEXT,
    first_due_on TEXT,
    due_on TEXT,
    done_on TEXT,
    giver TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    deleted_at TEXT
) STRICT;
CREATE INDEX supports_by_person ON supports(person_id);
CREATE INDEX supports_by_due ON supports(due_on);

CREATE TABLE problem_kinds (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    note_item_id INTEGER UNIQUE REFERENCES note_items(id),
    person_id INTEGER NOT NULL REFERENCES people(id),
    month TEXT NOT NULL,
    found_by TEXT NOT NULL CHECK (found_by IN ('self', 'leader')),
    kind_id INTEGER REFERENCES problem_kinds(id),
    text TEXT NOT NULL,
    evidence TEXT NOT NULL DEFAULT '',
    recorded_on TEXT NOT NULL,
    settled_on TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX problems_by_person ON problems(person_id, month);

-- The leader's list opens when the person has named a problem, or is skipped knowingly with a reason.
CREATE TABLE self_finding_skips (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people(id),
    month TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (person_id, month)
) STRICT;

CREATE TABLE actions (
    id INTEGER PRIMARY KEY,
    note_item_id INTEGER UNIQUE REFERENCES note_items(id),
    problem_id INTEGER REFERENCES problems(id),
    person_id INTEGER NOT NULL REFERENCES people(id),
    month TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'agreed', 'closed')),
    metric TEXT,
    baseline REAL,
    baseline_reason TEXT,
    target REAL,
    due_on TEXT,
    agreed_on TEXT,
    verdict TEXT CHECK (verdict IN ('effective', 'partly', 'not_effective', 'not_measurable')),
    verdict_on TEXT,
    deleted_at TEXT
) STRICT;
CREATE INDEX actions_by_person ON actions(person_id, month);

CREATE TABLE check_ins (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions(id),
    planned_on TEXT,
    happened_on TEXT,
    word TEXT NOT NULL DEFAULT '',
    kind TEXT CHECK (kind IN ('hint', 'praise')),
    value REAL
) STRICT;
CREATE INDEX check_ins_by_action ON check_ins(action_id);

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    imported_at TEXT NOT NULL,
    file_name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    report TEXT NOT NULL,
    operation_id INTEGER
) STRICT
"""
