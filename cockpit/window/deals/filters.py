"""What the list is narrowed down by: words, state, stage, owner, cycle, stalled, overdue, where one came from."""

from attrs import evolve
from PySide6.QtWidgets import QPushButton

from cockpit.language import noop, tr
from cockpit.metrics.deal_detail import DealChoices
from cockpit.metrics.deal_list import DealFilter, ListState, When
from cockpit.model.deals import STATES
from cockpit.window.kit.fields import ChoiceField
from cockpit.window.kit.filter_line import FilterLine
from cockpit.window.kit.search_field import fill_choice

STATE_WORDS: dict[ListState, str] = {
    "open": STATES["open"], "won": STATES["won"], "lost": STATES["lost"], "all": noop("全部状态"),
}  # fmt: skip
WHEN_WORDS: dict[When, str] = {
    "any": noop("不限时间"), "expected": noop("预计本周期成交"), "closed": noop("本周期成交或丢单"),
    "created": noop("本周期新建"),
}  # fmt: skip


class FilterBar(FilterLine):
    """State, stage, owner and cycle; stalled and overdue."""

    def __init__(self) -> None:
        self._filter = DealFilter()
        self.state, self.stage = ChoiceField([]), ChoiceField([])
        self.owner, self.when = ChoiceField([]), ChoiceField([])
        self.stalled, self.overdue = QPushButton(), QPushButton()
        super().__init__((self.state, self.stage, self.owner, self.when), (self.stalled, self.overdue), 3)
        self.retranslate()

    def retranslate(self) -> None:
        """All fixed texts again."""
        self.search.setPlaceholderText(tr("搜索商机、客户、负责人或拼音"))
        for choice, name in (
            (self.search, tr("搜索")), (self.state, tr("状态")), (self.stage, tr("阶段")), (self.owner, tr("负责人")),
            (self.when, tr("时间")),
        ):  # fmt: skip
            choice.setAccessibleName(name)
        fill_choice(self.state, [(tr(words), state) for state, words in STATE_WORDS.items()])
        fill_choice(self.when, [(tr(words), when) for when, words in WHEN_WORDS.items()])
        self.stalled.setText(tr("停滞"))
        self.stalled.setToolTip(tr("在一个阶段停得比允许的久"))
        self.overdue.setText(tr("逾期"))
        self.overdue.setToolTip(tr("过了预计成交日,还没有结果"))
        self.clear.setText(tr("清除筛选"))
        self.chip.setToolTip(tr("去掉这个条件 (Esc)"))
        self.offer(None)

    def offer(self, choices: DealChoices | None) -> None:
        """Stages and owners to choose from."""
        names = list(dict.fromkeys(stage.name for stage in choices.stages)) if choices else []
        fill_choice(self.stage, [(tr("全部阶段"), None), *((name, name) for name in names)])
        owners = choices.scope_owners if choices else ()
        fill_choice(self.owner, [(tr("全部负责人"), None), *((name, number) for number, name in owners)])

    def show_filter(self, wanted: DealFilter, origin: str) -> None:
        """Show what the list is narrowed down by; ``origin`` names the figure or the account one came from."""
        self._filter = wanted
        for choice, value in (
            (self.state, wanted.state), (self.stage, wanted.stage), (self.owner, wanted.owner_id),
            (self.when, wanted.when),
        ):  # fmt: skip
            choice.setCurrentIndex(max(0, choice.findData(value)))
        self.stalled.setChecked(wanted.stalled)
        self.overdue.setChecked(wanted.overdue)
        self.show_words(wanted.text)
        self.clear.setVisible(evolve(wanted, rows=None, account_id=None) != DealFilter(
            state="all" if wanted.ignores_scope else "open"))  # fmt: skip
        self.show_origin(origin, is_from_there=wanted.ignores_scope)

    def drop_origin(self) -> bool:
        """Leave the rows behind a figure, or the account; False where there is none to leave."""
        if not self._filter.ignores_scope:
            return False
        self._ask(DealFilter())
        return True

    def clear_all(self) -> None:
        """Everything of the scope again; the origin stays."""
        self.forget_words()
        wanted = DealFilter(rows=self._filter.rows, account_id=self._filter.account_id)
        self._ask(evolve(wanted, state="all") if wanted.ignores_scope else wanted)

    def take_words(self, words: str) -> None:
        """Other words are looked for."""
        if words != self._filter.text:
            self._ask(evolve(self._filter, text=words))

    def take_choices(self) -> None:
        """Something else was chosen or turned on."""
        state: ListState = self.state.currentData()
        when: When = self.when.currentData()
        if state != self._filter.state and when == self._filter.when and not self._filter.ignores_scope:
            # Won and lost deals are those of the cycle, until somebody wants them all.
            when = "closed" if state in ("won", "lost") else "any" if when == "closed" else when
        self._ask(
            evolve(
                self._filter,
                state=state,
                when=when,
                stage=self.stage.currentData(),
                owner_id=self.owner.currentData(),
                stalled=self.stalled.isChecked(),
                overdue=self.overdue.isChecked(),
            )
        )

    def _ask(self, wanted: DealFilter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self.changed.emit(wanted)
