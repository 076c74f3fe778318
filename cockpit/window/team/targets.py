"""Targets of a year: a grid of scopes and months, written in and pasted into like a spreadsheet."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.target_grid import TargetGrid, TargetRow
from cockpit.metrics.targets import Measure
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.quantities import type_quantity
from cockpit.operations.targets import MEASURES, TargetCell, paste_targets
from cockpit.window.kit.cards import Card, label
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.icons import icon
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Cell, Column, Row
from cockpit.window.kit.theme import theme, theme_signals
from cockpit.window.team.blocks import place_named
from cockpit.window.team.grid import CellKey, EditableGrid
from cockpit.window.team.person import Change

SUMS = -1
"""Id of the row that adds up the people."""
NAME_WIDTH, TOTAL_WIDTH, MONTH_WIDTH = 128, 84, 66
MEASURE_KEYS: tuple[Measure, ...] = ("won_revenue", "new_touches")


class TargetsSection(QWidget):
    """Year and measure on top, the grid beneath. ``asked`` is sent when another year or measure is wanted."""

    asked = Signal()

    def __init__(self, window: Window, change: Change) -> None:
        super().__init__()
        self._window, self._change = window, change
        self._grid_shown: TargetGrid | None = None
        self.year = window.view.month.year
        self.measure: Measure = "won_revenue"
        self._earlier, self._later = _arrow(lambda: self._go(-1)), _arrow(lambda: self._go(1))
        self._year = label("", "strong")
        self._measure = ChoiceField([(tr(MEASURES[key]), key) for key in MEASURE_KEYS])
        self._measure.setMinimumContentsLength(16)
        self._measure.activated.connect(lambda _: self._take_measure())
        self._hint = label("", "quiet")
        self._grid = TargetTable(_columns(), self._text_of, self._place_block)
        self._grid.edited.connect(self._write)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        for widget in (self._earlier, self._year, self._later):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self._measure)
        head.addSpacing(8)
        head.addWidget(self._hint)
        head.addStretch(1)
        card = Card()
        card.content.setContentsMargins(8, 12, 8, 8)
        card.content.addLayout(head)
        card.content.addWidget(self._grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._paint_arrows()
        theme_signals.changed.connect(self._paint_arrows)

    def retranslate(self) -> None:
        """All fixed texts again."""
        self._grid.set_columns(_columns())
        self._grid.setAccessibleName(tr("销售目标"))
        self._grid.set_empty_words(tr("先添加人员,再为每个人设目标。"))
        for place, key in enumerate(MEASURE_KEYS):
            self._measure.setItemText(place, tr(MEASURES[key]))
        self._measure.setAccessibleName(tr("目标的指标"))
        self._hint.setText(tr("直接输入,或从 Excel 粘贴整块,带不带姓名都行;12万、1,200 都认识"))
        for arrow, words in ((self._earlier, tr("上一年")), (self._later, tr("下一年"))):
            arrow.setToolTip(words)
            arrow.setAccessibleName(words)

    def show_grid(self, grid: TargetGrid) -> None:
        """Show a year; the chosen cell stays chosen."""
        self._grid_shown = grid
        self._year.setText(tr("{year} 年", year=grid.year))
        rows = [self._row(place, row) for place, row in enumerate(grid.rows)]
        if any(row.scope.kind == "person" for row in grid.rows) and len(grid.rows) > 1:
            rows.append(self._sums(grid))
        self._grid.set_rows(rows)

    # --- year and measure -------------------------------------------------------------------------------------

    def _go(self, years: int) -> None:
        self.year += years
        self.asked.emit()

    def _take_measure(self) -> None:
        self.measure = MEASURE_KEYS[self._measure.currentIndex()]
        self.asked.emit()

    def _paint_arrows(self) -> None:
        self._earlier.setIcon(icon("chevron-left", theme().quiet))
        self._later.setIcon(icon("chevron-right", theme().quiet))

    # --- cells ------------------------------------------------------------------------------------------------

    def _words(self, value: int | None) -> str:
        if value is None:
            return ""
        return formats.money(value) if self._is_money else formats.count(value)

    @property
    def _is_money(self) -> bool:
        return self._grid_shown is not None and self._grid_shown.measure == "won_revenue"

    def _full(self, value: int | None) -> str:
        return formats.money_full(value) if self._is_money and value is not None else ""

    def _row(self, place: int, row: TargetRow) -> Row:
        """What is set stands out; what counts because nothing was set is quiet."""
        person = row.scope.kind == "person"
        months = []
        for place_of_month, (own, counting) in enumerate(zip(row.own, row.counting, strict=True)):
            value = counting if own is None else own
            told = [self._full(value)]
            if not person and own is None and counting is not None:
                told.append(tr("人员目标之和") if self._has_people else tr("各团队目标之和"))
            elif not person and own is not None and (of_people := row.of_people[place_of_month]) not in (None, own):
                told.append(tr("人员目标之和是 {amount}", amount=self._words(of_people)))
            tip = "\n".join(words for words in told if words)
            months.append(Cell(self._words(value), strong=not person and own is not None, quiet=own is None, tip=tip))
        total = Cell(self._words(row.total), strong=True, tip=self._full(row.total))
        name = Cell(row.scope.label, strong=not person, tip=row.team or "")
        return Row(place, (name, *months, total), row.scope.label)

    @property
    def _has_people(self) -> bool:
        shown = self._grid_shown
        return shown is not None and any(value is not None for value in shown.people)

    def _sums(self, grid: TargetGrid) -> Row:
        months = [Cell(self._words(value), quiet=True, tip=self._full(value)) for value in grid.people]
        total = Cell(self._words(grid.total), strong=True, tip=self._full(grid.total))
        words = tr("人员合计")
        return Row(SUMS, (Cell(words, quiet=True), *months, total), words)

    def _text_of(self, place: int, column: str) -> str | None:
        """Exact, in units of the currency; None for names and sums."""
        if self._grid_shown is None or place == SUMS or not column.isdigit():
            return None
        value = self._grid_shown.rows[place].own[int(column) - 1]
        if self._is_money:
            return type_quantity(None if value is None else value / 100, "money")
        return "" if value is None else str(value)

    def _place_block(self, lines: Sequence[Sequence[str]]) -> bool:
        """A block that names people or teams is put into their rows, whatever the order. Unknown names stop it."""
        grid = self._grid_shown
        if grid is None:
            return False
        named = Counter(row.scope.label for row in grid.rows)
        rows = {row.scope.label: place for place, row in enumerate(grid.rows) if named[row.scope.label] == 1}
        block = place_named(lines, rows, grid.year)
        if block is None:
            return False
        if block.unknown:
            names = tr("、").join(f"“{name}”" for name in block.unknown[:3]) + ("…" if len(block.unknown) > 3 else "")
            self._window.toast(tr("表里找不到{names},或者不止一个。什么都没有写入。", names=names))
            return True
        texts = {(place, str(month)): text.strip() for (place, month), text in block.texts.items()}
        if changed := {key: text for key, text in texts.items() if text != self._text_of(*key)}:
            self._write(changed)
        return True

    def _write(self, texts: dict[CellKey, str]) -> None:
        grid = self._grid_shown
        if grid is None:
            return
        cells = {}
        for (place, column), text in texts.items():
            scope = grid.rows[place].scope
            cells[
                TargetCell(
                    Month(grid.year, int(column)),
                    scope.id if scope.kind == "person" else None,
                    scope.id if scope.kind == "team" else None,
                )
            ] = text
        self._change(lambda store: paste_targets(store, cells, grid.measure), None)


class TargetTable(EditableGrid):
    """Twelve months share what name and total leave; below a readable width the grid scrolls."""

    def __init__(
        self,
        columns: Sequence[Column],
        text_of: Callable[[int, str], str | None],
        place_block: Callable[[Sequence[Sequence[str]]], bool],
    ) -> None:
        super().__init__(columns, text_of)
        self._place_block = place_block

    def take_block(self, lines: Sequence[Sequence[str]]) -> bool:
        """Blocks with names find their rows by themselves."""
        return self._place_block(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Other headings."""
        super().set_columns(columns)
        self._share_out()

    def _share_out(self) -> None:
        left = self.viewport().width() - NAME_WIDTH - TOTAL_WIDTH
        month = max(MONTH_WIDTH, left // 12)
        for place in range(1, 13):
            self.horizontalHeader().resizeSection(place, month)


def _arrow(run: Callable[[], None]) -> QToolButton:
    made = QToolButton()
    made.clicked.connect(lambda _=False: run())
    return made


def _columns() -> list[Column]:
    months = [
        Column(str(number), formats.month_short(Month(2000, number).start), MONTH_WIDTH, "right")
        for number in range(1, 13)
    ]
    return [Column("name", "", NAME_WIDTH), *months, Column("total", tr("全年"), TOTAL_WIDTH, "right")]
