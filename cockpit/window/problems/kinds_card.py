"""Which kinds of problems come up again and again: a Pareto over the last cycles, and the cases behind each bar."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.problems import KindCase, KindCount
from cockpit.model import formats
from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.cards import Card, button, label
from cockpit.window.kit.lines import Line, LineList

CYCLES = 6
"""So many cycles are looked at, the present one among them."""

BARS = 7
"""So many kinds have a bar of their own; what is rarer is counted together."""


class CaseLine(Line):
    """One problem behind a bar; Enter or a click leads to it."""

    def __init__(self, case: KindCase, name: str, go: Callable[[KindCase], None]) -> None:
        super().__init__(case.problem_id)
        self._case, self._go = case, go
        self.column.setSpacing(0)
        about = label(f"{formats.month_text(case.month.start)} · {name}", "quiet")
        words = label(case.text)
        words.setWordWrap(True)
        self.column.addWidget(about)
        self.column.addWidget(words)
        self.setAccessibleName(f"{formats.month_text(case.month.start)} {name} {case.text}")

    def open(self) -> None:
        """Go to it instead of opening something here."""
        self._go(self._case)


class KindsCard(Card):
    """A bar for each kind; the bar that is opened shows its cases beneath."""

    def __init__(self, go: Callable[[KindCase], None]) -> None:
        super().__init__()
        self._go = go
        self._kinds: Sequence[KindCount] = ()
        self._names: Mapping[int, str] = {}
        self._chosen: str | None = None
        self.chart = BarList()
        self.chart.opened.connect(self._choose)
        self.content.addWidget(self.chart)
        self._cases_head = QWidget()
        self._cases_title = label("", "strong")
        self._close = button("", self._close_cases, "link")
        head = QHBoxLayout(self._cases_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._cases_title)
        head.addStretch(1)
        head.addWidget(self._close)
        self.cases = LineList()
        self.content.addWidget(self._cases_head)
        self.content.addWidget(self.cases, 1)
        self._rest = QWidget()
        self.content.addWidget(self._rest, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("问题类型"), tr("最近 {n} 个周期", n=CYCLES))
        self._close.setText(tr("收起"))
        self.chart.set_empty_words(tr("记下问题并选类型,这里就看得出哪一类最多。"))

    def show_kinds(self, kinds: Sequence[KindCount], names: Mapping[int, str]) -> None:
        """The most frequent first; the kind that was opened stays open."""
        self._kinds, self._names = _rare_together(kinds), names
        kinds = self._kinds
        total = sum(kind.n for kind in kinds)
        bars = [
            Bar(
                str(place), kind.kind or tr("未分类"), float(kind.n), formats.count(kind.n), None,
                tr("{kind}:{n} 条,{people} 人,占 {share}", kind=kind.kind or tr("未分类"), n=kind.n,
                   people=kind.people, share=formats.share(kind.n / total)),
            )
            for place, kind in enumerate(kinds)
        ]  # fmt: skip
        conclusion = tr("最近 {n} 个周期最多的一类:{kind}", n=CYCLES, kind=bars[0].name) if bars else ""
        self.chart.show_bars(bars, conclusion)
        self._show_cases()

    def _choose(self, key: str) -> None:
        kind = self._name_of(self._kinds[int(key)])
        self._chosen = None if kind == self._chosen else kind
        self._show_cases()

    def _show_cases(self) -> None:
        chosen = next((kind for kind in self._kinds if self._name_of(kind) == self._chosen), None)
        self._cases_head.setVisible(chosen is not None)
        self.cases.setVisible(chosen is not None)
        self._rest.setVisible(chosen is None)
        if chosen is None:
            self.cases.set_lines([])
            return
        self._cases_title.setText(tr("{kind} {n} 条", kind=self._name_of(chosen), n=chosen.n))
        self.cases.set_lines(
            [CaseLine(case, self._names.get(case.person_id, formats.MISSING), self._go) for case in chosen.cases]
        )

    def _close_cases(self) -> None:
        self._chosen = None
        self._show_cases()
        self.chart.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @staticmethod
    def _name_of(kind: KindCount) -> str:
        return kind.kind or tr("未分类")


def _rare_together(kinds: Sequence[KindCount]) -> Sequence[KindCount]:
    if len(kinds) <= BARS + 1:
        return kinds
    rare = kinds[BARS:]
    cases = sorted((case for kind in rare for case in kind.cases), key=lambda case: case.month, reverse=True)
    return [*kinds[:BARS], KindCount(tr("其余 {n} 类", n=len(rare)), tuple(cases))]
