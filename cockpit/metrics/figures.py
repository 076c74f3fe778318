"""The front door: all figures of a period, for all scopes at once."""

import sqlite3
from collections.abc import Callable, Iterable, Set

from cockpit.metrics import loop_figures, measure_figures, result_figures
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure
from cockpit.metrics.period import Period
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import Scope

_COMPUTED: dict[str, Callable[[Facts, Scope], Figure]] = {
    key: getattr(result_figures, key, None) or getattr(measure_figures, key, None) or getattr(loop_figures, key)
    for key in METRICS
}

HEADLINES = frozenset(
    {
        *("won_revenue", "target", "attainment", "pace", "pace_index", "gap", "open_count", "pipeline_amount"),
        *("weighted_forecast", "commit", "best_case", "coverage", "win_rate_count", "promises_kept", "loop_closed"),
    }
)
"""What the loop board and the top of Results show."""


def figures(
    connection: sqlite3.Connection,
    period: Period,
    scopes: Iterable[Scope] | None = None,
    keys: Set[str] | None = None,
) -> dict[Scope, dict[str, Figure]]:
    """Scope -> key -> figure, for ``scopes`` (all of them by default) and ``keys`` (all of them by default).

    A handful of grouped queries whatever the number of scopes; only those that the keys need. Raises KeyError for an
    unknown key.
    """
    return figures_of(Facts(connection, period), scopes, keys)


def figures_of(
    facts: Facts, scopes: Iterable[Scope] | None = None, keys: Set[str] | None = None
) -> dict[Scope, dict[str, Figure]]:
    """Like ``figures``, from facts that the caller goes on using."""
    wanted = list(METRICS) if keys is None else [key for key in METRICS if key in keys]
    if keys is not None and len(wanted) != len(keys):
        raise KeyError(sorted(set(keys) - set(METRICS)))
    chosen = facts.roster.scopes() if scopes is None else list(scopes)
    return {scope: {key: _COMPUTED[key](facts, scope) for key in wanted} for scope in chosen}


def headline(connection: sqlite3.Connection, period: Period, scope: Scope) -> dict[str, Figure]:
    """The figures that stand on top of the pages, for one scope."""
    return figures(connection, period, [scope], HEADLINES)[scope]
