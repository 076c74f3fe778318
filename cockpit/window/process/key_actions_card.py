"""直销管过程: which actions go with closing, as far as the numbers carry it."""

from collections.abc import Callable

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.key_actions import ENOUGH_ON_BOTH_SIDES, KeyAction, KeyActions
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.cards import Card
from cockpit.window.kit.interval_chart import Interval, IntervalChart

SHOWN = 8
SIGNIFICANT = 0.05


class KeyActionsCard(Card):
    """A line an action; it opens the closed deals in which the action was done."""

    def __init__(self, open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._actions: list[KeyAction] = []
        self.chart = IntervalChart()
        self.chart.opened.connect(self._open)
        self._foot = self.hold(self.chart)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.set_title(tr("直销管过程:哪些动作和赢单一起出现"))

    def show_computing(self) -> None:
        """Nothing is known yet of what is looked at now."""
        self._actions = []
        self.chart.show_intervals([], tr("正在计算"), "")
        self.chart.set_empty_words(tr("正在计算…"))
        self._foot.setText("")

    def show_actions(self, found: KeyActions) -> None:
        """The largest differences of both signs among those with enough deals; how many others there are is said."""
        enough = [action for action in found.actions if action.has_enough]
        matter = sorted(enough, key=lambda action: (action.is_key, abs(action.difference)), reverse=True)[:SHOWN]
        self._actions = sorted(matter, key=lambda action: -action.difference)
        keys = [action for action in self._actions if action.is_key and action.difference > 0]
        conclusion = (
            tr("和赢单一起出现得最多的动作:{action}", action=name_of(keys[0]))
            if keys
            else tr("没有哪个动作和赢单明显一起出现")
        )
        self.set_title(
            tr("直销管过程:哪些动作和赢单一起出现"),
            tr("近 {months} 个周期关闭的 {n} 单", months=found.months, n=counted(found.closed)) if found.closed else "",
        )
        self.chart.set_empty_words(_why_empty(found))
        self.chart.show_intervals(
            [self._shown(place, action) for place, action in enumerate(self._actions)],
            conclusion,
            tr("赢单率差(百分点),线段为 95 % 区间;n = 有 | 没有这个动作的单数"),
        )
        self._foot.setText(self._foot_words(found, len(enough)) if self._actions else "")

    @staticmethod
    def _shown(place: int, action: KeyAction) -> Interval:
        low, high = action.interval
        words = [
            tr("{action}:有这个动作的 {n} 单赢了 {with_it},没有的 {m} 单赢了 {without}。",
               action=name_of(action), n=counted(action.n_with), with_it=formats.share(action.rate_with),
               m=formats.count(action.n_without), without=formats.share(action.rate_without)),
            tr("相差 {points}(95 % 区间 {low} 到 {high});p={p},多重比较校正后 {adjusted}。",
               points=formats.points(action.difference), low=formats.points(low), high=formats.points(high),
               p=_chance(action.p), adjusted=_chance(action.adjusted_p)),
        ]  # fmt: skip
        if action.is_key and action.adjusted_p > SIGNIFICANT:
            words.append(tr("一次看很多种动作,总有几种碰巧有差别:校正后这一种还不能排除碰巧。"))
        return Interval(
            key=str(place),
            name=name_of(action),
            middle=action.difference,
            low=low,
            high=high,
            shown=formats.points(action.difference),
            n=f"{formats.count(action.n_with)} | {formats.count(action.n_without)}",
            sure=action.is_key,
            words="\n".join(words),
        )

    @staticmethod
    def _foot_words(found: KeyActions, enough: int) -> str:
        words = [tr("实心点:区间不含 0 且两侧各不少于 20 单。这是同时出现,不等于原因。")]
        if (few := len(found.actions) - enough) > 0:
            words.append(tr("另有 {n} 种动作一侧不足 20 单,不作比较。", n=few))
        return " ".join(words)

    def _open(self, key: str) -> None:
        action = self._actions[int(key)]
        self._open_rows(action.rows, tr("有“{action}”的已关闭商机", action=name_of(action)))


def name_of(action: KeyAction) -> str:
    """How, and whom."""
    return f"{action.kind} · {action.met}" if action.met else action.kind


def _chance(p: float) -> str:
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def _why_empty(found: KeyActions) -> str:
    if not found.closed:
        return tr(
            "近 {months} 个周期还没有关闭的商机。赢单或丢单以后,这里比较有和没有某个动作的赢单率。", months=found.months
        )
    if not found.recorded:
        return tr(
            "关闭的 {n} 单都没有跟进记录。导入跟进记录(方式、见了谁),这里就看得出哪些动作和赢单一起出现。",
            n=counted(found.closed),
        )
    return tr(
        "关闭的 {n} 单还太少:一种动作,有和没有的各要 {enough} 单才比得出来。",
        n=counted(found.closed),
        enough=ENOUGH_ON_BOTH_SIDES,
    )
