"""By entry department: how much of the price was held, and how many closed deals were won."""

from collections.abc import Callable

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.outcomes import ENOUGH, Group
from cockpit.metrics.won_and_lost import WonAndLost
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.bar_list import Bar, BarList
from cockpit.window.kit.cards import Card
from cockpit.window.kit.interval_chart import Interval, IntervalChart

OpenRows = Callable[[RowsQuery | None, str], None]


def department_name(group: Group) -> str:
    """As it was written."""
    return group.name or tr("没有写部门")


def few_words(n: int) -> str:
    """What is to be said of a share that rests on few deals; nothing where there are enough."""
    return tr("只有 {n} 单,只作参考", n=n) if n < ENOUGH else ""


def rate_interval(key: str, name: str, group: Group, overall: float) -> Interval:
    """The win rate of a group beside that of all."""
    figure, outcome = group.win_rate, group.outcome
    low, high = figure.interval or (0.0, 1.0)
    words = [
        tr("{name}:关闭 {n} 单,赢 {won},赢单率 {share}(95 % 区间 {low} 到 {high})。", name=name,
           n=counted(outcome.closed), won=formats.count(outcome.won), share=formats.share(figure.value, 1),
           low=formats.share(low), high=formats.share(high)),
    ]  # fmt: skip
    if outcome.lost_with_reason:
        words.append(
            tr("写了原因的丢单里,{share} 因为价格。",
               share=formats.share(outcome.lost_on_price / outcome.lost_with_reason))
        )  # fmt: skip
    words.append(few_words(outcome.closed))
    return Interval(
        key, name, float(figure.value or 0), low, high, formats.share(figure.value),
        formats.count(outcome.closed), outcome.closed >= ENOUGH and not low <= overall <= high,
        "\n".join(line for line in words if line),
    )  # fmt: skip


class PriceCard(Card):
    """A bar a department; it opens the won deals that were added up."""

    def __init__(self, open_rows: OpenRows) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._groups: list[Group] = []
        self.chart = BarList()
        self.chart.opened.connect(self._open)
        self._foot = self.hold(self.chart)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("价格守住了多少"), tr("赢单金额 ÷ 标价"))
        self.subtitle_label.setToolTip(tr("赢单金额 ÷ 标价(没有标价的,÷ 首次报价)"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._groups = []
        self.chart.show_bars([], tr("正在计算"))
        self.chart.set_empty_words(tr("正在计算…"))
        self._foot.setText("")

    def show_departments(self, found: WonAndLost) -> None:
        """Those with an amount and a price; how many others there are is said."""
        self._groups = [group for group in found.departments if group.price_held.value is not None]
        self._groups.sort(key=lambda group: group.price_held.value or 0)
        self.chart.set_empty_words(
            tr("赢单要有金额,产品要有标价(或改过报价),这里才算得出守住了多少。")
            if found.whole.outcome.won
            else tr("这段时间还没有赢单。")
        )
        whole = found.whole.price_held
        conclusion = tr("价格守住 {share}", share=formats.share(whole.value)) if whole.value is not None else ""
        self.chart.show_bars(
            [self._bar(place, group, found.currency) for place, group in enumerate(self._groups)],
            f"{tr('价格守住了多少')}: {conclusion or formats.MISSING}",
            target=(1.0, tr("标价")) if self._groups else None,
        )
        words = [
            tr("全部赢单 {share}(n = {n})", share=formats.share(whole.value), n=formats.count(whole.n))
            if self._groups
            else ""
        ]
        words += [note.sentence for note in whole.notes]
        if any(few_words(group.price_held.n or 0) for group in self._groups):
            words.append(tr("○:不足 {n} 单,只作参考", n=ENOUGH))
        self._foot.setText(tr(";").join(part for part in words if part))

    @staticmethod
    def _bar(place: int, group: Group, currency: str) -> Bar:
        figure, outcome, name = group.price_held, group.outcome, department_name(group)
        n = figure.n or 0
        words = [
            tr("{name}:{n} 单赢单,标价(或首次报价)共 {asked},成交 {held},守住 {share}。", name=name, n=counted(n),
               asked=formats.money_full(outcome.asked, currency), held=formats.money_full(outcome.held, currency),
               share=formats.share(figure.value, 1)),
            *(note.sentence for note in figure.notes), few_words(n),
        ]  # fmt: skip
        return Bar(
            str(place), name, figure.value, f"{formats.share(figure.value)}   n = {formats.count(n)}",
            "quiet" if n < ENOUGH else None, "\n".join(line for line in words if line),
        )  # fmt: skip

    def _open(self, key: str) -> None:
        group = self._groups[int(key)]
        self._open_rows(group.price_held.rows, tr("价格守住 · {name}", name=department_name(group)))


class WinRateCard(Card):
    """A dot with its interval a department; it opens the closed deals."""

    def __init__(self, open_rows: OpenRows) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._groups: list[Group] = []
        self.chart = IntervalChart()
        self.chart.opened.connect(self._open)
        self._foot = self.hold(self.chart)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("赢单率,按切入部门"), tr("赢单 ÷(赢单 + 丢单)"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._groups = []
        self.chart.show_intervals([], tr("正在计算"), "")
        self.chart.set_empty_words(tr("正在计算…"))
        self._foot.setText("")

    def show_departments(self, found: WonAndLost) -> None:
        """Each against the win rate of all."""
        self._groups = sorted(found.departments, key=lambda group: -(group.win_rate.value or 0))
        whole = found.whole.win_rate
        self.chart.set_empty_words(tr("这段时间还没有关闭的商机。赢单或丢单以后,这里按切入部门比较。"))
        self.chart.show_intervals(
            [
                rate_interval(str(place), department_name(group), group, float(whole.value or 0))
                for place, group in enumerate(self._groups)
            ],
            tr("赢单率,按切入部门") + f": {formats.share(whole.value)}",
            tr("线段为 95 % 区间;竖线为全部 {share};n = 关闭的单数", share=formats.share(whole.value)),
            held_against=float(whole.value or 0),
        )
        named = [group for group in self._groups if group.name]
        if self._groups and not named:
            self._foot.setText(tr("这些商机都没有写切入部门。在商机的详情里写上,这里就能比较。"))
        else:
            self._foot.setText(tr("实心点:区间不含全部的赢单率,且不少于 {n} 单。", n=ENOUGH) if self._groups else "")

    def _open(self, key: str) -> None:
        group = self._groups[int(key)]
        self._open_rows(group.win_rate.rows, tr("赢单率 · {name}", name=department_name(group)))
