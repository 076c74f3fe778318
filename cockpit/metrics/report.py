"""The figures as ``cockpit metrics`` prints them."""

import sqlite3
from datetime import date
from typing import Any

from cockpit.language import tr
from cockpit.metrics.figures import figures
from cockpit.metrics.period import Period
from cockpit.metrics.registry import METRICS
from cockpit.metrics.scopes import list_scopes, resolve_scope
from cockpit.metrics.settings import read_settings
from cockpit.model.cycles import Month


def report(
    connection: sqlite3.Connection,
    first: Month,
    last: Month,
    *,
    scope: str | None = None,
    as_of: date | None = None,
    today: date,
) -> dict[str, Any]:
    """One object with every key of every scope, or of the one scope that is named; ready for JSON.

    Raises CockpitError for an unknown scope, or days that make no period.
    """
    period = Period.of(first, today, last, as_of)
    chosen = list_scopes(connection) if scope is None else [resolve_scope(connection, scope)]
    return {
        "cycle": str(first),
        "to": str(last),
        "as_of": period.as_of.isoformat(),
        "currency": read_settings(connection).currency,
        "scopes": [
            {"scope": found.text, "metrics": {key: figure.as_json() for key, figure in of_scope.items()}}
            for found, of_scope in figures(connection, period, chosen).items()
        ],
    }


def as_text(found: dict[str, Any]) -> str:
    """The report for people: a block per scope, a line per figure with name, value and reason."""
    lines = [tr("周期 {first} 至 {last},截至 {as_of},金额单位 {currency}",
                first=found["cycle"], last=found["to"], as_of=found["as_of"], currency=found["currency"])]  # fmt: skip
    for scope in found["scopes"]:
        lines += ["", scope["scope"]]
        for key, figure in scope["metrics"].items():
            lines.append(f"  {METRICS[key].name}  {_shown(METRICS[key].unit, figure)}")
    return "\n".join(lines)


def _shown(unit: str, figure: dict[str, Any]) -> str:
    value = figure["value"]
    if value is None:
        return f"— ({figure['reason']})" if figure.get("reason") else "—"
    if unit == "share":
        return f"{value:.1%}"
    if unit == "money":
        return f"{value:,.2f}"
    return f"{value:,}" if unit == "count" else f"{value:,.2f}"
