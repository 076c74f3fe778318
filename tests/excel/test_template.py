"""A company's own form, filled: what it had before it still has, and what was asked for stands in it."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from python_calamine import CalamineWorkbook

from cockpit.errors import CockpitError
from cockpit.excel.review_deals import COLUMNS
from cockpit.excel.review_record import (
    AgreedLine,
    Attention,
    FigureLine,
    GroupLine,
    PersonLine,
    Quantity,
    Review,
)
from cockpit.excel.template import TemplateReport, fill_template
from cockpit.excel.template_book import write_placeholder_book
from cockpit.excel.template_values import TemplateValues

NAMES = ("陈佳", "李雯", "=1+1", "周启航")


def deal(**values: object) -> tuple[object, ...]:
    return tuple(values.pop(title, None) for title, _, _ in COLUMNS)


@pytest.fixture
def review() -> Review:
    figures = [
        {"won_revenue": Quantity("money", 100_000.0 * n), "attainment": Quantity("share", 0.5 * n)}
        for n in (1, 2, 3, 4)
    ]
    return Review(
        month="2026-11", month_text="2026 年 11 月", scope="全部团队", as_of=date(2026, 11, 24),
        written_at=datetime(2026, 11, 24, 9), currency="CNY", symbol="¥", state="周期进行中",
        comment="=这个月 <抓> 首访 & 报价", cards=[], attention=[Attention("act", "落后"), Attention("watch", "停滞")],
        days=[], months=[], stages=[],
        figures=[
            FigureLine("won_revenue", "赢单收入", Quantity("money", 3_124_000.0, 17), Quantity("money", 3e6), "more"),
            FigureLine("attainment", "完成率", Quantity("share", 0.8612), Quantity("share", None), "more"),
            FigureLine("target", "目标", Quantity("money", 4_000_000.0), Quantity("money", 3.5e6), "neither"),
        ],
        people_keys={"won_revenue": "赢单收入", "attainment": "完成率"},
        people=[PersonLine(name, "直销部", "ok", "良好", "", of) for name, of in zip(NAMES, figures, strict=True)],
        groups=[GroupLine("直销部", figures[3])],
        deals=[
            deal(结果="赢单", 商机名称=f"商机{n}", 客户="@客户", 负责人="李雯", 金额=9e5 - n, 关单日=date(2026, 11, n))
            for n in range(1, 8)
        ],
        supports=[], judged=[], problems=[],
        agreed=[AgreedLine("李雯", "每周六次首访", "", "新客户触达", Quantity("count", 3), Quantity("count", 6),
                           Quantity("count", None), date(2026, 12, 31), "执行中")],
        definitions=[],
    )  # fmt: skip


Fill = Callable[[Workbook], tuple[TemplateReport, Any]]


@pytest.fixture
def fill(review: Review, tmp_path: Path) -> Fill:
    """Save a workbook as a template, fill it, and open the result."""

    def filled(book: Workbook) -> tuple[TemplateReport, Any]:
        template, out = tmp_path / "模板.xlsx", tmp_path / "填好.xlsx"
        book.save(template)
        before = template.read_bytes()
        report = fill_template(template, out, TemplateValues(review))
        assert template.read_bytes() == before
        with zipfile.ZipFile(out) as archive:
            assert archive.testzip() is None
        return report, load_workbook(out)

    return filled


def one_sheet(**cells: object) -> tuple[Workbook, Any]:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "月报"
    for place, value in cells.items():
        sheet[place] = value
    return book, sheet


def test_a_lone_placeholder_becomes_a_real_number_or_day_in_the_cells_own_format(fill: Fill) -> None:
    book, sheet = one_sheet(A1="{{won_revenue}}", A2="{{attainment}}", A3="{{as_of}}", A4="{{month}}", A5="{{month}}",
                            A6="{{won_revenue | 万}}", A7="{{attainment.before}}", A8="{{won_revenue @ 李雯}}",
                            A9="{{赢单收入 @ 直销部}}", A10="{{won_revenue.change}}", A11="{{people.count}}",
                            A12="{{won_revenue.target}}")  # fmt: skip
    sheet["A1"].number_format = '"RMB "#,##0.00'
    sheet["A1"].font = Font(size=20, color="FF0000")
    sheet["A4"].number_format = "yyyy年m月"
    report, made = fill(book)
    found = made["月报"]
    assert found["A1"].value == 3_124_000 and found["A1"].number_format == '"RMB "#,##0.00'
    assert found["A1"].font.size == 20 and found["A1"].font.color.rgb == "00FF0000"
    assert found["A2"].value == 0.8612 and found["A2"].number_format == "0.0%", "without a format it gets one"
    assert found["A3"].value == datetime(2026, 11, 24)
    assert found["A4"].value == datetime(2026, 11, 1), "a cell for days holds the month's first day"
    assert found["A5"].value == "2026 年 11 月"
    assert found["A6"].value == 312.4
    assert found["A7"].value == "—"
    assert (found["A8"].value, found["A9"].value, found["A10"].value) == (200_000, 400_000, 124_000)
    assert (found["A11"].value, found["A12"].value) == (4, 4_000_000)
    assert report.unfilled == [] and report.filled == 12


def test_text_beside_and_in_several_fonts(fill: Fill, tmp_path: Path) -> None:
    book, sheet = one_sheet(A1="本月赢单 {{won_revenue | 万}} 元,完成 {{attainment | 0.0}}")
    bold = InlineFont(b=True, color="FF0000")
    sheet["A2"] = CellRichText(
        "增长 ", TextBlock(bold, "{{won_"), TextBlock(InlineFont(i=True), "revenue.change | 万}}"), " 元"
    )
    _, made = fill(book)
    assert made["月报"]["A1"].value == "本月赢单 312.4 万 元,完成 86.1 %"
    rich = load_workbook(tmp_path / "填好.xlsx", rich_text=True)["月报"]["A2"].value
    assert str(rich) == "增长 +12.4 万 元"
    assert [piece.font.b for piece in rich if isinstance(piece, TextBlock)] == [True]


def test_what_is_not_known_is_told_in_words_and_stays_in_sight(fill: Fill) -> None:
    book, _ = one_sheet(A1="{{won_revenu}}", B2="好 {{won_revenue | 斗}} 坏", C3="{{won_revenue @ 没有这人}}",
                        D4="{{people.shoe_size}}", E5="{{won_revenue}}")  # fmt: skip
    report, made = fill(book)
    sheet = made["月报"]
    assert sheet["A1"].value == "{{won_revenu}}" and sheet["B2"].value == "好 {{won_revenue | 斗}} 坏"
    assert sheet["C3"].value == "{{won_revenue @ 没有这人}}" and sheet["D4"].value == "{{people.shoe_size}}"
    told = {found.place: found.sentence for found in report.unfilled}
    assert set(told) == {"A1", "B2", "C3", "D4"}
    assert "won_revenue" in told["A1"] and "斗" in told["B2"] and "没有这人" in told["C3"] and "shoe_size" in told["D4"]


def test_text_that_looks_like_a_formula_never_becomes_one(fill: Fill) -> None:
    book, _ = one_sheet(A1="{{comment}}", A2="-{{people.count}}", B3="{{people.name}}")
    _, made = fill(book)
    sheet = made["月报"]
    assert sheet["A1"].value == "=这个月 <抓> 首访 & 报价" and sheet["A1"].data_type == "s" and sheet["A1"].quotePrefix
    assert sheet["A2"].data_type == "s" and sheet["A2"].quotePrefix
    assert [sheet[f"B{row}"].value for row in range(3, 7)] == list(NAMES)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def people_sheet() -> tuple[Workbook, Any]:
    book, sheet = one_sheet(A1="{{month}}", A5="合计", B5="=SUM(B4:B4)", C5="=B5/SUM(B4)", A20="脚注")
    sheet["A3"], sheet["B3"], sheet["C3"], sheet["D3"], sheet["E3"] = "姓名", "赢单收入(万元)", "完成率", "两倍", "说明"
    sheet["A4"], sheet["D4"], sheet["E4"] = "示例", "=B4*2", "例子"
    sheet["B4"].number_format, sheet["C4"].number_format = "#,##0.00", "0%"
    sheet["A4"].fill = PatternFill("solid", start_color="FFFF00")
    sheet["H4"] = "旁边"
    sheet.row_dimensions[4].height = 30
    sheet.add_table(Table(displayName="people", ref="A3:E4"))
    sheet.merge_cells("A20:C20")
    sheet.merge_cells("F4:G4")
    low = PatternFill("solid", start_color="FFC7CE", end_color="FFC7CE")
    sheet.conditional_formatting.add("C4", CellIsRule(operator="lessThan", formula=["$C$5"], fill=low))
    choice = DataValidation(type="list", formula1='"甲,乙"')
    choice.add("E4")
    sheet.add_data_validation(choice)
    sheet.print_area = "A1:E20"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=3, max_row=4), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=4))
    sheet.add_chart(chart, "A7")
    other: Any = book.create_sheet("汇总")
    other["A1"], other["A2"] = "=月报!B5", "=SUM(月报!B4:B4)"
    return book, sheet


def test_a_named_table_is_filled_and_everything_below_moves(fill: Fill) -> None:
    book, _ = people_sheet()
    report, made = fill(book)
    sheet, other = made["月报"], made["汇总"]
    assert report.rows == 4 and report.unfilled == []
    assert [sheet.cell(row, 1).value for row in range(4, 9)] == [*NAMES, "合计"]
    assert [sheet.cell(row, 2).value for row in range(4, 8)] == [10, 20, 30, 40], "the heading says 万元"
    assert [sheet.cell(row, 3).value for row in range(4, 8)] == [0.5, 1, 1.5, 2]
    assert [sheet.cell(row, 4).value for row in range(4, 8)] == ["=B4*2", "=B5*2", "=B6*2", "=B7*2"]
    assert {sheet.cell(row, 2).number_format for row in range(4, 8)} == {"#,##0.00"}
    assert {sheet.cell(row, 1).fill.start_color.rgb for row in range(4, 8)} == {"00FFFF00"}
    assert {sheet.cell(row, 5).value for row in range(4, 8)} == {None}, "what the table showed as an example is gone"
    assert [sheet.cell(row, 8).value for row in range(4, 8)] == ["旁边", None, None, None]
    assert sheet["B8"].value == "=SUM(B4:B7)" and sheet["C8"].value == "=B8/SUM(B4:B7)" and sheet["A23"].value == "脚注"
    assert (other["A1"].value, other["A2"].value) == ("=月报!B8", "=SUM(月报!B4:B7)")
    assert sheet.tables["people"].ref == "A3:E7"
    assert sheet.row_dimensions[7].height == 30
    merged = {str(found) for found in sheet.merged_cells.ranges}
    assert merged == {"A23:C23", "F4:G4", "F5:G5", "F6:G6", "F7:G7"}
    (formatted,) = sheet.conditional_formatting
    assert str(formatted.sqref) == "C4:C7" and formatted.rules[0].formula == ["$C$8"]
    assert str(sheet.data_validations.dataValidation[0].sqref) == "E4:E7"
    assert sheet.print_area == "'月报'!$A$1:$E$23"
    (chart,) = sheet._charts
    assert chart.series[0].val.numRef.f == "'月报'!$B$4:$B$7" and chart.series[0].cat.numRef.f == "'月报'!$A$4:$A$7"
    assert chart.anchor._from.row == 9, "the chart stood three rows below the list, and does so still"


def test_rows_with_placeholders_repeat_and_prepared_rows_stay(fill: Fill) -> None:
    book, _ = one_sheet(A1="序号", A2="{{won_deals_top5.no}}", B2="{{won_deals_top5.name}}({{won_deals_top5.owner}})",
                        C2="{{won_deals_top5.amount | 万}}", D2="{{won_deals_top5.closed_on}}", E2="=C2*2", A3="下面",
                        A6="{{actions.text}}", B6="{{actions.due_on}}", A7="{{actions.text}}", B7="{{actions.due_on}}",
                        C7="=B7+1", A8="最后")  # fmt: skip
    _, made = fill(book)
    sheet = made["月报"]
    assert [sheet.cell(row, 1).value for row in range(2, 8)] == [1, 2, 3, 4, 5, "下面"]
    assert sheet["B6"].value == "商机5(李雯)" and sheet["C6"].value == 89.9995 and sheet["E6"].value == "=C6*2"
    assert sheet["D2"].value == datetime(2026, 11, 1)
    assert (sheet["A10"].value, sheet["B10"].value) == ("每周六次首访", datetime(2026, 12, 31))
    assert (sheet["A11"].value, sheet["C11"].value, sheet["A12"].value) == (None, None, "最后"), (
        "a prepared row is empty"
    )


def test_a_named_range_is_filled_by_its_headings(fill: Fill) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    book, sheet = one_sheet(B2="负责人", C2="Amount", D2="商机名称", B4="下面")
    book.defined_names["deals"] = DefinedName("deals", attr_text="月报!$B$2:$D$3")
    report, made = fill(book)
    assert report.rows == 7
    assert [made["月报"].cell(3, column).value for column in (2, 3, 4)] == ["李雯", 899_999, "商机1"]
    assert made["月报"]["B10"].value == "下面"
    assert made.defined_names["deals"].attr_text == "月报!$B$2:$D$9"


def test_an_empty_list_leaves_its_row_empty(fill: Fill) -> None:
    book, _ = one_sheet(A1="{{month}}", A2="{{problems.text}}", B2="=1/A2", A3="下面")
    _, made = fill(book)
    assert [made["月报"][place].value for place in ("A2", "B2", "A3")] == [None, None, "下面"]


def test_header_footer_and_chart_title(fill: Fill) -> None:
    book, sheet = people_sheet()
    sheet.oddHeader.left.text = "{{scope}} {{month}}"
    sheet._charts[0].title = "{{month}} 赢单"
    _, made = fill(book)
    assert made["月报"].oddHeader.left.text == "全部团队 2026 年 11 月"
    chart = made["月报"]._charts[0]
    assert "".join(run.t for run in chart.title.tx.rich.p[0].r) == "2026 年 11 月 赢单"


def test_formulas_are_computed_anew_by_whoever_opens_it(fill: Fill, tmp_path: Path) -> None:
    book, _ = people_sheet()
    fill(book)
    with zipfile.ZipFile(tmp_path / "填好.xlsx") as archive:
        assert 'fullCalcOnLoad="1"' in archive.read("xl/workbook.xml").decode()
        assert not [name for name in archive.namelist() if "calcChain" in name]
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert not re.search(r"</f><v>[^<]", archive.read(name).decode())


def with_parts(path: Path, extra: dict[str, bytes], **changes: tuple[bytes, bytes]) -> None:
    """Add parts to a workbook, and replace bytes in others (name with "/" as "__")."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, (old, new) in changes.items():
        real = next(part for part in parts if part.endswith(name.replace("__", "/") + ".xml"))
        assert old in parts[real], (real, old)
        parts[real] = parts[real].replace(old, new, 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in (parts | extra).items():
            archive.writestr(name, content)
    path.write_bytes(out.getvalue())


EXTENSION = (
    b'<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
    b'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>'
    b'<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
    b'<x14:cfRule type="dataBar" id="{1}"><x14:dataBar/></x14:cfRule><xm:sqref>B4</xm:sqref>'
    b"</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
)


def test_what_openpyxl_would_lose_is_kept(review: Review, tmp_path: Path) -> None:
    """Pictures, newer conditional formats, macros, a part that nobody knows: the bytes are there afterwards."""
    book, _ = people_sheet()
    template, out = tmp_path / "公司.xlsm", tmp_path / "填好.xlsm"
    book.save(template)
    picture, macro = b"\x89PNG\r\n" + bytes(range(256)), b"\xd0\xcf\x11\xe0 macros"
    with_parts(
        template, {"xl/media/image1.png": picture, "xl/vbaProject.bin": macro, "xl/slicers/slicer1.xml": b"<s/>"},
        xl__worksheets__sheet1=(b"</worksheet>", EXTENSION),
    )  # fmt: skip
    fill_template(template, out, TemplateValues(review))
    with zipfile.ZipFile(out) as archive:
        assert archive.read("xl/media/image1.png") == picture and archive.read("xl/vbaProject.bin") == macro
        assert archive.read("xl/slicers/slicer1.xml") == b"<s/>"
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        with zipfile.ZipFile(template) as before:
            assert archive.read("xl/theme/theme1.xml") == before.read("xl/theme/theme1.xml")
    assert "x14:dataBar" in sheet and "<xm:sqref>B4:B7</xm:sqref>" in sheet
    assert CalamineWorkbook.from_path(str(out)).get_sheet_by_name("月报").to_python()[3][:2] == ["陈佳", 10]


def test_shared_formulas_and_other_prefixes(review: Review, tmp_path: Path) -> None:
    """Not every program writes elements without a prefix, and Excel writes a formula once for many cells."""
    book, _ = one_sheet(A1="{{month}}", A2="{{people.name}}", B2="{{people.won_revenue}}", A3=1, B3=1, A4=2, B4=2)
    template, out = tmp_path / "t.xlsx", tmp_path / "o.xlsx"
    book.save(template)
    with_parts(
        template, {},
        xl__worksheets__sheet1=(b'<c r="B3" t="n"><v>1</v></c>',
                                b'<c r="B3"><f t="shared" ref="B3:B4" si="0">A3*2+$B$2</f><v>2</v></c>'),
    )  # fmt: skip
    with_parts(
        template,
        {},
        xl__worksheets__sheet1=(b'<c r="B4" t="n"><v>2</v></c>', b'<c r="B4"><f t="shared" si="0"/><v>4</v></c>'),
    )
    with zipfile.ZipFile(template) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    sheet = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", sheet).replace("xmlns=", "xmlns:x=")
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(template, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    fill_template(template, out, TemplateValues(review))
    found = load_workbook(out)["月报"]
    assert [found.cell(row, 1).value for row in range(2, 8)] == [*NAMES, 1, 2]
    assert (found["B6"].value, found["B7"].value) == ("=A6*2+$B$2", "=A7*2+$B$2")


def test_ten_thousand_rows_are_quick(review: Review, tmp_path: Path) -> None:
    import time

    import attrs

    many = attrs.evolve(review, deals=list(review.deals) * 3_000)
    book, _ = one_sheet(A1="{{deals.name}}", B1="{{deals.amount}}", C1="{{deals.closed_on}}", A2="=COUNTA(A1:A1)")
    template, out = tmp_path / "t.xlsx", tmp_path / "o.xlsx"
    book.save(template)
    begun = time.perf_counter()
    fill_template(template, out, TemplateValues(many))
    assert time.perf_counter() - begun < 5
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_name("月报").to_python()
    assert len(rows) >= 21_000 and rows[20_999][0] == "商机7"
    assert load_workbook(out, read_only=True)["月报"]["A21001"].value == "=COUNTA(A1:A21000)"


# --- refused ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"", "损坏"),
        ("a.xlsx", b"PK\x03\x04 half a file", "损坏"),
        ("a.xlsx", b"<html></html>", "损坏"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", ".xls"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.docx", b"PK\x03\x04", "不能当模板"),
    ],
)
def test_what_cannot_be_a_template_is_refused_in_a_sentence(
    review: Review, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    template = tmp_path / name
    template.write_bytes(content)
    with pytest.raises(CockpitError) as refused:
        fill_template(template, tmp_path / "o.xlsx", TemplateValues(review))
    assert says in str(refused.value) and not (tmp_path / "o.xlsx").exists()


def test_the_template_is_never_written_over(review: Review, tmp_path: Path) -> None:
    book, _ = one_sheet(A1="{{month}}")
    template = tmp_path / "t.xlsx"
    book.save(template)
    with pytest.raises(CockpitError, match="模板"):
        fill_template(template, template, TemplateValues(review))
    with pytest.raises(CockpitError, match="没有这个|不能写|No such"):
        fill_template(template, tmp_path / "none" / "o.xlsx", TemplateValues(review))
    with pytest.raises(CockpitError, match=r"\.xlsx"):
        fill_template(template, tmp_path / "o.xlsm", TemplateValues(review))
    assert load_workbook(template).active["A1"].value == "{{month}}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.xlsx"]


def test_a_workbook_without_placeholders_and_entities_are_refused(review: Review, tmp_path: Path) -> None:
    book, _ = one_sheet(A1="没有")
    template = tmp_path / "t.xlsx"
    book.save(template)
    with pytest.raises(CockpitError, match="占位符"):
        fill_template(template, tmp_path / "o.xlsx", TemplateValues(review))
    book, _ = one_sheet(A1="{{month}}")
    book.save(template)
    with_parts(template, {}, xl__workbook=(b"<workbook", b'<!DOCTYPE w [<!ENTITY a "b">]><workbook'))
    with pytest.raises(CockpitError, match="损坏"):
        fill_template(template, tmp_path / "o.xlsx", TemplateValues(review))


def test_the_list_of_placeholders(review: Review, tmp_path: Path) -> None:
    """Whoever writes a template sees every placeholder with its value, and each of them works."""
    out, book = tmp_path / "占位符.xlsx", Workbook()
    values = TemplateValues(review)
    count = write_placeholder_book(values, out)
    sheet = load_workbook(out)["占位符"]
    lines = {row[0].value: row for row in sheet.iter_rows(min_row=2) if str(row[0].value).startswith("{{")}
    assert len(lines) == count > 40
    assert lines["{{won_revenue}}"][2].value == 3_124_000 and lines["{{people.name}}"][2].value == "陈佳"
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    written: Any = book.active
    for row, placeholder in enumerate(lines, 1):
        written.cell(row * 2, 1, placeholder)
    book.save(tmp_path / "all.xlsx")
    report = fill_template(tmp_path / "all.xlsx", tmp_path / "all filled.xlsx", values)
    assert report.unfilled == []
