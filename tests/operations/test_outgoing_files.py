"""Whatever users write into the store, no file that leaves the program runs any of it."""

import csv
import io
import re
import sqlite3
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cockpit.model.cycles import Month
from cockpit.operations.everything import export_everything
from cockpit.operations.exports import export_list
from cockpit.operations.imports import import_files, save_refused
from cockpit.operations.reviews import write_review
from cockpit.operations.template_review import example_template, fill_review_template, write_placeholders
from cockpit.store.file import Store
from tests.excel.writing_files import write_text

LEADS = ("=1+1;", "+1+1;", "-1+1;", "@SUM(1);", "\t=1;", "＝1+1;", "＋1;", "－1;", "＠a;")
WRITTEN = frozenset({
    "name", "remark", "next_step", "lost_reason", "entry_department", "decision_maker", "lead_source", "text", "title",
    "body", "comment", "words", "description", "reason", "first_step", "goal", "note", "label", "industry", "region",
})  # fmt: skip
"""Columns that users write into, in whatever table they are."""
MONTH, TODAY = Month(2026, 11), date(2026, 11, 25)


def damage(connection: sqlite3.Connection, lead: str) -> int:
    """Put ``lead`` before every text that a user wrote; how many columns."""
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    done = 0
    for table in tables:
        if table.startswith(("sqlite_", "_sqlite")) or "search" in table:
            continue
        for _, column, sort, *_ in connection.execute(f"PRAGMA table_info({table})").fetchall():
            if column in WRITTEN and sort == "TEXT":
                query = f"UPDATE {table} SET {column} = ? || {column} WHERE {column} IS NOT NULL"
                done += connection.execute(query, (lead,)).rowcount > 0
    return done


def assert_nothing_runs(path: Path, lead: str) -> None:
    seen = 0
    for sheet in load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                # The program's own sums of targets, and a template's formulas, are formulas.
                is_own = cell.data_type == "f" and lead.strip()[1:] not in str(cell.value)
                assert cell.data_type != "f" or is_own, (path.name, sheet.title, cell.coordinate, cell.value)
                seen += isinstance(cell.value, str) and lead.strip() in cell.value
    assert seen, f"{path.name} holds nothing of it: this would prove nothing"


@pytest.mark.parametrize("lead", LEADS)
def test_no_outgoing_file_runs_what_users_wrote(lead: str, sample_path: Path, tmp_path: Path) -> None:
    with Store.open(sample_path) as store:
        connection = store.connection
        assert damage(connection, lead) >= 8
        for kind in ("deals", "people", "targets", "actions"):
            export_list(connection, kind, tmp_path / f"{kind}.xlsx")
            assert_nothing_runs(tmp_path / f"{kind}.xlsx", lead)
        write_review(connection, MONTH, tmp_path / "review.xlsx", today=TODAY)
        assert_nothing_runs(tmp_path / "review.xlsx", lead)
        write_placeholders(connection, MONTH, tmp_path / "placeholders.xlsx", today=TODAY)
        assert_nothing_runs(tmp_path / "placeholders.xlsx", lead)
        fill_review_template(connection, MONTH, example_template(), tmp_path / "filled.xlsx", today=TODAY)
        assert_nothing_runs(tmp_path / "filled.xlsx", lead)
        head = ("商机名称", "客户名称", "负责人", "阶段", "金额")
        bad = write_text(tmp_path / "in.csv", [head, (lead + "n", lead + "c", lead + "o", "报价", "约" + lead)])
        save_refused(import_files(store, [bad], today=TODAY)[1], tmp_path / "refused.xlsx")
        assert_nothing_runs(tmp_path / "refused.xlsx", lead)
        export_everything(connection, tmp_path / "all.zip")
        with zipfile.ZipFile(tmp_path / "all.zip") as archive:
            for name in archive.namelist():
                if name.endswith(".csv"):
                    for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")):
                        for cell in row:
                            risky = re.match(r"[ 　]*[=+\-@\t\r＝＋－＠]", cell)
                            assert not risky or re.fullmatch(r"[+-]?[\d,.]+%?", cell), (name, cell)
