"""What the store holds already, as the plan of an import needs it; plain values, so that a plan needs no store."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import define, field

DealReader = Callable[[Sequence[str]], Iterable[tuple[Any, ...]]]
"""Rows of (id, external_id, deleted, *columns) of all deals, for the columns asked for."""

RecordReader = Callable[[str, str, Sequence[str]], Iterable[dict[str, Any]]]

TargetKey = tuple[str, int | None, int | None, str, str]
"""Month, person, team, measure, level."""


@define
class Known:
    """Rows by id: column -> value. Deleted rows are in it, with their ``deleted_at``.

    A person's row has ``team_id``, the team of today, beside the columns of the table.
    """

    people: dict[int, dict[str, Any]] = field(factory=dict)
    teams: dict[int, dict[str, Any]] = field(factory=dict)
    accounts: dict[int, dict[str, Any]] = field(factory=dict)
    products: dict[int, dict[str, Any]] = field(factory=dict)
    stages: dict[int, dict[str, Any]] = field(factory=dict)
    pipelines: dict[int, str] = field(factory=dict)
    targets: dict[TargetKey, int] = field(factory=dict)
    owners_of_deals: frozenset[int] = frozenset()
    last_deal_id: int = 0
    read_deals: DealReader = lambda _columns: ()
    currency: str = "CNY"
    rated_currencies: frozenset[str] = frozenset()
    """Other currencies for which there is a rate of exchange."""
    history: Callable[[Sequence[int]], Iterable[tuple[Any, ...]]] = lambda _deals: ()
    """(deal, field, new, effective_at) of these deals, oldest first."""
    pushes: Callable[[Sequence[int]], Mapping[int, int]] = lambda _deals: {}
    """How often the expected close of these deals has been moved into a later month."""
    activities: RecordReader = lambda _first, _last, _ids: ()
    """Activities, deleted ones too, from one day to another, and those with these ids: column -> value."""
    payments: RecordReader = lambda _first, _last, _ids: ()
    """Payments in the same way."""
