"""The five questions of an order beside the table: each answered with one key or click, with what it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.deal_detail import OrderAnswer
from cockpit.model.deals import ANSWERS, ORDER_QUESTIONS
from cockpit.window.kit.cards import divider, label
from cockpit.window.kit.fields import TextField

_SYMBOLS = {"yes": "✓", "no": "✗", "unknown": "?"}
_KEYS = {Qt.Key.Key_Y: "yes", Qt.Key.Key_N: "no", Qt.Key.Key_U: "unknown"}


class QuestionRow(QWidget):
    """One question. Y, N and U answer it while a button of it has the focus; a click on the answer takes it away."""

    answered = Signal(str, object, object)

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question, self._answer = question, ""
        name = tr(ORDER_QUESTIONS[question])
        self._day = label("", "quiet")
        self.buttons: dict[str, QPushButton] = {}
        for answer, key in zip(ANSWERS, "YNU", strict=True):
            words = tr(ANSWERS[answer])
            made = QPushButton(f"{_SYMBOLS[answer]} {words}")
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {words}")
            made.setToolTip(tr("按 {key} 回答", key=key))
            made.clicked.connect(lambda _=False, answer=answer: self._choose(answer))
            self.buttons[answer] = made
        self.evidence = TextField(hint=tr("依据"))
        self.evidence.setAccessibleName(f"{name}: {tr('依据')}")
        self.evidence.editingFinished.connect(self._take_evidence)
        head, answers = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(name), 1)
        head.addWidget(self._day)
        answers.setSpacing(8)
        for made in self.buttons.values():
            answers.addWidget(made, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(answers)
        column.addWidget(self.evidence)

    def show_answer(self, known: OrderAnswer | None, *, keep: bool) -> None:
        """Show what is stored; with ``keep`` not over evidence that somebody is writing."""
        self._answer = known.answer if known else ""
        for answer, made in self.buttons.items():
            made.setChecked(answer == self._answer)
        self._day.setText(known.day if known else "")
        if not (keep and self.evidence.isModified()):
            self.evidence.setText(known.evidence if known else "")
            self.evidence.setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = _KEYS.get(Qt.Key(event.key()))
        if answer is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif answer != self._answer:
            self._choose(answer)

    def _choose(self, answer: str) -> None:
        written = self.evidence.text() if self.evidence.isModified() else None
        self.evidence.setModified(False)
        # At once, so that a second key or click counts from this one and not from what is still being written.
        self._answer = "" if answer == self._answer else answer
        for one, made in self.buttons.items():
            made.setChecked(one == self._answer)
        self.answered.emit(self.question, self._answer or None, written)

    def _take_evidence(self) -> None:
        if self.evidence.isModified():
            self.evidence.setModified(False)
            # What is known of a question that nobody has answered does not answer it.
            self.answered.emit(self.question, self._answer or "unknown", self.evidence.text())


class QuestionsSection(QWidget):
    """All five; ``answered`` says question, answer (None takes it away) and evidence (None leaves it)."""

    answered = Signal(str, object, object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(divider())
        column.addWidget(label(tr("一单五问"), "strong"))
        self.rows = {question: QuestionRow(question) for question in ORDER_QUESTIONS}
        for row in self.rows.values():
            row.answered.connect(self.answered)
            column.addWidget(row)

    def show_answers(self, answers: dict[str, OrderAnswer], *, keep: bool) -> None:
        """What is known about the deal."""
        for question, row in self.rows.items():
            row.show_answer(answers.get(question), keep=keep)

    def drop(self) -> None:
        """Evidence that is being written is not wanted any more."""
        for row in self.rows.values():
            row.evidence.setModified(False)
