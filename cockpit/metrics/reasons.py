"""Why a figure has no value, and what to know about one that has."""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from cockpit.language import noop
from cockpit.metrics.figure import Reason
from cockpit.model.formats import money

NO_TARGET = Reason("no_target", noop("没有设目标"))
TARGET_IS_ZERO = Reason("target_is_zero", noop("目标为 0"))
NO_WORKDAYS = Reason("no_workdays", noop("周期里没有工作日"))
NO_DAY_PASSED = Reason("no_day_passed", noop("周期还没有过一个工作日"))
NOTHING_CLOSED = Reason("nothing_closed", noop("周期内没有关闭的商机"))
NOTHING_WON = Reason("nothing_won", noop("周期内没有赢单"))
NO_AMOUNTS = Reason("no_amounts", noop("这些商机都没有金额"))
NO_CREATION_DAYS = Reason("no_creation_days", noop("赢单都没有可用的创建日期"))
GAP_IS_MET = Reason("met", noop("已达成,没有缺口"))
NO_PAST_WINS = Reason("no_past_wins", noop("前 3 个周期没有赢单"))
CYCLE_IS_ZERO_DAYS = Reason("cycle_is_zero_days", noop("前 3 个周期的赢单都在创建当天关单"))
NO_ACTIVITIES = Reason("no_activities", noop("还没有任何跟进记录"))
NO_KEY_ACCOUNTS = Reason("no_key_accounts", noop("没有重点客户"))
SOURCE_UNKNOWN = Reason("source_unknown", noop("没有记录商机来源"))
NOTHING_CREATED = Reason("nothing_created", noop("周期内没有新建商机"))
NO_REVENUE = Reason("no_revenue", noop("赢单收入为 0"))
RETURNS_WEIGH_MORE = Reason("returns_weigh_more", noop("退货(负金额)抵掉了赢单,比例没有意义"))
NOBODY_PRESENT = Reason("nobody_present", noop("周期内没有人在队"))
ONLY_FOR_TEAMS = Reason("only_for_teams", noop("只对团队计算"))
NO_SUPERVISOR = Reason("no_supervisor", noop("没有指定主管"))
CYCLE_NOT_OVER = Reason("cycle_not_over", noop("周期过完才知道"))
ONLY_SINGLE_CYCLES = Reason("only_single_cycles", noop("只对单个周期计算"))
NO_PROMISES_DUE = Reason("no_promises_due", noop("周期内没有到期的承诺"))
NO_ANSWERS = Reason("no_answers", noop("周期内没有答复过需求"))
NO_MOODS = Reason("no_moods", noop("一对一里还没有记录心情"))
NO_PROBLEMS = Reason("no_problems", noop("周期内没有记录问题"))
NEXT_CYCLE_NOT_BEGUN = Reason("next_cycle_not_begun", noop("要到下个周期才能验证"))

NO_PAYMENTS = Reason("no_payments", noop("还没有记录过回款"))
NO_ORDER_CHECKS = Reason("no_order_checks", noop("还没有回答过一单五问"))
NOTHING_OPEN = Reason("nothing_open", noop("没有在手商机"))
NO_CUSTOMERS = Reason("no_customers", noop("商机都没有写客户"))


def payments_without_rate(n: int) -> Reason:
    """Payments whose money is not added up."""
    return Reason("payments_without_rate", noop("{n} 笔的币种没有汇率,没有计入金额"), {"n": n})


def payments_without_deal(n: int) -> Reason:
    """Payments that no deal stands behind."""
    return Reason("payments_without_deal", noop("其中 {n} 笔没有对应商机"), {"n": n})


def too_few_workdays(n: int) -> Reason:
    """The cycle ends before the working day whose forecast counts."""
    return Reason("too_few_workdays", noop("周期里没有第 {n} 个工作日"), {"n": n})


def not_used_then(day: date) -> Reason:
    """Nobody looked at a forecast when one was due."""
    return Reason("not_used_then", noop("周期开始到 {day} 没有用过驾驶舱,当时没有预测"), {"day": day})


def nothing_known_then(day: date) -> Reason:
    """The store knew no deal of the scope when a forecast was due."""
    return Reason("nothing_known_then", noop("到 {day} 还没有记录过商机,当时没有预测"), {"day": day})


@frozen
class _Amount:
    """Money in minor units that is written in the language in which the sentence is read."""

    minor: int

    def __str__(self) -> str:
        return money(self.minor)


def forecast_was(amount: int, day: date) -> Reason:
    """The forecast that is measured, in minor units."""
    return Reason("forecast_was", noop("{day} 的加权预测是 {amount}"), {"day": day, "amount": _Amount(amount)})


def without_rate(n: int) -> Reason:
    """Deals whose money is not added up."""
    return Reason("without_rate", noop("{n} 单的币种没有汇率,没有计入金额"), {"n": n})


def exchanged(n: int) -> Reason:
    """Deals in another currency that are in the sum."""
    return Reason("exchanged", noop("其中 {n} 单是其他币种,按汇率折算"), {"n": n})


def without_amount(n: int) -> Reason:
    """Deals that count but bring no money into the sum."""
    return Reason("without_amount", noop("{n} 单没有金额,没有计入"), {"n": n})


def no_first_price(n: int) -> Reason:
    """Won deals whose amount cannot be held against a price."""
    return Reason("no_first_price", noop("{n} 单赢单没有金额,或没有标价也没有首次报价,没有计入"), {"n": n})


def overdue(n: int) -> Reason:
    """Open deals past their expected close."""
    return Reason("overdue", noop("{n} 单已过预计关单日"), {"n": n})


def unstaged(n: int) -> Reason:
    """Open deals that no experience value applies to."""
    return Reason("unstaged", noop("{n} 单的阶段未知,按 0 计"), {"n": n})


def without_days(n: int) -> Reason:
    """Won deals without a usable creation day."""
    return Reason("without_days", noop("{n} 单没有可用的创建日期,没有计入"), {"n": n})


def without_source(n: int) -> Reason:
    """Deals of which nobody knows who found them."""
    return Reason("without_source", noop("{n} 单没有记录来源,算作非自拓"), {"n": n})


def make_up_days_unknown(years: Sequence[int]) -> Reason:
    """The days off and worked of a year are not decreed yet, or not known to this version."""
    words = noop("{years} 年的调休还不知道,工作日数可能会变")
    return Reason("make_up_days_unknown", words, {"years": "/".join(map(str, years))})


def above_warning(limit: float) -> Reason:
    """A supervisor who carries too much personal revenue."""
    return Reason("above_warning", noop("超过提醒线 {limit:.0%}"), {"limit": limit})
