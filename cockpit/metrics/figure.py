"""What a metric gives back: a value or the reason why there is none, and the query of the rows behind it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from cockpit.language import tr

MINOR_UNITS = 100
"""Smallest units (分) in one unit of the currency."""

Unit = Literal["money", "share", "count", "days", "ratio", "score"]
RowKind = Literal["deals", "activities", "accounts", "supports", "problems", "actions", "meetings"]


@frozen
class Reason:
    """Why a figure is missing, or what to know about it: a code for programs, a sentence for people.

    ``source`` is Chinese source text marked with ``noop``; it is translated each time it is read.
    """

    code: str
    source: str
    values: Mapping[str, object] = field(factory=dict)

    @property
    def sentence(self) -> str:
        return tr(self.source, **self.values)


@frozen
class RowsQuery:
    """The rows behind a number: every row of table ``kind`` for which ``where`` holds.

    ``where`` names columns as ``table.column`` and takes the named ``parameters``. Use it as
    ``SELECT deals.* FROM deals WHERE {where}``.
    """

    kind: RowKind
    where: str
    parameters: Mapping[str, object] = field(factory=dict)

    def or_else(self, other: "RowsQuery") -> "RowsQuery":
        """The rows of both, of the same kind; parameters of the same name have to mean the same."""
        return RowsQuery(self.kind, f"({self.where}) OR ({other.where})", {**self.parameters, **other.parameters})

    def count_sql(self) -> str:
        """A statement that counts the rows."""
        return f"SELECT count(*) FROM {self.kind} WHERE {self.where}"

    def ids_sql(self) -> str:
        """A statement that lists the ids of the rows."""
        return f"SELECT {self.kind}.id FROM {self.kind} WHERE {self.where} ORDER BY {self.kind}.id"


@frozen
class Figure:
    """One number of one scope in one period.

    ``value`` is None when it cannot be computed, and ``reason`` says why. Money is in minor units, whole but for
    averages; shares and ratios are fractions; times are days. ``n`` is how many things stand behind it. ``estimated``
    is the part of a sum of money, in minor units and before weighting, that comes from list prices. ``interval`` is
    the 95 % interval of a share. ``notes`` say what a reader has to know (deals in another currency that are not added
    up, overdue ones, ...).
    """

    key: str
    unit: Unit
    value: int | float | None
    n: int | None = None
    reason: Reason | None = None
    estimated: int = 0
    interval: tuple[float, float] | None = None
    notes: tuple[Reason, ...] = ()
    rows: RowsQuery | None = None

    @property
    def money(self) -> Decimal | None:
        """A figure of money in units of the currency; None where there is no value."""
        return None if self.value is None else Decimal(repr(self.value)) / MINOR_UNITS

    @property
    def json_value(self) -> int | float | None:
        """As ``cockpit metrics --json`` prints it: money in units of the currency, to six places otherwise."""
        if self.value is None:
            return None
        if self.unit == "money" and isinstance(self.value, int) and self.value % MINOR_UNITS == 0:
            return self.value // MINOR_UNITS  # exact, however large
        value = self.value / MINOR_UNITS if self.unit == "money" else self.value
        value = round(value, 6)
        return int(value) if value == int(value) else value

    def as_json(self) -> dict[str, object]:
        """``{"value":, "n":, "reason":}`` without what is absent."""
        answer: dict[str, object] = {"value": self.json_value}
        if self.n is not None:
            answer["n"] = self.n
        if self.value is None and self.reason:
            answer["reason"] = self.reason.sentence
        return answer
