"""The side bar: the five steps as one loop, then the records."""

from attrs import frozen
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.window.kit.icons import icon
from cockpit.window.kit.theme import theme
from cockpit.window.pages import PAGES, PageEntry, entry

WIDTH = 184


@frozen
class Badge:
    """What is open in a step, as a short text; ``urgent`` is shown in the state colour and said aloud."""

    text: str
    urgent: bool = False
    spoken: str = ""


class NavigationButton(QAbstractButton):
    """One entry: a circled number or an icon, the title, and the badge at the right."""

    def __init__(self, entry: PageEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.badge = Badge("")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(38)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()

    def retranslate(self) -> None:
        """Say title, tooltip and accessible name in the language chosen now."""
        self.setText(tr(self.entry.title))
        if self.entry.number is not None:
            self.setToolTip(f"{self.text()}  Ctrl+{self.entry.number}")
        self.set_badge(self.badge)

    def set_badge(self, badge: Badge) -> None:
        """Show what is open here."""
        self.badge = badge
        self.setAccessibleName(" ".join(part for part in (self.text(), badge.spoken or badge.text) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 16, 38)

    def paintEvent(self, _: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.accent_tint if self.isChecked() else look.background)
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.accent, 2))
            painter.drawRoundedRect(area, 6, 6)
        color = look.accent if self.isChecked() else look.text
        quiet = look.accent if self.isChecked() else look.quiet
        small = self.font()
        small.setPixelSize(12)
        if self.entry.group == "loop" and self.entry.number:
            painter.setPen(QPen(quiet if self.isChecked() else look.line, 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.left() + 12, area.center().y() - 10, 21, 21)
            painter.setPen(quiet)
            painter.setFont(small)
            number = area.adjusted(12, 0, 0, 0)
            number.setWidth(22)
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self.entry.number))
        else:
            picture: QIcon = icon(self.entry.icon, quiet)
            pixmap: QPixmap = picture.pixmap(QSize(18, 18), self.devicePixelRatioF())
            painter.drawPixmap(area.left() + 14, area.center().y() - 9, pixmap)
        usual = self.font()
        usual.setPixelSize(14)
        usual.setBold(self.isChecked())
        painter.setFont(usual)
        painter.setPen(color)
        painter.drawText(area.adjusted(46, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.badge.text:
            small.setBold(self.badge.urgent or self.isChecked())
            painter.setFont(small)
            painter.setPen(look.act if self.badge.urgent else quiet)
            at_right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(area.adjusted(0, 0, -12, 0), at_right, self.badge.text)


class NavigationBar(QFrame):
    """All pages, one chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName("navigation")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(2)
        self.buttons: dict[str, NavigationButton] = {}
        group = PAGES[0].group
        for of_bar in (found for found in PAGES if found.under is None):
            if of_bar.group != group:
                group = of_bar.group
                rule = QFrame(self)
                rule.setObjectName("rule")
                rule.setFixedHeight(1)
                column.addSpacing(10)
                column.addWidget(rule)
                column.addSpacing(10)
            button = NavigationButton(of_bar, self)
            button.clicked.connect(lambda _=False, name=of_bar.name: self.chosen.emit(name))
            column.addWidget(button)
            self.buttons[of_bar.name] = button
        column.addStretch(1)

    def retranslate(self) -> None:
        """All titles again."""
        self.setAccessibleName(tr("页面"))
        for button in self.buttons.values():
            button.retranslate()

    def show_chosen(self, name: str) -> None:
        """Mark the page that is shown, or the one that it stands under."""
        self.buttons[entry(name).bar_name].setChecked(True)

    def set_badges(self, badges: dict[str, Badge]) -> None:
        """What is open, by page name; pages that are not named lose theirs."""
        for name, button in self.buttons.items():
            button.set_badge(badges.get(name, Badge("")))
