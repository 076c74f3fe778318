"""The day of each person: a row each, every number leads to its rows."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from cockpit.language import noop, tr
from cockpit.metrics import Figure, RowsQuery
from cockpit.metrics.daily import DAILY, Day, PersonDay
from cockpit.model import formats
from cockpit.window.daily.lists import wide_enough
from cockpit.window.kit.cards import Card
from cockpit.window.kit.tables import Cell, Column, Row, Table

TOTAL, NOBODY = 0, -1
NAME_WIDTH, WIDEST_NAME, AROUND = 92, 160, 24


class PeopleCard(Card):
    """A click on a number opens its rows, one on a name sends ``person_opened``."""

    person_opened = Signal(int)

    def __init__(self, open_rows: Callable[[RowsQuery | None, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._days: dict[int, tuple[str, dict[str, Figure]]] = {}
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(_columns(), compact=True, select_cells=True)
        self.table.cell_opened.connect(self._open)
        self.content.addWidget(self.table, 1)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("每个人"), tr("点数字看明细"))
        columns = _columns()
        self.table.set_columns(columns)
        self._fit_names()
        self.table.setAccessibleName(tr("每个人这一天的跟进"))
        self.table.set_empty_words(tr("还没有销售。在团队页加上人,这里一人一行。"))

    def show_day(self, day: Day) -> None:
        """All together, then each. What is not read yet stands as …"""
        self._days = {_number(person): (person.name, person.figures) for person in day.people}
        rows = [self._row(_number(person), person.name, person.figures) for person in day.people]
        if len(day.people) > 1:
            self._days[TOTAL] = (tr("合计"), day.figures)
            rows.insert(0, self._row(TOTAL, tr("合计"), day.figures))
        self.table.set_rows(rows)
        self._fit_names()

    def _fit_names(self) -> None:
        """As wide as the numbers need, and the longest name where there is room for it."""
        numbers = sum(column.width for column in _columns()) + AROUND
        longest = min(max(NAME_WIDTH, self.table.sizeHintForColumn(0)), WIDEST_NAME)
        self.setMinimumWidth(numbers + NAME_WIDTH)
        self.setMaximumWidth(numbers + longest)

    def _row(self, number: int, name: str, figures: dict[str, Figure]) -> Row:
        strong = number == TOTAL
        return Row(number, (Cell(name, strong=strong), *(_cell(key, figures.get(key), strong) for key in DAILY)), name)

    def _open(self, number: int, key: str) -> None:
        name, figures = self._days[number]
        if key in figures:
            self._open_rows(figures[key].rows, f"{name} · {tr(DAILY[key][0])}")
        elif number > TOTAL:
            self.person_opened.emit(number)


def _number(person: PersonDay) -> int:
    return person.person.id if person.person else NOBODY


def _cell(key: str, figure: Figure | None, strong: bool) -> Cell:
    if figure is None:
        return Cell("…", sort=0, quiet=True)
    if figure.value is None:
        return Cell(formats.MISSING, quiet=True, tip=figure.reason.sentence if figure.reason else "")
    value = int(figure.value)
    if key == "overdue" and value:
        return Cell(f"! {formats.count(value)}", sort=value, tone="act", strong=strong)
    return Cell(formats.count(value), sort=value, quiet=not value, strong=strong and bool(value))


_SHORT = {
    "visits": noop("拜访"), "touches": noop("全部"), "accounts": noop("客户数"), "new_accounts": noop("新的"),
    "due": noop("该跟"), "overdue": noop("过期"), "done": noop("跟完"),
}  # fmt: skip


def _width(key: str) -> int:
    # What is late is marked, and may be hundreds.
    return max(wide_enough(tr(_SHORT[key])), 68 if key == "overdue" else 0)


def _columns() -> list[Column]:
    return [
        Column("person", tr("销售"), 0),
        *(Column(key, tr(_SHORT[key]), _width(key), "right", ": ".join(map(tr, DAILY[key]))) for key in DAILY),
    ]
