"""Makes the example of a company's template in both languages:  python resources/make_templates.py

What a form of a company usually has: a head with a place for the logo, figures, a table of people with a total, a chart
bound to its cells, lists, a line to sign. It is an ordinary workbook: whoever opens it in Excel sees how it is done.
"""

import sys
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, ParagraphProperties
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo

FOLDER = Path(__file__).parent / "templates"
ACCENT, TINT, TEXT, QUIET, LINE = "1F4E79", "EAF1F8", "1D2430", "667085", "D0D7E2"

WORDS = {
    "zh": {
        "face": "Microsoft YaHei", "sheet": "销售月报", "logo": "公司\n标志", "title": "销售月度报告",
        "head": "{{month}} · {{scope}} · 数据截至 {{as_of}}",
        "cards": (
            ("赢单收入(万元)", "{{won_revenue | 万}}", "#,##0.0",
             "上月 {{won_revenue.before | 万}},{{won_revenue.change | 万}}"),
            ("完成率", "{{attainment}}", "0.0%", "目标 {{target | 万}},进度 {{pace | %}}"),
            ("加权预测(万元)", "{{weighted_forecast | 万}}", "#,##0.0", "承诺 {{commit | 万}}"),
            ("赢单率", "{{win_rate_count}}", "0.0%", "赢 {{won_count}},丢 {{lost_count}}"),
        ),
        "comment": "一、本月点评", "people": "二、各人完成情况", "chart": "目标和赢单收入(万元)",
        "columns": ("姓名", "团队", "目标(万元)", "赢单收入(万元)", "完成率", "差额(万元)", "加权预测(万元)", "状态"),
        "total": "合计", "deals": "三、最大的五个赢单",
        "deal_columns": ("序号", "商机名称", "", "客户", "", "负责人", "金额(万元)", "关单日"),
        "actions": "四、改进动作",
        "action_columns": ("姓名", "改进动作", "", "", "指标", "目标", "现在", "到期"),
        "signs": ("填表人", "审核", "审核意见", "日期"), "choices": '"同意,修改后同意,退回"', "page": "第 &P / &N 页",
        "footer": "内部资料", "million": "万",
    },
    "en": {
        "face": "Calibri", "sheet": "Sales report", "logo": "YOUR\nLOGO", "title": "Monthly sales report",
        "head": "{{month}} · {{scope}} · as of {{as_of}}",
        "cards": (
            ("Won revenue (K)", "{{won_revenue | K}}", "#,##0.0",
             "Last month {{won_revenue.before | K}}, {{won_revenue.change | K}}"),
            ("Attainment", "{{attainment}}", "0.0%", "Target {{target | K}}, pace {{pace | %}}"),
            ("Weighted forecast (K)", "{{weighted_forecast | K}}", "#,##0.0", "Commit {{commit | K}}"),
            ("Win rate", "{{win_rate_count}}", "0.0%", "{{won_count}} won, {{lost_count}} lost"),
        ),
        "comment": "1  Comment", "people": "2  People", "chart": "Target and won revenue (K)",
        "columns": ("Name", "Team", "Target (K)", "Won revenue (K)", "Attainment", "Difference (K)",
                    "Weighted forecast (K)", "State"),
        "total": "Total", "deals": "3  The five largest deals won",
        "deal_columns": ("No.", "Deal", "", "Account", "", "Owner", "Amount (K)", "Closed on"),
        "actions": "4  Improvement actions",
        "action_columns": ("Name", "Action", "", "", "Metric", "Target", "Now", "Due"),
        "signs": ("Prepared by", "Checked by", "Decision", "Date"),
        "choices": '"Accepted,Accepted with changes,Sent back"', "page": "Page &P of &N",
        "footer": "Internal", "million": "K",
    },
}  # fmt: skip


class Form:
    """One sheet, written from top to bottom."""

    def __init__(self, words: dict[str, Any]) -> None:
        self.words = words
        self.book = Workbook()
        self.sheet: Any = self.book.active
        self.sheet.title = words["sheet"]
        self._thin = Side("thin", LINE)

    def put(
        self, at: str, value: object = None, *, size: float = 10, bold: bool = False, colour: str = TEXT,
        fill: str = "", align: str = "left", wrap: bool = False, code: str = "", box: bool = False, merge: str = "",
        indent: int = 1,
    ) -> None:  # fmt: skip
        cells = self.sheet[f"{at}:{merge}"] if merge else ((self.sheet[at],),)
        for row in cells:
            for cell in row:
                cell.font = Font(name=self.words["face"], size=size, bold=bold, color=colour)
                cell.alignment = Alignment(align, "center", wrap_text=wrap, indent=indent if align == "left" else 0)
                if fill:
                    cell.fill = PatternFill("solid", start_color=fill, end_color=fill)
                if box:
                    cell.border = Border(self._thin, self._thin, self._thin, self._thin)
                if code:
                    cell.number_format = code
        self.sheet[at] = value
        if merge:
            self.sheet.merge_cells(f"{at}:{merge}")

    def heading(self, row: int, words: str) -> None:
        self.put(f"A{row}", words, size=12, bold=True, colour=ACCENT, indent=0)
        self.sheet.row_dimensions[row].height = 24

    def write(self, path: Path) -> None:
        sheet, words = self.sheet, self.words
        for letter, width in zip("ABCDEFGH", (12, 14, 13, 15, 12, 14, 19, 13), strict=True):
            sheet.column_dimensions[letter].width = width
        self._head()
        self.heading(8, words["comment"])
        self.put("A9", "{{comment}}", wrap=True, box=True, merge="H9")
        sheet.row_dimensions[9].height = 56
        self._people()
        self._chart()
        self._lists()
        self._frame()
        self.book.save(path)

    def _head(self) -> None:
        sheet, words = self.sheet, self.words
        self.put("A1", words["logo"], size=11, bold=True, colour="FFFFFF", fill=ACCENT, align="center", wrap=True,
                 merge="A2")  # fmt: skip
        self.put("B1", words["title"], size=20, bold=True, colour=ACCENT, merge="H1")
        self.put("B2", words["head"], colour=QUIET, merge="H2")
        sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 34, 20
        for place, (name, figure, code, beneath) in enumerate(words["cards"]):
            left, right = "ACEG"[place], "BDFH"[place]
            self.put(f"{left}4", name, colour=QUIET, fill=TINT, merge=f"{right}4")
            self.put(f"{left}5", figure, size=20, bold=True, fill=TINT, code=code, merge=f"{right}5")
            self.put(f"{left}6", beneath, size=9, colour=QUIET, fill=TINT, merge=f"{right}6")
        sheet.row_dimensions[4].height, sheet.row_dimensions[5].height, sheet.row_dimensions[6].height = 20, 32, 20

    def _people(self) -> None:
        sheet, words = self.sheet, self.words
        self.heading(11, words["people"])
        for place, heading in enumerate(words["columns"]):
            number = 2 <= place <= 6
            self.put(f"{'ABCDEFGH'[place]}12", heading, bold=True, colour="FFFFFF", fill=ACCENT,
                     align="right" if number else "left", box=True)  # fmt: skip
        # "_ " keeps numbers off the line at their right.
        codes = ("", "", "#,##0.0_ ", "#,##0.0_ ", "0.0%_ ", "#,##0.0_ ;[Red]-#,##0.0_ ", "#,##0.0_ ", "")
        for place, code in enumerate(codes):
            self.put(f"{'ABCDEFGH'[place]}13", None, code=code, align="right" if code else "left", box=True)
        sheet["F13"] = "=D13-C13"
        table = Table(displayName="people", ref="A12:H13")
        table.tableStyleInfo = TableStyleInfo("TableStyleLight1", showRowStripes=True)
        sheet.add_table(table)
        for row in (12, 13, 14):
            sheet.row_dimensions[row].height = 16.5
        for letter, code in zip("ABCDEFGH", codes, strict=True):
            self.put(f"{letter}14", None, bold=True, fill=TINT, code=code, align="right" if code else "left", box=True)
        sheet["A14"] = words["total"]
        for letter in "CDFG":
            sheet[f"{letter}14"] = f"=SUM({letter}13:{letter}13)"
        sheet["E14"] = '=IF(C14=0,"",D14/C14)'
        low = PatternFill("solid", start_color="FCE9E7", end_color="FCE9E7")
        good = PatternFill("solid", start_color="E3F4EE", end_color="E3F4EE")
        sheet.conditional_formatting.add(
            "E13", CellIsRule(operator="lessThan", formula=["0.8"], fill=low, font=Font(color="B3261E"))
        )
        sheet.conditional_formatting.add(
            "E13", CellIsRule(operator="between", formula=["1", "99"], fill=good, font=Font(color="00795B"))
        )

    def _chart(self) -> None:
        chart = BarChart()
        chart.title = self.words["chart"]
        chart.title.tx.rich.p[0].pPr = ParagraphProperties(defRPr=CharacterProperties(sz=1100, b=True, solidFill=TEXT))
        chart.title.tx.rich.p[0].r[0].rPr = CharacterProperties(sz=1100, b=True, solidFill=TEXT)
        chart.title.overlay = False
        chart.add_data(Reference(self.sheet, min_col=3, max_col=4, min_row=12, max_row=13), titles_from_data=True)
        chart.set_categories(Reference(self.sheet, min_col=1, min_row=13, max_row=13))
        for series, colour in zip(chart.series, ("C7D3E3", ACCENT), strict=True):
            series.graphicalProperties = GraphicalProperties(solidFill=colour)
            series.graphicalProperties.line.noFill = True
        chart.gapWidth, chart.overlap = 60, -5
        chart.legend.position = "b"
        chart.x_axis.delete = chart.y_axis.delete = False
        chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=LINE))
        chart.y_axis.number_format = "#,##0"
        chart.width, chart.height = 27.6, 7.2
        self.sheet.add_chart(chart, "A16")

    def _lists(self) -> None:
        words = self.words
        self.heading(31, words["deals"])
        self._columns(32, words["deal_columns"], "AG")
        unit = words["million"]
        values = ("{{won_deals_top5.no}}", "{{won_deals_top5.name}}", None, "{{won_deals_top5.account}}", None,
                  "{{won_deals_top5.owner}}", f"{{{{won_deals_top5.amount | {unit}}}}}",
                  "{{won_deals_top5.closed_on}}")  # fmt: skip
        codes = ("0_ ", "", "", "", "", "", "#,##0.0_ ", "yyyy-mm-dd")
        for letter, value, code in zip("ABCDEFGH", values, codes, strict=True):
            self.put(f"{letter}33", value, code=code, align="right" if letter in "AG" else "left", box=True)
        for row in (32, 33, 36):
            self.sheet.row_dimensions[row].height = 16.5
        for row in (32, 33):
            self.sheet.merge_cells(f"B{row}:C{row}")
            self.sheet.merge_cells(f"D{row}:E{row}")
        self.heading(35, words["actions"])
        self._columns(36, words["action_columns"], "FG")
        values = ("{{actions.person}}", "{{actions.text}}", None, None, "{{actions.metric}}", "{{actions.target}}",
                  "{{actions.now}}", "{{actions.due_on}}")  # fmt: skip
        for letter, value in zip("ABCDEFGH", values, strict=True):
            self.put(f"{letter}37", value, code="yyyy-mm-dd" if letter == "H" else "", wrap=letter in "BE",
                     align="right" if letter in "FG" else "left", box=True)  # fmt: skip
        self.sheet.row_dimensions[37].height = 27
        for row in (36, 37):
            self.sheet.merge_cells(f"B{row}:D{row}")
        prepared, checked, decision, day = words["signs"]
        self.put("A39", prepared, colour=QUIET)
        self.put("C39", checked, colour=QUIET)
        self.put("E39", decision, colour=QUIET)
        self.put("F39", None, box=True)
        self.put("G39", day, colour=QUIET, align="right")
        self.put("H39", "{{written_on}}", code="yyyy-mm-dd")
        choice = DataValidation(type="list", formula1=words["choices"], allow_blank=True)
        choice.add("F39")
        self.sheet.add_data_validation(choice)

    def _columns(self, row: int, titles: tuple[str, ...], right: str) -> None:
        for letter, title in zip("ABCDEFGH", titles, strict=True):
            self.put(f"{letter}{row}", title or None, bold=True, colour="FFFFFF", fill=ACCENT,
                     align="right" if letter in right else "left", box=True)  # fmt: skip

    def _frame(self) -> None:
        sheet = self.sheet
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_margins.left = sheet.page_margins.right = 0.5
        sheet.page_margins.top, sheet.page_margins.bottom = 0.75, 0.65
        sheet.page_margins.header = sheet.page_margins.footer = 0.3
        sheet.print_options.horizontalCentered = True
        sheet.print_area = "A1:H39"
        sheet.oddHeader.right.text = self.words["footer"] + " · {{month}}"
        sheet.oddFooter.center.text = self.words["page"]
        self.book.properties.title, self.book.properties.creator = self.words["title"], "Cockpit"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for language, words in WORDS.items():
        Form(words).write(FOLDER / f"monthly_report_{language}.xlsx")


if __name__ == "__main__":
    sys.exit(main())
