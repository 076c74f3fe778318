"""The very same file a second time: everything in it is unchanged, and that is known without reading it again."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from cockpit import __version__
from cockpit.excel.plan import KIND_NAMES, Count, Note, PlanKind
from cockpit.language import noop
from cockpit.operations.import_report import ImportReport
from cockpit.operations.opened_files import Source, fingerprint_of
from cockpit.store.imports import read_newest_import
from cockpit.store.settings import read_setting

_BY_ROW = frozenset({"deals", "people", "accounts", "products", "activities", "payments"})
_SAME = noop("和刚才导入的是同一份文件,之后数据没有改动:全部不变。")


def standing(connection: sqlite3.Connection, today: date, said: dict[str, Any]) -> dict[str, Any]:
    """What an import depends on beside the bytes of its files and the rows of the store; kept with its report."""
    return {
        "today": today.isoformat(), "currency": read_setting(connection, "currency"), "version": __version__,
        "said": said,
    }  # fmt: skip


def same_again(
    connection: sqlite3.Connection, sources: Sequence[Source], today: date, said: dict[str, Any]
) -> ImportReport | None:
    """The report of importing these files, if they were the last to be imported and nothing has been touched since.

    That is: the same bytes, on the same day, under the same decisions (``said``), by the same version; every row of
    them was taken; and no change of the store was made, undone or done again in between. None where any of this is
    not so, or is not known: the files have to be read then.
    """
    newest = read_newest_import(connection)
    if newest is None or not newest.nothing_since:
        return None
    report = newest.report
    if report.get("standing") != standing(connection, today, said) or report.get("problems"):
        return None
    counts: dict[PlanKind, Count] = {}
    # Who and what only other rows name is counted where it is added, and never as unchanged: of these kinds the rows.
    rows: dict[str, int] = {}
    for of_file in report.get("files", []):
        if "decisions" not in of_file:
            return None  # a list of our own that came back: its new rows are refused the second time
        rows[of_file["kind"]] = rows.get(of_file["kind"], 0) + of_file["rows"]
    for kind in KIND_NAMES:
        found = report.get(kind)
        if found is None:
            continue
        if found.get("refused") or found.get("left_out"):
            return None
        taken = sum(int(found.get(name, 0)) for name in ("added", "changed", "unchanged"))
        with_rows = rows.get("people" if kind == "teams" else kind)
        counts[kind] = Count(unchanged=0 if with_rows is None else with_rows if kind in _BY_ROW else taken)
    if newest.fingerprint != fingerprint_of(sources):
        return None
    return ImportReport(counts, [], [Note("same_file", _SAME, 1)], list(report.get("files", [])))
