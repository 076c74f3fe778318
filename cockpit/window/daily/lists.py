"""What is to be followed up, and what was done on the day: two lists that are worked through with one key."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut

from cockpit.language import tr
from cockpit.metrics.activity_list import ActivityEntry
from cockpit.metrics.daily import DueEntry
from cockpit.model import formats
from cockpit.window.kit.activity_list import target_words
from cockpit.window.kit.cards import Card
from cockpit.window.kit.tables import Cell, Column, Row, Table, heading_width
from cockpit.window.kit.theme import SMALL, sized


class _ListCard(Card):
    """A table that fills its card, with keys for the chosen row."""

    def __init__(self, columns: list[Column]) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 14, 4, 8)
        self.header.setContentsMargins(12, 0, 12, 0)
        self.table = Table(columns, compact=True)
        self.table.ring_rows()
        self.content.addWidget(self.table, 1)

    def show_of_one(self, of_one: bool) -> None:
        """Of one person the name in every row says nothing, and its place is wanted."""
        self.table.setColumnHidden([column.key for column in self.table.rows.columns].index("person"), of_one)

    def on_key(self, key: Qt.Key, send: Callable[[int], None]) -> None:
        """A key on the chosen row sends its id."""

        def pressed() -> None:
            if (number := self.table.current_id()) is not None:
                send(number)

        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(pressed)


class DueCard(_ListCard):
    """Follow-ups. Space or a click on the last cell ticks one off, and takes the tick away; Enter writes the next
    activity with the same customer.
    """

    tick_asked = Signal(int)
    write_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(_due_columns())
        self.entries: dict[int, DueEntry] = {}
        self.table.cell_opened.connect(self._open)
        self.on_key(Qt.Key.Key_Space, self.tick_asked.emit)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.set_columns(_due_columns())
        self.table.setAccessibleName(tr("要跟进的"))

    def show_entries(self, entries: list[DueEntry] | None, day: date, today: date, waiting: int = 0) -> None:
        """None: not read yet. ``waiting`` of all are still open, those that are not listed as well."""
        self.entries = {entry.activity.id: entry for entry in entries or ()}
        listed = sum(entry.done_on is None for entry in self.entries.values())
        said = [tr("{n} 个还没跟", n=waiting), tr("空格:跟完")] if entries else []
        if waiting > listed and entries:
            said.insert(1, tr("只列前 {n} 个", n=listed))
        self.set_title(tr("要跟进的"), " · ".join(said))
        empty = tr("这一天没有要跟进的。记一笔时写上 跟@周五,到那天就在这里。")
        self.table.set_empty_words(tr("正在读取…") if entries is None else empty)
        self.table.set_rows([_due_row(entry, day, today) for entry in entries or ()])

    def _open(self, number: int, key: str) -> None:
        (self.tick_asked if key == "tick" else self.write_asked).emit(number)


class DoneCard(_ListCard):
    """What was done on the day. Enter or a click changes one, Del deletes it."""

    edit_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(_done_columns())
        self.entries: dict[int, ActivityEntry] = {}
        self.table.opened.connect(self.edit_asked)
        self.on_key(Qt.Key.Key_Delete, self.delete_asked.emit)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.table.set_columns(_done_columns())
        self.table.setAccessibleName(tr("这一天做的"))

    def show_entries(self, entries: list[ActivityEntry], total: int) -> None:
        """The newest first."""
        self.entries = {entry.id: entry for entry in entries}
        said = [tr("最近记的在前"), tr("Enter 改,Del 删")] if entries else []
        if total > len(entries):
            said.insert(0, tr("只列前 {n} 个", n=len(entries)))
        self.set_title(tr("这一天做的"), " · ".join(said))
        self.table.set_empty_words(tr("这一天还没有记录。在上面写一句,Enter 记下。"))
        self.table.set_rows([_done_row(entry) for entry in entries])


def said_of(entry: ActivityEntry) -> str:
    """An activity in a few words."""
    parts = (formats.day_short(entry.happened_on), entry.person, entry.kind, entry.account or entry.deal)
    return " · ".join(part for part in parts if part)


def _due_row(entry: DueEntry, day: date, today: date) -> Row:
    activity = entry.activity
    late = (min(day, today) - entry.due_on).days
    if entry.done_on is not None:
        state = Cell(tr("跟完"), sort=2, state="ok", tip=formats.day(entry.due_on))
        tick = Cell(tr("撤勾") if activity.ticked_on else "", quiet=True)
    elif entry.due_on < day and late > 0:
        state = Cell(tr("晚 {n} 天", n=late), sort=-late, state="act", tip=formats.day(entry.due_on))
        tick = Cell("✓ " + tr("跟完"), tone="ok")
    else:
        state = Cell(tr("该跟"), sort=1, state="watch", tip=formats.day(entry.due_on))
        tick = Cell("✓ " + tr("跟完"), tone="ok")
    customer, deal = target_words(activity)
    told = " · ".join(part for part in (formats.day_short(activity.happened_on), activity.note) if part)
    return Row(
        activity.id,
        (
            state,
            Cell(customer or tr("无客户"), quiet_text=deal, quiet=not customer),
            Cell(activity.person),
            Cell(activity.kind, quiet_text=told, tip=told),
            tick,
        ),
        customer,
    )


def _done_row(entry: ActivityEntry) -> Row:
    customer, deal = target_words(entry)
    follow_up = formats.day_short(entry.follow_up_on) if entry.follow_up_on else ""
    return Row(
        entry.id,
        (
            Cell(entry.person),
            Cell(entry.kind, quiet_text=entry.met),
            Cell(customer or tr("无客户"), quiet_text=deal, quiet=not customer),
            Cell(entry.note, quiet=True),
            Cell(follow_up, quiet=True),
        ),
        customer,
    )


def wide_enough(title: str, tag: str = "") -> int:
    """Pixels for a column's title, and for a tag in it."""
    small = QFontMetrics(sized(SMALL))
    return max(heading_width(title), small.horizontalAdvance(tag) + 64 if tag else 52)


def _due_columns() -> list[Column]:
    return [
        Column("state", tr("状态"), wide_enough(tr("状态"), tr("晚 {n} 天", n=88))),
        Column("target", tr("客户"), 0),
        Column("person", tr("谁"), 72),
        Column("told", tr("上次"), 0),
        Column("tick", "", wide_enough("", tr("跟完"))),
    ]


def _done_columns() -> list[Column]:
    return [
        Column("person", tr("谁"), 72),
        Column("kind", tr("方式"), 146),
        Column("target", tr("客户"), 0),
        Column("note", tr("内容"), 0),
        Column("follow_up", tr("下次"), 92),
    ]
