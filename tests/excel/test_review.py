"""The review workbook as a file: what other readers see in it, and that Excel has nothing to repair."""

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from cockpit.errors import CockpitError
from cockpit.excel.review import write_workbook
from cockpit.excel.review_deals import COLUMNS
from cockpit.excel.review_record import (
    AgreedLine,
    Attention,
    Card,
    DayPoint,
    Definition,
    FigureLine,
    GroupLine,
    JudgedLine,
    MonthPoint,
    PersonLine,
    ProblemLine,
    Quantity,
    Review,
    StageBar,
    SupportLine,
)
from cockpit.excel.review_styles import width_of, wrapped
from cockpit.excel.review_tables import unique_titles
from cockpit.language import speaking

WON = FigureLine("won_revenue", "赢单收入", Quantity("money", 640_000.5, 2), Quantity("money", 500_000, 3), "more")
RATE = FigureLine("attainment", "完成率", Quantity("share", 0.8), Quantity("share", None, reason="没有设目标"), "more")
NONE = FigureLine("loop_closed", "闭环率", Quantity("share", None, 0, "没有问题"), Quantity("share", 0.5), "more")
NASTY = "=cmd|'/c calc'!A1\x0b\x00 +1"
DAY = date(2026, 11, 10)


def deal(**values: object) -> tuple[object, ...]:
    """A row of deals by the titles of its columns."""
    return tuple(values.pop(title, None) for title, _, _ in COLUMNS)


@pytest.fixture
def review() -> Review:
    figures = {"attainment": RATE.now, "target": Quantity("money", 800_000)}
    return Review(
        month="2026-11",
        month_text="2026 年 11 月",
        scope="A&B 队",
        as_of=date(2026, 11, 24),
        written_at=datetime(2026, 11, 24, 9, tzinfo=UTC).replace(tzinfo=None),
        currency="CNY",
        symbol="¥",
        state="周期进行中",
        comment="第一行\n=第二行\x07 " + "很长的一句话," * 30,
        cards=[Card(line, "2 单") for line in (WON, RATE, NONE)],
        attention=[Attention("act", "-李雯落后"), Attention("watch", "+9 个停滞")],
        days=[
            DayPoint(date(2026, 11, day), 1e5 * day if day < 5 else None, 5e4 * day, 3e4 * day) for day in (2, 3, 4, 5)
        ],
        months=[MonthPoint(f"{month}月", 4e5 + month, 5e5) for month in range(1, 13)],
        stages=[StageBar("线索", 9e5, 1e5), StageBar("方案", 5e5, 2.5e5)],
        figures=[WON, RATE, NONE],
        people_keys={"target": "目标", "attainment": "完成率"},
        people=[PersonLine("@李雯", "直销部", "act", "落后", "进度指数 0.6", figures)],
        groups=[GroupLine("全部团队", figures)],
        deals=[
            deal(结果="赢单", 商机名称=NASTY, 客户="华信", 负责人="李雯", 金额=640_000.5, 关单日=DAY, 创建日=DAY),
            deal(结果="在手", 商机名称="-3 折报价", 客户="@客户", 预计关单日=date(2026, 12, 1), 金额=10),
        ],
        supports=[
            SupportLine("已承诺", "act", "内部资源", "+演示设备", "李雯", "直销部", "华信", DAY, None, DAY, DAY, None,
                        "晚了 14 天", "", ""),
        ],
        judged=[JudgedLine("李雯", "首访", "完成率", Quantity("share", 0.5), Quantity("share", 0.8),
                           Quantity("share", 0.9), "ok", "见效", "")],
        problems=[ProblemLine("李雯", "自己发现", "价值传递", "=先报价", "", DAY, None)],
        agreed=[AgreedLine("李雯", "每周六次首访", "先报价", "新客户触达", Quantity("count", 3), Quantity("count", 6),
                           Quantity("count", None, reason="没有跟进"), date(2026, 12, 31), "进行中")],
        definitions=[Definition("赢单收入", "金额", "关单日在周期内的赢单金额之和。")],
        about=[("周期", "2026-11")],
    )  # fmt: skip


@pytest.fixture
def path(review: Review, tmp_path: Path) -> Path:
    out = tmp_path / "复盘.xlsx"
    write_workbook(review, out)
    return out


def cells(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_figures_are_numbers_with_their_formats(path: Path) -> None:
    book = load_workbook(path)
    assert book.sheetnames == ["总览", "指标", "人员", "商机", "支援", "问题与改进", "定义", "图表数据"]
    row = book["指标"][2]
    assert [row[place].value for place in range(4)] == ["赢单收入", 640_000.5, 500_000, 140_000.5]
    assert row[1].number_format.startswith('"¥"#,##0')
    assert book["指标"]["B3"].value == 0.8 and book["指标"]["B3"].number_format == "0.0%"
    assert book["指标"]["B4"].value == "—" and book["指标"]["F4"].value == "没有问题"
    formulas = [cell.value for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    assert formulas == []


def test_text_that_looks_like_a_formula_stays_text_and_loses_what_xml_cannot_hold(path: Path) -> None:
    sheet = load_workbook(path)["商机"]
    assert sheet["B2"].value == "=cmd|'/c calc'!A1 +1" and sheet["B2"].data_type == "s"
    assert sheet["B3"].value == "-3 折报价" and sheet["C3"].value == "@客户"


def test_days_and_money_of_deals_are_real(path: Path) -> None:
    sheet = load_workbook(path)["商机"]
    assert isinstance(sheet, Worksheet)
    titles = [cell.value for cell in sheet[1]]
    won = dict(zip(titles, sheet[2], strict=True))
    assert won["关单日"].value == datetime(2026, 11, 10) and won["关单日"].number_format == "yyyy-mm-dd"
    assert won["金额"].value == 640_000.5
    assert "丢单原因" not in titles, "a column that no deal has something in is left out"


def test_calamine_reads_the_same(path: Path) -> None:
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("商机").to_python()
    assert rows[1][0] == "赢单" and rows[1][5] == 640_000.5 and date(2026, 11, 10) in rows[1]


def test_tables_have_the_headers_of_their_cells(path: Path) -> None:
    book = load_workbook(path)
    names = []
    for sheet in book:
        assert isinstance(sheet, Worksheet)
        for table in sheet.tables.values():
            names.append(table.displayName)
            header = [cell.value for cell in sheet[table.ref][0]]
            columns = [column.name for column in table.tableColumns]
            assert header == columns and len({str(name).casefold() for name in header}) == len(header)
            if table.displayName in ("tblPeople", "tblDeals", "tblSupports"):
                assert table.autoFilter is not None and table.autoFilter.ref == table.ref
    assert len(set(names)) == len(names) == 8


def test_nothing_that_makes_excel_repair(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        workbook = archive.read("xl/workbook.xml").decode()
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
        tables = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/tables/")]
    assert "mergeCell" not in workbook
    assert len(charts) == 4 and all('delete val="0"' in chart for chart in charts)
    assert all('delete val="1"' not in chart for chart in charts)
    assert all('varyColors val="0"' in chart for chart in charts)
    assert not any("<a:r><a:t />" in chart for chart in charts), "no runs in the properties of an axis"
    assert "fullCalcOnLoad" not in workbook or 'fullCalcOnLoad="0"' in workbook
    ids = [ElementTree.fromstring(table).get("id") for table in tables]
    assert len(set(ids)) == len(ids)
    book = load_workbook(path)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in book.sheetnames)


def test_it_prints_on_a4_across_with_headers_and_page_numbers(path: Path) -> None:
    for sheet in load_workbook(path):
        assert isinstance(sheet, Worksheet)
        setup = sheet.page_setup
        assert (setup.orientation, int(setup.paperSize or 0), setup.fitToWidth) == ("landscape", 9, 1)
        assert sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "&P" in str(sheet.oddFooter.center.text) and "&N" in str(sheet.oddFooter.center.text)
        assert "A&&B" in str(sheet.oddHeader.left.text), "an ampersand in a name is not a code"
        assert not sheet.merged_cells.ranges
    book = load_workbook(path)
    for name in ("指标", "人员", "商机", "支援"):
        sheet = book[name]
        assert isinstance(sheet, Worksheet)
        assert sheet.freeze_panes is not None and sheet.print_title_rows == "$1:$1"


def test_charts_refer_to_the_numbers_of_their_sheet(path: Path) -> None:
    book = load_workbook(path)
    numbers = cells(book["图表数据"])
    assert numbers[2][:4] == ["工作日", "本周期", "上周期", "目标"]
    assert numbers[3][:4] == ["2", 20, 10, 6], "in 万元"
    with zipfile.ZipFile(path) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "'图表数据'!$B$4:$B$7" in chart


def test_a_month_with_nothing_in_it_is_a_workbook_too(review: Review, tmp_path: Path) -> None:
    empty = attrs.evolve(
        review, comment="", attention=[], days=[], months=[], stages=[], people=[], groups=[], deals=[], supports=[],
        judged=[], problems=[], agreed=[],
    )  # fmt: skip
    out = tmp_path / "空.xlsx"
    write_workbook(empty, out)
    book = load_workbook(out)
    assert cells(book["商机"])[1][0] == "这个月没有关闭的商机,也没有在手的商机。"
    assert any("没有需要特别关注的事" in str(cell) for row in cells(book["总览"]) for cell in row)


def test_the_comment_is_there_whole_line_by_line(path: Path) -> None:
    words = "".join(str(row[4]) for row in cells(load_workbook(path)["总览"]) if len(row) > 4 and row[4])
    assert "第一行" in words and "=第二行" in words and words.count("很长的一句话,") == 30


def test_english(review: Review, tmp_path: Path) -> None:
    out = tmp_path / "review.xlsx"
    with speaking("en"):
        write_workbook(review, out)
    assert load_workbook(out).sheetnames != ["总览", "指标", "人员", "商机", "支援", "问题与改进", "定义", "图表数据"]


def test_progress_is_told_and_stopping_leaves_nothing(review: Review, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_workbook(review, tmp_path / "a.xlsx", lambda done, of: told.append((done, of)))
    assert told[-1][0] == told[-1][1] and told == sorted(told)

    class Stopped(Exception):
        pass

    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise Stopped

    before = set(tmp_path.iterdir())
    with pytest.raises(Stopped):
        write_workbook(review, tmp_path / "b.xlsx", stop)
    assert set(tmp_path.iterdir()) == before


def test_a_place_that_cannot_be_written_is_refused_and_the_old_file_stays(review: Review, tmp_path: Path) -> None:
    with pytest.raises(CockpitError, match="没有这个文件夹"):
        write_workbook(review, tmp_path / "没有" / "复盘.xlsx")
    folder = tmp_path / "复盘.xlsx"
    folder.mkdir()
    (folder / "旧").write_text("旧")
    with pytest.raises(CockpitError, match="不能写"):
        write_workbook(review, folder)
    assert [entry.name for entry in tmp_path.iterdir()] == ["复盘.xlsx"] and (folder / "旧").read_text() == "旧"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五", 6, ["一二三", "四五"]),
        ("win more deals", 9, ["win more", "deals"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a\nb", 9, ["a", "b"]),
        ("", 9, []),
    ],
)
def test_text_is_wrapped_by_what_it_takes(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines
    assert all(width_of(line) <= width for line in lines)


def test_headers_are_told_apart() -> None:
    assert unique_titles(["Open", "open", "", "Open"]) == ["Open", "Open 2", "-", "Open 3"]
