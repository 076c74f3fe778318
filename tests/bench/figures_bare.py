"""The baseline of the figures: every figure of the present cycle for every person, each team and all, in SQL written by
hand for just this store, without rows behind the numbers, notes or reasons. Prints seconds and the values.

It knows what holds here and may leave out what the cockpit has to think of: one currency, today as the day to look
from, nobody deleted, no memberships that overlap.
"""

import json
import sqlite3
import sys
import time
from datetime import date, timedelta
from math import floor
from pathlib import Path

from cockpit.model.cycles import Month
from cockpit.model.workdays import WorkCalendar

Values = dict[str, dict[str, float | None]]

_AT = "AND coalesce(m.from_on, '') <= {day} AND coalesce(m.to_on, '9999') > {day}"
_EVERY_SCOPE = """
s AS (
    SELECT 'all' AS scope, f.* FROM f
    UNION ALL SELECT 'team' || f.team, f.* FROM f WHERE f.team IS NOT NULL
    UNION ALL SELECT 'person' || f.person, f.* FROM f WHERE f.person IS NOT NULL
)
"""
_CLOSED = f"""
WITH f AS MATERIALIZED (
    SELECT d.owner_id AS person, m.team_id AS team, d.state = 'won' AS won,
           CASE WHEN d.amount IS NULL OR (d.amount = 0 AND d.state = 'lost') THEN p.list_price ELSE d.amount END
               AS value,
           d.amount, d.source, CAST(julianday(d.closed_on) - julianday(d.created_on) AS INTEGER) AS days
    FROM deals d LEFT JOIN products p ON p.id = d.product_id
    LEFT JOIN memberships m ON m.person_id = d.owner_id {_AT.format(day="d.closed_on")}
    WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
), {_EVERY_SCOPE}
"""
_TOTALS = f"""
{_CLOSED}
SELECT scope, sum(won), sum(NOT won), coalesce(sum(amount) FILTER (WHERE won), 0),
       coalesce(sum(value) FILTER (WHERE won), 0), coalesce(sum(value) FILTER (WHERE NOT won), 0),
       coalesce(sum(amount) FILTER (WHERE won AND source = 'self'), 0)
FROM s GROUP BY scope
"""
_DAYS = f"""
{_CLOSED},
ranked AS (
    SELECT scope, days, row_number() OVER (PARTITION BY scope ORDER BY days) - 1 AS place,
           count(*) OVER (PARTITION BY scope) - 1 AS last
    FROM s WHERE won AND days >= 0
)
SELECT scope, avg(days), avg(days) FILTER (WHERE place IN (last / 2, (last + 1) / 2)),
       sum(days * (CASE place WHEN CAST(last * 0.9 AS INTEGER) THEN 1 - (last * 0.9 - CAST(last * 0.9 AS INTEGER))
                   WHEN CAST(last * 0.9 AS INTEGER) + 1 THEN last * 0.9 - CAST(last * 0.9 AS INTEGER) ELSE 0 END))
FROM ranked GROUP BY scope
"""
_OPEN = f"""
WITH f AS MATERIALIZED (
    SELECT d.owner_id AS person, m.team_id AS team, d.expected_close < :end AS piped,
           coalesce(d.forecast_category, 'pipeline') AS category,
           coalesce(t.experience_value, g.experience_value) AS belief,
           coalesce(d.amount, p.list_price) AS value
    FROM deals d LEFT JOIN products p ON p.id = d.product_id JOIN stages g ON g.id = d.stage_id
    LEFT JOIN memberships m ON m.person_id = d.owner_id {_AT.format(day=":as_of")}
    LEFT JOIN team_stages t ON t.team_id = m.team_id AND t.stage_id = d.stage_id
    WHERE d.state = 'open' AND d.deleted_at IS NULL
), {_EVERY_SCOPE}
SELECT scope, count(*), coalesce(sum(value), 0), coalesce(sum(piped), 0), coalesce(sum(value) FILTER (WHERE piped), 0),
       coalesce(sum(value * belief) FILTER (WHERE piped AND category <> 'omitted'), 0),
       coalesce(sum(value) FILTER (WHERE piped AND category = 'commit'), 0),
       coalesce(sum(value) FILTER (WHERE piped AND category IN ('commit', 'best_case')), 0)
FROM s GROUP BY scope
"""
_TOUCHES = f"""
WITH first AS MATERIALIZED (
    SELECT coalesce(a.account_id, (SELECT x.account_id FROM deals x WHERE x.id = a.deal_id)) AS account, a.person_id,
           a.happened_on, min(a.happened_on || printf('%012d', a.id))
    FROM activities a
    WHERE a.happened_on >= :start AND a.happened_on < :end AND a.deleted_at IS NULL GROUP BY 1
), f AS MATERIALIZED (
    SELECT first.person_id AS person, m.team_id AS team
    FROM first LEFT JOIN memberships m ON m.person_id = first.person_id {_AT.format(day="first.happened_on")}
    WHERE first.account IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM activities e WHERE e.account_id = first.account AND e.happened_on < :start
                    AND e.deleted_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM deals x CROSS JOIN activities e ON e.deal_id = x.id WHERE x.account_id = first.account
                    AND +e.account_id IS NULL AND e.happened_on < :start AND e.deleted_at IS NULL)
), {_EVERY_SCOPE}
SELECT scope, count(*) FROM s GROUP BY scope
"""
_KEY_ACCOUNTS = f"""
WITH f AS MATERIALIZED (
    SELECT c.owner_id AS person, m.team_id AS team,
        EXISTS (SELECT 1 FROM activities e WHERE e.account_id = c.id AND e.deleted_at IS NULL
                AND e.happened_on > :since AND e.happened_on <= :as_of)
        OR EXISTS (SELECT 1 FROM deals x CROSS JOIN activities e ON e.deal_id = x.id WHERE x.account_id = c.id
                   AND +e.account_id IS NULL AND e.happened_on > :since AND e.happened_on <= :as_of
                   AND e.deleted_at IS NULL) AS followed
    FROM accounts c LEFT JOIN memberships m ON m.person_id = c.owner_id {_AT.format(day=":as_of")}
    WHERE c.is_key = 1 AND c.deleted_at IS NULL
), {_EVERY_SCOPE}
SELECT scope, avg(followed) FROM s GROUP BY scope
"""
_CREATED = f"""
WITH f AS MATERIALIZED (
    SELECT d.owner_id AS person, m.team_id AS team, d.source
    FROM deals d LEFT JOIN memberships m ON m.person_id = d.owner_id {_AT.format(day="d.created_on")}
    WHERE d.created_on >= :start AND d.created_on < :end AND d.deleted_at IS NULL
), {_EVERY_SCOPE}
SELECT scope, avg(coalesce(source, '') = 'self') FROM s GROUP BY scope
"""
_NEW_CUSTOMERS = f"""
WITH first AS MATERIALIZED (
    SELECT d.account_id, d.owner_id, d.closed_on, min(d.closed_on || printf('%012d', d.id)) FROM deals d
    WHERE d.closed_on >= :start AND d.closed_on < :end AND d.state = 'won' AND d.deleted_at IS NULL
    AND d.account_id IS NOT NULL GROUP BY 1
), f AS MATERIALIZED (
    SELECT first.owner_id AS person, m.team_id AS team
    FROM first LEFT JOIN memberships m ON m.person_id = first.owner_id {_AT.format(day="first.closed_on")}
    WHERE NOT EXISTS (SELECT 1 FROM deals x WHERE x.account_id = first.account_id AND x.state = 'won'
                      AND x.deleted_at IS NULL AND x.closed_on < :start)
), {_EVERY_SCOPE}
SELECT scope, count(*) FROM s GROUP BY scope
"""
# The stays of the thousand deals closed last before the cycle, by team and stage; their 75th percentile is the limit.
_LIMITS = """
WITH recent AS MATERIALIZED (
    SELECT d.id, m.team_id AS team, d.closed_on FROM (
        SELECT * FROM deals d WHERE d.closed_on < :start AND d.deleted_at IS NULL AND d.state IN ('won', 'lost')
        ORDER BY d.closed_on DESC LIMIT 1000) d
    LEFT JOIN memberships m ON m.person_id = d.owner_id AND coalesce(m.from_on, '') <= d.closed_on
        AND coalesce(m.to_on, '9999') > d.closed_on
), stays AS MATERIALIZED (
    SELECT r.id, r.team, CAST(h.new AS INTEGER) AS stage,
        julianday(lead(substr(h.effective_at, 1, 10), 1, r.closed_on) OVER (PARTITION BY r.id
            ORDER BY h.effective_at, h.id)) - julianday(substr(h.effective_at, 1, 10)) AS days
    FROM recent r JOIN deal_history h ON h.deal_id = r.id AND h.field = 'stage'
), of_deals AS MATERIALIZED (
    SELECT team, stage, count(DISTINCT id) AS n FROM stays GROUP BY 1, 2
), ranked AS (
    SELECT team, stage, days, row_number() OVER (PARTITION BY team, stage ORDER BY days) - 1 AS place,
           count(*) OVER (PARTITION BY team, stage) - 1 AS last
    FROM stays
)
SELECT team, stage, sum(days * (
    CASE place WHEN CAST(last * 0.75 AS INTEGER) THEN 1 - (last * 0.75 - CAST(last * 0.75 AS INTEGER))
    WHEN CAST(last * 0.75 AS INTEGER) + 1 THEN last * 0.75 - CAST(last * 0.75 AS INTEGER) ELSE 0 END)),
    (SELECT n FROM of_deals x WHERE x.team = ranked.team AND x.stage = ranked.stage)
FROM ranked GROUP BY team, stage
"""
_STALLED = f"""
WITH limits AS MATERIALIZED (
    SELECT json_extract(value, '$[0]') AS team, json_extract(value, '$[1]') AS stage,
           json_extract(value, '$[2]') AS since
    FROM json_each(:limits)
), f AS MATERIALIZED (
    SELECT d.owner_id AS person, m.team_id AS team
    FROM deals d CROSS JOIN memberships m ON m.person_id = d.owner_id {_AT.format(day=":as_of")}
    CROSS JOIN limits l ON l.team = m.team_id AND l.stage = d.stage_id
    WHERE d.state = 'open' AND d.deleted_at IS NULL
    AND coalesce((SELECT substr(h.effective_at, 1, 10) FROM deal_history h WHERE h.deal_id = d.id AND h.field = 'stage'
                  AND h.effective_at < :after ORDER BY h.effective_at DESC LIMIT 1), d.created_on) < l.since
), {_EVERY_SCOPE}
SELECT scope, count(*) FROM s GROUP BY scope
"""
_TARGETS = """
SELECT 'person' || person_id, value FROM targets WHERE month = :month AND measure = 'won_revenue' AND level = 'target'
UNION ALL SELECT 'team' || m.team_id, sum(value) FROM targets t JOIN memberships m ON m.person_id = t.person_id
    WHERE month = :month AND measure = 'won_revenue' AND level = 'target' GROUP BY m.team_id
UNION ALL SELECT 'all', sum(value) FROM targets WHERE month = :month AND measure = 'won_revenue' AND level = 'target'
"""
_SUPERVISORS = f"""
SELECT 'team' || m.team_id, sum(d.amount) FILTER (WHERE d.owner_id = t.supervisor_id), sum(d.amount)
FROM deals d JOIN memberships m ON m.person_id = d.owner_id {_AT.format(day="d.closed_on")}
JOIN teams t ON t.id = m.team_id
WHERE d.closed_on >= :start AND d.closed_on < :end AND d.deleted_at IS NULL AND d.state = 'won' GROUP BY 1
"""


def compute(connection: sqlite3.Connection, month: Month, today: date) -> Values:
    """Scope -> key -> value; money in minor units, None where there is none."""
    calendar = WorkCalendar("CN")
    bounds = {
        "start": month.start.isoformat(), "end": month.end.isoformat(), "as_of": today.isoformat(),
        "after": (today + timedelta(days=1)).isoformat(), "since": (today - timedelta(days=14)).isoformat(),
        "month": str(month),
    }  # fmt: skip

    def read(sql: str, **more: object) -> dict[str, tuple[float | None, ...]]:
        return {row[0]: row[1:] for row in connection.execute(sql, {**bounds, **more})}

    past = {"start": month.plus(-3).start.isoformat(), "end": month.start.isoformat()}
    totals, days, opened = read(_TOTALS), read(_DAYS), read(_OPEN)
    before, days_before = read(_TOTALS, **past), read(_DAYS, **past)
    touches, followed, created = read(_TOUCHES), read(_KEY_ACCOUNTS), read(_CREATED)
    customers, targets = read(_NEW_CUSTOMERS), read(_TARGETS)
    stalled = read(_STALLED, limits=json.dumps(_limits(connection, bounds, today)))
    led = read(_SUPERVISORS)
    led["all"] = tuple(sum(row[place] or 0 for row in led.values()) for place in range(2))
    workdays = calendar.count(month.start, month.end)
    pace = calendar.count(month.start, today + timedelta(days=1)) / workdays
    heads = read(
        "SELECT 'all', count(DISTINCT person_id) FROM memberships UNION ALL SELECT 'team' || team_id, count(*)"
        " FROM memberships GROUP BY team_id UNION ALL SELECT 'person' || person_id, 1 FROM memberships"
    )
    found: Values = {}
    for scope in heads:
        won, lost, revenue, won_value, lost_value, own = totals.get(scope, (0,) * 6)
        count, amount, piped, piped_amount, weighted, commit, best = opened.get(scope, (0,) * 7)
        mean, middle, ninety = days.get(scope, (None,) * 3)
        past_won, past_lost, past_revenue, *_ = before.get(scope, (0,) * 6)
        past_middle = days_before.get(scope, (None,) * 3)[1]
        (target,) = targets.get(scope, (None,))
        gap = None if target is None else max(0, target - revenue)
        speed = (
            count * past_won / (past_won + past_lost) * past_revenue / past_won / past_middle
            if past_won and past_middle
            else None
        )
        found[scope] = {
            "won_revenue": revenue, "won_count": won, "lost_count": lost, "target": target,
            "attainment": revenue / target if target else None, "pace": pace,
            "pace_index": revenue / target / pace if target else None, "gap": gap,
            "open_count": count, "open_amount": amount, "pipeline_count": piped, "pipeline_amount": piped_amount,
            "weighted_forecast": revenue + weighted, "commit": revenue + commit, "best_case": revenue + best,
            "coverage": piped_amount / gap if gap else None,
            "win_rate_count": won / (won + lost) if won + lost else None,
            "win_rate_amount": won_value / (won_value + lost_value) if won_value + lost_value else None,
            "sales_cycle_mean": mean, "sales_cycle_median": middle, "sales_cycle_p90": ninety,
            "average_deal": revenue / won if won else None, "velocity": speed,
            "new_touches": touches.get(scope, (0,))[0], "key_account_follow_up": followed.get(scope, (None,))[0],
            "self_sourced_share_amount": own / revenue if revenue else None,
            "self_sourced_share_count": created.get(scope, (None,))[0], "new_customers": customers.get(scope, (0,))[0],
            "revenue_per_head": revenue / (heads[scope][0] or 1), "stalled_count": stalled.get(scope, (0,))[0],
            "supervisor_share": (led[scope][0] or 0) / led[scope][1] if scope in led and led[scope][1] else None,
        }  # fmt: skip
    return found


def _limits(connection: sqlite3.Connection, bounds: dict[str, str], today: date) -> list[list[object]]:
    learned = {row[:2]: row[2:] for row in connection.execute(_LIMITS, bounds)}
    typical = connection.execute(
        "SELECT t.id, s.id, t.typical_cycle_days * 1.5 / (SELECT count(*) FROM stages x WHERE x.pipeline_id ="
        " t.pipeline_id AND x.kind = 'open') FROM teams t JOIN stages s ON s.pipeline_id = t.pipeline_id"
        " WHERE s.kind = 'open'"
    )
    limits: list[list[object]] = []
    for team, stage, days in typical:
        own, n = learned.get((team, stage), (0, 0))
        limits.append([team, stage, (today - timedelta(days=floor(own if n >= 30 else days))).isoformat()])
    return limits


def main(path: Path, today: date) -> None:
    """Prints ``{"seconds":, "values":}``; another month first, as where the cockpit's own is measured."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    compute(connection, Month.of(today).previous, today)
    begun = time.perf_counter()
    values = compute(connection, Month.of(today), today)
    print(json.dumps({"seconds": time.perf_counter() - begun, "values": values}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
