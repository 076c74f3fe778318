"""The figures that come before revenue: a row a person, or, where one person is looked at, a row a figure."""

from PySide6.QtCore import Signal

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure
from cockpit.model import formats
from cockpit.window.kit.cards import Card
from cockpit.window.kit.definition import definition
from cockpit.window.kit.tables import COMPACT_ROW_HEIGHT, Cell, Column, Row, Table
from cockpit.window.results.headlines import change
from cockpit.window.results.reading import LEADING_KEYS, PERSON_KEYS, SCOPE_LINE, LeadingData, LeadingLine

IN_SIGHT = 14
QWIDGETSIZE_MAX = 16_777_215
"""Qt's word for no limit, which PySide does not have."""
WIDTHS = {"open_count": 96, "weighted_forecast": 84, "key_account_follow_up": 104, "new_touches": 108}


class LeadingTable(Card):
    """Each cell opens what is behind it, a name the one-on-ones with that person."""

    figure_opened = Signal(object, str)
    """The rows, and what to call them."""
    person_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._lines: dict[int, LeadingLine] = {}
        self._person: LeadingLine | None = None
        self._columns: list[Column] = []
        self.table = Table([], compact=True)
        self.table.set_fit_height()
        self.table.cell_opened.connect(self._open)
        self.content.addWidget(self.table, 1)
        self.content.addStretch()

    def retranslate(self) -> None:
        """Fixed texts in the language chosen now; the headings come with the rows."""
        self.table.setAccessibleName(tr("先行指标,按人"))
        self.set_title(tr("先行指标"), tr("收入之前的数字"))
        self.table.set_empty_words(tr("正在计算…"))

    def show_leading(self, data: LeadingData) -> None:
        """The scope's line first; of one person all figures beneath each other, with plan and change."""
        self._lines = {line.id: line for line in data.lines}
        only = data.lines[0]
        self._person = only if only.id != SCOPE_LINE else None
        columns = _columns_of_person(data) if self._person else _columns_of_people()
        if columns != self._columns:
            self._columns = columns
            self.table.set_columns(columns)
        # Of a large team some stand in sight, the others scroll within the card.
        self.table.set_fit_height(len(data.lines) <= IN_SIGHT)
        if len(data.lines) > IN_SIGHT:
            header = self.table.horizontalHeader().sizeHint().height()
            self.table.setMinimumHeight(IN_SIGHT * COMPACT_ROW_HEIGHT + header)
            self.table.setMaximumHeight(QWIDGETSIZE_MAX)
        if self._person:
            self.table.set_rows([_row_of_figure(place, only) for place in range(len(PERSON_KEYS))])
        else:
            self.table.set_rows([_row_of_line(line) for line in data.lines])

    def _open(self, row: int, column: str) -> None:
        line = self._person or self._lines.get(row)
        if line is None:
            return
        if column == "person":
            if row != SCOPE_LINE:
                self.person_opened.emit(row)
            return
        key = PERSON_KEYS[row] if self._person else column
        figure = line.figures[key]
        if figure.rows is not None:
            self.figure_opened.emit(figure.rows, f"{line.name or tr('合计')} · {METRICS[key].name}")


def _columns_of_people() -> list[Column]:
    titles = {
        "open_count": tr("在手商机"), "weighted_forecast": tr("预测收入"),
        "key_account_follow_up": tr("重点客户跟进"), "new_touches": tr("新触达 / 计划"),
    }  # fmt: skip
    return [
        Column("person", tr("销售")),
        *(Column(key, titles[key], WIDTHS[key], "right", METRICS[key].definition) for key in LEADING_KEYS),
    ]


def _columns_of_person(data: LeadingData) -> list[Column]:
    return [
        Column("figure", tr("指标名")),
        Column("now", tr("本周期"), 104, "right"),
        Column("plan", tr("计划"), 80, "right"),
        Column("change", tr("变化"), 96, "right", tr("较上月同期") if data.against_same_day else tr("较上月")),
    ]


def _row_of_line(line: LeadingLine) -> Row:
    is_scope = line.id == SCOPE_LINE
    cells = [Cell(line.name or tr("合计"), strong=is_scope)]
    for key in LEADING_KEYS:
        cell = _value(line.figures[key], strong=is_scope)
        if key == "new_touches" and line.touch_plan:
            cell = _value(line.figures[key], f" / {formats.count(line.touch_plan)}", strong=is_scope)
        cells.append(cell)
    return Row(line.id, tuple(cells), line.name)


def _row_of_figure(place: int, line: LeadingLine) -> Row:
    figure = line.figures[PERSON_KEYS[place]]
    before = line.before[figure.key].value if line.before else None
    shown = formats.points if figure.unit == "share" else formats.money if figure.unit == "money" else formats.count
    words, state = change(figure.value, before, shown)
    plan = line.touch_plan if figure.key == "new_touches" else None
    return Row(
        place,
        (
            Cell(METRICS[figure.key].name, tip=METRICS[figure.key].definition),
            _value(figure),
            Cell(formats.count(plan), quiet=True),
            Cell(
                words or formats.MISSING, tone=None if state == "quiet" else state, quiet=state == "quiet",
                tip="" if before is None else tr("上月 {value}", value=formats.by_unit(before, figure.unit)),
            ),
        ),
        METRICS[figure.key].name,
    )  # fmt: skip


def _value(figure: Figure, more: str = "", *, strong: bool = False) -> Cell:
    text = formats.by_unit(figure.value, figure.unit) + more
    return Cell(text, sort=figure.value, strong=strong, tip=definition(figure), quiet=figure.value is None)
