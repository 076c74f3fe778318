"""The numbers: read-only SQL in, figures with the rows behind them out. One definition each."""

from cockpit.metrics.figure import Figure, Reason, RowsQuery
from cockpit.metrics.figures import figures, headline
from cockpit.metrics.period import Period
from cockpit.metrics.registry import METRICS, Metric
from cockpit.metrics.scopes import WHOLE_TEAM, Scope, list_scopes, resolve_scope

__all__ = [
    "METRICS",
    "WHOLE_TEAM",
    "Figure",
    "Metric",
    "Period",
    "Reason",
    "RowsQuery",
    "Scope",
    "figures",
    "headline",
    "list_scopes",
    "resolve_scope",
]
