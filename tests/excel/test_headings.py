"""Headings are found where people put them and read as people write them, in both languages."""

from pathlib import Path

import pytest

from cockpit.excel.headings import find_tables
from cockpit.excel.reading import Rows, Sheet
from cockpit.store.file import Store
from tests.excel.writing_files import column, take, write_text, write_workbook

CHINESE = ("商机编号", "商机名称", "客户名称", "负责人", "商机阶段", "预计销售金额", "创建时间", "预计成交日期")
ENGLISH = (
    "Opportunity ID", "Opportunity Name", "Account Name", "Owner", "Stage", "Amount", "Created Date", "Close Date",
)  # fmt: skip
SNAKE = tuple(heading.lower().replace(" ", "_") for heading in ENGLISH)
CAMEL = tuple(heading.replace(" ", "") for heading in ENGLISH)
DEAL = ("D-1", "华信数据平台", "华信科技", "李雯", "方案报价", "860,000", "2026-09-02", "2026-11-28")


@pytest.mark.parametrize("headings", [CHINESE, ENGLISH, SNAKE, CAMEL])
def test_chinese_and_english_headings(headings: tuple[str, ...], store: Store, tmp_path: Path) -> None:
    report = take(store, write_text(tmp_path / "a.csv", [headings, DEAL]))
    assert report.files[0]["unused"] == []
    assert column(store, "external_id") == ["D-1"]
    assert column(store, "amount") == [86_000_000]
    assert column(store, "expected_close") == ["2026-11-28"]
    assert column(store, "created_on") == ["2026-09-02"]
    assert column(store, "name", "people") == ["李雯"]
    assert column(store, "name", "accounts") == ["华信科技"]


@pytest.mark.parametrize("above", [0, 1, 3, 12])
def test_the_header_stands_below_titles_and_instructions(above: int, store: Store, tmp_path: Path) -> None:
    titles = [["2026 年 11 月商机明细"], ["导出人:", "系统"], ["说明:金额单位为元"], *[[""]] * 9][:above]
    report = take(store, write_workbook(tmp_path / "a.xlsx", ("导出", [*titles, CHINESE, DEAL])))
    assert report.files[0]["header_row"] == above + 1
    assert column(store, "external_id") == ["D-1"]


def test_totals_repeated_headings_and_blank_rows_are_no_deals(store: Store, tmp_path: Path) -> None:
    rows = [CHINESE, DEAL, [""] * 8, CHINESE, ("D-2", *DEAL[1:]), ("合计", "", "", "", "", "1,720,000", "", "")]
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "external_id") == ["D-1", "D-2"]
    assert report.files[0]["left_out"] == 2 and report.problems == []


def test_a_heading_with_a_slip_is_taken_and_says_how_sure(store: Store, tmp_path: Path) -> None:
    headings = list(ENGLISH)
    headings[1], headings[7] = "Oportunity Name", "Expected Close Dates"
    report = take(store, write_text(tmp_path / "a.csv", [headings, DEAL]))
    columns = report.files[0]["columns"]
    assert columns["Oportunity Name"]["field"] == "name" and columns["Oportunity Name"]["why"] == "similar"
    assert 0.88 <= columns["Oportunity Name"]["sure"] < 1
    assert columns["Expected Close Dates"]["field"] == "expected_close"
    assert columns["Stage"] == {"field": "stage", "sure": 1.0, "why": "name", "example": "方案报价", "magnitude": 1}


def test_columns_that_mean_nothing_to_the_cockpit_are_listed(store: Store, tmp_path: Path) -> None:
    report = take(store, write_text(tmp_path / "a.csv", [(*CHINESE, "印章颜色"), (*DEAL, "红")]))
    assert report.files[0]["unused"] == ["印章颜色"]


def test_every_sheet_is_what_it_is(store: Store, tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "全部.xlsx",
        ("商机", [CHINESE, DEAL]),
        ("人员", [("姓名", "所属团队", "主管", "入职日期"), ("李雯", "华东一组", "王主管", "2024-03-01")]),
        ("客户", [("客户名称", "行业", "客户级别"), ("华信科技", "软件", "A")]),
        ("产品", [("产品名称", "产品系列", "标准价格"), ("数据平台", "平台", 500_000)]),
        ("目标", [("姓名", "2026年11月", "2026年12月"), ("李雯", 1_000_000, 1_200_000)]),
        ("随便", [("今天", "天气"), ("晴", "好")]),
    )
    report = take(store, path)
    assert [told["kind"] for told in report.files] == ["deals", "people", "accounts", "products", "targets"]
    assert column(store, "name", "teams") == ["华东一组"]
    assert column(store, "tier_by_hand", "accounts") == ["A"]
    assert column(store, "list_price", "products") == [50_000_000]
    assert sorted(column(store, "month", "targets")) == ["2026-11", "2026-12"]
    assert sorted(column(store, "value", "targets")) == [100_000_000, 120_000_000]


def test_orders_with_sellers_in_them_are_no_list_of_sellers() -> None:
    rows: Rows = [["销售员", "订单日期", "区域"], *[["李雯", "2026-01-01", "华东"]] * 20]
    assert find_tables(Sheet(Path("订单.csv"), "", rows)) == []


def test_a_repeated_id_in_a_small_file_is_one_refused_row(store: Store, tmp_path: Path) -> None:
    report = take(store, write_text(tmp_path / "a.csv", [CHINESE, DEAL, ("D-2", *DEAL[1:]), ("D-2", *DEAL[1:])]))
    assert [told["kind"] for told in report.files] == ["deals"]
    assert [problem.row for problem in report.problems] == [4]
    people = [("姓名", "所属团队", "主管"), ("李雯", "一组", "王"), ("陈佳", "一组", "王"), ("陈佳", "一组", "王")]
    report = take(store, write_text(tmp_path / "b.csv", people))
    assert [told["kind"] for told in report.files] == ["people"] and [one.row for one in report.problems] == [4]


def test_words_below_the_table_are_no_deals(store: Store, tmp_path: Path) -> None:
    below = [
        [""],
        ["Grand Totals (1 record)"],
        ["Confidential Information - Do Not Distribute"],
        ["Copyright (c) 2026"],
    ]
    report = take(store, write_text(tmp_path / "a.csv", [ENGLISH, DEAL, *below]))
    assert report.problems == [] and report.files[0]["left_out"] == 3
    assert column(store, "external_id") == ["D-1"]


def test_headings_that_repeat_what_the_table_is_of(store: Store, tmp_path: Path) -> None:
    headings = ("Deal - ID", "Deal - Title", "Deal - Organization", "Deal - Owner", "Deal - Stage", "Deal - Value",
                "Deal - Deal created", "Deal - Expected close date")  # fmt: skip
    report = take(store, write_text(tmp_path / "a.csv", [headings, DEAL]))
    assert [match["field"] for match in report.files[0]["columns"].values()] == [
        "external_id", "name", "account", "owner", "stage", "amount", "created_on", "expected_close",
    ]  # fmt: skip


def test_expected_revenue_is_the_amount_only_where_that_is_what_it_is_called(store: Store, tmp_path: Path) -> None:
    odoo = [
        ("Opportunity", "Salesperson", "Stage", "Expected Revenue", "Expected Closing"),
        ("甲", "李雯", "方案报价", "100", "2026-12-01"),
    ]
    report = take(store, write_text(tmp_path / "a.csv", odoo))
    assert report.files[0]["columns"]["Expected Revenue"]["field"] == "amount"
    weighted = [(*ENGLISH, "Expected Revenue"), (*DEAL, "430,000")]
    report = take(store, write_text(tmp_path / "b.csv", weighted))
    assert report.files[0]["columns"]["Amount"]["field"] == "amount" and report.files[0]["unused"] == [
        "Expected Revenue"
    ]


def test_targets_by_month_whose_year_stands_above(store: Store, tmp_path: Path) -> None:
    take(store, write_text(tmp_path / "人员.csv", [("姓名", "团队"), ("李雯", "一组")]))
    rows: list[list[object]] = [["2026 年销售目标"], ["姓名", "1月", "2月", "十二月"], ["李雯", 10, 20, 30]]
    take(store, write_workbook(tmp_path / "目标.xlsx", ("全年", rows)))
    assert column(store, "month", "targets") == ["2026-01", "2026-02", "2026-12"]
    named = write_text(tmp_path / "2027目标.csv", [["姓名", "1月", "2月"], ["李雯", 10, 20]])
    take(store, named)
    assert column(store, "month", "targets")[3:] == ["2027-01", "2027-02"]


def test_a_list_of_contracts_without_stages_is_a_list_of_won_deals(store: Store, tmp_path: Path) -> None:
    rows = [("客户名称", "销售", "赢单金额", "签约日期", "产品"), ("华信", "李雯", "10万", "2026-10-01", "平台"),
            ("远景", "李雯", "20万", "2026-12-31", "平台")]  # fmt: skip
    report = take(store, write_text(tmp_path / "签约.csv", rows))
    assert [told["kind"] for told in report.files] == ["deals"]
    assert column(store, "state") == ["won", "open"], "what is to be signed later is not won yet"
    assert column(store, "amount") == [10_000_000, 20_000_000]
    assert {note.kind for note in report.listed} >= {"signed", "without_stage"}


def test_a_target_of_everybody(store: Store, tmp_path: Path) -> None:
    take(store, write_text(tmp_path / "目标.csv", [("团队", "2026-11", "2026-12"), ("全队", 100, 200)]))
    rows = store.connection.execute("SELECT month, person_id, team_id, value FROM targets ORDER BY month").fetchall()
    assert rows == [("2026-11", None, None, 10_000), ("2026-12", None, None, 20_000)]
