"""Tables as people lay them out: headings over two rows, several tables in a sheet, units, titles, rows of numbers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from cockpit.excel.headings import FoundTable, column_labels, find_tables, recognise, split_sheet
from cockpit.excel.reading import Rows, Sheet
from cockpit.store.file import Store
from tests.excel.writing_files import column, take, write_text, write_workbook

CHINESE = ("商机编号", "商机名称", "客户名称", "负责人", "商机阶段", "预计销售金额", "创建时间", "预计成交日期")
ENGLISH = (
    "Opportunity ID", "Opportunity Name", "Account Name", "Owner", "Stage", "Amount", "Created Date", "Close Date",
)  # fmt: skip
DEAL = ("D-1", "华信数据平台", "华信科技", "李雯", "方案报价", "86", "2026-09-02", "2026-11-28")
SECOND = ("D-2", "远景物流一期", "远景物流", "陈佳", "商务谈判", "120", "2026-09-12", "2026-12-28")
PEOPLE = (("姓名", "所属团队", "主管"), ("李雯", "华东一组", "王强"), ("陈佳", "华东一组", "王强"))


def sheet_of(rows: Sequence[Sequence[Any]], name: str = "") -> Sheet:
    width = max(map(len, rows))
    padded: Rows = [[*row, *[""] * (width - len(row))] for row in rows]
    return Sheet(Path("导出.xlsx"), name, padded)


def fields(found: FoundTable) -> dict[str, str]:
    return {match.heading: match.field for match in found.matches.values()}


def test_headings_under_merged_cells_are_read_with_them(store: Store, tmp_path: Path) -> None:
    upper = ("商机", "", "", "", "", "金额", "", "日期", "")
    lower = ("编号", "名称", "客户", "负责人", "阶段", "预计", "实际", "创建", "预计成交")
    rows = [["2026 年商机"], upper, lower, ("D-1", "平台", "华信", "李雯", "赢单", 86, 80, "2026-09-02", "2026-10-08")]
    report = take(store, write_workbook(tmp_path / "a.xlsx", ("导出", rows)))
    columns = {heading: told["field"] for heading, told in report.files[0]["columns"].items()}
    assert columns["金额 | 预计"] == "amount" and columns["金额 | 实际"] == "won_amount"
    assert columns["日期 | 创建"] == "created_on" and columns["日期 | 预计成交"] == "expected_close"
    assert column(store, "external_id") == ["D-1"] and column(store, "amount") == [80_00]


def test_groups_in_english() -> None:
    rows = [("Deal", "", "", "Dates", ""), ("ID", "Name", "Stage", "Created", "Expected Close"),
            ("D-1", "Platform", "Won", "2026-09-02", "2026-10-08")]  # fmt: skip
    (found,) = find_tables(sheet_of(rows))
    assert set(fields(found).values()) == {"external_id", "name", "stage", "created_on", "expected_close"}


def test_a_two_row_header_that_is_repeated_is_no_deal(store: Store, tmp_path: Path) -> None:
    upper = ("商机", "", "", "金额", "", "日期")
    lower = ("编号", "名称", "阶段", "预计", "实际", "预计成交")
    first, second = (("D-1", "甲", "赢单", 5, 6, "2026-10-08"), ("D-2", "乙", "报价", 7, "", "2026-12-08"))
    take(store, write_workbook(tmp_path / "a.xlsx", ("导出", [upper, lower, first, upper, lower, second])))
    assert column(store, "external_id") == ["D-1", "D-2"]


def test_targets_under_their_year_and_without_what_adds_them_up() -> None:
    rows = [
        ("姓名", "2026年目标", "", "", "", ""),
        ("", "1月", "2月", "3月", "一季度", "全年"),
        ("李雯", 1, 2, 3, 6, 60),
    ]
    (found,) = find_tables(sheet_of(rows))
    assert {found.labels[index]: str(one.period.months[0]) for index, one in found.target_columns.items()} == {
        "2026年目标 | 1月": "2026-01", "2026年目标 | 2月": "2026-02", "2026年目标 | 3月": "2026-03",
    }  # fmt: skip
    levels = [("姓名", "2026一季度", "", "2026二季度", ""), ("", "目标", "冲刺", "目标", "冲刺"), ("李雯", 1, 2, 3, 4)]
    (found,) = find_tables(sheet_of(levels))
    assert [(str(one.period.months[0]), one.level) for one in found.target_columns.values()] == [
        ("2026-01", "target"), ("2026-01", "sprint"), ("2026-04", "target"), ("2026-04", "sprint"),
    ]  # fmt: skip


def test_tables_side_by_side_come_in_both(store: Store, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [*CHINESE, "", *PEOPLE[0]], [*DEAL, "", *PEOPLE[1]], [*SECOND[:5], "读不成", *SECOND[6:], "", *PEOPLE[2]],
    ]  # fmt: skip
    report = take(store, write_workbook(tmp_path / "a.xlsx", ("全部", rows)))
    assert sorted(told["kind"] for told in report.files) == ["deals", "people"]
    assert column(store, "name", "teams") == ["华东一组"]
    assert column(store, "external_id") == ["D-1"]
    assert [(problem.row, problem.column, problem.value) for problem in report.problems] == [(3, CHINESE[5], "读不成")]


def test_tables_below_each_other_keep_the_row_numbers_of_the_file(store: Store, tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [
        ["一、人员"], *PEOPLE, [], ["二、商机"], CHINESE, DEAL, [*SECOND[:5], "读不成", *SECOND[6:]],
    ]  # fmt: skip
    report = take(store, write_workbook(tmp_path / "a.xlsx", ("全部", rows)))
    assert sorted(told["kind"] for told in report.files) == ["deals", "people"]
    assert column(store, "external_id") == ["D-1"] and [problem.row for problem in report.problems] == [9]


def test_parts_of_a_sheet_know_their_letters() -> None:
    rows = [[*CHINESE, "", *PEOPLE[0], ""], [*DEAL, "", *PEOPLE[1], "x"], [*SECOND, "", *PEOPLE[2], "y"]]
    first, second = split_sheet(sheet_of(rows))
    assert (first.number, first.first_column, second.number, second.first_column) == (1, 0, 2, 9)
    people = recognise(second)
    assert people is not None and people.labels == ("姓名", "所属团队", "主管", "[M]")


@pytest.mark.parametrize("gap", [[""], ["", ""]])
def test_an_empty_column_within_a_table_parts_nothing(gap: list[str]) -> None:
    rows = [[*row[:4], *gap, *row[4:]] for row in (CHINESE, DEAL, SECOND)]
    (found,) = find_tables(sheet_of(rows))
    assert set(fields(found).values()) >= {"external_id", "name", "stage", "amount", "expected_close"}


def test_blank_rows_and_the_same_headings_again_part_nothing(store: Store, tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [CHINESE, DEAL, [""] * 8, [""] * 8, CHINESE, SECOND]
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert len(report.files) == 1 and column(store, "external_id") == ["D-1", "D-2"]


@pytest.mark.parametrize(
    ("above", "heading", "below", "amount"),
    [
        ([], "金额(万元)", [], 860_000_00),
        ([], "金额/万元", [], 860_000_00),
        ([], "Amount (k)", [], 86_000_00),
        ([], "预计销售金额", ["", "", "", "", "", "万元", "", ""], 860_000_00),
        ([["商机跟踪表(单位:万元)"]], "预计销售金额", [], 860_000_00),
        ([["商机跟踪表"], ["", "", "", "", "", "", "", "单位:千元"]], "预计销售金额", [], 86_000_00),
        ([["商机跟踪表(单位:万元)"]], "金额(元)", [], 86_00),
        ([["商机跟踪表"]], "金额", [], 86_00),
    ],
)
def test_the_unit_of_amounts_wherever_it_stands(
    above: list[list[str]], heading: str, below: list[str], amount: int, store: Store, tmp_path: Path
) -> None:
    headings = [*CHINESE[:5], heading, *CHINESE[6:]]
    rows = [*above, headings, *([below] if below else []), DEAL]
    take(store, write_workbook(tmp_path / "a.xlsx", ("导出", rows)))
    assert column(store, "amount") == [amount]


@pytest.mark.parametrize(
    ("heading", "currency", "magnitude"),
    [("Amount (USD)", "USD", 1), ("金额(美元)", "USD", 1), ("Value in k€", "EUR", 1_000),
     ("金额(万美元)", "USD", 10_000), ("Revenue, USD mn", "USD", 1_000_000),
     ("金额(人民币)", "CNY", 1), ("金额(元)", None, 1), ("Amount", None, 1)],
)  # fmt: skip
def test_the_currency_that_a_heading_names(heading: str, currency: str | None, magnitude: int) -> None:
    headings = [*ENGLISH[:5], heading, *ENGLISH[6:]]
    (found,) = find_tables(sheet_of([headings, DEAL, SECOND]))
    match = found.matches["amount"]
    assert (match.currency, match.magnitude) == (currency, magnitude)


def test_what_is_written_about_filling_in_is_no_deal(store: Store, tmp_path: Path) -> None:
    marked = [f"*{heading}(必填)" for heading in CHINESE]
    told = ["必填", "请填写全称", "请填写全称", "必填", "下拉选择", "单位元", "格式:2026-01-01", "格式:2026-01-01"]
    report = take(store, write_workbook(tmp_path / "a.xlsx", ("导入模板", [marked, told, DEAL])))
    assert column(store, "external_id") == ["D-1"] and report.files[0]["unused"] == []


def test_row_numbers_are_no_ids(store: Store, tmp_path: Path) -> None:
    headings = ("编号", *CHINESE[1:])
    rows = [headings, *((place, f"商机{place}", *DEAL[2:]) for place in range(1, 6))]
    take(store, write_workbook(tmp_path / "a.xlsx", ("导出", rows)))
    assert column(store, "external_id") == [None] * 5
    named = [headings, *((f"XM-{place}", f"项目{place}", *DEAL[2:]) for place in range(1, 3))]
    take(store, write_workbook(tmp_path / "b.xlsx", ("导出", named)))
    assert column(store, "external_id")[5:] == ["XM-1", "XM-2"]


def test_labels_tell_columns_apart() -> None:
    assert column_labels(["金额", "", "金额", "阶段", ""]) == ["金额", "[B]", "金额 (2)", "阶段", "[E]"]
    assert column_labels(["", "a"], 25) == ["[Z]", "a"]
    assert column_labels(["a (2)", "a", "a"]) == ["a (2)", "a", "a (3)"]
