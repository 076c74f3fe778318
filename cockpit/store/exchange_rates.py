"""Exchange rates: units of the store's currency for a million units of another one, from a day on ("": always)."""

import sqlite3


def write_rate(connection: sqlite3.Connection, currency: str, from_on: str, rate: int) -> int:
    """Set the rate of a currency from a day on; one of that day is replaced. Its id."""
    connection.execute(
        "INSERT INTO exchange_rates(currency, from_on, rate) VALUES (?, ?, ?)"
        " ON CONFLICT(currency, from_on) DO UPDATE SET rate = excluded.rate",
        (currency, from_on, rate),
    )
    found = connection.execute("SELECT id FROM exchange_rates WHERE currency = ? AND from_on = ?", (currency, from_on))
    return int(found.fetchone()[0])


def remove_rate(connection: sqlite3.Connection, rate_id: int) -> bool:
    """Take a rate away; False where it is not there."""
    return connection.execute("DELETE FROM exchange_rates WHERE id = ?", (rate_id,)).rowcount == 1


def read_rate(connection: sqlite3.Connection, rate_id: int) -> tuple[str, str, int] | None:
    """Currency, day from which it holds, and rate."""
    found: tuple[str, str, int] | None = connection.execute(
        "SELECT currency, from_on, rate FROM exchange_rates WHERE id = ?", (rate_id,)
    ).fetchone()
    return found


def rated_currencies(connection: sqlite3.Connection) -> frozenset[str]:
    """The currencies that have a rate of any day."""
    return frozenset(row[0] for row in connection.execute("SELECT DISTINCT currency FROM exchange_rates"))
