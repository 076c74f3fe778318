"""What the list is narrowed down by: words, tier, owner, industry, region, key accounts, those left alone, a figure."""

from attrs import evolve
from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.account_list import AccountChoices, AccountFilter
from cockpit.metrics.tiers import TIERS
from cockpit.window.kit.cards import button
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.search_field import SEARCH_AFTER, SearchField, fill_choice

QUIET_DAYS = 30


class AccountFilterBar(QWidget):
    """Sends ``changed`` with the filter that is wanted now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filter = AccountFilter()
        self.search = SearchField()
        self.search.setMinimumWidth(176)
        self.search.setMaximumWidth(296)
        self._search_soon = QTimer(self, singleShot=True, interval=SEARCH_AFTER)
        self._search_soon.timeout.connect(self._take_words)
        # Not sent while an input method composes: what is not yet a word is not looked for.
        self.search.textChanged.connect(lambda _: self._search_soon.start())
        self.tier, self.owner = ChoiceField([]), ChoiceField([])
        self.industry, self.region = ChoiceField([]), ChoiceField([])
        self.key_only, self.quiet = QPushButton(), QPushButton()
        self.chip, self.clear = QPushButton(), button("", self.clear_all, "link")
        self.chip.setCheckable(True)
        self.chip.setChecked(True)
        self.chip.clicked.connect(lambda _=False: self.drop_origin())
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 2)
        for choice in (self.tier, self.owner, self.industry, self.region):
            choice.setMinimumContentsLength(5)
            choice.setMaximumWidth(168)
            choice.activated.connect(lambda _: self._take_choices())
            row.addWidget(choice, 1)
        for toggle in (self.key_only, self.quiet):
            toggle.setCheckable(True)
            toggle.setCursor(Qt.CursorShape.PointingHandCursor)
            toggle.clicked.connect(lambda _=False: self._take_choices())
            row.addWidget(toggle)
        row.addWidget(self.clear)
        row.addStretch(1)
        self._origin = QWidget()
        origin = QHBoxLayout(self._origin)
        origin.setContentsMargins(0, 0, 0, 0)
        origin.addWidget(self.chip)
        origin.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._origin)
        self._origin.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """All fixed texts again."""
        self.search.setPlaceholderText(tr("搜索客户、负责人或拼音"))
        for choice, name in (
            (self.search, tr("搜索")), (self.tier, tr("级")), (self.owner, tr("负责人")), (self.industry, tr("行业")),
            (self.region, tr("区域")),
        ):  # fmt: skip
            choice.setAccessibleName(name)
        fill_choice(self.tier, [(tr("全部级别"), None), *((tr("{tier} 级", tier=tier), tier) for tier in TIERS)])
        self.key_only.setText(tr("★ 重点客户"))
        self.quiet.setText(tr("{n} 天没跟进", n=QUIET_DAYS))
        self.quiet.setToolTip(tr("{n} 天没有跟进记录,或从来没有", n=QUIET_DAYS))
        self.clear.setText(tr("清除筛选"))
        self.chip.setToolTip(tr("去掉这个条件 (Esc)"))
        self.offer(None)

    def offer(self, choices: AccountChoices | None) -> None:
        """Owners, industries and regions to choose from."""
        owners = choices.scope_owners if choices else ()
        fill_choice(self.owner, [(tr("全部负责人"), None), *((name, number) for number, name in owners)])
        industries = choices.industries if choices else ()
        fill_choice(self.industry, [(tr("全部行业"), None), *((name, name) for name in industries)])
        regions = choices.regions if choices else ()
        fill_choice(self.region, [(tr("全部区域"), None), *((name, name) for name in regions)])

    def show_filter(self, wanted: AccountFilter, origin: str) -> None:
        """Show what the list is narrowed down by; ``origin`` names the figure one came from."""
        self._filter = wanted
        for choice, value in (
            (self.tier, wanted.tier), (self.owner, wanted.owner_id), (self.industry, wanted.industry),
            (self.region, wanted.region),
        ):  # fmt: skip
            choice.setCurrentIndex(max(0, choice.findData(value)))
        self.key_only.setChecked(wanted.key_only)
        self.quiet.setChecked(wanted.quiet_days is not None)
        if not self.search.hasFocus() and self.search.text().strip() != wanted.text:
            with QSignalBlocker(self.search):
                self.search.setText(wanted.text)
        self.clear.setVisible(evolve(wanted, rows=None) != AccountFilter())
        shown = self.chip.fontMetrics().elidedText(origin, Qt.TextElideMode.ElideRight, 480)
        self.chip.setText(f"{shown}  ✕")
        self.chip.setChecked(True)
        self.chip.setAccessibleName(tr("去掉条件:{name}", name=origin))
        self._origin.setVisible(wanted.ignores_scope)

    def drop_origin(self) -> None:
        """Leave the rows behind a figure, where one came from there."""
        if self._filter.ignores_scope:
            self._ask(AccountFilter())

    def clear_all(self) -> None:
        """Everything of the scope again; the origin stays."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self._ask(AccountFilter(rows=self._filter.rows))

    # --- inside -----------------------------------------------------------------------------------------------

    def _take_words(self) -> None:
        words = " ".join(self.search.text().split())
        if words != self._filter.text:
            self._ask(evolve(self._filter, text=words))

    def _take_choices(self) -> None:
        self._ask(
            evolve(
                self._filter,
                tier=self.tier.currentData(),
                owner_id=self.owner.currentData(),
                industry=self.industry.currentData(),
                region=self.region.currentData(),
                key_only=self.key_only.isChecked(),
                quiet_days=QUIET_DAYS if self.quiet.isChecked() else None,
            )
        )

    def _ask(self, wanted: AccountFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self.changed.emit(wanted)
