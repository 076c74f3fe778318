"""What pages are made of: cards, tags, headline figures, titles, empty states, and the words said in passing."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cockpit.window.kit.theme import SMALL, SYMBOLS, USUAL, State, sized, theme, theme_signals

GRID = 8
PAGE_PART = "page-part"
"""Property of a widget that is no card and yet a part of its page: a column of a board."""


def label(text: str = "", kind: str = "", parent: QWidget | None = None) -> QLabel:
    """A label of one of the style sheet's kinds: quiet, quiet-usual, strong, title, headline, ok, watch, act."""
    made = QLabel(text, parent)
    if kind:
        made.setProperty("kind", kind)
    return made


def button(text: str, run: Callable[[], None], kind: str = "secondary", parent: QWidget | None = None) -> QPushButton:
    """A button: primary, secondary or link."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _=False: run())
    return made


def divider(parent: QWidget | None = None) -> QFrame:
    """A thin line across."""
    made = QFrame(parent)
    made.setProperty("kind", "divider")
    made.setFixedHeight(1)
    return made


def restyle(widget: QWidget, kind: str) -> None:
    """Give a widget another kind of the style sheet."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def begun(words: str) -> str:
    """Words that stand by themselves begin with a capital, whatever they are put together from."""
    return words[:1].upper() + words[1:]


class Card(QFrame):
    """A white surface with an optional title, a quiet line beside it, and ``content`` to put things into."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(16, 14, 16, 14)
        self.content.setSpacing(GRID)
        self.title_label = label(title, "strong")
        self.subtitle_label = label("", "quiet")
        self.header = QHBoxLayout()
        self.header.setSpacing(GRID)
        self.header.addWidget(self.title_label)
        self.header.addWidget(self.subtitle_label)
        self.header.addStretch(1)
        self.content.addLayout(self.header)
        self.set_title(title)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Texts of the head; empty ones take no room."""
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.subtitle_label.setText(begun(subtitle))
        self.subtitle_label.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def hold(self, main: QWidget) -> QLabel:
        """``main``, as high as it asks to be, and at the foot a quiet line about it, whose text is to be set."""
        foot = label("", "quiet")
        foot.setWordWrap(True)
        self.content.addWidget(main)
        self.content.addStretch(1)
        self.content.addWidget(foot)
        return foot


class Tag(QWidget):
    """A state in a word: symbol, text, tint."""

    def __init__(self, text: str = "", state: State = "quiet", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._words, self._state = text, state
        self.set_state(text, state)
        theme_signals.changed.connect(self.update)

    def set_state(self, text: str, state: State) -> None:
        """Say another state."""
        self._words, self._state = f"{SYMBOLS[state]} {text}", state
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(sized(SMALL)).horizontalAdvance(self._words) + 16, 24)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_tag(self, self._words, *theme().of_state(self._state))


def paint_tag(tag: QWidget, words: str, color: QColor, tint: QColor) -> None:
    """Small words in the middle of a rounded tint."""
    painter = QPainter(tag)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The style sheet's size for all widgets would win over a font set on this one.
    painter.setFont(sized(SMALL))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(QRectF(tag.rect()), 4, 4)
    painter.setPen(color)
    painter.drawText(tag.rect(), Qt.AlignmentFlag.AlignCenter, words)


class HeadlineFigure(Card):
    """A figure that is to be seen first: its name, the value, and a line that places it.

    Enter, Space or a click sends ``opened``: the rows behind it.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        """``stacked``: the change stands on a line of its own, where both say more than fits beside each other."""
        super().__init__("", parent)
        self.content.setSpacing(2)
        self.setMinimumHeight(132 if stacked else 104)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name, self._value = label("", "quiet"), label("—", "headline")
        self._beneath, self._change = label("", "quiet"), label("", "quiet")
        line = QVBoxLayout() if stacked else QHBoxLayout()
        line.setSpacing(2 if stacked else 12)
        line.addWidget(self._beneath)
        line.addWidget(self._change)
        line.addStretch(1)
        self.content.addWidget(self._name)
        self.content.addWidget(self._value)
        self.content.addLayout(line)
        self.content.addStretch(1)
        self._can_open = False
        self._by_keyboard = False

    def show_figure(
        self, name: str, value: str, beneath: str = "", change: str = "", state: State = "quiet", definition: str = "",
        *, can_open: bool = False,
    ) -> None:  # fmt: skip
        """``change`` is coloured by ``state`` and begins with its own symbol (▲ ▼); ``definition`` is the tooltip."""
        self._name.setText(name)
        self._value.setText(value)
        self._beneath.setText(begun(beneath))
        self._beneath.setVisible(bool(beneath))
        self._change.setText(change)
        self._change.setVisible(bool(change))
        restyle(self._change, {"ok": "ok", "watch": "watch", "act": "act", "fail": "act"}.get(state, "quiet"))
        self.setToolTip(definition)
        self._can_open = can_open
        restyle(self, "card-to-open" if can_open else "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if can_open else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(" ".join(part for part in (name, value, beneath, change) if part))
        self.setAccessibleDescription(definition)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        left = event.button() == Qt.MouseButton.LeftButton
        if self._can_open and left and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._can_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._by_keyboard:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


class PageTitle(QWidget):
    """The page's name, and a quiet line that says what is shown; ``buttons`` takes what can be done at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # As high without buttons as with them: titles stand in the same place on every page.
        self.setMinimumHeight(32)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._title, self._words = label("", "title"), label("", "quiet-usual")
        row.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._words, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        row.addLayout(self.buttons)

    def show_title(self, title: str, words: str = "") -> None:
        """Texts of the title line."""
        self._title.setText(title)
        self._words.setText(begun(words))


WIDEST_SENTENCE = 560


class EmptyState(QWidget):
    """What goes here, in a sentence, and the one thing to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        self._sentence = label("", "quiet-usual")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._sentence, 8)
        centred.addStretch(1)
        column.addLayout(centred)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GRID)
        self.buttons.addStretch(1)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        column.addStretch(2)

    def say(self, sentence: str, *actions: tuple[str, Callable[[], None]]) -> None:
        """The first action is the one to take."""
        self._sentence.setText(sentence)
        # Of lines of about the same length; a last one of a word or two looks torn off.
        whole = QFontMetrics(sized(USUAL)).horizontalAdvance(sentence)
        lines = whole // WIDEST_SENTENCE + 1
        self._sentence.setMaximumWidth(WIDEST_SENTENCE if lines == 1 else whole // lines + 48)
        while self.buttons.count() > 2:
            taken = self.buttons.takeAt(1)
            if taken and (widget := taken.widget()):
                widget.hide()
                widget.deleteLater()
        for place, (text, run) in enumerate(actions):
            self.buttons.insertWidget(place + 1, button(text, run, "secondary" if place else "primary"))


class Toast(QFrame):
    """Something said in passing, at the foot of the window; it never takes the focus and goes by itself.

    With an action it stays longer, and while the mouse is on it, it waits.
    """

    SECONDS, SECONDS_WITH_ACTION = 6, 10

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._window = parent
        self._words = label("", parent=self)
        self._words.setWordWrap(True)
        self._act: Callable[[], None] = lambda: None
        self._button = button("", self._pressed, "toast", self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self._words)
        row.addWidget(self._button)
        self._gone = QTimer(self, singleShot=True)
        self._gone.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now; empty when nothing is."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, words: str, action: str = "", act: Callable[[], None] = lambda: None) -> None:
        """Say ``words``, with one button that does ``act``."""
        self._words.setText(words)
        self._words.setMinimumWidth(min(560, self._words.fontMetrics().horizontalAdvance(words) + 2))
        self._words.setMaximumWidth(560)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._act = act
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._gone.start(1000 * (self.SECONDS_WITH_ACTION if action else self.SECONDS))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def drop_action(self) -> None:
        """What the button offers does not hold any more; the words stay."""
        self._act = lambda: None
        self._button.hide()

    def _pressed(self) -> None:
        self.hide()
        self._act()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._gone.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._gone.start(1000 * self.SECONDS)
        super().leaveEvent(event)

    def _place(self) -> None:
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - 56)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
