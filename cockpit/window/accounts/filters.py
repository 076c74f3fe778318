"""What the list is narrowed down by: words, tier, owner, industry, region, key accounts, those left alone, a figure."""

from attrs import evolve
from PySide6.QtWidgets import QPushButton

from cockpit.language import tr
from cockpit.metrics.account_list import AccountChoices, AccountFilter
from cockpit.metrics.tiers import TIERS
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.filter_line import FilterLine
from cockpit.window.kit.search_field import fill_choice

QUIET_DAYS = 30


class AccountFilterBar(FilterLine):
    """Tier, owner, industry and region; key accounts, and those left alone."""

    def __init__(self) -> None:
        self._filter = AccountFilter()
        self.tier, self.owner = ChoiceField([]), ChoiceField([])
        self.industry, self.region = ChoiceField([]), ChoiceField([])
        self.key_only, self.quiet = QPushButton(), QPushButton()
        super().__init__((self.tier, self.owner, self.industry, self.region), (self.key_only, self.quiet), 2)
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
        self.show_words(wanted.text)
        self.clear.setVisible(evolve(wanted, rows=None) != AccountFilter())
        self.show_origin(origin, is_from_there=wanted.ignores_scope)

    def drop_origin(self) -> None:
        """Leave the rows behind a figure, where one came from there."""
        if self._filter.ignores_scope:
            self._ask(AccountFilter())

    def clear_all(self) -> None:
        """Everything of the scope again; the origin stays."""
        self.forget_words()
        self._ask(AccountFilter(rows=self._filter.rows))

    def take_words(self, words: str) -> None:
        """Other words are looked for."""
        if words != self._filter.text:
            self._ask(evolve(self._filter, text=words))

    def take_choices(self) -> None:
        """Something else was chosen or turned on."""
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
