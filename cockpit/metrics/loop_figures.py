"""The figures about customers touched, process, support, problems and improvement, for one scope."""

from statistics import median

from cockpit.metrics import reasons
from cockpit.metrics.deal_rules import in_scope, open_rows
from cockpit.metrics.facts import Facts
from cockpit.metrics.figure import Figure, RowsQuery
from cockpit.metrics.problems import problem_rows
from cockpit.metrics.result_figures import figure, missing
from cockpit.metrics.scopes import Scope
from cockpit.metrics.statistics import wilson_interval
from cockpit.metrics.support import answer_rows, promise_rows
from cockpit.metrics.touches import key_account_rows, touched_rows
from cockpit.model.deals import ORDER_QUESTIONS


def new_touches(facts: Facts, scope: Scope) -> Figure:
    if not facts.activities_are_recorded:
        return missing("new_touches", reasons.NO_ACTIVITIES)
    count = facts.touches[scope].count
    return figure("new_touches", count, count, rows=touched_rows(facts.period, scope))


def key_account_follow_up(facts: Facts, scope: Scope) -> Figure:
    accounts, rows = facts.key_accounts[scope], key_account_rows(facts.period, scope)
    if not accounts.all:
        return missing("key_account_follow_up", reasons.NO_KEY_ACCOUNTS, 0, rows)
    if not facts.activities_are_recorded:
        return missing("key_account_follow_up", reasons.NO_ACTIVITIES, accounts.all, rows)
    return figure("key_account_follow_up", accounts.followed / accounts.all, accounts.all, rows=rows)


def _created_rows(facts: Facts, scope: Scope) -> RowsQuery:
    period = facts.period
    place, scoped = in_scope(scope, "deals.owner_id", "deals.created_on")
    where = f"deals.deleted_at IS NULL AND deals.created_on >= :start AND deals.created_on < :end AND {place}"
    return RowsQuery("deals", where, {"start": str(period.start), "end": str(period.seen_until), **scoped})


def cohort_win_rate(facts: Facts, scope: Scope) -> Figure:
    created, rows = facts.created[scope], _created_rows(facts, scope)
    if not created.all:
        return missing("cohort_win_rate", reasons.NOTHING_CREATED, 0, rows)
    interval = wilson_interval(created.won, created.all)
    return figure("cohort_win_rate", created.won / created.all, created.all, rows=rows, interval=interval)


def self_sourced_share_count(facts: Facts, scope: Scope) -> Figure:
    created, rows = facts.created[scope], _created_rows(facts, scope)
    if not created.with_source:
        lack = reasons.SOURCE_UNKNOWN if created.all else reasons.NOTHING_CREATED
        return missing("self_sourced_share_count", lack, created.all, rows)
    unknown = created.all - created.with_source
    notes = (reasons.without_source(unknown),) if unknown else ()
    share = created.self_sourced / created.all
    return figure("self_sourced_share_count", share, created.all, rows=rows, notes=notes)


def stalled_count(facts: Facts, scope: Scope) -> Figure:
    count = facts.stalled[scope].count
    return figure("stalled_count", count, count, rows=facts.stalled_query.rows(scope))


def order_checks_yes(facts: Facts, scope: Scope) -> Figure:
    rows, deals = open_rows(facts.period, scope), facts.open[scope].everything.count
    if not facts.questions_are_answered or not deals:
        lack = reasons.NOTHING_OPEN if facts.questions_are_answered else reasons.NO_ORDER_CHECKS
        return missing("order_checks_yes", lack, 0 if not deals else None, rows)
    asked = deals * len(ORDER_QUESTIONS)
    return figure("order_checks_yes", facts.order_answers[scope].yes / asked, asked, rows=rows)


def promises_kept(facts: Facts, scope: Scope) -> Figure:
    supports, rows = facts.supports[scope], promise_rows(facts.period, scope)
    if not supports.due:
        return missing("promises_kept", reasons.NO_PROMISES_DUE, 0, rows)
    return figure("promises_kept", supports.kept / supports.due, supports.due, rows=rows)


def answer_time_median(facts: Facts, scope: Scope) -> Figure:
    days, rows = facts.supports[scope].answer_days, answer_rows(facts.period, scope)
    if not days:
        return missing("answer_time_median", reasons.NO_ANSWERS, 0, rows)
    return figure("answer_time_median", median(days), len(days), rows=rows)


def morale(facts: Facts, scope: Scope) -> Figure:
    as_of = facts.period.as_of.isoformat()
    moods = [found for person, found in facts.morale.items() if facts.roster.counts_in(scope, person, as_of)]
    if not moods:
        return missing("morale", reasons.NO_MOODS, 0)
    meetings = ", ".join(str(found.meeting_id) for found in moods)
    rows = RowsQuery("meetings", f"meetings.id IN ({meetings})")
    return figure("morale", sum(found.last for found in moods) / len(moods), len(moods), rows=rows)


def self_found_share(facts: Facts, scope: Scope) -> Figure:
    problems, rows = facts.problems[scope], problem_rows(facts.period, scope)
    if not problems.all:
        return missing("self_found_share", reasons.NO_PROBLEMS, 0, rows)
    return figure("self_found_share", problems.self_found / problems.all, problems.all, rows=rows)


def loop_closed(facts: Facts, scope: Scope) -> Figure:
    problems, rows = facts.problems[scope], problem_rows(facts.period, scope, due=True)
    if not problems.due:
        lack = reasons.NEXT_CYCLE_NOT_BEGUN if problems.all else reasons.NO_PROBLEMS
        return missing("loop_closed", lack, problems.all, rows)
    return figure("loop_closed", problems.verified / problems.due, problems.due, rows=rows)
