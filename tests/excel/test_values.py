"""Amounts, days and flags as people and programs write them: read exactly, or refused with a reason."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from cockpit.excel.dates import day_order, read_days
from cockpit.excel.reading import Value
from cockpit.excel.values import Unreadable, currency_code, read_amounts, read_each, read_flag, read_texts, share_reader
from cockpit.metrics.report import report as metrics_report
from cockpit.model.cycles import Month
from cockpit.operations.exchange_rates import set_rate
from cockpit.store.file import Store
from cockpit.store.settings import read_setting
from tests.excel.writing_files import TODAY, column, take, write_text


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1,052.75", 105_275),
        ("1.052,75", 105_275),
        ("1 052,75", 105_275),
        ("1'052.75", 105_275),
        ("11,50万元", 11_500_000),
        ("11.5万", 11_500_000),
        ("1.2亿", 12_000_000_000),
        ("(1,200)", -120_000),
        ("-1,200", -120_000),
        ("1200-", -120_000),
        ("￥1,200", 120_000),
        ("¥ 1,200.5", 120_050),
        ("$1,200", 120_000),
        ("1,200 元", 120_000),
        ("RMB 300", 30_000),
        ("1.5k", 150_000),
        ("$3.972.451", 397_245_100),
        ("1 234 567,89 €", 123_456_789),
        ("USD 1.5M", 150_000_000),
        ("12,34,567.00", 123_456_700),
        ("－1,200", -120_000),
        ("（1，200）", -120_000),
        ("１２００", 120_000),
        ("+500", 50_000),
        ("500.-", 50_000),
        ("1,052.75-", -105_275),
        ("-￥1,200", -120_000),
        ("500元整", 50_000),
        ("1.2 百万", 120_000_000),
        ("2M", 200_000_000),
        ("860,000", 86_000_000),
        ("0", 0),
        (1052.75, 105_275),
        (0.1 + 0.2, 30),
        (1e15, None),
        ("", None),
        ("-", None),
        ("无", None),
        ("N/A", None),
    ],
)
def test_an_amount(written: Value, minor: int | None) -> None:
    found = read_amounts([written])
    if written == 1e15:
        assert "不合理" in str(found.unreadable[0])
    else:
        assert found.values == [minor] and not found.unreadable


@pytest.mark.parametrize(
    "written",
    [
        "不知道",
        "12a",
        "1,2,3",
        "约500",
        "100-200",
        "3万5",
        "12%",
        "1e5",
        "(1,200",
        "1.2.3,4",
        "#REF!",
        True,
        date(2026, 1, 1),
    ],
)
def test_what_is_no_amount_is_refused(written: Value) -> None:
    assert 0 in read_amounts([written]).unreadable


def test_cells_without_doubt_decide_how_the_others_are_meant() -> None:
    assert read_amounts(["1.234", "5,50"]).values == [123_400, 550]
    assert read_amounts(["1,234", "5.50"]).values == [123_400, 550]
    assert list(read_amounts(["1.234"]).unreadable) == [0], "a thousand and two hundred, or one and a bit?"


def test_amounts_under_a_heading_in_ten_thousands(store: Store, tmp_path: Path) -> None:
    rows = [("商机编号", "商机名称", "阶段", "预计金额(万元)"), ("1", "甲", "方案报价", "86.5")]
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "amount") == [86_500_000]
    assert report.files[0]["columns"]["预计金额(万元)"]["magnitude"] == 10_000


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "20260305", "2026-03-05 14:30:00", "2026-03-05T14:30:00Z",
        "2026/3/5 星期四", "2026年3月5号", "2026/3/5 14时30分",
        "5 Mar 2026", "Mar 5, 2026", "March 5, 2026", "05-Mar-26", 46086, 46086.75,
        date(2026, 3, 5), datetime(2026, 3, 5, 23, 59), "13/5/2026",
    ],
)  # fmt: skip
def test_a_day(written: Value) -> None:
    wanted = "2026-05-13" if written == "13/5/2026" else "2026-03-05"
    assert read_days([written]).values == [wanted]


@pytest.mark.parametrize("written", ["2026-02-30", "2026-13-01", "明天", "1/1/1850", "5/2026", True, 7])
def test_what_is_no_day_is_refused(written: Value) -> None:
    assert 0 in read_days([written]).unreadable


def test_the_whole_column_decides_which_is_the_month() -> None:
    assert day_order(["3/5/2026", "25/4/2026"]) == "day_first"
    assert read_days(["3/5/2026", "25/4/2026"]).values == ["2026-05-03", "2026-04-25"]
    assert read_days(["3/5/2026", "4/25/2026"]).values == ["2026-03-05", "2026-04-25"]
    assert read_days(["3.5.2026"]).values == ["2026-05-03"], "points are written where the day comes first"
    assert "分不清" in str(read_days(["3/5/2026"]).unreadable[0])
    assert read_days(["3/5/2026"], "day_first").values == ["2026-05-03"]
    assert read_days(["3/5/2026", "25/4/2026", "4/25/2026"], "month_first").values[0] == "2026-03-05"


def test_which_end_is_the_year_is_not_guessed() -> None:
    assert "哪个是年" in str(read_days(["26-03-05", "25-11-28"]).unreadable[0])
    assert read_days(["26-03-05", "13-11-26"]).values == ["2005-03-26", "2026-11-13"], "no year begins with 13"
    assert read_days(["25/12/26"]).values == ["2026-12-25"]
    assert read_days(["26-03-05"], "day_first").values == ["2005-03-26"]


def test_another_column_of_the_same_file_decides_too(store: Store, tmp_path: Path) -> None:
    rows = [("Deal ID", "Deal name", "Stage", "Amount", "Created Date", "Close Date"),
            ("1", "A", "Proposal", "5", "3/5/26", "12/31/26")]  # fmt: skip
    take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "created_on") == ["2026-03-05"]


def test_shares_flags_and_texts() -> None:
    assert read_each(["40%", "5%"], share_reader(["40%", "5%"])).values == [0.4, 0.05]
    assert read_each([40, 5], share_reader([40, 5])).values == [0.4, 0.05]
    assert read_each([0.4, 1], share_reader([0.4, 1])).values == [0.4, 1.0]
    assert read_each(["12,5%", "0,4", "40"], share_reader(["12,5%", "0,4"])).values[:2] == [0.125, 0.4]
    assert read_each(["是", "否", "Yes", "0", ""], read_flag).values == [True, False, True, False, None]
    assert isinstance(read_flag("也许"), Unreadable)
    assert read_texts(["  甲 ", "N/A", "乙\u200b", 12.0, ""]).values == ["甲", None, "乙", "12", None]
    assert "公式错误" in str(read_texts(["#REF!"]).unreadable[0])


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("人民币", "CNY"), ("RMB", "CNY"), ("cny", "CNY"), ("CNY - Chinese Yuan", "CNY"), ("人民币(元)", "CNY"),
        ("USD", "USD"), ("美元", "USD"), ("US Dollar", "USD"), ("$", "USD"), ("元", None), ("￥", None),
        ("贝壳", "贝壳"),
    ],
)  # fmt: skip
def test_the_code_of_a_currency(written: str, code: str | None) -> None:
    assert currency_code(written) == code


def test_the_own_currency_by_any_name_is_added_up(store: Store, tmp_path: Path) -> None:
    rows = [("商机编号", "商机名称", "阶段", "金额", "币种", "签约日期"),
            ("1", "甲", "赢单", "500", "人民币", "2026-11-02"), ("2", "乙", "赢单", "300", "RMB", "2026-11-03"),
            ("3", "丙", "赢单", "9", "美元", "2026-11-03")]  # fmt: skip
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "currency") == ["CNY", "CNY", "USD"]
    assert [(note.n, note.names) for note in report.listed if note.kind == "foreign_currency_without_rate"] == [
        (1, ("USD",))
    ]
    assert won_in_november(store) == 800
    set_rate(store, "USD", Decimal(7))
    assert won_in_november(store) == 800 + 9 * 7
    rows.append(("4", "丁", "赢单", "1", "USD", "2026-11-03"))
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert [(note.kind, note.n) for note in report.listed if "currency" in note.kind] == [("foreign_currency", 1)]
    assert won_in_november(store) == 800 + 10 * 7


def test_a_new_store_counts_in_the_currency_of_its_first_deals(store: Store, tmp_path: Path) -> None:
    rows = [("Deal ID", "Deal name", "Stage", "Amount", "Currency", "Close Date"),
            ("1", "A", "Closed Won", "500", "USD", "2026-11-02"),
            ("2", "B", "Closed Won", "300", "USD", "2026-11-03")]  # fmt: skip
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert [note.names for note in report.listed if note.kind == "currency"] == [("USD",)]
    assert read_setting(store.connection, "currency") == "USD"
    assert won_in_november(store) == 800
    again = take(store, write_text(tmp_path / "a.csv", rows))
    assert not any(count.added or count.changed for count in again.counts.values())


def won_in_november(store: Store) -> object:
    month = Month(2026, 11)
    [scope] = metrics_report(store.connection, month, month, scope="team", today=TODAY)["scopes"]
    return scope["metrics"]["won_revenue"]["value"]


def test_a_foreign_sign_is_a_currency_and_is_said(store: Store, tmp_path: Path) -> None:
    rows = [("商机编号", "商机名称", "阶段", "金额"), ("1", "甲", "方案报价", "$500"), ("2", "乙", "方案报价", "￥500")]
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "currency") == ["USD", None]
    assert any(note.kind == "foreign_currency_without_rate" and note.n == 1 for note in report.listed)


def test_who_counts_in_dollars_means_renminbi_by_its_sign(store: Store, tmp_path: Path) -> None:
    rows = [("Deal ID", "Deal name", "Stage", "Amount"), ("1", "A", "Proposal", "$500"), ("2", "B", "Proposal", "$5")]
    take(store, write_text(tmp_path / "a.csv", rows))
    assert read_setting(store.connection, "currency") == "USD"
    take(store, write_text(tmp_path / "b.csv", [rows[0], ("3", "C", "Proposal", "￥500"), ("4", "D", "Proposal", "5")]))
    assert column(store, "currency") == ["USD", "USD", "CNY", None]


def test_what_a_crm_adds_to_a_name_makes_no_other_person(store: Store, tmp_path: Path) -> None:
    rows = [("商机编号", "商机名称", "负责人", "阶段", "金额"), ("1", "甲", "李雯", "方案报价", "1"),
            ("2", "乙", "李雯(已离职)", "方案报价", "1"), ("3", "丙", "李雯（停用）", "方案报价", "1"),
            ("4", "丁", "陈佳(华东)", "方案报价", "1")]  # fmt: skip
    take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "name", "people") == ["李雯", "陈佳(华东)"]


def test_what_is_expected_some_time_in_a_month_is_expected_by_its_last_day_and_said(
    store: Store, tmp_path: Path
) -> None:
    rows = [("商机编号", "商机名称", "阶段", "金额", "预计成交日期"), ("1", "甲", "方案报价", "1", "2026年12月"),
            ("2", "乙", "方案报价", "1", "2027Q1"), ("3", "丙", "方案报价", "1", "2026-12-05"),
            ("4", "丁", "方案报价", "1", "2027年2月底"), ("5", "戊", "方案报价", "1", "2027年")]  # fmt: skip
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "expected_close") == ["2026-12-31", "2027-03-31", "2026-12-05", "2027-02-28"]
    assert [(note.n, note.names) for note in report.listed if note.kind == "rounded"] == [(3, ("1", "2", "4"))]
    assert report.counts["deals"].refused == 1


def test_an_id_that_a_spreadsheet_has_rounded_is_refused(store: Store, tmp_path: Path) -> None:
    rows = [("商机编号", "商机名称", "阶段", "金额"), ("1.5893E+10", "甲", "方案报价", "1"),
            ("10002.0", "乙", "方案报价", "1"), ("A-1.0", "丙", "方案报价", "1")]  # fmt: skip
    report = take(store, write_text(tmp_path / "a.csv", rows))
    assert column(store, "external_id") == ["10002", "A-1.0"]
    assert report.counts["deals"].refused == 1
