"""What closing a cycle froze, read back: the figures of every scope, and the whole team's review as it stood."""

import json
import sqlite3
from datetime import date

from attrs import evolve, frozen

from cockpit.excel.review_deals import COLUMNS
from cockpit.excel.review_record import Quantity, Review
from cockpit.language import LanguageCode, language
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import Scope
from cockpit.model.cycles import Month
from cockpit.store import loop
from cockpit.store.rows import insert_rows

LANGUAGES: tuple[LanguageCode, ...] = ("zh", "en")


@frozen
class Closing:
    """A closing in force. ``closed_at`` is a UTC stamp."""

    id: int
    closed_at: str
    figures: dict[tuple[str, str], tuple[float | None, int | None, str | None]]

    def quantity(self, scope: Scope, key: str) -> Quantity | None:
        """A figure as it was frozen; None when the scope or the metric was not there then."""
        found = self.figures.get((scope.text, key))
        if found is None:
            return None
        value, n, reason = found
        if value is not None and value == int(value):
            value = int(value)
        return Quantity(METRICS[key].unit, value, n, reason)


def read_closing(connection: sqlite3.Connection, month: Month, scope: Scope | None = None) -> Closing | None:
    """The closing of a cycle that is in force, with the figures of ``scope`` or of all; None for an open cycle."""
    number = loop.open_closing(connection, month)
    if number is None:
        return None
    (closed_at,) = connection.execute("SELECT closed_at FROM cycle_closings WHERE id = ?", (number,)).fetchone()
    only = "" if scope is None else " AND scope = :scope"
    figures = {
        (of, key): (value, n, reason)
        for of, key, value, n, reason in connection.execute(
            f"SELECT scope, key, value, n, reason FROM frozen_figures WHERE closing_id = :closing{only}",
            {"closing": number, "scope": scope.text if scope else None},
        )
    }
    return Closing(number, closed_at, figures)


def freeze_review(connection: sqlite3.Connection, month: Month, code: LanguageCode, review: Review) -> None:
    """Keep the whole team's review of a cycle that was just closed, in one language."""
    from cattrs.preconf.json import make_converter

    plain = make_converter().unstructure(evolve(review, deals=()))
    text = json.dumps({**plain, "deals": review.deals}, ensure_ascii=False, default=str)
    insert_rows(
        connection,
        "frozen_reviews",
        ("closing_id", "language", "content"),
        [(loop.open_closing(connection, month), code, text)],
    )


def read_frozen_review(connection: sqlite3.Connection, closing: Closing) -> Review | None:
    """The whole team's review as it was frozen, in the language chosen now; None where it was not kept."""
    row = connection.execute(
        "SELECT content FROM frozen_reviews WHERE closing_id = ? AND language = ?", (closing.id, language())
    ).fetchone()
    if row is None:
        return None
    from cattrs.preconf.json import make_converter

    plain = json.loads(row[0])
    days = [place for place, (_, _, kind) in enumerate(COLUMNS) if kind == "day"]
    deals = []
    for deal in plain.pop("deals"):
        for place in days:
            if deal[place] is not None:
                deal[place] = date.fromisoformat(deal[place])
        deals.append(tuple(deal))
    return evolve(make_converter().structure({**plain, "deals": []}, Review), deals=deals)
