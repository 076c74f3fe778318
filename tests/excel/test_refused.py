"""Refused rows: told with row, column, value and reason, saved as a workbook, mended, and imported again."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cockpit.errors import CockpitError
from cockpit.operations.imports import save_refused
from cockpit.store.file import Store
from tests.excel.writing_files import HEADINGS, column, take, write_text, write_workbook

GOOD = ("D-1", "华信数据平台", "华信科技", "李雯", "方案报价", "860000", "2026-09-02", "2026-11-28")


def test_each_refusal_names_row_column_value_and_reason(store: Store, tmp_path: Path) -> None:
    rows = [
        HEADINGS, GOOD,
        ("D-2", "甲", "甲公司", "李雯", "方案报价", "不知道", "2026-09-02", "2026-11-28"),
        ("D-3", "乙", "乙公司", "李雯", "方案报价", "1", "2026-02-30", "2026-11-28"),
        ("D-1", "丙", "丙公司", "李雯", "方案报价", "1", "2026-09-02", "2026-11-28"),
        ("D-5", "丁", "丁公司", "李雯", "", "1", "2026-09-02", "2026-11-28"),
    ]  # fmt: skip
    report = take(store, write_text(tmp_path / "商机.csv", rows))
    told = {(problem.row, problem.column, problem.value): problem.reason for problem in report.problems}
    assert told == {
        (3, "金额", "不知道"): "读不成金额",
        (4, "创建日期", "2026-02-30"): "没有这一天",
        (5, "商机编号", "D-1"): "编号重复,和第 2 行相同",
        (6, "阶段", ""): "没有阶段",
    }
    assert report.counts["deals"].as_json() == {"added": 1, "changed": 0, "unchanged": 0, "refused": 4}
    assert column(store, "name", "accounts") == ["华信科技"], "nobody is added whom only refused rows name"


def test_saved_mended_and_imported_again(store: Store, tmp_path: Path) -> None:
    rows = [HEADINGS, GOOD, ("D-2", "=1+1 甲", "甲公司", "李雯", "方案报价", "不知道", "2026-09-02", "2026-11-28")]
    report = take(store, write_text(tmp_path / "商机.csv", rows))
    path = tmp_path / "拒绝的行.xlsx"
    assert save_refused(report, path) == 1

    opened = load_workbook(path)
    sheet = opened.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    assert headings == ["原因", "行号", *HEADINGS]
    assert [cell.value for cell in sheet[2]][:2] == ["金额: 读不成金额", 3]
    assert sheet.cell(2, 4).data_type == "s", "what begins like a formula stays text"
    sheet.cell(2, headings.index("金额") + 1).value = "12万"
    opened.save(path)

    again = take(store, path)
    assert again.problems == [] and again.counts["deals"].added == 1
    assert column(store, "external_id") == ["D-1", "D-2"]
    assert column(store, "amount") == [86_000_000, 12_000_000]


def test_a_sheet_for_every_table(store: Store, tmp_path: Path) -> None:
    people = [("姓名", "团队", "入职日期"), ("李雯", "一组", "昨天"), ("陈佳", "一组", "2024-01-01")]
    path = write_workbook(
        tmp_path / "a.xlsx", ("商机", [HEADINGS, (*GOOD[:5], "不知道", *GOOD[6:])]), ("人员", people)
    )  # fmt: skip
    report = take(store, path)
    saved = tmp_path / "拒绝.xlsx"
    assert save_refused(report, saved) == 2
    assert load_workbook(saved).sheetnames == ["商机", "人员"]


def test_nothing_refused_and_places_that_cannot_be_written_are_said(store: Store, tmp_path: Path) -> None:
    report = take(store, write_text(tmp_path / "商机.csv", [HEADINGS, GOOD]))
    with pytest.raises(CockpitError, match="没有被拒绝的行"):
        save_refused(report, tmp_path / "a.xlsx")
    bad = take(store, write_text(tmp_path / "b.csv", [HEADINGS, (*GOOD[:5], "不知道", *GOOD[6:])]))
    with pytest.raises(CockpitError, match=r"不能写 a\.xlsx"):
        save_refused(bad, tmp_path / "no such folder" / "a.xlsx")
