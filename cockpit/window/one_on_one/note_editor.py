"""The live note. What is typed stays as typed: marks are shown in the margin and dates are said beside their line, but
nothing is ever written into the text, least of all while an input method composes."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QFrame

from cockpit.language import tr
from cockpit.model import clock, formats
from cockpit.model.marks import Line, NoteKind, find_mark, mark_line, parse_line
from cockpit.window.kit.plain_editor import PlainEditor
from cockpit.window.kit.theme import SMALL, sized, theme, theme_signals
from cockpit.window.one_on_one.mark_look import mark_colors
from cockpit.window.one_on_one.note_layout import MARGIN, NoteLayout

SIZE = 16
MARK_KEYS: dict[NoteKind, Qt.Key] = {
    NoteKind.REQUEST: Qt.Key.Key_F2,
    NoteKind.PROMISE: Qt.Key.Key_F3,
    NoteKind.SUGGESTION: Qt.Key.Key_F4,
    NoteKind.IDEA: Qt.Key.Key_F5,
    NoteKind.PROBLEM: Qt.Key.Key_F6,
    NoteKind.LEADER_PROBLEM: Qt.Key.Key_F7,
    NoteKind.ACTION: Qt.Key.Key_F8,
    NoteKind.PRAISE: Qt.Key.Key_F10,
}
"""F1 is help and F9 the shield."""

_KINDS_BY_KEY = {key: kind for kind, key in MARK_KEYS.items()}


@lru_cache(maxsize=4096)
def _understood(text: str, day: date, _language: str = "") -> Line:
    return parse_line(text, day)


@lru_cache(maxsize=4096)
def _lead(text: str) -> int:
    found = find_mark(text)
    return found[3] if found else 0


class NoteEditor(PlainEditor):
    """Plain text, size 16. F2 to F8 and F10 mark the present line, Ctrl+T stamps the time, undo is its own.

    ``day`` is the day of the meeting: words for days count from it.
    """

    def __init__(self, name: Callable[[], str]) -> None:
        super().__init__()
        self._name = name
        self.day = clock.today()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(
            "QPlainTextEdit, QPlainTextEdit:focus { border: none; border-radius: 0; padding: 0;"
            f" background: transparent; font-size: {SIZE}px; }}"
        )
        # Both are kept: the layout would be gone with its last Python reference.
        self._document = document = QTextDocument(self)
        self._layout = NoteLayout(document, _lead)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(MARGIN)
        font = sized(SIZE)
        document.setDefaultFont(font)
        self.setDocument(document)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        theme_signals.changed.connect(self._dress)
        self.retranslate()

    def retranslate(self) -> None:
        """Its name for screen readers."""
        self.setAccessibleName(self._name())
        self.viewport().update()

    def _dress(self) -> None:
        self.document().setDefaultFont(sized(SIZE))
        self.viewport().update()

    # --- text -------------------------------------------------------------------------------------------------

    def settle_composition(self) -> None:
        """What is being composed becomes text: somebody leaves, and nothing may be lost."""
        if not self.is_composing:
            return
        QGuiApplication.inputMethod().commit()
        # Not every platform answers at once; letters that were not chosen from yet are better than nothing.
        if rest := self.composed:
            event = QInputMethodEvent()
            event.setCommitString(rest)
            QCoreApplication.sendEvent(self, event)

    def show_note(self, text: str, day: date) -> None:
        """Another note; the pen stands at its end."""
        self.day = day
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def follow(self, text: str) -> bool:
        """Change the lines that differ from ``text``, which has as many; the pen, and undo, stay. False if it cannot
        be done now."""
        if self.is_composing:
            return False
        lines = text.split("\n")
        if len(lines) != self.document().blockCount():
            return False
        for number, line in enumerate(lines):
            block = self.document().findBlockByNumber(number)
            if block.text() != line:
                self._rewrite(block, line)
        return True

    def rewrite_line(self, number: int, before: str, line: str) -> bool:
        """Line ``number`` says something else, unless it is not ``before`` any more."""
        block = self.document().findBlockByNumber(number)
        if self.is_composing or not block.isValid() or block.text() != before:
            return False
        self._rewrite(block, line)
        return True

    def line_text(self, number: int) -> str:
        """The text of a line; empty beyond the end."""
        return self.document().findBlockByNumber(number).text()

    def mark_present(self, kind: NoteKind) -> None:
        """Make the line under the pen, or every selected one, a ``kind``; done again it takes the mark away."""
        if self.is_composing:
            return
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        off = (find_mark(first.text()) or (None,))[0] is kind
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            self._rewrite(block, mark_line(block.text(), None if off else kind))
            block = block.next()

    def stamp_time(self) -> None:
        """Write the present time where the pen is."""
        if not self.is_composing:
            self.textCursor().insertText(f"{clock.utc_now().astimezone():%H:%M} ")

    def _rewrite(self, block: QTextBlock, line: str) -> None:
        """Only what differs is replaced, so that the pen stays where it is in the words."""
        before = block.text()
        if before == line:
            return
        tail = 0
        while tail < min(len(before), len(line)) and before[-1 - tail] == line[-1 - tail]:
            tail += 1
        head = 0
        while head < min(len(before), len(line)) - tail and before[head] == line[head]:
            head += 1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + head)
        cursor.setPosition(block.position() + len(before) - tail, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(line[head : len(line) - tail])

    # --- keys -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        # Undo and redo are the text's own here; the window has the same keys for everything else.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own(event):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if key in _KINDS_BY_KEY:
            self.mark_present(_KINDS_BY_KEY[key])
        elif key == Qt.Key.Key_T:
            self.stamp_time()
        elif not self.is_composing:
            redo = key == Qt.Key.Key_Y or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.redo() if redo else self.undo()

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        both = control | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() == plain:
            return event.key() in set(_KINDS_BY_KEY)
        if event.key() == Qt.Key.Key_Z:
            return event.modifiers() in (control, both)
        return event.modifiers() == control and event.key() in (Qt.Key.Key_Y, Qt.Key.Key_T)

    # --- painting ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = [(block, line, area) for block, line, area in self._in_sight() if line.mark or line.due]
        under = QPainter(self.viewport())
        under.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, line, area in shown:
            if line.due:
                self._paint_due(under, block, line, area)
        under.end()
        super().paintEvent(event)
        over = QPainter(self.viewport())
        for block, line, area in shown:
            if line.mark:
                self._paint_mark(over, block, line, area)
        over.end()

    def _in_sight(self) -> list[tuple[QTextBlock, Line, QRectF]]:
        """The blocks that can be seen, as understood, with where they stand."""
        found = []
        block, bottom = self.firstVisibleBlock(), self.viewport().height()
        area = self.blockBoundingGeometry(block).translated(self.contentOffset())
        while block.isValid() and area.top() <= bottom:
            found.append((block, _understood(block.text(), self.day), QRectF(area)))
            top = area.bottom()
            block = block.next()
            if not block.isValid():
                break
            area = self.blockBoundingRect(block).translated(QPointF(area.left(), top))
        return found

    def _place(self, block: QTextBlock, position: int) -> tuple[QTextLine, float]:
        """The line in which a position of the text stands, and its x; letters being composed are jumped over."""
        layout = block.layout()
        if layout.preeditAreaText() and layout.preeditAreaPosition() < position:
            position += len(layout.preeditAreaText())
        line = layout.lineForTextPosition(position)
        return line, _x(line, position)

    def _paint_mark(self, painter: QPainter, block: QTextBlock, line: Line, area: QRectF) -> None:
        cursor = self.textCursor()
        inside = block.position() + line.mark_start, block.position() + line.mark_end
        if cursor.selectionStart() < inside[1] and cursor.selectionEnd() > inside[0]:
            return
        first = block.layout().lineAt(0)
        if not first.isValid() or line.mark is None:
            return
        left, right = _x(first, line.mark_start), _x(first, line.mark_end)
        top = area.top() + first.y()
        painter.fillRect(QRectF(area.left() + left, top, right - left, first.height()), theme().card)
        painter.setFont(sized(SIZE, bold=True))
        painter.setPen(mark_colors(line.mark)[0] if line.kind else theme().quiet)
        words = block.text()[line.mark_start : line.mark_end]
        painter.drawText(QPointF(area.left() + left, top + first.ascent()), words)

    def _paint_due(self, painter: QPainter, block: QTextBlock, line: Line, area: QRectF) -> None:
        """The words of the date on a tint, and after the line the day that was understood."""
        due = line.due
        if due is None:
            return
        look = theme()
        color, tint = look.accent, look.accent_tint
        if due.day is None:
            color, tint = look.act, look.act_tint
        elif due.is_past:
            color, tint = look.watch, look.watch_tint
        (start_line, left), (end_line, right) = self._place(block, due.start), self._place(block, due.end)
        if not start_line.isValid() or not end_line.isValid():
            return
        layout = block.layout()
        last = layout.lineAt(layout.lineCount() - 1)
        words = due.reason if due.day is None else "→ " + formats.day_short(due.day)
        if due.is_past:
            words += " " + tr("已过")
        small = sized(SMALL)
        room = QFontMetricsF(small).horizontalAdvance(words)
        at_end = end_line.lineNumber() == last.lineNumber() and not block.text()[due.end :].strip()
        after = last.x() + last.naturalTextWidth() + (6 if at_end else 12)
        said = after + room <= self.viewport().width() - 8
        if start_line.lineNumber() == end_line.lineNumber():
            reach = after + room + 6 if at_end and said else right + 3
            self._chip(painter, area, start_line, left - 3, reach, tint)
        if said and not at_end:
            self._chip(painter, area, last, after - 6, after + room + 6, tint)
        if said:
            painter.setFont(small)
            painter.setPen(color)
            middle = QRectF(area.left() + after, area.top() + last.y(), room + 2, last.height())
            painter.drawText(middle, Qt.AlignmentFlag.AlignVCenter, words)

    @staticmethod
    def _chip(painter: QPainter, area: QRectF, line: QTextLine, left: float, right: float, tint: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(
            QRectF(area.left() + left, area.top() + line.y(), right - left, line.height()).adjusted(0, 0, 0, 0), 4, 4
        )


def _x(line: QTextLine, position: int) -> float:
    """Where a position stands; PySide gives the place with the position it settled on."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)
