"""Follow-ups that activities asked for: what is due on a day, what is overdue, what was followed up on it."""

import sqlite3
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from cockpit.metrics.touches import ACCOUNT_OF_ACTIVITY

OVERDUE_DAYS = 90
"""What nobody has followed up for longer is forgotten, and not late: it does not stand in the list for ever."""

_LATER = "x.happened_on > a.happened_on AND x.happened_on <= :as_of AND x.deleted_at IS NULL"
_FIRST = "ORDER BY x.happened_on LIMIT 1"
# Left alone, SQLite would look through all activities without an account first.
_FOLLOW_UPS = f"""
WITH asked AS MATERIALIZED (
    SELECT a.id, a.person_id, a.deal_id, {ACCOUNT_OF_ACTIVITY} AS account_id, a.happened_on, a.follow_up_on,
           CASE WHEN a.followed_up_on <= :as_of THEN a.followed_up_on END AS ticked_on
    FROM activities a
    WHERE a.follow_up_on > :since AND a.follow_up_on <= :day AND a.deleted_at IS NULL AND a.happened_on <= :as_of
),
done AS MATERIALIZED (
    SELECT a.*, min(
        coalesce(a.ticked_on, '9999'),
        coalesce((SELECT x.happened_on FROM activities x WHERE x.deal_id = a.deal_id AND {_LATER} {_FIRST}), '9999'),
        coalesce((SELECT x.happened_on FROM activities x WHERE x.account_id = a.account_id AND {_LATER}
                  AND (a.deal_id IS NULL OR x.deal_id IS NULL) {_FIRST}), '9999'),
        coalesce(CASE WHEN a.deal_id IS NULL THEN
            (SELECT min(x.happened_on) FROM deals y CROSS JOIN activities x ON x.deal_id = y.id
             WHERE y.account_id = a.account_id AND y.deleted_at IS NULL AND +x.account_id IS NULL AND {_LATER})
        END, '9999')
    ) AS done_on
    FROM asked a
)
SELECT id, person_id, follow_up_on, nullif(done_on, '9999') AS done_on FROM done WHERE done_on >= :from_day
"""
State = Literal["due", "overdue", "done"]
_STATES: dict[State, str] = {
    "due": "f.follow_up_on = :day AND f.done_on IS NULL",
    "overdue": "f.follow_up_on < :day AND f.done_on IS NULL",
    "done": "f.done_on = :day",
}


@frozen
class FollowUp:
    """The activity that asked for it, whose it is, when it was to be, and when it was done; ISO days."""

    id: int
    person_id: int | None
    due_on: str
    done_on: str | None

    def state_on(self, day: str) -> State:
        """As what it counts on ISO ``day``."""
        if self.done_on is not None:
            return "done"
        return "due" if self.due_on == day else "overdue"


def follow_ups(connection: sqlite3.Connection, day: date, today: date) -> list[FollowUp]:
    """What is open at the end of ``day`` of all that was to be done by then, and what was done on it.

    A follow-up is done by a tick, or by the first later activity with the same deal, or with the same account: of an
    account's by any, of a deal's by one that names no other deal. What was asked for at a later moment does not count.
    A day that has not come is looked at from today.
    """
    return [FollowUp(*row) for row in connection.execute(_FOLLOW_UPS, bounds(day, today))]


def follow_ups_sql(state: State) -> str:
    """A table of the ids and people of one state, ``f.id`` and ``f.person_id``, with the parameters of ``bounds``."""
    return f"SELECT f.id, f.person_id FROM ({_FOLLOW_UPS}) f WHERE {_STATES[state]}"


def bounds(day: date, today: date) -> dict[str, object]:
    """The parameters of these statements."""
    return {
        "day": day.isoformat(),
        "since": (day - timedelta(days=OVERDUE_DAYS + 1)).isoformat(),
        "as_of": min(day, today).isoformat(),
        # What was done on an earlier day is neither open nor done today.
        "from_day": day.isoformat(),
    }
