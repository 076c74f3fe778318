"""A card of the board: one request or promise, and the editor in which it is answered and done."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.model.loop import SUPPORT_KINDS, Support, SupportKind, SupportState
from cockpit.operations.supports import SupportBoard, SupportEdit
from cockpit.window.kit.cards import Tag, button, label
from cockpit.window.kit.fields import ChoiceField, DayField, Form, WordsField, on_accept
from cockpit.window.kit.lines import Line

Verb = Literal["edit", "promise", "in_hand", "keep", "decline", "remove"]
Act = Callable[[Support, Verb, SupportEdit], None]

_KEEP: tuple[str, Verb] = (noop("办完"), "keep")
_SAVE: tuple[str, Verb] = (noop("保存"), "edit")
_TAKE: tuple[str, Verb] = (noop("着手办"), "in_hand")
_DECLINE: tuple[str, Verb] = (noop("谢绝"), "decline")
_REMOVE: tuple[str, Verb] = (noop("删除"), "remove")
VERBS: dict[SupportState, tuple[tuple[str, Verb], ...]] = {
    "asked": ((noop("答应"), "promise"), _SAVE, _TAKE, _KEEP, _DECLINE, _REMOVE),
    "promised": (_KEEP, _SAVE, _TAKE, _DECLINE, _REMOVE),
    "in_hand": (_KEEP, _SAVE, _DECLINE, _REMOVE),
    "done": (_SAVE, (noop("重新着手"), "in_hand")),
    "declined": (_SAVE, (noop("重新答应"), "promise")),
}
"""What may be done with a support in each state; the first is what is usually done."""


class SupportCard(Line):
    """What it is, for whom, by when. Opened, it is edited, answered, done or declined in place."""

    def __init__(self, support: Support, board: SupportBoard, today: date, act: Act) -> None:
        super().__init__(support.id, framed=True)
        self.support, self._today, self._act = support, today, act
        self._words = label(support.text)
        self._words.setWordWrap(True)
        self.column.addWidget(self._words)
        whom = board.names.get(support.person_id or 0) or tr("全队")
        deal = board.deal_names.get(support.deal_id or 0)
        who = label(f"{whom} · {deal}" if deal else whom, "quiet")
        who.setWordWrap(True)
        self.column.addWidget(who)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        when = self._when()
        foot.addWidget(when)
        kind = label(tr(SUPPORT_KINDS[support.kind]), "quiet")
        kind.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # In a narrow column a long kind gives way; the card itself is never wider than its column.
        kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot.addWidget(kind, 1)
        self.column.addLayout(foot)
        spoken = [support.text, whom, deal or "", tr(SUPPORT_KINDS[support.kind]), self._when_words]
        if support.outcome and not support.is_open:
            outcome = label(support.outcome, "quiet")
            outcome.setWordWrap(True)
            self.column.addWidget(outcome)
            spoken.append(support.outcome)
        self.setAccessibleName(" ".join(part for part in spoken if part))
        self.setAccessibleDescription(tr("回车打开"))

    def _when(self) -> QWidget:
        """The due day as a tag where it wants attention, else in quiet words."""
        support, today = self.support, self._today
        if support.is_overdue(today):
            assert support.due_on is not None
            self._when_words = tr("晚 {n} 天", n=(today - support.due_on).days)
            return Tag(self._when_words, "act")
        if support.is_open and support.state != "asked" and support.due_on == today:
            self._when_words = tr("今天到期")
            return Tag(self._when_words, "watch")
        if support.was_kept is not None and support.state == "done":
            self._when_words = tr("按时") if support.was_kept else tr("过了期限")
            return Tag(self._when_words, "ok" if support.was_kept else "watch")
        if support.state == "asked":
            waited = (today - support.asked_on).days
            self._when_words = tr("等了 {n} 天", n=waited) if waited > 0 else tr("今天提出")
        elif support.state == "declined":
            self._when_words = tr("已谢绝")
        else:
            self._when_words = formats.day_short(support.done_on or support.due_on)
        return label(self._when_words, "quiet")

    def make_editor(self) -> QWidget:
        # The editor says it again where it can be changed.
        self._words.setVisible(not self.support.is_open)
        return SupportEditor(self.support, self._today, self._act)

    def close_editor(self) -> None:
        self._words.show()
        super().close_editor()


class SupportEditor(Form):
    """What can be changed in the state it is in, and where it can go from there."""

    def __init__(self, support: Support, today: date, act: Act) -> None:
        super().__init__()
        self._support, self._act = support, act
        self._text = WordsField(support.text)
        self._kind = ChoiceField(kind_choices(), support.kind)
        self._due = DayField(today, support.due_on)
        self._outcome = WordsField(support.outcome)
        if support.is_open:
            self.add(tr("内容"), self._text)
            self.add(tr("类型"), self._kind)
            self.add(tr("期限"), self._due)
            self.add(tr("答复或结果"), self._outcome)
            self.setFocusProxy(self._due if support.state == "asked" else self._outcome)
        else:
            self.add(tr("结果"), self._outcome)
        on_accept(lambda: self._run(self._next_verb()), self._due)
        on_accept(lambda: self._run("edit"), self._text)
        on_accept(lambda: self._run("edit" if support.state in ("asked", "declined") else self._on_outcome()),
                  self._outcome)  # fmt: skip
        row = self.buttons
        for place, (words, verb) in enumerate(VERBS[support.state]):
            if place and place % 2 == 0:
                row = QHBoxLayout()
                row.setSpacing(8)
                self.column.addLayout(row)
            row.addWidget(button(tr(words), partial(self._run, verb), "secondary" if place else "primary"), 1)

    def _next_verb(self) -> Verb:
        """Enter in the date of a request answers it; elsewhere it saves."""
        return "promise" if self._support.state == "asked" and self._due.day else "edit"

    def _on_outcome(self) -> Verb:
        """Enter after what came of it means that it is done."""
        return "keep" if self._support.is_open and self._outcome.words else "edit"

    def _run(self, verb: Verb) -> None:
        if self._due.is_wrong:
            self._due.setFocus()
            return
        kind: SupportKind = self._kind.currentData()
        edit = SupportEdit(text=self._text.words, kind=kind, due_on=self._due.day, outcome=self._outcome.words)
        self._act(self._support, verb, edit)


def kind_choices() -> list[tuple[str, object]]:
    """The kinds of support, as a field offers them."""
    return [(tr(name), kind) for kind, name in SUPPORT_KINDS.items()]
