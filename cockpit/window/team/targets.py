"""Targets of a year: a grid of scopes and months, written in and pasted into like a spreadsheet."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.target_grid import TargetGrid, TargetRow
from cockpit.metrics.targets import LEVELS as LEVEL_KEYS
from cockpit.metrics.targets import MEASURES as MEASURE_KEYS
from cockpit.metrics.targets import MONEY_MEASURES, Level, Measure
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.quantities import type_quantity
from cockpit.operations.settings import choose_setting, setting
from cockpit.operations.targets import LEVELS, MEASURES, TargetCell, TargetSpan, paste_targets
from cockpit.window.kit.cards import Card, Tag, label
from cockpit.window.kit.editable_grid import CellKey, NamedGrid
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.icons import icon
from cockpit.window.kit.page import Window
from cockpit.window.kit.tables import Cell, Column, Row
from cockpit.window.kit.theme import USUAL, sized, theme, theme_signals
from cockpit.window.team.blocks import place_named
from cockpit.window.team.person import Change

Chosen = TypeVar("Chosen", Measure, Level)

SUMS = -1
"""Id of the row that adds up the people."""
NAME_WIDTH, MONTH_WIDTH = 108, 56
QUARTERS = {f"q{number}": (number * 3 - 2, number * 3) for number in range(1, 5)}
SPANS: dict[str, tuple[int, int]] = {**QUARTERS, "year": (1, 12)}
"""First and last month of the columns that add months up. They follow the months, so that twelve cells of a
spreadsheet paste as they are."""
NAMED_AT_ONCE = 2


class TargetsSection(QWidget):
    """Year and measure on top, the grid beneath. ``asked`` is sent when another year or measure is wanted."""

    asked = Signal()

    def __init__(self, window: Window, change: Change) -> None:
        super().__init__()
        self._window, self._change = window, change
        self._grid_shown: TargetGrid | None = None
        self.year = window.view.month.year
        self.measure: Measure = _remembered(window, "targets_measure", MEASURE_KEYS)
        self.level: Level = _remembered(window, "targets_level", LEVEL_KEYS)
        self._earlier, self._later = _arrow(lambda: self._go(-1)), _arrow(lambda: self._go(1))
        self._year = label("", "strong")
        self._measure = ChoiceField([(tr(MEASURES[key]), key) for key in MEASURE_KEYS], self.measure)
        self._level = ChoiceField([(tr(LEVELS[key]), key) for key in LEVEL_KEYS], self.level)
        self._measure.setMinimumContentsLength(14)
        self._level.setMinimumContentsLength(8)
        for chooser in (self._measure, self._level):
            chooser.activated.connect(lambda _: self._take_choice())
        self._hint = label("", "quiet")
        self._order = Tag("", "watch")
        self._order.hide()
        self._grid = TargetTable(_columns(), self._text_of, self._place_block)
        self._grid.edited.connect(self._write)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        for widget in (self._earlier, self._year, self._later):
            head.addWidget(widget)
        head.addSpacing(8)
        head.addWidget(self._measure)
        head.addWidget(self._level)
        head.addSpacing(8)
        head.addWidget(self._order)
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
        for place, level in enumerate(LEVEL_KEYS):
            self._level.setItemText(place, tr(LEVELS[level]))
        self._measure.setAccessibleName(tr("目标的指标"))
        self._level.setAccessibleName(tr("目标的级别"))
        self._hint.setText(tr("直接输入或从 Excel 粘贴整块;12万、1,200 都认识"))
        self._hint.setToolTip(
            tr(
                "带不带姓名、月份都行。写在季度或全年里的数会摊到各月:各月都有数的按原比例,否则按工作日,零头归最后一个月。"
            )
        )
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
        self._say_order(grid)

    def _say_order(self, grid: TargetGrid) -> None:
        """A sprint below its target is no mistake that has to be refused, but one to know of."""
        found = grid.not_ascending
        words = [
            tr("{name} {month}{level}偏低", name=name, month=formats.month_short(month.start), level=tr(LEVELS[level]))
            for name, month, level in found
        ]
        self._order.setVisible(bool(found))
        self._hint.setVisible(not found)
        if found:
            more = len(words) - NAMED_AT_ONCE
            said = tr("、").join(words[:NAMED_AT_ONCE])
            self._order.set_state(said + (" " + tr("等 {n} 处", n=len(words)) if more > 0 else ""), "watch")
            self._order.setToolTip(tr("比下一级的目标还低:") + "\n" + "\n".join(words[:20]))

    # --- year and measure -------------------------------------------------------------------------------------

    def _go(self, years: int) -> None:
        self.year += years
        self.asked.emit()

    def _take_choice(self) -> None:
        """What is chosen comes back after a restart."""
        self.measure, self.level = self._measure.currentData(), self._level.currentData()
        for key, value in (("targets_measure", self.measure), ("targets_level", self.level)):
            if setting(self._window.store.connection, key) != value:
                self._window.perform(lambda store, key=key, value=value: choose_setting(store, key, value))  # type: ignore[misc]
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
        return self._grid_shown is not None and self._grid_shown.measure in MONEY_MEASURES

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
        quarters = [self._span(row.quarter(number), row.own_of(*SPANS[f"q{number}"])) for number in range(1, 5)]
        total = self._span(row.total, row.own_of(1, 12), strong=True)
        name = Cell(row.scope.label, strong=not person, tip=row.team or "")
        return Row(place, (name, *months, *quarters, total), row.scope.label)

    def _span(self, value: int | None, own: int | None, *, strong: bool = False) -> Cell:
        """A quarter or the year: the sum of its months."""
        return Cell(self._words(value), strong=strong, quiet=not strong and own is None, tip=self._full(value))

    @property
    def _has_people(self) -> bool:
        shown = self._grid_shown
        return shown is not None and any(value is not None for value in shown.people)

    def _sums(self, grid: TargetGrid) -> Row:
        months = [Cell(self._words(value), quiet=True, tip=self._full(value)) for value in grid.people]
        quarters = [
            Cell(self._words(value), quiet=True, tip=self._full(value)) for value in map(grid.quarter, range(1, 5))
        ]
        total = Cell(self._words(grid.total), strong=True, tip=self._full(grid.total))
        words = tr("人员合计")
        return Row(SUMS, (Cell(words, quiet=True), *months, *quarters, total), words)

    def _text_of(self, place: int, column: str) -> str | None:
        """Exact, in units of the currency; None for names and the sum of the people."""
        if self._grid_shown is None or place == SUMS or column == "name":
            return None
        first, last = SPANS.get(column) or (int(column), int(column))
        value = self._grid_shown.rows[place].own_of(first, last)
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
        texts = {key: text.strip() for key, text in block.texts.items()}
        if changed := {key: text for key, text in texts.items() if text != self._text_of(*key)}:
            self._write(changed)
        return True

    def _write(self, texts: dict[CellKey, str]) -> None:
        grid = self._grid_shown
        if grid is None:
            return
        cells: dict[TargetCell | TargetSpan, str] = {}
        # A block that begins in the months and runs over the sums is about the months.
        if any(column not in SPANS for _, column in texts):
            texts = {key: text for key, text in texts.items() if key[1] not in SPANS}
        for (place, column), text in texts.items():
            scope = grid.rows[place].scope
            whose = (scope.id if scope.kind == "person" else None, scope.id if scope.kind == "team" else None)
            if column in SPANS:
                first, last = SPANS[column]
                cells[TargetSpan(Month(grid.year, first), Month(grid.year, last), *whose)] = text
            else:
                cells[TargetCell(Month(grid.year, int(column)), *whose)] = text
        self._change(lambda store: paste_targets(store, cells, grid.measure, grid.level), None)


class TargetTable(NamedGrid):
    """Twelve months share what name and total leave; below a readable width the grid scrolls."""

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; every column has the room that its longest figure needs."""
        super().set_rows(rows)
        self.share_out()

    def share_out(self) -> None:
        """What is left goes to the months and quarters alike."""
        width_of = QFontMetrics(sized(USUAL)).horizontalAdvance
        rows = [self.rows.row(number) for number in range(self.rows.rowCount())]
        needed = [
            max([MONTH_WIDTH, *(width_of(row.cells[place].text) + 2 * self.PADDING + 2 for row in rows)])
            for place in range(1, len(self.rows.columns))
        ]
        # The year stands out by its weight, which takes a little more room.
        needed[-1] += 6
        more = max(0, (self.viewport().width() - NAME_WIDTH - sum(needed)) // len(needed)) if needed else 0
        for place, width in enumerate(needed, 1):
            self.horizontalHeader().resizeSection(place, width + more)


def _arrow(run: Callable[[], None]) -> QToolButton:
    made = QToolButton()
    made.clicked.connect(lambda _=False: run())
    return made


def _columns() -> list[Column]:
    months = [
        Column(str(number), formats.month_short(Month(2000, number).start), MONTH_WIDTH, "right")
        for number in range(1, 13)
    ]
    quarters = [Column(key, key.upper(), MONTH_WIDTH, "right") for key in QUARTERS]
    return [Column("name", "", NAME_WIDTH), *months, *quarters, Column("year", tr("全年"), MONTH_WIDTH, "right")]


def _remembered(window: Window, key: str, allowed: Sequence[Chosen]) -> Chosen:
    """What was chosen last, if it is still one of those offered."""
    found = setting(window.store.connection, key)
    return next((one for one in allowed if one == found), allowed[0])
