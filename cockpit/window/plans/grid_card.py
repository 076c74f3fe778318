"""Planned and done of one key action: a person a row, a week a column, written in and pasted into."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from cockpit.language import tr
from cockpit.metrics.key_action_plans import PlanGrid, PlannedAction
from cockpit.model import formats
from cockpit.operations.key_action_plans import PlanCell
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.editable_grid import CellKey, NamedGrid
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.tables import Cell, Column, Row
from cockpit.window.plans.words import total_cell, week_cell, week_title, week_words

EVERYBODY = -1
"""Id of the row that adds up the people."""
NAME_WIDTH, WEEK_WIDTH, TOTAL_WIDTH = 152, 80, 96
NAME, TOTAL = "name", "total"


class PlansCard(Card):
    """``chosen``: another action is to be shown. ``written``: new texts by person and week. ``copy_asked``: plan a week
    as the one before it. ``rows_asked``: what stands behind a cell, with a title.
    """

    chosen = Signal(object)
    written = Signal(object)
    copy_asked = Signal(object)
    rows_asked = Signal(object, str)

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._say = say
        self._shown: PlanGrid | None = None
        self._keys: frozenset[PlannedAction] = frozenset()
        self._offered: list[PlannedAction] = []
        self.content.setContentsMargins(8, 12, 8, 12)
        self._action = ChoiceField([])
        self._action.setMinimumContentsLength(18)
        self._action.activated.connect(lambda place: self.chosen.emit(self._offered[place]))
        self._copy = button("", lambda: self.copy_asked.emit(self.chosen_week))
        self._hint = label("", "quiet")
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        for widget in (self._action, self._copy, self._hint):
            head.addWidget(widget)
        head.addStretch(1)
        self.grid = PlanTable(self._columns(), self._text_of, self._place_block)
        self.grid.set_fit_height()
        self.grid.edited.connect(self._write)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell_cell())
        self._told = label("", "quiet-usual")
        self._behind = button("", self._ask_rows, "link")
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.setSpacing(12)
        foot.addWidget(self._told)
        foot.addWidget(self._behind)
        foot.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(self.grid)
        self.content.addLayout(foot)

    def retranslate(self) -> None:
        """Fixed texts."""
        self._action.setAccessibleName(tr("关键动作"))
        self._hint.setText(tr("直接输入每周次数,或从 Excel 粘贴;✓ 做够,△ 这周过去了还没做够"))
        self._hint.setToolTip(tr("带不带姓名都行。F2 改,Delete 清空,Ctrl+Z 撤销。跨月的一周算整周。"))
        self.grid.set_columns(self._columns())
        self.grid.setAccessibleName(tr("关键动作计划"))
        self.grid.set_empty_words(tr("这个范围里还没有人。"))

    # --- what is shown ----------------------------------------------------------------------------------------

    def show_grid(self, grid: PlanGrid, offered: Sequence[PlannedAction], keys: Sequence[PlannedAction]) -> None:
        """Show the weeks of an action; the chosen cell stays chosen."""
        weeks_before = self._shown.weeks if self._shown else ()
        self._shown, self._keys = grid, frozenset(keys)
        self._offer(list(offered))
        if grid.weeks != weeks_before or self._shown.today != grid.today:
            self.grid.set_columns(self._columns())
        rows = [
            self._row(row.person.id, row.person.id, Cell(row.person.name, tip=row.team), row.person.name)
            for row in grid.rows
        ]
        if len(rows) > 1:
            rows.append(self._row(EVERYBODY, None, Cell(tr("合计"), quiet=True), tr("合计")))
        self.grid.set_rows(rows)
        if rows and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.grid.rows.index(0, 1 + self._running))
        self._tell_cell()

    def _row(self, number: int, person: int | None, name: Cell, said: str) -> Row:
        assert self._shown is not None
        grid = self._shown
        weeks = (week_cell(grid.together(person, place), week, grid.today) for place, week in enumerate(grid.weeks))
        return Row(number, (name, *weeks, total_cell(grid.together(person), is_over=grid.is_over)), said)

    def _offer(self, offered: list[PlannedAction]) -> None:
        assert self._shown is not None
        words = [tr("★ 关键:{action}", action=one.name) if one in self._keys else one.name for one in offered]
        if words != [self._action.itemText(place) for place in range(self._action.count())]:
            self._action.clear()
            self._action.addItems(words)
        self._offered = offered
        self._action.setCurrentIndex(offered.index(self._shown.action))

    @property
    def _running(self) -> int:
        """The place of the week that runs; the last one where none does."""
        assert self._shown is not None
        weeks, today = self._shown.weeks, self._shown.today
        return next(
            (place for place, week in enumerate(weeks) if week <= today < week + timedelta(days=7)), len(weeks) - 1
        )

    def _columns(self) -> list[Column]:
        shown = self._shown
        weeks = () if shown is None else shown.weeks
        return [
            Column(NAME, tr("销售"), NAME_WIDTH),
            *(
                Column(week.isoformat(), week_title(week, shown.today), WEEK_WIDTH, "right", tip=week_words(week))
                for week in weeks
                if shown is not None
            ),
            Column(TOTAL, tr("到本周"), TOTAL_WIDTH, "right", tip=tr("已开始的几周:做了的 / 计划的")),
        ]

    # --- the chosen cell --------------------------------------------------------------------------------------

    @property
    def _place(self) -> tuple[int | None, int | None] | None:
        """Person (None: everybody) and place of the week (None: all) of the current cell."""
        index, shown = self.grid.currentIndex(), self._shown
        if shown is None or not index.isValid() or index.row() >= self.grid.rows.rowCount():
            return None
        row = self.grid.rows.row(index.row()).id
        place = index.column() - 1
        return None if row == EVERYBODY else row, place if 0 <= place < len(shown.weeks) else None

    @property
    def chosen_week(self) -> date:
        """That of the current cell, else the one that runs."""
        assert self._shown is not None
        found = self._place
        return self._shown.weeks[self._running if found is None or found[1] is None else found[1]]

    def _tell_cell(self) -> None:
        """The cell in words, with a link to the activities that were counted."""
        shown, place = self._shown, self._place
        self._told.setVisible(place is not None)
        if shown is None or place is None:
            self._behind.hide()
            return
        cell, who, when = shown.together(*place), self._who(place[0]), self._when(place[1])
        nothing = tr("还没开始") if shown.is_recorded else tr("还没有跟进记录")
        done = nothing if cell.done is None else tr("做了 {n} 次", n=formats.count(cell.done))
        planned = tr("没有计划") if cell.planned is None else tr("计划 {n} 次", n=formats.count(cell.planned))
        self._told.setText(
            tr("{who} · {when} · {action}:{planned},{done}", who=who, when=when, action=shown.action.name,
               planned=planned, done=done)
            + (" · " + tr("没有计划的另做了 {n} 次", n=formats.count(cell.beside)) if cell.beside else "")
        )  # fmt: skip
        self._behind.setVisible(bool(cell.done))
        self._behind.setText(tr("看明细"))
        self._behind.setAccessibleName(tr("看明细") + " " + self._told.text())
        self._copy.setText(tr("{day} 照抄前一周", day=_short(self.chosen_week)))
        self._copy.setToolTip(tr("把前一周的计划抄到这一周;已经有计划的不动。"))

    def _who(self, person: int | None) -> str:
        assert self._shown is not None
        return next((row.person.name for row in self._shown.rows if row.person.id == person), tr("合计"))

    def _when(self, place: int | None) -> str:
        assert self._shown is not None
        return tr("到本周") if place is None else week_words(self._shown.weeks[place])

    def _ask_rows(self) -> None:
        shown, place = self._shown, self._place
        if shown is not None and place is not None:
            title = f"{self._who(place[0])} · {self._when(place[1])} · {shown.action.name}"
            self.rows_asked.emit(shown.together(*place).rows, title)

    # --- writing ----------------------------------------------------------------------------------------------

    def _text_of(self, person: int, column: str) -> str | None:
        """The plan alone; None for names, sums and what was done."""
        if self._shown is None or person == EVERYBODY or column in (NAME, TOTAL):
            return None
        place = self._shown.weeks.index(date.fromisoformat(column))
        row = next((row for row in self._shown.rows if row.person.id == person), None)
        planned = row.cells[place].planned if row else None
        return "" if planned is None else str(planned)

    def _write(self, texts: Mapping[CellKey, str]) -> None:
        self.written.emit(
            {PlanCell(person, date.fromisoformat(column)): text for (person, column), text in texts.items()}
        )

    def _place_block(self, lines: Sequence[Sequence[str]]) -> bool:
        """A block whose first column names people goes into their rows, from the first week on."""
        shown = self._shown
        if shown is None:
            return False
        named = Counter(row.person.name for row in shown.rows)
        people = {row.person.name: row.person.id for row in shown.rows if named[row.person.name] == 1}
        if not any(line and line[0].strip() in people for line in lines):
            return False
        counted = [line for line in lines if any(text.strip() for text in line[1:])]
        if not counted:
            return True
        if not any(text.strip().isdigit() for text in counted[0][1:]):
            # A line of headings.
            counted = counted[1:]
        unknown = [line[0].strip() for line in counted if line[0].strip() not in people]
        if unknown:
            names = tr("、").join(f"“{name}”" for name in unknown[:3]) + ("…" if len(unknown) > 3 else "")
            self._say(tr("表里找不到{names},或者不止一个。什么都没有写入。", names=names))
            return True
        texts = {
            PlanCell(people[line[0].strip()], week): text.strip()
            for line in counted
            for week, text in zip(shown.weeks, line[1:], strict=False)
        }
        changed = {
            cell: text for cell, text in texts.items() if text != self._text_of(cell.person_id, cell.week.isoformat())
        }
        if changed:
            self.written.emit(changed)
        return True


class PlanTable(NamedGrid):
    """The weeks share what the names leave."""

    def share_out(self) -> None:
        """The weeks share what names and sums leave."""
        weeks = len(self.rows.columns) - 2
        if weeks > 0:
            width = max(WEEK_WIDTH, (self.viewport().width() - NAME_WIDTH - TOTAL_WIDTH) // weeks)
            for place in range(1, weeks + 1):
                self.horizontalHeader().resizeSection(place, width)


def _short(day: date) -> str:
    return f"{day.month}-{day.day}"
