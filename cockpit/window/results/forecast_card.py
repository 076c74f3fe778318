"""The forecast by category: how many, how much, what of it is expected, and what is only estimated."""

from PySide6.QtCore import Signal

from cockpit.language import tr
from cockpit.metrics.forecast import ForecastLine
from cockpit.model import formats
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.results.reading import ResultsData

TOTAL_ROW = 99


class ForecastCard(Card):
    """A row a category; each opens its deals, the total all that is counted."""

    opened = Signal(object, str)
    ways_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 12)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._lines: list[ForecastLine] = []
        self.ways_button = button("", self.ways_asked.emit, "link")
        self.header.addWidget(self.ways_button)
        self.table = Table(self._columns(), compact=True)
        self.table.set_fit_height()
        self.table.opened.connect(self._open)
        self._estimated = label("", "quiet")
        self._estimated.setWordWrap(True)
        self._estimated.setContentsMargins(12, 0, 12, 0)
        self.content.addWidget(self.table)
        self.content.addWidget(self._estimated)
        self.content.addStretch(1)

    def retranslate(self) -> None:
        """Headings in the language chosen now."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("预测,按类别"))
        self.ways_button.setText(tr("四种预测 ›"))

    def show_forecast(self, data: ResultsData) -> None:
        """The lines and their total."""
        found = data.forecast
        self._lines = found.lines
        self.set_title(tr("预测,按类别"), data.month_words)

        def amount(minor: int, strong: bool = False) -> Cell:
            return Cell(formats.money(minor), sort=minor, strong=strong, tip=formats.money_full(minor, data.currency))

        rows = [
            Row(
                place,
                (
                    Cell(line.name),
                    Cell(formats.count(line.count), sort=line.count),
                    amount(line.amount),
                    Cell("—" if line.kind in ("won", "omitted") else formats.share(line.experience), quiet=True),
                    amount(line.expected),
                ),
                line.name,
            )
            for place, line in enumerate(found.lines)
        ]
        total = (
            Cell(tr("合计"), strong=True),
            Cell(formats.count(found.count), sort=found.count, strong=True),
            amount(found.amount, strong=True),
            Cell(""),
            amount(found.expected, strong=True),
        )
        self.table.set_rows([*rows, Row(TOTAL_ROW, total, tr("合计"))])
        notes = []
        if found.estimated:
            share = formats.share(found.estimated / found.amount) if found.amount else ""
            notes.append(
                tr("金额中 {amount}({share})按目录价估算。", amount=formats.money(found.estimated), share=share)
            )
        notes += [note.sentence for note in data.now["weighted_forecast"].notes]
        if any(line.kind == "omitted" for line in found.lines):
            notes.append(tr("“不计入”的不在合计里。"))
        self._estimated.setText("\n".join(notes))
        self._estimated.setVisible(bool(notes))

    @property
    def notes(self) -> str:
        """What is said beneath the table."""
        return self._estimated.text()

    def _open(self, row: int) -> None:
        if row == TOTAL_ROW:
            self.opened.emit("total", tr("合计"))
        elif 0 <= row < len(self._lines):
            line = self._lines[row]
            self.opened.emit(line.rows, line.name)

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("category", tr("类别")),
            Column("count", tr("单数"), 64, "right"),
            Column("amount", tr("金额"), 96, "right"),
            Column("experience", tr("经验值"), 120, "right", tr("预计占金额的比例:各阶段经验值按金额加权的平均。")),
            Column("expected", tr("预计"), 96, "right"),
        ]
