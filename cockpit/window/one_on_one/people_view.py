"""Everybody, with the last talk and the next: who waits for a one-on-one is seen at a glance."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.meetings import LOW_MOOD, TalkLine
from cockpit.window.kit.cards import Card, PageTitle
from cockpit.window.kit.tables import Cell, Column, Row, Table

LONG_AGO = 30
"""Days without a talk from which on the gap is pointed out: the usual cycle is a month."""


class PeopleView(QWidget):
    """A row a person; Enter opens, the longest waiting stand first."""

    person_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._title = PageTitle()
        self.table = Table(self._columns())
        self.table.ring_rows()
        self.table.opened.connect(self.person_chosen)
        card = Card()
        card.content.setContentsMargins(4, 8, 4, 8)
        card.content.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(card, 1)
        self.setFocusProxy(self.table)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts again."""
        self.table.set_columns(self._columns())
        self.table.setAccessibleName(tr("每个人的面谈"))

    def show_people(self, lines: list[TalkLine], today: date) -> None:
        """The most urgent first: an agreed day that has passed, then the longest gap."""
        waiting = sum((line.days_since(today) or LONG_AGO + 1) > LONG_AGO for line in lines)
        words = tr("{n} 人超过 {days} 天没谈", n=waiting, days=LONG_AGO) if waiting else tr("一个月内都谈过")
        self._title.show_title(tr("一对一"), words if lines else "")
        chosen = self.table.current_id()
        self.table.set_rows([_row(line, today) for line in sorted(lines, key=lambda line: _urgency(line, today))])
        if lines:
            self.table.choose(chosen if chosen is not None else min(lines, key=lambda x: _urgency(x, today)).person_id)

    @staticmethod
    def _columns() -> list[Column]:
        return [
            Column("person", tr("销售"), 160), Column("team", tr("团队"), 160),
            Column("last", tr("上次面谈"), 150), Column("gap", tr("间隔"), 130),
            Column("next", tr("下次"), 170), Column("mood", tr("心情"), 80, "right"),
            Column("open", tr("没兑现的承诺"), 0),
        ]  # fmt: skip


def _urgency(line: TalkLine, today: date) -> tuple[int, int, str]:
    missed = line.next_on is not None and line.next_on < today
    gap = line.days_since(today)
    return (0 if missed else 1, -(10_000 if gap is None else gap), line.name)


def _row(line: TalkLine, today: date) -> Row:
    gap = line.days_since(today)
    if gap is None:
        gap_cell = Cell(tr("还没谈过"), sort=10_000, state="watch")
    else:
        gap_cell = Cell(formats.days(gap), sort=gap, state="watch" if gap > LONG_AGO else None)
    following = Cell(formats.MISSING, quiet=True)
    if line.next_on is not None:
        late = (today - line.next_on).days
        if late > 0:
            words = tr("{day},晚 {n} 天", day=formats.day_short(line.next_on), n=late)
            following = Cell(words, sort=line.next_on, state="act")
        elif late == 0:
            following = Cell(tr("今天"), sort=line.next_on, state="watch")
        else:
            following = Cell(formats.day_short(line.next_on), sort=line.next_on)
    promises = Cell(formats.count(line.open_promises) if line.open_promises else formats.MISSING,
                    sort=line.open_promises, quiet=not line.open_promises)  # fmt: skip
    if line.overdue:
        words = tr("{n} 个,{late} 个逾期", n=line.open_promises, late=line.overdue)
        promises = Cell(words, sort=line.open_promises, state="act")
    low = line.mood is not None and line.mood <= LOW_MOOD
    return Row(
        line.person_id,
        (
            Cell(line.name, strong=True), Cell(line.team or formats.MISSING, quiet=not line.team),
            Cell(formats.day_short(line.last_on), sort=line.last_on), gap_cell, following,
            Cell(f"{'△ ' if low else ''}{line.mood}" if line.mood else formats.MISSING, sort=line.mood,
                 tone="watch" if low else None), promises,
        ),
        line.name,
    )  # fmt: skip
