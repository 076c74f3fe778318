"""The bar above every page: cycle, scope, search, shield, the start of a one-on-one, and the menu."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from cockpit.language import tr
from cockpit.metrics import Scope
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.window.kit.icons import icon
from cockpit.window.kit.theme import theme, theme_signals

HEIGHT = 56


class TopBar(QFrame):
    """What holds on every page. It shows what it is told and says what was asked for; it decides nothing."""

    month_chosen = Signal(object)
    scope_chosen = Signal(object)
    search_asked = Signal()
    meeting_asked = Signal()
    shield_lifted = Signal()

    def __init__(self, menu_actions: list[QAction | None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._month: Month | None = None
        self._actions = menu_actions

        self.earlier = QToolButton(self)
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.month_label = QPushButton(self)
        self.month_label.setProperty("kind", "plain-strong")
        self.month_label.clicked.connect(self._choose_month)
        self.later = QToolButton(self)
        self.later.clicked.connect(lambda: self._step(1))
        self.scope_button = QPushButton(self)
        self.scope_button.setProperty("kind", "secondary")
        self.scope_menu = QMenu(self)
        self.scope_button.setMenu(self.scope_menu)
        self.shield = QPushButton(self)
        self.shield.setProperty("kind", "watch")
        self.shield.clicked.connect(self.shield_lifted)
        self.shield.hide()
        self.search = QPushButton(self)
        self.search.setObjectName("searchField")
        self.search.setMinimumWidth(280)
        self.search.setMaximumWidth(520)
        self.search.clicked.connect(self.search_asked)
        self._search_row = QHBoxLayout(self.search)
        self._search_row.setContentsMargins(12, 0, 12, 0)
        self._search_hint, self._search_keys = QLabel(self.search), QLabel("Ctrl K", self.search)
        for label in (self._search_hint, self._search_keys):
            label.setProperty("kind", "quiet")
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._search_row.addWidget(self._search_hint)
        self._search_row.addStretch(1)
        self._search_row.addWidget(self._search_keys)
        self.start = QPushButton(self)
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self.meeting_asked)
        self._start_keys = QKeySequence("Ctrl+Shift+O").toString(QKeySequence.SequenceFormat.NativeText)
        self.menu_button = QToolButton(self)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for action in menu_actions:
            menu.addAction(action) if action else menu.addSeparator()
        self.menu_button.setMenu(menu)

        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.earlier)
        row.addWidget(self.month_label)
        row.addWidget(self.later)
        row.addSpacing(8)
        row.addWidget(self.scope_button)
        row.addWidget(self.shield)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self.start)
        row.addWidget(self.menu_button)
        theme_signals.changed.connect(self._set_icons)
        self._set_icons()
        self.retranslate()

    def retranslate(self) -> None:
        """All fixed texts again."""
        self.earlier.setToolTip(tr("上一个周期"))
        self.earlier.setAccessibleName(tr("上一个周期"))
        self.later.setToolTip(tr("下一个周期"))
        self.later.setAccessibleName(tr("下一个周期"))
        self._search_hint.setText(tr("搜索,或执行命令…"))
        self.search.setAccessibleName(tr("搜索,或执行命令") + " Ctrl+K")
        self.start.setText(f"{tr('开始一对一')}   {self._start_keys}")
        self.start.setAccessibleName(tr("开始一对一"))
        self.shield.setText("◐ " + tr("遮护中 · 按 F9 解除"))
        self.menu_button.setToolTip(tr("菜单"))
        self.menu_button.setAccessibleName(tr("菜单"))
        if self._month:
            self.show_month(self._month)

    def show_month(self, month: Month) -> None:
        """The cycle that is looked at."""
        self._month = month
        self.month_label.setText(formats.month_text(month.start))
        self.month_label.setAccessibleName(tr("周期") + " " + self.month_label.text())

    def show_scope(self, title: str) -> None:
        """The scope that is looked at."""
        self.scope_button.setText(title)
        self.scope_button.setAccessibleName(tr("范围") + " " + title)

    def offer_scopes(self, scopes: list[tuple[str, Scope | None]]) -> None:
        """What can be looked at: a title and its scope; None makes a heading."""
        self.scope_menu.clear()
        for title, scope in scopes:
            if scope is None:
                self.scope_menu.addSection(title)
            else:
                self.scope_menu.addAction(title, partial(self.scope_chosen.emit, scope))

    def show_shield(self, up: bool) -> None:
        """While somebody looks over the shoulder the scope cannot be changed by accident."""
        self.shield.setVisible(up)
        self.scope_button.setEnabled(not up)

    def _step(self, months: int) -> None:
        if self._month:
            self.month_chosen.emit(self._month.plus(months))

    def _choose_month(self) -> None:
        if not self._month:
            return
        menu = QMenu(self)
        for back in range(-1, 13):
            month = self._month.plus(-back)
            action = menu.addAction(formats.month_text(month.start), partial(self.month_chosen.emit, month))
            if back == 0:
                menu.setActiveAction(action)
        menu.exec(self.month_label.mapToGlobal(QPoint(0, self.month_label.height())))
        menu.deleteLater()

    def _set_icons(self) -> None:
        quiet = theme().quiet
        self.earlier.setIcon(icon("chevron-left", quiet))
        self.later.setIcon(icon("chevron-right", quiet))
        self.menu_button.setIcon(icon("menu", quiet))
