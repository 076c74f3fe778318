"""Every metric: key, name, unit, which way is better, and its definition in a sentence.

Tooltips, the workbook's definitions and the command line all read these.
"""

from typing import Literal

from attrs import frozen

from cockpit.language import noop, tr
from cockpit.metrics.figure import Unit

Direction = Literal["more", "less", "neither"]


@frozen
class Metric:
    key: str
    name_source: str
    unit: Unit
    direction: Direction
    definition_source: str

    @property
    def name(self) -> str:
        """In the user's language."""
        return tr(self.name_source)

    @property
    def definition(self) -> str:
        """One sentence, in the user's language."""
        return tr(self.definition_source)


_ALL = (
    Metric("won_revenue", noop("赢单收入"), "money", "more",
            noop("关单日在周期内的赢单金额之和;只用商机自己的金额,不用目录价估算。")),
    Metric("won_count", noop("赢单数"), "count", "more", noop("关单日在周期内的赢单数。")),
    Metric("lost_count", noop("丢单数"), "count", "less", noop("关单日在周期内的丢单数。")),
    Metric("target", noop("目标"), "money", "neither",
            noop("该范围自己的周期目标;没有时为其成员目标之和(成员都没有时为各团队目标之和)。")),
    Metric("attainment", noop("完成率"), "share", "more", noop("赢单收入 / 目标;没有目标时不计算,也不封顶。")),
    Metric("pace", noop("进度"), "share", "neither",
            noop("已过工作日 / 周期内工作日;扣除周末和法定节假日,计入调休上班日,截止当天算已过。")),
    Metric("pace_index", noop("进度指数"), "ratio", "more", noop("完成率 / 进度;1 表示正好跟上。")),
    Metric("gap", noop("缺口"), "money", "less", noop("目标 - 赢单收入,最小为 0。")),
    Metric("collected", noop("回款"), "money", "more",
            noop("收款日在周期内的回款之和,退款为负数照减;算给回款上写的人,没写的算给当天的商机负责人。")),
    Metric("collected_target", noop("回款目标"), "money", "neither",
            noop("该范围自己的周期回款目标;没有时为其成员目标之和。")),
    Metric("collected_attainment", noop("回款完成率"), "share", "more",
            noop("回款 / 回款目标;没有目标时不计算,也不封顶。")),
    Metric("outstanding", noop("未回款"), "money", "less",
            noop("截止日之前赢单的商机,金额减去已收回款,只加还没收齐的。")),
    Metric("new_customers", noop("新客户数"), "count", "more",
            noop("第一笔赢单落在周期内的客户数,算给那一单的负责人。")),
    Metric("new_customers_target", noop("新客户目标"), "count", "neither",
            noop("该范围自己的周期新客户目标;没有时为其成员目标之和。")),
    Metric("open_count", noop("在手商机数"), "count", "more", noop("截止日仍未关闭的全部商机数,不论预计关单日。")),
    Metric("open_amount", noop("在手商机金额"), "money", "more",
            noop("截止日仍未关闭的全部商机金额之和,未加权;没有金额的按产品目录价估算并注明。")),
    Metric("pipeline_count", noop("本周期管道数"), "count", "more",
            noop("预计关单日在周期内的未关闭商机数;已逾期的算入当前周期并标出。")),
    Metric("pipeline_amount", noop("本周期管道金额"), "money", "more",
            noop("预计关单日在周期内的未关闭商机金额之和,未加权;已逾期的算入当前周期并标出。")),
    Metric("weighted_forecast", noop("加权预测"), "money", "more",
            noop("赢单收入 + 本周期管道每单金额 × 所在阶段经验值之和;标为“不计入”的除外。")),
    Metric("commit", noop("承诺预测"), "money", "more", noop("赢单收入 + 本周期管道中标为“承诺”的金额。")),
    Metric("best_case", noop("最好情形"), "money", "more",
            noop("承诺预测 + 本周期管道中标为“最好情形”的金额。")),
    Metric("coverage", noop("管道覆盖率"), "ratio", "more",
            noop("本周期管道金额 / 缺口;缺口为 0 时为“已达成”。需要的倍数是 1 / 赢单率。")),
    Metric("win_rate_count", noop("赢单率(按单数)"), "share", "more",
            noop("周期内关闭的商机中赢单 / (赢单 + 丢单),附 95% 威尔逊区间。")),
    Metric("win_rate_amount", noop("赢单率(按金额)"), "share", "more",
            noop("周期内关闭的商机中赢单金额 / (赢单 + 丢单金额);没有金额的(丢单常为 0)按产品目录价估算。")),
    Metric("cohort_win_rate", noop("新建商机赢单率"), "share", "more",
            noop("周期内新建的商机中到截止日已经赢单的 / 全部新建,分母含未关闭的;不是赢单率,附 95% 威尔逊区间。")),
    Metric("sales_cycle_mean", noop("销售周期(平均)"), "days", "less",
            noop("周期内赢单从创建到关单的天数,平均值。")),
    Metric("sales_cycle_median", noop("销售周期(中位数)"), "days", "less",
            noop("周期内赢单从创建到关单的天数,中位数。")),
    Metric("sales_cycle_p90", noop("销售周期(90 分位)"), "days", "less",
            noop("周期内赢单从创建到关单的天数,90 分位数。")),
    Metric("average_deal", noop("平均单额"), "money", "more", noop("赢单收入 / 赢单数。")),
    Metric("velocity", noop("商机流速(每天)"), "money", "more",
            noop("在手商机数 × 赢单率 × 平均单额 / 销售周期中位天数;后三项取前 3 个周期。")),
    Metric("new_touches", noop("新客户触达"), "count", "more", noop("首次跟进落在周期内的客户数。")),
    Metric("key_account_follow_up", noop("重点客户跟进率"), "share", "more",
            noop("截止日前 14 天(可设置)内有跟进的重点客户 / 重点客户。")),
    Metric("self_sourced_share_amount", noop("自拓占比(按金额)"), "share", "more",
            noop("自拓商机的赢单收入 / 赢单收入。")),
    Metric("self_sourced_share_count", noop("自拓占比(按新增)"), "share", "more",
            noop("周期内新建商机中自拓的占比。")),
    Metric("revenue_per_head", noop("人效"), "money", "more",
            noop("赢单收入 / 各人在队工作日占周期工作日的比例之和。")),
    Metric("supervisor_share", noop("主管个人占比"), "share", "less",
            noop("主管个人赢单收入 / 团队赢单收入(含主管);超过 20%(可设置)时提醒。")),
    Metric("forecast_accuracy", noop("预测准确率"), "share", "more",
            noop("1 - |周期第 5 个工作日(可设置)时的加权预测 - 赢单收入| / 赢单收入,最小为 0;"
                 "按当时记下的算,后来补记的不算。")),
    Metric("stalled_count", noop("停滞商机数"), "count", "less",
            noop("在当前阶段停留超过团队限期的未关闭商机数;没设限期时取该阶段历史停留的 75 分位,"
                 "历史不足 30 单时取典型周期 / 阶段数 × 1.5。")),
    Metric("order_checks_yes", noop("一单五问答“是”的占比"), "share", "more",
            noop("截止日在手的全部商机,每单五问,答“是”的 / 全部五问;没问过的不算“是”。")),
    Metric("promises_kept", noop("承诺兑现率"), "share", "more",
            noop("周期内到期的承诺中,在最初约定的日期当天或之前完成的占比。")),
    Metric("answer_time_median", noop("需求答复天数(中位数)"), "days", "less",
            noop("周期内得到首次答复的需求,从提出到答复的天数,中位数。")),
    Metric("morale", noop("士气"), "score", "more",
            noop("截止日前最近一次一对一记录的心情,1 到 5 分;团队取各人的平均。")),
    Metric("self_found_share", noop("自己发现占比"), "share", "more", noop("周期内问题中由本人先提出的占比。")),
    Metric("loop_closed", noop("闭环率"), "share", "more",
            noop("周期内的问题中,其改进动作在下个周期得到验证的占比。")),
)  # fmt: skip

METRICS: dict[str, Metric] = {metric.key: metric for metric in _ALL}
"""By key, in the order in which they are listed everywhere."""
