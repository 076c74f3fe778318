"""The deals that were open on a past day, worked out once for all figures that ask."""

import sqlite3

from cockpit.metrics.deal_rules import OpenDeals, open_deals
from cockpit.metrics.period import Period

_KEPT = 3
"""So many past days are kept per connection: a page, and the months that are compared with it."""


def open_deals_of(connection: sqlite3.Connection, period: Period) -> OpenDeals:
    """``open_deals``; of a past day its rows are looked up in the history once and then kept in memory.

    They are kept by the reading connection for as long as nobody writes to the store: a page asks for them several
    times, and coming back to a month is quick. A writing connection always looks again, because it would not notice
    its own changes.
    """
    opened = open_deals(period)
    if not period.is_past_view or not connection.execute("PRAGMA query_only").fetchone()[0]:
        return opened
    version = connection.execute("PRAGMA data_version").fetchone()[0]
    table = f"open_on_{period.as_of:%Y%m%d}_{version}"
    found = connection.execute("SELECT name FROM temp.sqlite_master WHERE name LIKE 'open_on_%' ORDER BY rowid")
    kept = [name for (name,) in found]
    if table not in kept:
        of_this_version = [name for name in kept if name.endswith(f"_{version}")]
        outdated = [name for name in kept if name not in of_this_version]
        _keep(connection, table, opened, outdated + of_this_version[: max(0, len(of_this_version) + 1 - _KEPT)])
    return OpenDeals(f"SELECT * FROM temp.{table}", {})


def _keep(connection: sqlite3.Connection, table: str, opened: OpenDeals, too_old: list[str]) -> None:
    # Only the store's own file is read-only by the way it was opened; the guard against mistakes is put aside here.
    connection.execute("PRAGMA query_only = OFF")
    try:
        for name in too_old:
            try:
                connection.execute(f"DROP TABLE temp.{name}")
            except sqlite3.OperationalError as raised:
                # Somebody still reads on this connection: it goes the next time.
                if raised.sqlite_errorcode != sqlite3.SQLITE_LOCKED:
                    raise
        connection.execute(f"CREATE TEMP TABLE {table} AS {opened.sql}", opened.parameters)
    finally:
        connection.execute("PRAGMA query_only = ON")
