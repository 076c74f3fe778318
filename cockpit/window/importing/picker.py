"""Choosing one of many by typing: a field, and beneath it what fits - by name, pinyin or initials."""

from collections.abc import Callable, Sequence

from attrs import frozen
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cockpit.language import tr
from cockpit.model.pinyin import name_keys
from cockpit.window.kit.cards import label
from cockpit.window.kit.theme import SMALL, USUAL, sized, theme
from cockpit.window.palette import ComposingLineEdit

WIDTH, ROW_HEIGHT, ROWS_SEEN, PADDING = 320, 34, 9, 12
_PICK = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@frozen
class Pick:
    """A line to choose: its value, its name, and quietly what places it. ``found_by`` are further words to find it."""

    value: object
    name: str
    detail: str = ""
    found_by: str = ""
    is_wanted: bool = False
    """Something that is still lacking: it is named in the colour of what has to be done."""


class _PickDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        pick, look = index.data(_PICK), theme()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent_tint)
            painter.drawRoundedRect(QRectF(option.rect), 6, 6)
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        small, usual = QFontMetrics(sized(SMALL)), QFontMetrics(sized(USUAL))
        middle = Qt.AlignmentFlag.AlignVCenter
        detail = small.elidedText(pick.detail, Qt.TextElideMode.ElideRight, area.width() * 3 // 5)
        painter.setFont(sized(SMALL))
        painter.setPen(look.watch if pick.is_wanted else look.text if chosen else look.quiet)
        painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, detail)
        room = area.width() - (small.horizontalAdvance(detail) + PADDING if detail else 0)
        painter.setFont(sized(USUAL))
        painter.setPen(look.text)
        painter.drawText(area, middle, usual.elidedText(pick.name, Qt.TextElideMode.ElideRight, room))
        painter.restore()


class Picker(QFrame):
    """Stands over the window, beside what is chosen for. Enter takes the line, Esc or a click elsewhere leaves it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._picks: list[tuple[Pick, str]] = []
        self._done: Callable[[object], None] = lambda _: None
        self._back_to: QWidget | None = None
        self._at = QRect()
        self.field = ComposingLineEdit()
        self.list = QListWidget()
        self.list.setItemDelegate(_PickDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        self._nothing = label("", "quiet")
        self._nothing.setContentsMargins(PADDING, 0, PADDING, 4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.hide()

    def ask(
        self,
        title: str,
        picks: Sequence[Pick],
        chosen: object,
        at: QRect,
        done: Callable[[object], None],
        *,
        typed: str = "",
        back_to: QWidget | None = None,
    ) -> None:
        """Choose one of ``picks``; ``done`` gets its value. ``at`` is where it is chosen for, in the screen's pixels;
        ``typed`` is what was typed already; ``back_to`` has the focus afterwards."""
        self._picks = [(pick, _found_by(pick)) for pick in picks]
        self._done, self._back_to, self._at = done, back_to, at
        self.field.setPlaceholderText(tr("输入文字或拼音来找"))
        self.field.setAccessibleName(title)
        self._nothing.setText(tr("没有这样的选项"))
        self.list.setAccessibleName(title)
        self.field.setText(typed)
        self._narrow(typed)
        if not typed:
            place = next((place for place, (pick, _) in enumerate(self._picks) if pick.value == chosen), 0)
            self.list.setCurrentRow(place)
        self.show()
        self.raise_()
        self.field.setFocus()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def leave(self) -> None:
        """Close without choosing; the focus goes back."""
        if not self.isVisible():
            return
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if self._back_to is not None:
            self._back_to.setFocus()

    def names(self) -> list[str]:
        """What is offered now."""
        return [self.list.item(row).data(_PICK).name for row in range(self.list.count())]

    def _narrow(self, typed: str) -> None:
        words = typed.lower().split()
        self.list.clear()
        fits = [pick for pick, found_by in self._picks if all(word in found_by for word in words)]
        # What begins as it was typed stands before what only holds it.
        fits.sort(key=lambda pick: not pick.name.lower().startswith(typed.lower().strip()) if words else False)
        for pick in fits:
            item = QListWidgetItem(pick.name)
            item.setData(_PICK, pick)
            item.setToolTip(f"{pick.name} {pick.detail}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place(len(fits))

    def _place(self, number: int) -> None:
        """As high as what fits, beneath what is chosen for, or above it where there is no room."""
        window, at = self.parentWidget(), self._at
        assert window is not None
        corner = window.mapFromGlobal(at.topLeft())
        rows = min(ROWS_SEEN, number)
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        height = 16 + 36 + (rows * ROW_HEIGHT + 8 if rows else 28)
        self.setFixedSize(max(WIDTH, min(at.width(), 2 * WIDTH)), min(height, window.height() - 16))
        x = max(8, min(corner.x(), window.width() - self.width() - 8))
        beneath = corner.y() + at.height() + 2
        y = beneath if beneath + self.height() <= window.height() - 8 else corner.y() - self.height() - 2
        self.move(QPoint(x, max(8, y)))

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        pick: Pick = item.data(_PICK)
        self.leave()
        self._done(pick.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            is_elsewhere = watched is not self and not self.isAncestorOf(watched)
            if is_elsewhere and watched.window() is self.window():
                self.leave()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        if self.field.composing:
            return event.key() in (*_ENTER, Qt.Key.Key_Escape)
        if event.key() in _ENTER:
            self._take(self.list.currentItem())
            return True
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.leave()
            return True
        return False


def _found_by(pick: Pick) -> str:
    """All that a line is found by: its words, their pinyin and its initials."""
    words = [pick.name, pick.found_by]
    return " ".join(key for text in words if text for key in (text.lower(), *name_keys(text)))
