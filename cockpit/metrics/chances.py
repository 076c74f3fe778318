"""How likely an open deal is won within the days to come, by its stage and how long it has stood there: from history.

The question is put to the past as it will be put to the future. On each of many past days some deals stood open; of
those that stood in the same stage for about as long, the share that was won within as many days from then on is the
chance. What lies dead was open on all of those days and was never won, so it counts, day for day, as what it is; who
looks at deals that were closed takes it for alive. Only days from which the whole time ahead has passed are asked.

Where most of the closed deals do not tell which stages they went through - a first import knows when they were created
and closed, and no more - their stages teach nothing, least of all about those that are still open: then all deals are
taken by the days since they were created.

Ages are put into bands. Few past deals say little, so a band's share leans on its stage's and a stage's on everybody's,
by ``WEIGHT`` deals' worth. Days in a row ask about the same deals, so that what counts as experience is how many stays
in the stage there were, not how many days.
"""

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from attrs import define, frozen

BANDS = (0, 8, 15, 31, 61, 91)
"""Days in stage from which each band begins."""
WEIGHT = 10
LATEST_CLOSED = 1_000
DAYS_ASKED = 60
"""Past days are asked back to the closing of the 1,000th last deal, and at least so many: bounded in any store."""
JULIAN = 1_721_424
"""What SQLite's whole julian days are ahead of ``date.toordinal()``."""
MOST_TELL = 0.5
"""Of the closed deals so many have to tell which stages they went through for stages to teach anything."""
ROWS_AT_ONCE = 5_000
_NEVER = 1 << 30
_ANY_STAGE, _UNKNOWN_AGE = 0, -1
"""In place of a stage where stages teach nothing, and of a band where nobody knows when a deal was created."""


@frozen
class Chance:
    """How likely deals of one stage and band are won: a beta distribution with ``alpha`` and ``beta``."""

    alpha: float
    beta: float

    @property
    def mean(self) -> float:
        return self.alpha / (self.alpha + self.beta)


@define
class Seen:
    """What was seen of deals in a stage and band: on so many days somebody could ask, on so many it came to be won in
    time, and how many stays these days belong to."""

    asked: int = 0
    won: int = 0
    stays: int = 0


@frozen
class Evidence:
    """What was seen, by stage and place in ``BANDS``; not ``by_stage`` all deals are taken by the days since they were
    created."""

    seen: Mapping[tuple[int, int], Seen]
    by_stage: bool = True


class Chances:
    """The chances of every stage and age to be won within a horizon. None where nobody closed a deal yet, or none long
    enough ago."""

    def __init__(self, evidence: Evidence) -> None:
        self._by_stage = evidence.by_stage
        self._by_band: dict[tuple[int | None, int | None], Seen] = {}
        for (stage, at), some in evidence.seen.items():
            for key in ((stage, at), (stage, None), (None, at), (None, None)):
                sum_ = self._by_band.setdefault(key, Seen())
                sum_.asked += some.asked
                sum_.won += some.won
                sum_.stays += some.stays
        self._known: dict[tuple[int | None, int | None], Chance] = {}

    def of(self, stage_id: int | None, age: int | None, open_for: int | None = None) -> Chance | None:
        """``age`` in days in the stage; an unknown one has its stage's chance at any age. A stage that is unknown, or
        in which no deal was seen, has everybody's chance at that age. ``open_for`` days since it was created.
        """
        everywhere = self._by_band.get((None, None))
        if everywhere is None or not everywhere.asked:
            return None
        if self._by_stage:
            key = (stage_id if (stage_id, None) in self._by_band else None, band(age) if age is not None else None)
        else:
            key = (None, band(open_for) if open_for is not None else _UNKNOWN_AGE)
        if key not in self._known:
            self._known[key] = self._learn(*key)
        return self._known[key]

    def _learn(self, stage: int | None, at: int | None) -> Chance:
        everywhere = self._by_band[None, None]
        share = (everywhere.won / everywhere.asked * everywhere.stays + 1) / (everywhere.stays + 2)
        some = _leaning(self._by_band[stage, None], share)
        return some if at is None else _leaning(self._by_band.get((stage, at), Seen()), some.mean)


def _leaning(seen: Seen, share: float) -> Chance:
    won = seen.won / seen.asked * seen.stays if seen.asked else 0.0
    return Chance(won + WEIGHT * share, seen.stays - won + WEIGHT * (1 - share))


def band(age: int) -> int:
    """The place in ``BANDS`` of an age in days."""
    return max(0, bisect_right(BANDS, age) - 1)


# --- what was seen --------------------------------------------------------------------------------------------

_FIRST_CLOSED = f"""
SELECT min(closed_on), count(*) FROM (SELECT closed_on FROM deals WHERE closed_on <= ? AND deleted_at IS NULL
    AND state IN ('won', 'lost') ORDER BY closed_on DESC LIMIT {LATEST_CLOSED})
"""

_MOVES = """
WITH looked_at AS (
    SELECT d.id, d.state = 'won' AS won, d.created_on, d.closed_on FROM deals d
    WHERE d.closed_on >= :since AND d.closed_on <= :day AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
        AND (:until IS NULL OR NOT EXISTS (SELECT 1 FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'state'
            AND h.recorded_at >= :until))
    UNION ALL
    SELECT d.id, 0, d.created_on, NULL FROM deals d WHERE d.id IN (SELECT value FROM json_each(:still_open))
)
SELECT r.id, r.won, coalesce(CAST(julianday(r.created_on) AS INTEGER), -1),
    coalesce(CAST(julianday(r.closed_on) AS INTEGER), -1), coalesce(CAST(h.old AS INTEGER), -1),
    coalesce(CAST(h.new AS INTEGER), -1), CAST(julianday(substr(h.effective_at, 1, 10)) AS INTEGER)
FROM looked_at r JOIN deal_history h ON h.deal_id = r.id AND h.field = 'stage'
    AND (:until IS NULL OR h.recorded_at < :until)
ORDER BY r.id, h.effective_at, h.id
"""
"""Deal, won?, day numbers of creation and closing, stage before and after (-1: none), day number of the change."""


@frozen
class Asked:
    """The question: who is won from the first to the last day of ``horizon`` after ``day``; and the past day back to
    which it is put, None where nothing was closed by ``day``."""

    day: date
    horizon: tuple[int, int]
    since: date | None

    @classmethod
    def of(cls, connection: sqlite3.Connection, day: date, horizon: tuple[int, int]) -> "Asked":
        """Back to the closing of the 1,000th last deal, and for at least ``DAYS_ASKED`` days."""
        closed_on, closed = connection.execute(_FIRST_CLOSED, (day.isoformat(),)).fetchone()
        if not closed:
            return cls(day, horizon, None)
        since = date.fromisoformat(closed_on[:10])
        if closed == LATEST_CLOSED:
            since = min(since, day - timedelta(days=horizon[1] + DAYS_ASKED))
        return cls(day, horizon, since)


@frozen
class _Stays:
    """Arrays with a place for each stay: its stage, and the day numbers of coming, of leaving (that of the closing
    where it was the last stay), of the deal's closing and of its winning."""

    stage: Any
    entered: Any
    left: Any
    closing: Any
    winning: Any

    def seen(self, asked: Asked, since: date) -> dict[tuple[int, int], Seen]:
        """By stage and band, counted without going through the days."""
        import numpy as np

        first, last = asked.horizon
        begin = since.toordinal() + JULIAN
        # Where a day is not over yet, a deal that is closed in the course of it still stands open.
        until = np.minimum(self.left - min(first, 1), asked.day.toordinal() + JULIAN - last)
        known = self.entered > -_NEVER
        bands = [(at, known, age, BANDS[at + 1] if at + 1 < len(BANDS) else _NEVER) for at, age in enumerate(BANDS)]
        seen: dict[tuple[int, int], Seen] = {}
        for at, which, youngest, end in (*bands, (_UNKNOWN_AGE, ~known, 0, 3 * _NEVER)):
            low, high = np.maximum(self.entered + youngest, begin), np.minimum(self.entered + end - 1, until)
            some = which & (low <= high)
            low, high, stage, winning = low[some], high[some], self.stage[some], self.winning[some]
            days = high - low + 1
            won = np.maximum(0, np.minimum(high, winning - first) - np.maximum(low, winning - last) + 1)
            for number in np.unique(stage):
                here = stage == number
                seen[int(number), at] = Seen(int(days[here].sum()), int(won[here].sum()), int(here.sum()))
        return seen


class Stays:
    """Every stay in an open stage of deals that were closed from a day on, and of those that were open at its end."""

    def __init__(
        self, connection: sqlite3.Connection, since: date, day: date, still_open: Iterable[int],
        recorded_before: str | None = None, go_on: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """``still_open`` are all deals that were open at the end of ``day``, whosever they are. With
        ``recorded_before`` (a UTC stamp) only what was recorded by then. ``go_on`` is called now and then.
        """
        import numpy as np  # takes a tenth of a second

        found = connection.execute(
            _MOVES,
            {
                "since": since.isoformat(), "day": day.isoformat(), "until": recorded_before,
                "still_open": json.dumps(sorted(still_open)),
            },
        )  # fmt: skip
        # A few at a time: nobody else's turn comes while numbers are made of rows.
        rows = [np.zeros((0, 7), dtype=np.int64)]
        while some := found.fetchmany(ROWS_AT_ONCE):
            rows.append(np.array(some, dtype=np.int64))
            go_on()
        deal, won, created, closed, old, new, changed = np.concatenate(rows).T
        begins = np.ones(len(deal), dtype=bool)
        begins[1:] = deal[1:] != deal[:-1]
        closing = np.where(closed >= 0, closed, _NEVER)
        left = closing.copy()
        left[:-1] = np.where(begins[1:], closing[:-1], changed[1:])
        winning = np.where((won == 1) & (closed >= 0), closed, -_NEVER)
        stages = [row[0] for row in connection.execute("SELECT id FROM stages WHERE kind = 'open'")]
        # What stood in a stage before its first change did so since its creation.
        early = begins & (old >= 0) & (created >= 0)
        stage = np.concatenate((new, old[early]))
        is_open = np.isin(stage, stages)
        self._by_stage = _Stays(
            stage[is_open],
            np.concatenate((changed, created[early]))[is_open],
            np.concatenate((left, changed[early]))[is_open],
            np.concatenate((closing, closing[early]))[is_open],
            np.concatenate((winning, winning[early]))[is_open],
        )
        self._by_age = _Stays(
            np.full(int(begins.sum()), _ANY_STAGE),
            np.where(created >= 0, created, -_NEVER)[begins],
            closing[begins],
            closing[begins],
            winning[begins],
        )
        tells = np.isin(new, stages) | np.isin(old, stages)
        self._tells = np.logical_or.reduceat(tells, np.flatnonzero(begins)) if len(tells) else tells

    def seen(self, asked: Asked) -> Evidence:
        """Nothing where nobody had closed a deal yet."""
        if asked.since is None:
            return Evidence({})
        closed = self._by_age.closing <= asked.day.toordinal() + JULIAN
        if not closed.any():
            return Evidence({})
        by_stage = bool(self._tells[closed].mean() >= MOST_TELL)
        return Evidence((self._by_stage if by_stage else self._by_age).seen(asked, asked.since), by_stage)


_known: dict[tuple[object, ...], Chances] = {}
_KEPT = 32
"""The cycles of two back-tests."""


def read_chances(
    connection: sqlite3.Connection,
    day: date,
    horizon: tuple[int, int],
    still_open: Iterable[int],
    *,
    recorded_before: str | None = None,
    stays: Stays | None = None,
) -> Chances:
    """What was known at the end of ``day`` of the chances to be won from the first to the last day of ``horizon``,
    counted from a deal's own day.

    ``still_open`` and ``recorded_before`` as for ``Stays``. ``stays`` that were read for a later day save reading them
    again: what came after the day asks nothing. Kept until the history grows: every scope asks for it.
    """
    opened = frozenset(still_open)
    key = (*_version(connection), day, horizon, hash(opened), len(opened), recorded_before)
    found = _known.get(key)
    if found is None:
        asked = Asked.of(connection, day, horizon)
        if stays is None and asked.since is not None:
            stays = Stays(connection, asked.since, day, opened, recorded_before)
        found = Chances(stays.seen(asked) if stays is not None else Evidence({}))
        while len(_known) >= _KEPT:
            _known.pop(next(iter(_known)), None)
        _known[key] = found
    return found


def _version(connection: sqlite3.Connection) -> tuple[object, ...]:
    path = connection.execute("PRAGMA database_list").fetchone()[2] or id(connection)
    newest = connection.execute("SELECT id, recorded_at FROM deal_history ORDER BY id DESC LIMIT 1").fetchone()
    deals = connection.execute("SELECT max(id) FROM deals").fetchone()[0]
    return path, newest, deals
