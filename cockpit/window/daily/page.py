"""The daily view 每日跟进: activities typed in as lines, the day of each person, what is to be followed up."""

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from attrs import frozen
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout

from cockpit.language import tr
from cockpit.metrics import RowsQuery, Scope
from cockpit.metrics.daily import Day, DueEntry, list_follow_ups, read_day
from cockpit.metrics.follow_ups import follow_ups
from cockpit.metrics.scopes import read_roster
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.quick_entry import Entry
from cockpit.operations.activities import change_activity, delete_activity, record_activity, tick_follow_up
from cockpit.operations.operation import Changes
from cockpit.operations.quick_entry import line_of, read_entry
from cockpit.operations.settings import choose_setting, setting
from cockpit.store.file import Store
from cockpit.window.daily.entry_card import EntryCard
from cockpit.window.daily.lists import DoneCard, DueCard, said_of
from cockpit.window.daily.people_card import PeopleCard
from cockpit.window.kit import background
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import button
from cockpit.window.kit.framed_page import GAP, FramedPage
from cockpit.window.kit.icons import icon
from cockpit.window.kit.once import Once
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.theme import theme, theme_signals


@frozen
class DailyData:
    """What is shown at once; the figures of follow-ups are not in it yet."""

    view: View
    day: Day
    is_empty: bool

    @property
    def looked_at(self) -> tuple[date, Scope]:
        """Of which day and scope it is."""
        return self.day.day, self.view.shown_scope


@frozen
class DueData:
    """The same with the follow-ups, which take longer the more was agreed in the last months."""

    of: DailyData
    day: Day
    entries: list[DueEntry]


LISTS_WIDTH = 496
"""Pixels that the two lists keep beside people with long names."""


class DailyPage(FramedPage):
    """Its day is today, or the nearest day of another cycle, until somebody goes to another."""

    name = "daily"
    depends_on = frozenset({"activity", "person", "team", "account", "deal", "import"})

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._chosen: date | None = None
        self._data: DailyData | None = None
        self._due: DueData | None = None
        self._due_latest = background.Latest(self, background.reading)
        self._once = Once()
        self.entry = EntryCard(self._read_line)
        self.entry.asked.connect(self._record)
        self.entry.delete_asked.connect(self._delete)
        self.people = PeopleCard(self._open_rows)
        self.people.person_opened.connect(lambda number: self.host.choose_scope(self.host.person_scope(number)))
        self.due, self.done = DueCard(), DoneCard()
        self.due.tick_asked.connect(self._tick)
        self.due.write_asked.connect(self._write_next)
        self.done.edit_asked.connect(self._edit)
        self.done.delete_asked.connect(self._delete)
        self.earlier, self.later = QToolButton(), QToolButton()
        self.to_today = button("", self._go_to_today)
        for made in (self.earlier, self.to_today, self.later):
            self.title.buttons.addWidget(made)
        self.earlier.clicked.connect(partial(self._step, -1))
        self.later.clicked.connect(partial(self._step, 1))
        for keys, run in (
            ("Alt+Up", partial(self._step, -1)), ("Alt+Down", partial(self._step, 1)), ("Alt+Home", self._go_to_today)
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)
        self.head.addWidget(self.entry)
        beside = QVBoxLayout()
        beside.setSpacing(GAP)
        for card in (self.due, self.done):
            card.setMinimumWidth(LISTS_WIDTH)
        beside.addWidget(self.due, 1)
        beside.addWidget(self.done, 1)
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        # The people take what they can use, the lists all that is left, and never less than what they have to say.
        columns.addWidget(self.people, 1000)
        columns.addLayout(beside, 1)
        self.body.addLayout(columns)
        self.setFocusProxy(self.entry.line)
        stops = [*self.entry.stops(), self.earlier, self.to_today, self.later, self.people.table, self.due.table]
        for one, other in pairwise([*stops, self.done.table]):
            self.setTabOrder(one, other)
        theme_signals.changed.connect(self._set_icons)
        self._set_icons()
        self.retranslate()
        self._kept_line = str(setting(window.store.connection, "daily_line"))
        self.entry.restore(self._kept_line)

    def _set_icons(self) -> None:
        for made, name in ((self.earlier, "chevron-left"), (self.later, "chevron-right")):
            made.setIcon(icon(name, theme().quiet))
            made.setIconSize(QSize(16, 16))

    def retranslate(self) -> None:
        for card in (self.entry, self.people, self.due, self.done):
            card.retranslate()
        self.to_today.setText(tr("今天"))
        for made, words, keys in (
            (self.earlier, tr("前一天"), "Alt+Up"),
            (self.later, tr("后一天"), "Alt+Down"),
            (self.to_today, tr("今天"), "Alt+Home"),
        ):
            made.setToolTip(f"{words}  {QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)}")
            made.setAccessibleName(words)
        self.empty.say(
            tr("有了团队,这里一句话记一笔跟进,看每个人每天的拜访和跟进,到期的跟进一个不漏。先导入团队和商机。"),
            (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            (tr("看看示例团队"), lambda: self.host.command("sample")),
        )
        self._due = None

    # --- what is shown ----------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """The day that is looked at: the chosen one within the cycle, else today, or the nearest day of the cycle."""
        view = self.host.view
        if self._chosen is not None and self._chosen in view.month:
            return self._chosen
        if view.today in view.month:
            return view.today
        return view.month.start if view.month.start > view.today else view.month.last_day

    def load(self, connection: sqlite3.Connection, view: View) -> DailyData:
        """Behind the shield only what is one person's own."""
        roster = read_roster(connection)
        day = read_day(connection, self.day, view.today, roster, view.shown_scope, None)
        return DailyData(view, day, not roster.people)

    def show_data(self, data: object) -> None:
        """Put it into the widgets that are there, and ask for the follow-ups."""
        assert isinstance(data, DailyData)
        before = self._data
        self._data = data
        self.entry.put_aside(data.view.only_person is not None)
        self.set_empty(data.is_empty)
        if data.is_empty:
            return
        same = before is not None and before.looked_at == data.looked_at
        today, day = data.view.today, data.day.day
        self.title.show_title(tr("每日跟进"), _title_words(data.day, today))
        for card in (self.due, self.done):
            card.show_of_one(len(data.day.people) == 1)
        self.to_today.setEnabled(day != today)
        if not same or self._due is None:
            self.people.show_day(data.day)
            self.due.show_entries(None, day, today)
            self.entry.reread()
        touches = data.day.figures["touches"].value
        self.done.show_entries(data.day.activities, int(touches or 0))
        readers = self.host.readers()
        self._due_latest.run(lambda: _read_due(readers.here(), data), self._show_due, self.problem)

    def _show_due(self, found: DueData) -> None:
        self._due = found
        self.people.show_day(found.day)
        waiting = sum(int(found.day.figures[key].value or 0) for key in ("due", "overdue"))
        self.due.show_entries(found.entries, found.day.day, found.of.view.today, waiting)

    def arrive(self, **arguments: object) -> None:
        """``write``: the pen is in the line; ``day``: look at this one."""
        if isinstance(day := arguments.get("day"), date):
            self._go_to(day)
        if arguments.get("write"):
            self.entry.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """What was typed and not recorded is there again, after a restart as well."""
        line = self.entry.draft
        if line != self._kept_line:
            self._kept_line = line
            self.host.perform(lambda store: choose_setting(store, "daily_line", line), by=self)

    def _step(self, days: int, _: bool = False) -> None:
        self._go_to(self.day + timedelta(days=days))

    def _go_to_today(self) -> None:
        self._go_to(self.host.view.today)

    def _go_to(self, day: date) -> None:
        self._chosen = day
        if day in self.host.view.month:
            self.refresh()
        else:
            self.host.choose_month(Month.of(day))

    def _open_rows(self, rows: RowsQuery | None, title: str) -> None:
        open_rows(self.host, rows, f"{title} · {formats.day_short(self.day)}")

    # --- what is written --------------------------------------------------------------------------------------

    def _read_line(self, line: str) -> Entry:
        """Understand a line, on the calling thread: who is looked at and the day that is shown are meant by default."""
        view = self.host.view
        scope = view.shown_scope
        return read_entry(
            self.host.readers().here(),
            line,
            view.today,
            day=min(self.day, view.today),
            person_id=scope.id if scope.kind == "person" else None,
            only_person=view.only_person,
        )

    def _record(self, entry: Entry, activity_id: int | None) -> None:
        def verb(store: Store) -> Changes:
            if activity_id is None:
                return record_activity(store, entry)
            return change_activity(store, activity_id, entry)

        def done(_: Changes) -> None:
            keys = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
            parts = [entry.part(name).text for name in ("person", "kind", "target", "day")]
            said = " · ".join(part for part in parts if part)
            words = tr("已记下:{activity}") if activity_id is None else tr("已改:{activity}")
            self.entry.recorded(entry, " · ".join((words.format(activity=said), tr("{keys} 撤销", keys=keys))))
            self.refresh()

        self._perform("record", verb, done, by=self)

    def _perform(
        self,
        key: object,
        verb: Callable[[Store], Changes],
        then: Callable[[Changes], None] = lambda _: None,
        *,
        by: "DailyPage | None" = None,
    ) -> None:
        """Once, however often the key is pressed."""
        if begun := self._once.begin(key, verb, then):
            self.host.perform(*begun, by=by)

    def _delete(self, number: int) -> None:
        if self.entry.edited == number:
            self.entry.leave_editing()
        self._perform(("delete", number), lambda store: delete_activity(store, number))

    def _tick(self, number: int) -> None:
        entry = self.due.entries[number]
        if entry.done_on is not None and entry.activity.ticked_on is None:
            self.host.toast(tr("后来又跟进过,不用打勾。"))
            return
        # Looking back at a day, one says that it was done then.
        done, day = entry.done_on is None, min(self.day, self.host.view.today)
        self._perform(("tick", number), lambda store: tick_follow_up(store, number, done, today=day))

    def _write_next(self, number: int) -> None:
        activity = self.due.entries[number].activity
        words = (activity.person, activity.deal or activity.account)
        self.entry.begin("".join(f"{word} " for word in words if word))

    def _edit(self, number: int) -> None:
        line = line_of(self.host.readers().here(), number)
        if line is not None:
            self.entry.edit(number, line, said_of(self.done.entries[number]))


def _read_due(connection: sqlite3.Connection, data: DailyData) -> DueData:
    view, scope = data.view, data.view.shown_scope
    roster, day = read_roster(connection), data.day.day
    asked = follow_ups(connection, day, view.today)
    whole = read_day(connection, day, view.today, roster, scope, asked)
    return DueData(data, whole, list_follow_ups(connection, day, roster, scope, asked))


def _title_words(day: Day, today: date) -> str:
    ahead = (day.day - today).days
    near = {0: tr("今天"), -1: tr("昨天"), 1: tr("明天")}.get(ahead)
    said = formats.day_short(day.day) if day.day.year == today.year else formats.day(day.day)
    words = [said, near] if near else [said]
    if (touches := day.figures["touches"].value) is not None and ahead <= 0:
        words.append(tr("{n} 次跟进", n=int(touches)))
        words.append(tr("{n} 次拜访", n=int(day.figures["visits"].value or 0)))
    return " · ".join(words)
