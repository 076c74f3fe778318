"""The placeholders that a template may use, as a workbook: how each is written, what it means, what it says now."""

from pathlib import Path
from typing import Any

from cockpit.excel.review_styles import clean, font_name, number_format
from cockpit.excel.template_placeholders import Shown, Value
from cockpit.excel.template_values import Offered, TemplateValues
from cockpit.excel.whole_file import whole_file
from cockpit.language import noop, tr

RULES = (
    ("{{won_revenue}}", noop("这次复盘范围的数字;中文名也行:{{赢单收入}}")),
    ("{{won_revenue.before}}",
     noop("上周期的数字;.change 是变化,.target 是目标,.name 是名称,.n 是个数,.note 是备注")),
    (noop("{{won_revenue @ 李雯}}"), noop("一个人或一个团队的数字")),
    (noop("{{won_revenue | 万}}"), noop("按万写;也可以是 千、百万、亿、K、M、B;| 全额 不缩写;| 0.00 定小数位数")),
    ("{{month}} {{scope}} {{as_of}} {{comment}}", noop("周期、范围、数据截至、点评")),
    ("{{people.name}}", noop("写在一行里,这一行就按人重复;准备几行都可以,多出来的行照最后一行的样子加")),
    (noop("{{won_deals_top5.amount | 万}}"), noop("清单名后写 _top5,只取最前的 5 行")),
    ("people", noop("也可以把一个 Excel 表格(插入 → 表格)命名为清单名,按标题填;标题写“赢单收入(万元)”就按万填")),
)  # fmt: skip
RULES_BENEATH = (
    noop("单元格里只有一个占位符时,填进去的是真正的数字或日期,用单元格自己的格式;和别的字写在一起时,填进去的是文字。"),
    noop("页眉页脚、文本框、图表标题里的占位符也会填。公式里的不填。"),
    noop("不认得的占位符会原样留着,并列出来;模板本身从不改动。"),
)


def write_placeholder_book(values: TemplateValues, path: Path) -> int:
    """Write every placeholder with its present value; returns how many.

    Raises CockpitError when the place cannot be written.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet: Any = book.active
    sheet.title = tr("占位符")
    face = font_name()
    head, bold = Font(name=face, bold=True, color="FFFFFF"), Font(name=face, bold=True)
    quiet = Font(name=face, color="667085")
    fill, tint = PatternFill("solid", start_color="2257C9"), PatternFill("solid", start_color="E9EFFC")
    symbol, count, group = values.review.symbol, 0, ""

    def write(row: int, column: int, value: object, font: Font | None = None) -> Any:
        cell = sheet.cell(row, column)
        cell.font = font or Font(name=face)
        if isinstance(value, str):
            # What somebody wrote is a text, also where it looks like a formula.
            cell.value, cell.data_type = clean(value), "s"
            cell.quotePrefix = value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else:
            cell.value = value
        return cell

    for column, title in enumerate((tr("占位符"), tr("含义"), tr("现在的值")), 1):
        write(1, column, title, head).fill = fill
    row = 1
    for offered in values.offered():
        if offered.group != group:
            row, group = row + 1, offered.group
            for column, words in enumerate((group, None, None), 1):
                write(row, column, words, bold).fill = tint
        row += 1
        count += 1
        write(row, 1, offered.placeholder)
        write(row, 2, offered.meaning, quiet)
        _write_value(write(row, 3, _cell_value(offered)), offered.value, symbol)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABC", (40, 46, 34), strict=True):
        sheet.column_dimensions[letter].width = width

    sheet = book.create_sheet(tr("写法"))
    for column, title in enumerate((tr("写法"), tr("意思")), 1):
        write(1, column, title, head).fill = fill
    for row, (written, meaning) in enumerate(RULES, 2):
        write(row, 1, tr(written))
        write(row, 2, tr(meaning)).alignment = Alignment(wrap_text=True, vertical="top")
    for row, words in enumerate(RULES_BENEATH, len(RULES) + 3):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        write(row, 1, tr(words), quiet).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = 30
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 44, 80
    with whole_file(path) as unfinished:
        book.save(unfinished)
    return count


def _cell_value(offered: Offered) -> object:
    value = offered.value
    if value.is_number or value.unit == "day":
        return value.value
    return value.words(Shown())


def _write_value(cell: Any, value: Value, symbol: str) -> None:
    from openpyxl.styles import Alignment

    cell.alignment = Alignment("left")
    if value.is_number:
        cell.number_format = number_format(value.unit, symbol)  # type: ignore[arg-type]
    elif value.unit == "day":
        cell.number_format = "yyyy-mm-dd"
