"""The command palette: people, deals, accounts, notes and commands by name or pinyin, without the mouse."""

import sqlite3
from collections.abc import Callable

from attrs import frozen
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cockpit.language import noop, tr
from cockpit.operations.find import everybody, find
from cockpit.window.kit import background
from cockpit.window.kit.page import Readers
from cockpit.window.kit.theme import SMALL, USUAL, sized, theme

KIND_TITLES = {
    "command": noop("命令"),
    "person": noop("销售"),
    "account": noop("客户"),
    "deal": noop("销售商机"),
    "note": noop("笔记"),
}


@frozen
class Choice:
    """One line of the palette, and what it does."""

    kind: str
    title: str
    detail: str
    run: Callable[[], None]
    keys: str = ""


_CHOICE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT, _PADDING, _GAP = 36, 12, 12


class ChoiceDelegate(QStyledItemDelegate):
    """A line: what it is, quietly what places it, and at the right its keys or the kind of thing it is."""

    says_kind = True

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, look = index.data(_CHOICE), theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent_tint)
            painter.drawRoundedRect(QRectF(option.rect), 6, 6)
        area = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        quiet = look.text if chosen else look.quiet
        middle = Qt.AlignmentFlag.AlignVCenter
        at_right = choice.keys or (tr(KIND_TITLES[choice.kind]) if self.says_kind and choice.kind != "command" else "")
        small = sized(SMALL)
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, at_right)
        if at_right:
            area.setRight(area.right() - QFontMetrics(small).horizontalAdvance(at_right) - _GAP)
        usual = QFontMetrics(sized(USUAL))
        title = usual.elidedText(choice.title, Qt.TextElideMode.ElideRight, area.width())
        painter.setFont(sized(USUAL))
        painter.setPen(look.text)
        painter.drawText(area, middle, title)
        area.setLeft(area.left() + usual.horizontalAdvance(title) + _GAP)
        painter.setFont(small)
        painter.setPen(quiet)
        if area.width() > 0:
            detail = QFontMetrics(small).elidedText(choice.detail, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, middle, detail)
        painter.restore()


class ComposingLineEdit(QLineEdit):
    """A line edit that knows whether Chinese is being composed: Enter then belongs to the input method."""

    composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class Palette(QDialog):
    """Type, choose with the arrows, Enter. Esc closes. With ``person_id`` (the shield) only that person is found."""

    def __init__(
        self,
        readers: Readers,
        commands: list[Choice],
        opens: Callable[[str, int, int | None], None],
        parent: QWidget,
        *,
        prompt: str = "",
        kinds: frozenset[str] | None = None,
        person_id: int | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        # One is made each time it is asked for; the one before is not needed any more.
        for former in parent.findChildren(Palette):
            if former is not self and not former.isVisible():
                former.deleteLater()
        self._readers, self._commands, self._opens = readers, commands, opens
        self._kinds, self._person = kinds, person_id
        self._choices: list[Choice] = []
        self._latest = background.Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=30)
        self._soon.timeout.connect(self._look)
        self.field = ComposingLineEdit(self)
        self.field.setPlaceholderText(prompt or tr("姓名、拼音、客户、商机、笔记,或命令"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setMinimumHeight(44)
        self.field.textChanged.connect(lambda _: self._soon.start())
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("找到的内容"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lines = ChoiceDelegate(self.list)
        # Where only people are asked for, every line would say so.
        lines.says_kind = kinds is None or len(kinds) > 1
        self.list.setItemDelegate(lines)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self.accept_choice())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.resize(min(640, parent.width() - 80), 440)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + 64)
        self._look()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.field.composing:
                return False
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in steps:
                row = self.list.currentRow() + steps[Qt.Key(event.key())]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept_choice()
                return True
        return super().eventFilter(watched, event)

    def accept_choice(self) -> None:
        """Do what the marked line says. A search under way is finished first: fast typists press Enter at once."""
        if self._soon.isActive():
            self._soon.stop()
            self._show(self._search(self.field.text(), self._readers.here()))
        row = self.list.currentRow()
        if 0 <= row < len(self._choices):
            choice = self._choices[row]
            self.close()
            choice.run()

    def _look(self) -> None:
        text, readers = self.field.text(), self._readers
        self._latest.run(lambda: self._search(text, readers.here()), self._show, lambda _: None)

    def _search(self, text: str, connection: sqlite3.Connection) -> list[Choice]:
        wanted = text.strip().lower()
        choices = []
        if self._kinds is None or "command" in self._kinds:
            choices = [c for c in self._commands if not wanted or wanted in f"{c.title} {c.detail}".lower()]
        if wanted:
            found = find(connection, wanted, person_id=self._person)
        elif self._kinds is not None and "person" in self._kinds:
            found = [hit for hit in everybody(connection) if self._person in (None, hit.id)]
        else:
            found = []
        hits = [
            Choice(
                hit.kind, hit.title, hit.detail,
                lambda hit=hit: self._opens(hit.kind, hit.id, hit.person_id),  # type: ignore[misc]
            )
            for hit in found
            if self._kinds is None or hit.kind in self._kinds
        ]  # fmt: skip
        return hits + choices if wanted else choices + hits

    def _show(self, choices: list[Choice]) -> None:
        self._choices = choices
        self.list.clear()
        for choice in choices:
            kind = tr(KIND_TITLES[choice.kind])
            item = QListWidgetItem("    ".join(part for part in (choice.title, choice.detail, choice.keys) if part))
            item.setToolTip(kind)
            item.setData(_CHOICE, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind} {choice.title} {choice.detail}")
            self.list.addItem(item)
        if choices:
            self.list.setCurrentRow(0)
