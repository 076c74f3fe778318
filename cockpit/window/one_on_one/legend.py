"""Which mark means what, beneath the note: a quiet line that also marks the present line by a click."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from cockpit.language import tr
from cockpit.model.marks import NoteKind
from cockpit.window.kit.cards import button, label
from cockpit.window.kit.theme import SMALL, sized
from cockpit.window.one_on_one.note_editor import MARK_KEYS

_PADDING = 10


class Legend(QWidget):
    """Mark and name of every kind; where there is no room for names, the marks alone, with the names as tooltips."""

    def __init__(self, mark: Callable[[NoteKind], None]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons: dict[NoteKind, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for kind in MARK_KEYS:
            made = button("", partial(mark, kind), "plain-quiet")
            # The pen stays in the note.
            made.setFocusPolicy(made.focusPolicy().NoFocus)
            self._buttons[kind] = made
            row.addWidget(made)
        self._date = label("", "quiet")
        row.addSpacing(4)
        row.addWidget(self._date)
        row.addStretch(1)
        self._named: bool | None = None
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts again."""
        for kind, made in self._buttons.items():
            keys = QKeySequence(MARK_KEYS[kind]).toString(QKeySequence.SequenceFormat.NativeText)
            meaning = tr("问题,上级补充") if kind is NoteKind.LEADER_PROBLEM else kind.label
            made.setToolTip(tr("把这一行记成:{kind} ({keys})", kind=meaning, keys=keys))
            made.setAccessibleName(made.toolTip())
        self._date.setText(tr("@ 日期"))
        self._date.setToolTip(tr("@周五 @12-31 @三天后 @月底;Ctrl+T 记下时间"))
        self._named = None
        self._fit()

    def _words(self, kind: NoteKind) -> str:
        return kind.symbol + " " + (tr("上级") if kind is NoteKind.LEADER_PROBLEM else kind.label)

    def _fit(self) -> None:
        metrics = QFontMetrics(sized(SMALL))
        needed = sum(metrics.horizontalAdvance(self._words(kind)) + _PADDING for kind in self._buttons)
        named = needed + metrics.horizontalAdvance(self._date.text()) + 8 <= self.width()
        if named != self._named:
            self._named = named
            for kind, made in self._buttons.items():
                made.setText(self._words(kind) if named else kind.symbol)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
