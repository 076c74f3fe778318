"""One person beside the table: fields that are written when they are left, the teams over time, and a new person."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.team import Member, Stay, TeamBoard
from cockpit.model import formats
from cockpit.model.people import ROLES, STYLES
from cockpit.operations import people
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.cards import button, divider, label
from cockpit.window.kit.fields import ChoiceField, DayField, Form, TextField, on_accept
from cockpit.window.kit.page import Window
from cockpit.window.team.near_day import NearDayField
from cockpit.window.team.new_form import NewForm
from cockpit.window.team.red_lines import RedLinesSection

Verb = Callable[[Store], Changes]
Change = Callable[[Verb, Callable[[Changes], None] | None], None]
"""How a section has something written: the verb, and what is done once it is."""


class PersonPane(QWidget):
    """One person. What is changed in a field is written when it is left, or with Enter; Esc drops it."""

    def __init__(self, window: Window, change: Change, go_back: Callable[[], None]) -> None:
        super().__init__()
        self._window, self._change, self._go_back = window, change, go_back
        self._member: Member | None = None
        today = window.view.today
        self._name, self._region, self._email = TextField(), TextField(), TextField()
        self._role = ChoiceField([(tr(words), role) for role, words in ROLES.items()])
        self._style = ChoiceField([(formats.MISSING, None), *((tr(words), style) for style, words in STYLES.items())])
        self._hired, self._left = NearDayField(today), NearDayField(today)
        self._form = Form(2)
        self._form.share_width()
        self._form.add(tr("姓名"), self._name)
        self._form.add(tr("角色"), self._role)
        self._form.add(tr("风格"), self._style)
        self._form.add(tr("地区"), self._region)
        self._form.add(tr("邮箱"), self._email, 2)
        self._form.add(tr("入职日"), self._hired, 2)
        self._form.add(tr("离职日(最后一天)"), self._left, 2)
        self._warning = label("", "watch")
        self._warning.setWordWrap(True)
        self._stays = label("", "quiet")
        self._stays.setWordWrap(True)
        self._move_to, self._move_on = ChoiceField([]), NearDayField(today, today)
        self._move = button(tr("调动"), self._move_person)
        self._red_lines = RedLinesSection(self._change)
        self._deals = button("", self._open_deals, "link")
        self._talks = button(tr("一对一"), self._open_talks, "link")

        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(12)
        column.addWidget(self._form)
        column.addWidget(self._warning)
        column.addWidget(divider())
        column.addWidget(label(tr("团队"), "strong"))
        column.addWidget(self._stays)
        moving = Form(2)
        moving.add(tr("调到"), self._move_to)
        moving.add(tr("从哪天起"), self._move_on)
        moving.buttons.addWidget(self._move)
        moving.buttons.addStretch(1)
        column.addWidget(moving)
        column.addWidget(divider())
        column.addWidget(self._red_lines)
        column.addWidget(divider())
        links = QHBoxLayout()
        links.addWidget(self._deals)
        links.addWidget(self._talks)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)
        self.setFocusProxy(self._name)

        for field, key in ((self._name, "name"), (self._region, "region"), (self._email, "email")):
            field.editingFinished.connect(lambda field=field, key=key: self._write_text(field, key))
        for chosen, key in ((self._role, "role"), (self._style, "style")):
            chosen.activated.connect(lambda _, chosen=chosen, key=key: self._write(key, chosen.currentData()))
        for day, key in ((self._hired, "hired_on"), (self._left, "left_on")):
            day.field.editingFinished.connect(lambda day=day, key=key: self._write_day(day, key))
        on_accept(self._move_person, self._move_on)

    def show_member(self, member: Member, board: TeamBoard, today: date) -> None:
        """Show a person. A field in which somebody is writing keeps what stands in it."""
        same = self._member is not None and self._member.id == member.id
        former, self._member = self._member, member
        if not same or former != member:
            self._fill(member, keep_focused=same)
        leaves = member.left_on is not None and member.open_count > 0
        self._warning.setText("△ " + tr("{n} 个在手商机要交接给别人", n=member.open_count) if leaves else "")
        self._warning.setVisible(leaves)
        self._stays.setText("\n".join(map(_stay_words, member.stays)) or tr("还没有加入团队"))
        choices: list[tuple[str, int | None]] = [
            (team.name, team.id) for team in board.teams if team.id != member.team_id
        ]
        if member.team_id is not None:
            choices.append((tr("没有团队"), None))
        shown = [
            (self._move_to.itemText(place), self._move_to.itemData(place)) for place in range(self._move_to.count())
        ]
        if shown != choices:
            self._move_to.clear()
            for words, value in choices:
                self._move_to.addItem(words, value)
        self._move.setEnabled(bool(choices))
        if not same:
            self._move_on.field.setText(today.isoformat())
        self._red_lines.show_lines(member.id, member.red_lines, today)
        self._deals.setText(tr("{n} 个在手商机", n=member.open_count))
        self._deals.setVisible(member.rows is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._member is not None:
            self._fill(self._member, keep_focused=False)
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _fill(self, member: Member, *, keep_focused: bool) -> None:
        texts = (
            (self._name, member.name), (self._region, member.region or ""), (self._email, member.email or ""),
            (self._hired.field, _day_text(member.hired_on)), (self._left.field, _day_text(member.left_on)),
        )  # fmt: skip
        for field, text in texts:
            if not (keep_focused and field.hasFocus() and field.isModified()) and field.text() != text:
                field.setText(text)
        for choice, value in ((self._role, member.role), (self._style, member.style)):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(value)))

    def _write_text(self, field: TextField, key: str) -> None:
        if self._member is None:
            return
        text = field.text().strip()
        field.setModified(False)
        if key == "name" and not text:
            field.setText(self._member.name)
            self._window.toast(tr("名称不能为空。"))
        else:
            self._write(key, text or None)

    def _write_day(self, day: DayField, key: str) -> None:
        if not day.is_wrong:
            # What is written may be said more fully than it was typed.
            day.field.setModified(False)
            self._write(key, day.day)

    def _write(self, key: str, value: object) -> None:
        member = self._member
        if member is not None and getattr(member, key) != value:
            self._change(lambda store: people.edit_person(store, member.id, {key: value}), None)

    def _move_person(self) -> None:
        member, team, day = self._member, self._move_to.currentData(), self._move_on.day
        if member is None or not self._move_to.count():
            return
        if day is None:
            self._move_on.setFocus()
            return
        self._change(lambda store: people.move_to_team(store, member.id, team, day), None)

    def _open_deals(self) -> None:
        if self._member is not None:
            open_rows(self._window, self._member.rows, tr("{name} 的在手商机", name=self._member.name))

    def _open_talks(self) -> None:
        if self._member is not None:
            self._window.go("one_on_one", person=self._member.id)


class NewPerson(NewForm):
    """Somebody who is new; only the name is needed. Enter adds, Esc drops."""

    def __init__(
        self,
        board: TeamBoard,
        team: int | None,
        today: date,
        add: Callable[[str, int | None, dict[str, Any]], None],
        cancel: Callable[[], None],
    ) -> None:
        super().__init__(cancel)
        self.column.setContentsMargins(16, 4, 16, 8)
        self._add = add
        teams = [(team.name, team.id) for team in board.teams]
        self._name = TextField()
        self._team = ChoiceField([*teams, (tr("没有团队"), None)], team)
        self._role = ChoiceField([(tr(words), role) for role, words in ROLES.items()])
        self._style = ChoiceField([(formats.MISSING, None), *((tr(words), style) for style, words in STYLES.items())])
        self._region = TextField()
        self._hired = NearDayField(today, today)
        self.add(tr("姓名"), self._name, 2)
        self.add(tr("团队"), self._team)
        self.add(tr("角色"), self._role)
        self.add(tr("风格"), self._style)
        self.add(tr("地区"), self._region)
        self.add(tr("入职日"), self._hired, 2)
        self.offer(self._accept)
        on_accept(self._accept, self._name, self._region, self._hired)

    def _accept(self) -> None:
        if not self._name.text().strip():
            self._name.setFocus()
        elif self._hired.is_wrong:
            self._hired.setFocus()
        else:
            fields = {
                "role": self._role.currentData(), "style": self._style.currentData(),
                "region": self._region.text().strip() or None, "hired_on": self._hired.day,
            }  # fmt: skip
            self._add(self._name.text(), self._team.currentData(), fields)


def _day_text(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _stay_words(stay: Stay) -> str:
    start, end = stay.from_on, stay.to_on
    if start and end:
        return tr("{team} · {start} 至 {end}", team=stay.team, start=start, end=end)
    if start:
        return tr("{team} · {start} 起", team=stay.team, start=start)
    return tr("{team} · 到 {end} 为止", team=stay.team, end=end) if end else tr("{team} · 一直", team=stay.team)
