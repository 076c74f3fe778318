"""The strip above a page that has others under it: the step itself, and what stands beside it, one key apart."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from cockpit.language import tr
from cockpit.window.kit.theme import USUAL, sized, theme
from cockpit.window.pages import PAGES, entry

HEIGHT, BESIDE = 36, 12


def siblings(name: str) -> tuple[str, ...]:
    """The page's names in the order of the strip: the page of the side bar first; alone where nothing is under it."""
    first = entry(name).bar_name
    return (first, *(found.name for found in PAGES if found.under == first))


class PageStrip(QTabBar):
    """Tabs of the pages that belong together; hidden where a page stands alone."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pageStrip")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.siblings_shown: tuple[str, ...] = ()
        self.currentChanged.connect(self._choose)
        self.hide()

    def show_chosen(self, name: str) -> None:
        """The pages beside ``name``, this one marked."""
        names = siblings(name)
        self.blockSignals(True)
        if names != self.siblings_shown:
            self.siblings_shown = names
            while self.count():
                self.removeTab(0)
            for _ in names:
                self.addTab("")
            self.retranslate()
        self.setCurrentIndex(names.index(name))
        self.blockSignals(False)
        self.setVisible(len(names) > 1)

    def step(self, by: int) -> None:
        """To the next page of the strip, or the one before; from the last to the first."""
        if len(self.siblings_shown) > 1:
            self.setCurrentIndex((self.currentIndex() + by) % len(self.siblings_shown))

    def retranslate(self) -> None:
        """All titles again."""
        self.setAccessibleName(tr("这一步的各页"))
        for place, name in enumerate(self.siblings_shown):
            self.setTabText(place, tr(entry(name).title))

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the text in bold: nothing moves when another is chosen."""
        bold = sized(USUAL, bold=True)
        before_first = BESIDE if index == 0 else 0
        return QSize(QFontMetrics(bold).horizontalAdvance(self.tabText(index)) + 2 * BESIDE + before_first, HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            # Style sheets know no focus of a single tab.
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().accent, 2))
            painter.drawRoundedRect(self.tabRect(self.currentIndex()).adjusted(4, 4, -4, -6), 6, 6)

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self.siblings_shown):
            self.chosen.emit(self.siblings_shown[place])
