"""The review workbook as a file: what other readers see in it, and that Excel has nothing to repair."""

import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from cockpit.errors import CockpitError
from cockpit.excel.review import write_workbook
from cockpit.excel.review_deals import COLUMNS
from cockpit.excel.review_record import (
    ActivityLine,
    AgreedLine,
    Attention,
    Card,
    DayPoint,
    Definition,
    FigureLine,
    ForecastCheck,
    ForecastLine,
    GroupLine,
    JudgedLine,
    KeyActionLine,
    LoopCell,
    LoopLine,
    MajorLine,
    MinutesItem,
    MinutesLine,
    MonthPoint,
    PersonLine,
    ProblemLine,
    ProcessPart,
    Quantity,
    ReasonLine,
    Review,
    StageBar,
    StageLine,
    StalledLine,
    SupportLine,
    TrialLine,
    WayLine,
)
from cockpit.excel.review_styles import headline, width_of, wrapped
from cockpit.excel.review_tables import unique_titles
from cockpit.language import speaking
from tests.excel.workbook_checks import find_faults

WON = FigureLine("won_revenue", "赢单收入", Quantity("money", 640_000.5, 2), Quantity("money", 500_000, 3), "more")
RATE = FigureLine("attainment", "完成率", Quantity("share", 0.8), Quantity("share", None, reason="没有设目标"), "more")
NONE = FigureLine("loop_closed", "闭环率", Quantity("share", None, 0, "没有问题"), Quantity("share", 0.5), "more")
NASTY = "=cmd|'/c calc'!A1\x0b\x00 +1"
DAY = date(2026, 11, 10)
SHEETS = [
    "总览", "指标总表", "五步循环", "人员", "预测与漏斗", "赢丢与停滞", "商机", "关键动作", "支援", "问题清单",
    "改进验证", "一对一", "定义", "图表数据",
]  # fmt: skip


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
        loop=[LoopLine("=李雯", "直销部", (
            LoopCell("ok", "117 %"), LoopCell("none", "可略过:结果好"), LoopCell("act", "2 个逾期"),
            LoopCell("watch", "自己 2"), LoopCell("fail", "1 项未见效"),
        ))],
        forecast=[
            ForecastLine("已赢单", 2, 640_000.5, 0, None, 640_000.5), ForecastLine("管道", 1, 1e6, 2e5, 0.3, 3e5),
        ],
        forecast_checks=[ForecastCheck("2026 年 10 月", DAY, 5e5, WON.now, RATE.now, "")],
        ways=[
            WayLine("经验值", 7e5, None, None, 12, 0.8, 9, ""),
            WayLine("销售自己的判断", None, None, None, 0, None, 0, NASTY),
        ],
        trials=[TrialLine("2026 年 10 月", DAY, "按当时所知", 5e5, (4e5, None), (0.8, None))],
        funnel=[StageLine("直销", "@线索", 3, 9e5, 0, 0.1, 9e4, 0.8, 20, 3, 0.22, 247)],
        lost_reasons=[ReasonLine("+价格", 2, 3e5)],
        stalled=[StalledLine("-三期", "华信", "李雯", "方案", 1e5, DAY, 46, 12, True)],
        process=ProcessPart(
            "近 12 个周期", (KeyActionLine("=拜访", 30, 0.5, 40, 0.2, 0.3, 0.1, 0.5, 0.001, "ok", "和赢单一起出现"),),
            (ActivityLine("@李雯", {"+拜访": 3, "电话": 2}, 5, 4),),
            (MajorLine("=重点", "华信", "李雯", "方案", None, "act", "-约见", DAY, "@昨天"),),
        ),
        minutes=[MinutesLine(
            "李雯", "直销部", DAY, 6, 42, 2, None,
            (MinutesItem("承诺", "=借设备", DAY), MinutesItem("表扬", "约到了总监", None)), "=1+1\n+好",
        )],
        paces=(1.0, 0.8),
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
    assert book.sheetnames == SHEETS
    row = book["指标总表"][4]
    assert [row[place].value for place in range(4)] == ["赢单收入", 640_000.5, 500_000, 140_000.5]
    assert row[1].number_format.startswith('"¥"#,##0')
    assert book["指标总表"]["B5"].value == 0.8 and book["指标总表"]["B5"].number_format == "0.0%"
    assert book["指标总表"]["B6"].value == "—" and book["指标总表"]["F6"].value == "没有问题"
    formulas = [cell.value for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
    assert formulas == []


def test_text_that_looks_like_a_formula_stays_text_and_loses_what_xml_cannot_hold(path: Path) -> None:
    sheet = load_workbook(path)["商机"]
    assert sheet["B4"].value == "=cmd|'/c calc'!A1 +1" and sheet["B4"].data_type == "s"
    assert sheet["B5"].value == "-3 折报价" and sheet["C5"].value == "@客户"


def test_no_cell_anywhere_can_run_not_even_after_it_was_edited(path: Path) -> None:
    risky = [
        cell
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value[0] in "=+-@\t"
    ]
    assert len(risky) > 15
    for cell in risky:
        assert cell.data_type == "s" and cell.quotePrefix, (cell.parent.title, cell.coordinate)


def test_days_and_money_of_deals_are_real(path: Path) -> None:
    sheet = load_workbook(path)["商机"]
    assert isinstance(sheet, Worksheet)
    titles = [cell.value for cell in sheet[3]]
    won = dict(zip(titles, sheet[4], strict=True))
    assert won["关单日"].value == datetime(2026, 11, 10) and won["关单日"].number_format == "yyyy-mm-dd"
    assert won["金额"].value == 640_000.5
    assert "丢单原因" not in titles, "a column that no deal has something in is left out"


def test_calamine_reads_the_same(path: Path) -> None:
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("商机").to_python()
    assert rows[3][0] == "赢单" and rows[3][5] == 640_000.5 and date(2026, 11, 10) in rows[3]


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
            if table.displayName in ("tblPeople", "tblLoop", "tblDeals", "tblSupports", "tblProblems", "tblOneOnOnes"):
                assert table.autoFilter is not None and table.autoFilter.ref == table.ref
    assert len(set(names)) == len(names) == 22


def test_nothing_that_makes_excel_repair(path: Path) -> None:
    assert find_faults(path) == []
    with zipfile.ZipFile(path) as archive:
        workbook = archive.read("xl/workbook.xml").decode()
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4 and all('delete val="0"' in chart for chart in charts)
    assert all('varyColors val="0"' in chart for chart in charts)
    assert not any("<a:r><a:t />" in chart for chart in charts), "no runs in the properties of an axis"
    assert "fullCalcOnLoad" not in workbook or 'fullCalcOnLoad="0"' in workbook


def test_the_cover_leads_to_every_sheet_and_each_back(path: Path) -> None:
    book = load_workbook(path)
    cover = book["总览"]
    targets = {
        cell.value: cell.hyperlink.location
        for row in cover.iter_rows()
        for cell in row
        if cell.hyperlink is not None and cell.hyperlink.location
    }
    assert {location.split("!")[0].strip("'") for location in targets.values()} == set(SHEETS[1:])
    for name in SHEETS[1:]:
        link = book[name]["A2"]
        assert link.hyperlink is not None and link.hyperlink.location == "'总览'!A1", name


def test_the_cover_can_be_read_alone(path: Path) -> None:
    book = load_workbook(path)
    cover = book["总览"]
    assert isinstance(cover, Worksheet)
    assert cover.page_setup.fitToHeight == 1 and len(cover._charts) == 3  # type: ignore[attr-defined]
    texts = [str(cell) for row in cells(cover) for cell in row if cell is not None]
    assert any(text.startswith("! -李雯落后") for text in texts), "what needs attention, with its symbol"
    shown = {cell.value: cell.number_format for row in cover.iter_rows() for cell in row if cell.value is not None}
    assert shown[64.00005] == '"¥"#,##0" 万";-"¥"#,##0" 万"', "the headline, in 万"
    assert shown[640_000.5].startswith('"¥"#,##0'), "the full value beneath it"
    assert shown[140_000.5].startswith('"较上周期 ""▲ "'), "against last month"


@pytest.mark.parametrize(
    ("value", "code", "cell", "shown"),
    [
        (2_924_100, "zh", 292.41, '"¥"#,##0" 万"'),
        (131_600_000, "zh", 1.316, '"¥"#,##0.00" 亿"'),
        (8_600, "zh", 8_600, '"¥"#,##0'),
        (2_924_100, "en", 2_924_100, '"¥"#,##0.00,," M"'),
        (24_300, "en", 24_300, '"¥"#,##0.0," K"'),
        (-24_300, "en", -24_300, '"¥"#,##0.0," K"'),
    ],
)
def test_headline_figures_are_short_numbers(value: float, code: str, cell: float, shown: str) -> None:
    with speaking("en" if code == "en" else "zh"):
        found, number_format = headline(Quantity("money", value), "¥")
    assert found == pytest.approx(cell) and number_format.split(";")[0] == shown


def test_states_keep_their_colours_when_somebody_writes_another(path: Path) -> None:
    """The formats are conditional: on the symbol of the state, on the pace, on days that have passed."""
    book = load_workbook(path)

    def rules(name: str) -> dict[str, list[str]]:
        sheet = book[name]
        return {
            str(found.sqref): [str(rule.formula[0]) for rule in found.rules if rule.formula]
            for found in sheet.conditional_formatting
        }

    assert book["五步循环"]["C4"].value == "✓ 117 %" and book["五步循环"]["G4"].value == "✕ 1 项未见效"
    assert 'LEFT(C4,1)="✓"' in rules("五步循环")["C4:G4"] and 'LEFT(C4,1)="✕"' in rules("五步循环")["C4:G4"]
    assert 'LEFT(C4,1)="!"' in rules("人员")["C4"]
    assert any("46350" in formula for found in rules("商机").values() for formula in found), "overdue on the day"
    tints = {
        rule.dxf.fill.bgColor.rgb
        for found in book["五步循环"].conditional_formatting
        for rule in found.rules
        if rule.dxf is not None and rule.dxf.fill is not None
    }
    assert tints == {"00E3F4EE", "00FDF1DC", "00FCE9E7"}


def test_what_it_is_stands_in_its_properties(path: Path) -> None:
    book = load_workbook(path)
    assert book.properties.title == "2026 年 11 月 月度复盘 · A&B 队 · 数据截至 2026-11-24"
    assert book.properties.subject == "2026 年 11 月 月度复盘" and book.properties.creator == "驾驶舱"
    own = {found.name: found.value for found in book.custom_doc_props.props}
    assert own["schema"] == "cockpit-review-2" and own["period"] == "2026-11" and own["scope"] == "A&B 队"
    assert len(own["export_id"]) == 36


def test_minutes_say_what_was_marked_and_the_rest_of_the_note(path: Path) -> None:
    row = [cell.value for cell in load_workbook(path)["一对一"][4]]
    assert row[:4] == ["李雯", "直销部", datetime(2026, 11, 10), 6]
    assert row[7] == "承诺:=借设备(11 月 10 日)\n表扬:约到了总监" and row[8] == "=1+1\n+好"


def test_parts_that_an_older_review_did_not_keep_are_absent(review: Review, tmp_path: Path) -> None:
    older = attrs.evolve(
        review, loop=None, forecast=None, forecast_checks=None, ways=None, trials=None, funnel=None, lost_reasons=None,
        stalled=None,
        process=None, minutes=None, paces=None,
    )  # fmt: skip
    out = tmp_path / "旧.xlsx"
    write_workbook(older, out)
    assert find_faults(out) == []
    names = load_workbook(out).sheetnames
    assert [name for name in SHEETS if name not in names] == ["五步循环", "预测与漏斗", "关键动作", "一对一"]


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
    for name in ("指标总表", "五步循环", "人员", "商机", "支援", "问题清单", "一对一"):
        sheet = book[name]
        assert isinstance(sheet, Worksheet)
        assert str(sheet.freeze_panes).endswith("4") and sheet.print_title_rows == "$3:$3"


def test_charts_refer_to_the_numbers_of_their_sheet(path: Path) -> None:
    book = load_workbook(path)
    numbers = cells(book["图表数据"])
    assert numbers[3][:4] == ["工作日", "本周期", "上周期", "目标"]
    assert numbers[4][:4] == ["2", 20, 10, 6], "in 万元"
    with zipfile.ZipFile(path) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
    assert "'图表数据'!$B$5:$B$8" in chart


def test_a_month_with_nothing_in_it_is_a_workbook_too(review: Review, tmp_path: Path) -> None:
    empty = attrs.evolve(
        review, comment="", attention=[], days=[], months=[], stages=[], people=[], groups=[], deals=[], supports=[],
        judged=[], problems=[], agreed=[], loop=[], forecast=[], forecast_checks=[], ways=[], trials=[], funnel=[],
        lost_reasons=[],
        stalled=[], process=ProcessPart("没有", (), (), ()), minutes=[],
    )  # fmt: skip
    out = tmp_path / "空.xlsx"
    write_workbook(empty, out)
    assert find_faults(out) == []
    book = load_workbook(out)
    assert book.sheetnames == SHEETS[:-1], "without charts there are no numbers of theirs"
    for sheet in book:
        assert len([cell for row in cells(sheet) for cell in row if cell]) > 3, f"{sheet.title} says nothing"
    assert cells(book["商机"])[3][0] == "这个月没有关闭的商机,也没有在手的商机。"
    assert any("没有需要特别关注的事" in str(cell) for row in cells(book["总览"]) for cell in row)


def test_the_comment_is_there_whole_line_by_line(path: Path) -> None:
    words = "".join(str(row[4]) for row in cells(load_workbook(path)["总览"]) if len(row) > 4 and row[4])
    assert "第一行" in words and "=第二行" in words and words.count("很长的一句话,") == 30


def test_english(review: Review, tmp_path: Path) -> None:
    out = tmp_path / "review.xlsx"
    with speaking("en"):
        write_workbook(review, out)
    assert find_faults(out) == []
    names = load_workbook(out).sheetnames
    assert len(names) == len(SHEETS) and all(name[0] == name[0].upper() for name in names)


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


def with_texts(value: Any, text: str) -> Any:
    """The same record with ``text`` wherever somebody's words may stand."""
    if attrs.has(type(value)):
        own = ("key", "mark", "state", "better", "unit", "month", "standing")
        kept = {found.name: getattr(value, found.name) for found in attrs.fields(type(value))}
        return attrs.evolve(
            value,
            **{
                name: found if name in own and isinstance(found, str) else with_texts(found, text)
                for name, found in kept.items()
            },
        )
    if isinstance(value, str):
        return text
    if isinstance(value, dict):
        return {key: with_texts(found, text) for key, found in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(with_texts(found, text) for found in value)
    return value


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "\t@x", "", " ", "\n\n", "]]>&<c/>", "'", '"', "\x00\x1f\ud800\uffff", "🙂" * 40, "长" * 40_000,
        "第一行\n" * 300, "a" * 300, "\r\nx\r", "＝全角", "_x000D_", "!", "✓ ", "&P&N",
    ],
    ids=range(19),
)  # fmt: skip
def test_whatever_somebody_wrote_the_workbook_is_sound(review: Review, tmp_path: Path, text: str) -> None:
    out = tmp_path / "a.xlsx"
    write_workbook(with_texts(review, text), out)
    assert find_faults(out) == []


def test_a_long_note_runs_on_in_further_rows_and_nothing_of_it_is_lost(review: Review, tmp_path: Path) -> None:
    assert review.minutes is not None
    note = "\n".join(f"第 {number} 行" for number in range(70)) + "\n" + "没有标点的一句话" * 300
    talk = attrs.evolve(review.minutes[0], note=note)
    out = tmp_path / "a.xlsx"
    write_workbook(attrs.evolve(review, minutes=[talk]), out)
    assert find_faults(out) == []
    rows = list(load_workbook(out)["一对一"].iter_rows(min_row=4, values_only=True))
    assert len(rows) > 3 and {row[0] for row in rows} == {"李雯"}
    assert "".join(str(row[8]) for row in rows).replace("\n", "") == note.replace("\n", "")


def test_headers_are_told_apart() -> None:
    assert unique_titles(["Open", "open", "", "Open"]) == ["Open", "Open 2", "-", "Open 3"]


@pytest.mark.filterwarnings("ignore:.*xtension is not supported")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_without_loss(path: Path, tmp_path: Path) -> None:
    """Saved anew by another program it holds the same cells, tables, charts, links and conditional formats."""
    saved = tmp_path / "anew"
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", saved, path],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    def told(sheet: Any) -> tuple[object, ...]:
        found = [cell for row in sheet.iter_rows() for cell in row]
        return (
            {cell.coordinate: cell.value for cell in found if cell.value not in (None, "")},
            {cell.coordinate for cell in found if cell.hyperlink is not None},
            {(table.displayName, table.ref) for table in sheet.tables.values()},
            len(sheet._charts),
            sum(len(rules.rules) for rules in sheet.conditional_formatting),
            sheet.print_title_rows,
        )

    was, now = load_workbook(path), load_workbook(saved / path.name)
    assert now.sheetnames == was.sheetnames and now.properties.title == was.properties.title
    for name in was.sheetnames:
        assert told(now[name]) == told(was[name]), name
