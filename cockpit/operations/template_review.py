"""The monthly review in a company's own form: the same record as the workbook's, put into a template's places."""

import sqlite3
from datetime import date
from pathlib import Path

from cockpit.excel.template import TemplateReport, fill_template, result_suffix
from cockpit.excel.template_book import write_placeholder_book
from cockpit.excel.template_values import TemplateValues
from cockpit.language import language, speaking, tr
from cockpit.metrics import METRICS, WHOLE_TEAM, Scope
from cockpit.model.cycles import Month
from cockpit.operations.reviews import gather_at_once
from cockpit.resources import resource

__all__ = ["TemplateReport", "example_template", "fill_review_template", "report_words", "result_suffix",
           "write_placeholders"]  # fmt: skip


def fill_review_template(
    connection: sqlite3.Connection,
    month: Month,
    template: Path,
    path: Path,
    *,
    today: date,
    scope: Scope = WHOLE_TEAM,
) -> TemplateReport:
    """Fill ``template`` with the review of ``month`` and write it to ``path``. The template is only read.

    Raises CockpitError when the template cannot be filled, or the place cannot be written.
    """
    return fill_template(template, path, _values(connection, month, today, scope))


def write_placeholders(
    connection: sqlite3.Connection, month: Month, path: Path, *, today: date, scope: Scope = WHOLE_TEAM
) -> int:
    """Write the list of all placeholders with their present values as a workbook; returns how many there are."""
    return write_placeholder_book(_values(connection, month, today, scope), path)


def example_template() -> Path:
    """The example that ships with the program, in the language chosen now."""
    return resource("templates", f"monthly_report_{language()}.xlsx")


def report_words(report: TemplateReport) -> str:
    """What was filled, in a sentence; what was not is listed beside it."""
    words = tr("已写好 {name}:填了 {n} 处,清单 {rows} 行", name=report.path.name, n=report.filled, rows=report.rows)
    if report.unfilled:
        words += tr(";{n} 处没有填,原样留着", n=len(report.unfilled))
    return words


def _values(connection: sqlite3.Connection, month: Month, today: date, scope: Scope) -> TemplateValues:
    review = gather_at_once(connection, month, today, scope)
    with speaking("zh"):
        chinese = {key: metric.name for key, metric in METRICS.items()}
    with speaking("en"):
        names = {key: (chinese[key], metric.name) for key, metric in METRICS.items()}
    return TemplateValues(review, names)
