"""KA 管商机: the open deals by stage, what the experience values expect of them, and how deals move on."""

from collections.abc import Callable

from cockpit.language import tr
from cockpit.metrics import RowsQuery
from cockpit.metrics.funnel import CONVERSION_MONTHS, Funnel, FunnelStage
from cockpit.model import formats
from cockpit.model.formats import counted
from cockpit.window.kit.cards import Card
from cockpit.window.kit.funnel_chart import FunnelChart
from cockpit.window.kit.funnel_chart import FunnelStage as StageShown

STEEP = 0.5
"""A stage that loses more than half of what leaves it is pointed out, if so many deals say so."""
ENOUGH_LEFT = 10


class FunnelCard(Card):
    """A bar a stage; it opens the deals that are in it."""

    def __init__(self, open_rows: Callable[[RowsQuery, str], None]) -> None:
        super().__init__()
        self._open_rows = open_rows
        self._funnel = Funnel([], 0)
        self.chart = FunnelChart()
        self.chart.opened.connect(self._open)
        self._foot = self.hold(self.chart)

    def retranslate(self) -> None:
        """Fixed texts."""
        self.chart.set_empty_words(tr("还没有阶段。在团队页给团队定下销售阶段,漏斗就有了。"))

    def show_funnel(self, found: Funnel, *, with_conversions: bool) -> None:
        """Without conversions these are still being computed."""
        self._funnel = found
        self.set_title(tr("KA 管商机:漏斗"), tr("预计 {amount}", amount=formats.money(found.expected)))
        steepest = _steepest(found)
        stages = [self._shown(stage, stage is steepest) for stage in found.stages]
        heads = [tr("经验值(自定)"), tr("历史学到"), tr("预计")]
        conclusion = tr(
            "漏斗:{n} 单,{amount},按经验值预计 {expected}",
            n=counted(found.count), amount=formats.money(found.amount), expected=formats.money(found.expected),
        )  # fmt: skip
        self.chart.show_stages(stages, heads, conclusion)
        self._say_foot(found, with_conversions)

    def _shown(self, stage: FunnelStage, is_steepest: bool) -> StageShown:
        learned = tr("{share} (n={n})", share=formats.share(stage.learned_value), n=counted(stage.learned_n))
        return StageShown(
            key=str(stage.stage_id),
            name=stage.name,
            size=float(stage.amount),
            shown=tr("{n} 单 · {amount}", n=counted(stage.count), amount=formats.money(stage.amount)),
            columns=(
                formats.share(stage.experience_value),
                learned if stage.learned_value is not None else formats.MISSING,
                formats.money(stage.expected),
            ),
            onward=self._onward(stage),
            remark=tr("转化最低") if is_steepest else "",
            words=self._words(stage),
        )

    @staticmethod
    def _onward(stage: FunnelStage) -> str:
        if stage.conversion is None:
            return tr("{n} 单都还在这一阶段", n=counted(stage.still_here)) if stage.still_here else ""
        share = formats.share(stage.conversion)
        if stage.days_onward is not None:
            share = tr("{share} · {days} 天", share=share, days=_days(stage.days_onward))
        if stage.still_here:
            return tr("{share} · 另有 {n} 单还在", share=share, n=counted(stage.still_here))
        return share

    @staticmethod
    def _words(stage: FunnelStage) -> str:
        lines = [
            tr("{stage}:{n} 单,金额 {amount},经验值 {value},预计 {expected}",
               stage=stage.name, n=counted(stage.count), amount=formats.money(stage.amount),
               value=formats.share(stage.experience_value), expected=formats.money(stage.expected))
        ]  # fmt: skip
        if stage.estimated:
            lines.append(tr("其中 {amount} 按目录价估算。", amount=formats.money(stage.estimated)))
        if stage.without_amount:
            lines.append(tr("{n} 单没有金额,不计入合计。", n=counted(stage.without_amount)))
        if stage.learned_interval and stage.learned_value is not None:
            low, high = stage.learned_interval
            lines.append(
                tr("历史上到过这一阶段、已关闭的 {n} 单里赢了 {share}(95 % 区间 {low} 到 {high})。",
                   n=counted(stage.learned_n), share=formats.share(stage.learned_value), low=formats.share(low),
                   high=formats.share(high))
            )  # fmt: skip
            if not stage.learned_is_enough:
                lines.append(tr("不足 30 单,只供参考。"))
        if stage.conversion is not None:
            lines.append(
                tr("近 {months} 个周期进入 {entered} 单,离开的里面 {share} 往前走了,{n} 单还在。",
                   months=CONVERSION_MONTHS, entered=formats.count(stage.entered),
                   share=formats.share(stage.conversion), n=counted(stage.still_here))
            )  # fmt: skip
        if stage.days_onward is not None:
            lines.append(
                tr("从进入到走到后面的阶段或赢单,中位 {days} 天(n={n})。",
                   days=_days(stage.days_onward), n=formats.count(stage.days_n))
            )  # fmt: skip
        return "\n".join(lines)

    def _say_foot(self, found: Funnel, with_conversions: bool) -> None:
        words = [
            tr("↓ 近 {n} 个周期进入的商机里,离开后往前走的比例;还在的不算进分母。", n=CONVERSION_MONTHS)
            if with_conversions
            else tr("正在计算各阶段的转化…")
        ]
        if found.unstaged:
            words.append(tr("{n} 单当时的阶段不明,不在漏斗里。", n=counted(found.unstaged)))
        self._foot.setText(" ".join(words))
        self._foot.setVisible(bool(found.stages))

    def _open(self, key: str) -> None:
        stage = next(stage for stage in self._funnel.stages if str(stage.stage_id) == key)
        self._open_rows(stage.rows, tr("{stage} · 在手商机", stage=stage.name))


def _days(median: float) -> str:
    return f"{median:g}"


def _steepest(found: Funnel) -> FunnelStage | None:
    """The stage that keeps the least of what leaves it, where it is below half and enough deals say so."""
    sure = [
        stage
        for stage in found.stages[:-1]
        if stage.conversion is not None and stage.entered - stage.still_here >= ENOUGH_LEFT
    ]
    lowest = min(sure, key=lambda stage: stage.conversion or 0.0, default=None)
    return lowest if lowest is not None and (lowest.conversion or 0.0) < STEEP else None
