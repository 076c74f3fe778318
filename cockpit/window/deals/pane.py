"""One deal beside the table: its fields, written when they are left; what was done, asked for and changed."""

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import frozen
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.errors import CockpitError
from cockpit.language import noop, tr
from cockpit.metrics.deal_detail import DealChoices, DealDetail, HistoryLine, LoopLine
from cockpit.model import formats
from cockpit.model.deals import FORECAST_CATEGORIES, SOURCES, STATES
from cockpit.model.loop import SUPPORT_STATES
from cockpit.model.marks import NoteKind
from cockpit.model.quantities import type_quantity
from cockpit.operations.deal_values import MONEY, read_typed
from cockpit.window.deals.log import LogSection
from cockpit.window.deals.questions import QuestionsSection
from cockpit.window.kit.cards import Tag, button, divider, label
from cockpit.window.kit.fields import ChoiceField, Form, TextField
from cockpit.window.kit.theme import State, theme, theme_signals
from cockpit.window.kit.time_lines import TimeLines, time_line

Write = Callable[[int, str, object], None]
"""Has a field of a deal written: id, column ("stage" for the stage), value."""


@frozen
class _Field:
    key: str
    name: str
    span: int = 1


_TYPED = (
    _Field("name", noop("商机名称"), 2),
    _Field("amount", noop("金额")),
    _Field("expected_close", noop("预计成交")),
    _Field("next_step", noop("下一步"), 2),
    _Field("next_step_on", noop("下一步日期")),
    _Field("closed_on", noop("成交日期")),
    _Field("lost_reason", noop("丢单原因")),
    _Field("entry_department", noop("切入部门")),
    _Field("decision_maker", noop("决策人")),
    _Field("budget", noop("预算")),
    _Field("quantified_value", noop("量化价值")),
    _Field("lead_source", noop("线索来源")),
    _Field("remark", noop("备注"), 2),
)
_TAGS: dict[str, State] = {"open": "quiet", "won": "ok", "lost": "fail"}
_HISTORY_NAMES = {
    "stage": noop("阶段"), "state": noop("状态"), "amount": noop("金额"), "expected_close": noop("预计成交"),
    "owner": noop("负责人"), "forecast_category": noop("预测类别"),
}  # fmt: skip


class CheckedField(QWidget):
    """A typed field of a deal. What is no value stays, with the reason beneath."""

    written = Signal(str, object)

    def __init__(self, key: str, today: date) -> None:
        super().__init__()
        self.key, self._today = key, today
        self.field = TextField()
        self._reason = label("", "act")
        self._reason.setWordWrap(True)
        self._reason.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._reason)
        self.setFocusProxy(self.field)
        self.field.editingFinished.connect(self._take)

    def show_value(self, value: Any, *, keep: bool) -> None:
        """Show what is stored; with ``keep`` not over what somebody is writing, or wrote in vain."""
        if keep and self.field.isModified():
            return
        text = typed_value(self.key, value)
        if self.field.text() != text:
            self.field.setText(text)
        self.field.setModified(False)
        self._reason.hide()

    def drop(self) -> None:
        """What is written here is not wanted any more."""
        self.field.setModified(False)

    def _take(self) -> None:
        if not self.field.isModified():
            return
        try:
            value = read_typed(self.key, self.field.text(), self._today)
        except CockpitError as error:
            self._reason.setText(f"! {error}")
            self._reason.show()
            return
        self._reason.hide()
        self.field.setModified(False)
        self.written.emit(self.key, value)


def typed_value(key: str, value: Any) -> str:
    """What stands in a field: exact, and read back as it is."""
    if key in MONEY:
        return type_quantity(None if value is None else value / 100, "money")
    return "" if value is None else str(value)


class DealPane(QWidget):
    """One deal. ``left`` is sent when Esc leads back to the table, ``account_asked`` for all deals of an account,
    ``answered`` with deal, question, answer and evidence."""

    left = Signal()
    account_asked = Signal(int)
    support_asked = Signal(int)
    answered = Signal(int, str, object, object)

    def __init__(self, write: Write, today: date) -> None:
        super().__init__()
        self._write_field = write
        self._detail: DealDetail | None = None
        self._tag = Tag()
        self._account = button("", self._ask_for_account, "link")
        self._facts = label("", "quiet")
        self._facts.setWordWrap(True)
        self.stage, self.owner = ChoiceField([]), ChoiceField([])
        self.category = ChoiceField([(formats.MISSING, None), *_said(FORECAST_CATEGORIES)])
        self.origin = ChoiceField([(formats.MISSING, None), *_said(SOURCES)])
        self.major = QPushButton("★ " + tr("重点商机"))
        self.major.setCheckable(True)
        self.typed = {field.key: CheckedField(field.key, today) for field in _TYPED}
        self._form = Form(2)
        self._form.share_width()
        for field in _TYPED[:1]:
            self._form.add(tr(field.name), self.typed[field.key], field.span)
        self._form.add(tr("阶段"), self.stage)
        self._form.add(tr("负责人"), self.owner)
        for field in _TYPED[1:4]:
            self._form.add(tr(field.name), self.typed[field.key], field.span)
        self._form.add(tr("下一步日期"), self.typed["next_step_on"])
        self._form.add(tr("预测类别"), self.category)
        self._closing = Form(2)
        self._closing.share_width()
        self._closing.column.setContentsMargins(0, 0, 0, 0)
        self._closing.add(tr("成交日期"), self.typed["closed_on"])
        self._closing.add(tr("丢单原因"), self.typed["lost_reason"])
        self._more = Form(2)
        self._more.share_width()
        self._more.column.setContentsMargins(0, 0, 0, 0)
        for field in _TYPED[7:9]:
            self._more.add(tr(field.name), self.typed[field.key])
        self._more.add(tr("预算"), self.typed["budget"])
        self._more.add(tr("量化价值"), self.typed["quantified_value"])
        self._more.add(tr("来源类型"), self.origin)
        self._more.add(tr("线索来源"), self.typed["lead_source"])
        self._more.add(tr("备注"), self.typed["remark"], 2)
        self.log = LogSection(today)
        self.questions = QuestionsSection()
        self.questions.answered.connect(self._answer)
        self._lines = TimeLines(tr("面谈与支援"))
        self._activities = TimeLines(tr("跟进记录"))
        self._history = TimeLines(tr("变更历史"))
        self._lines.opened.connect(lambda link: self.support_asked.emit(int(link)))

        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._tag)
        head.addWidget(self._account)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._form)
        column.addWidget(self._closing)
        column.addWidget(self.major)
        column.addWidget(self.log)
        column.addWidget(divider())
        column.addWidget(self._more)
        column.addWidget(self._facts)
        column.addWidget(self.questions)
        for section in (self._lines, self._activities, self._history):
            column.addWidget(section)
        column.addStretch(1)
        self.setFocusProxy(self.typed["name"])
        for checked in self.typed.values():
            checked.written.connect(self._write)
        for key, choice in (
            ("stage", self.stage), ("owner_id", self.owner), ("forecast_category", self.category),
            ("source", self.origin),
        ):  # fmt: skip
            choice.activated.connect(lambda _, key=key, choice=choice: self._write(key, choice.currentData()))
        self.major.clicked.connect(lambda checked: self._write("is_major", int(checked)))
        theme_signals.changed.connect(self._tell)

    @property
    def deal_id(self) -> int | None:
        """The deal that is shown."""
        return self._detail.id if self._detail else None

    def show_deal(self, detail: DealDetail, choices: DealChoices, currency: str) -> None:
        """Show a deal. A field in which somebody is writing keeps what stands in it."""
        same = self._detail is not None and self._detail.id == detail.id
        self._detail = detail
        fields = detail.fields
        state = fields["state"]
        self._tag.set_state(tr(STATES[state]), _TAGS[state])
        self._account.setText(fields["account"] or "")
        self._account.setToolTip(tr("这个客户的全部商机"))
        self._account.setVisible(bool(fields["account"]))
        for key, checked in self.typed.items():
            checked.show_value(fields[key], keep=same)
        stages = [(stage.name, stage.id) for stage in choices.stages_of([fields["stage_id"]])]
        owners = [(formats.MISSING, None), *((name, number) for number, name in choices.owners)]
        if fields["owner_id"] is not None and all(number != fields["owner_id"] for _, number in owners):
            owners.append((fields["owner"] or formats.MISSING, fields["owner_id"]))
        _offer(self.stage, stages, fields["stage_id"])
        _offer(self.owner, owners, fields["owner_id"])
        for choice, key in ((self.category, "forecast_category"), (self.origin, "source")):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(fields[key])))
        self.major.setChecked(bool(fields["is_major"]))
        self._closing.setVisible(state != "open")
        # A reason stands only where something was lost; its name above goes with it.
        self.typed["lost_reason"].setEnabled(state == "lost")
        self._facts.setText(_facts(fields))
        step_on = fields["next_step_on"]
        self.log.show_log(
            detail.id, detail.log, fields["next_step"] or "", date.fromisoformat(step_on) if step_on else None
        )
        self.questions.show_answers(detail.answers, keep=same)
        self._currency = currency
        self._tell()

    def _tell(self) -> None:
        if self._detail is None:
            return
        quiet = theme().quiet.name()
        self._lines.tell([_line_words(line, quiet) for line in self._detail.lines])
        self._activities.tell([
            time_line(
                activity.day, " · ".join(part for part in (activity.kind, activity.met, activity.person) if part),
                activity.note, quiet,
            )
            for activity in self._detail.activities
        ])  # fmt: skip
        self._history.tell([_history_words(line, quiet) for line in self._detail.history])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.questions.drop()
            if self._detail is not None:
                self.questions.show_answers(self._detail.answers, keep=False)
            for checked in self.typed.values():
                checked.drop()
                if self._detail is not None:
                    checked.show_value(self._detail.fields[checked.key], keep=False)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refill(self) -> None:
        """What was chosen was not written after all: show what is stored."""
        if self._detail is not None:
            for choice, key in ((self.stage, "stage_id"), (self.owner, "owner_id")):
                with QSignalBlocker(choice):
                    choice.setCurrentIndex(max(0, choice.findData(self._detail.fields[key])))

    def _write(self, key: str, value: object) -> None:
        if self._detail is not None:
            column = "stage_id" if key == "stage" else key
            if self._detail.fields[column] != value:
                self._write_field(self._detail.id, key, value)

    def _answer(self, question: str, answer: str | None, evidence: str | None) -> None:
        if self._detail is not None:
            self.answered.emit(self._detail.id, question, answer, evidence)

    def _ask_for_account(self) -> None:
        if self._detail is not None and self._detail.fields["account_id"] is not None:
            self.account_asked.emit(self._detail.fields["account_id"])


def _line_words(line: LoopLine, quiet: str) -> str:
    is_support = line.support_id is not None
    kind = tr(SUPPORT_STATES[line.state or "asked"]) if is_support else NoteKind(line.kind).label  # type: ignore[index]
    second = " · ".join(part for part in (kind, line.person) if part)
    return time_line(
        line.day[:10], line.text, second, quiet, str(line.support_id) if line.support_id is not None else ""
    )


def _history_words(line: HistoryLine, quiet: str) -> str:
    old, new = (_history_value(line.field, value) for value in (line.old, line.new))
    name = tr(_HISTORY_NAMES.get(line.field, line.field))
    return time_line(line.day, f"{name}: {old} → {new}" if line.old is not None else f"{name}: {new}", "", quiet)


def _history_value(field: str, value: str | None) -> str:
    if value is None:
        return formats.MISSING
    if field == "amount":
        return formats.money(int(value))
    if field == "state":
        return next((tr(words) for state, words in STATES.items() if state == value), value)
    return value


def _facts(fields: dict[str, Any]) -> str:
    facts = [
        (tr("产品"), fields["product"]), (tr("创建"), fields["created_on"]), (tr("编号"), fields["external_id"]),
        (tr("币种"), fields["currency"]),
    ]  # fmt: skip
    return " · ".join(f"{name} {value}" for name, value in facts if value)


def _said(words: dict[str, str]) -> list[tuple[str, object]]:
    return [(tr(source), key) for key, source in words.items()]


def _offer(choice: ChoiceField, choices: list[tuple[str, Any]], chosen: object) -> None:
    with QSignalBlocker(choice):
        if [(choice.itemText(n), choice.itemData(n)) for n in range(choice.count())] != choices:
            choice.clear()
            for words, value in choices:
                choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(chosen)))
