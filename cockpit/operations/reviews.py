"""The monthly review: everything of one cycle gathered as a record, and written as a workbook."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from attrs import evolve

from cockpit.excel.review_record import (
    Attention,
    Card,
    DayPoint,
    Definition,
    FigureLine,
    GroupLine,
    JudgedLine,
    Mark,
    MonthPoint,
    PersonLine,
    Quantity,
    Review,
    StageBar,
    SupportLine,
)
from cockpit.language import noop, tr
from cockpit.metrics import METRICS, WHOLE_TEAM, Figure, Period, Scope
from cockpit.metrics.backtest import BackTest, back_test
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import figures_of
from cockpit.metrics.funnel import funnel
from cockpit.metrics.people_results import PERSON_KEYS, PersonResult, people_results_of
from cockpit.metrics.series import monthly_series, won_by_workday
from cockpit.model import clock, formats
from cockpit.model.cycles import Month
from cockpit.operations.review_forecast import (
    read_forecast,
    read_forecast_check,
    read_funnel,
    read_lost_reasons,
    read_stalled,
    read_ways,
)
from cockpit.operations.review_frozen import Closing, read_closing, read_frozen_review
from cockpit.operations.review_minutes import read_minutes
from cockpit.operations.review_rows import (
    quantity,
    read_agreed,
    read_deals,
    read_judged,
    read_problems,
    read_supports,
)
from cockpit.operations.review_steps import read_loop, read_process
from cockpit.store import loop

CARD_KEYS = ("won_revenue", "attainment", "weighted_forecast", "win_rate_count", "promises_kept", "loop_closed")
PEOPLE_KEYS = (
    "target", "won_revenue", "attainment", "pace_index", "weighted_forecast", "win_rate_count", "won_count",
    "open_count", "stalled_count", "promises_kept", "new_touches", "key_account_follow_up", "morale",
)  # fmt: skip
STANDINGS: dict[str, tuple[Mark, str]] = {
    "good": ("ok", noop("良好")),
    "at_risk": ("watch", noop("有风险")),
    "poor": ("act", noop("落后")),
    "unknown": ("quiet", noop("无法判断")),
}
UNITS = {
    "money": noop("金额"), "share": noop("比例"), "count": noop("数量"), "days": noop("天"), "ratio": noop("倍数"),
    "score": noop("分"),
}  # fmt: skip


def write_review(
    connection: sqlite3.Connection,
    month: Month,
    path: Path,
    *,
    today: date,
    scope: Scope = WHOLE_TEAM,
    step: Callable[[int, int], None] | None = None,
) -> Review:
    """Write the review of ``month`` to ``path`` and hand back what it says.

    ``step`` is told (done, of) as the rows are written; what it raises stops it. Raises CockpitError when the
    place cannot be written.
    """
    from cockpit.excel.review import write_workbook

    review = gather_at_once(connection, month, today, scope)
    write_workbook(review, path, step)
    return review


def gather_at_once(connection: sqlite3.Connection, month: Month, today: date, scope: Scope = WHOLE_TEAM) -> Review:
    """``gather_review`` as the store stood at one moment, whatever is written to it meanwhile."""
    if connection.in_transaction:
        return gather_review(connection, month, today=today, scope=scope)
    connection.execute("BEGIN")
    try:
        return gather_review(connection, month, today=today, scope=scope)
    finally:
        connection.execute("ROLLBACK")


def gather_review(
    connection: sqlite3.Connection, month: Month, *, today: date, scope: Scope = WHOLE_TEAM,
    trial: BackTest | None = None,
) -> Review:  # fmt: skip
    """Everything that the workbook says, read in one go; ``trial`` is the scope's back-test, where it is known already.

    A closed cycle brings the figures that were frozen; the whole team's review comes as a whole from when it was
    closed, whatever was changed since. Only the comment is the manager's to go on writing.
    """
    closing = read_closing(connection, month)
    if closing is not None and scope.kind == "all" and (kept := read_frozen_review(connection, closing)) is not None:
        comment = loop.read_cycle_comment(connection, month)
        return evolve(kept, comment=comment, written_at=clock.utc_now().replace(tzinfo=None))
    period = Period.of(month, today)
    facts = Facts(connection, period)
    closed_before = read_closing(connection, month.previous, scope)
    now = _figures(figures_of(facts, [scope])[scope], scope, closing)
    before_facts = Facts(connection, period.previous, facts.roster, facts.settings)
    before = _figures(figures_of(before_facts, [scope])[scope], scope, closed_before)
    lines = {
        key: FigureLine(key, metric.name, now[key][0], before[key][0], metric.direction, now[key][1])
        for key, metric in METRICS.items()
    }
    people = people_results_of(facts, scope, PERSON_KEYS | set(PEOPLE_KEYS))
    judged = read_judged(connection, facts, scope)
    supports = read_supports(connection, facts, scope)
    person_lines = [_person(facts, result, closing) for result in people]
    deals = read_deals(connection, facts, scope)
    stages = funnel(connection, period, scope)
    ways, trials = read_ways(facts, scope, trial or back_test(connection, month, today, scope))
    return Review(
        month=str(month),
        month_text=formats.month_text(month.start),
        scope=scope.label,
        as_of=period.as_of,
        written_at=clock.utc_now().replace(tzinfo=None),
        currency=facts.settings.currency,
        symbol=formats.SYMBOLS.get(facts.settings.currency, facts.settings.currency + " "),
        state=_state(period, closing),
        comment=loop.read_cycle_comment(connection, month) if scope.kind == "all" else None,
        cards=[Card(lines[key], _detail(key, lines)) for key in CARD_KEYS],
        attention=_attention(lines, person_lines, supports, judged),
        days=_days(connection, period, scope),
        months=_months(connection, month, scope, today),
        stages=[
            StageBar(stage.name, stage.amount / 100, stage.expected / 100) for stage in stages.stages if stage.count
        ],
        figures=list(lines.values()),
        people_keys={key: METRICS[key].name for key in PEOPLE_KEYS},
        people=person_lines,
        groups=_groups(facts, scope, closing),
        deals=deals,
        supports=supports,
        judged=judged,
        problems=read_problems(connection, facts, scope),
        agreed=read_agreed(connection, facts, scope),
        definitions=[Definition(found.name, tr(UNITS[found.unit]), found.definition) for found in METRICS.values()],
        about=_about(facts, scope, closing),
        loop=read_loop(facts, scope),
        forecast=read_forecast(facts, scope),
        forecast_checks=[
            read_forecast_check(of, scope, found["won_revenue"][0], found["forecast_accuracy"][0])
            for of, found in ((facts, now), (before_facts, before))
        ],
        funnel=read_funnel(connection, stages),
        lost_reasons=read_lost_reasons(facts, scope),
        stalled=read_stalled(facts, scope),
        process=read_process(connection, facts, scope),
        minutes=read_minutes(connection, facts, scope),
        ways=ways,
        trials=trials,
        paces=(facts.settings.good_pace, facts.settings.poor_pace),
    )


# --- figures ----------------------------------------------------------------------------------------------------------


def _figures(computed: Mapping[str, Figure], scope: Scope, closing: Closing | None) -> dict[str, tuple[Quantity, str]]:
    """Key -> number and notes; the frozen number where the cycle is closed."""
    found = {}
    for key, figure in computed.items():
        frozen = closing.quantity(scope, key) if closing is not None else None
        # Notes are about the number as it is computed now: they go with it as long as it is the frozen one.
        same = frozen is None or frozen.value == figure.json_value
        notes = "; ".join(_notes(figure)) if same else ""
        # Why there is none was frozen in the language of that day.
        number = quantity(figure) if frozen is None or (same and frozen.value is None) else frozen
        found[key] = (number, notes)
    return found


def _notes(figure: Figure) -> list[str]:
    notes = [note.sentence for note in figure.notes]
    if figure.estimated:
        notes.append(tr("其中 {amount} 按目录价估算", amount=formats.money(figure.estimated)))
    if figure.interval is not None:
        low, high = figure.interval
        notes.append(tr("95% 区间 {low} 至 {high}", low=formats.share(low), high=formats.share(high)))
    return notes


def _shown(quantity_: Quantity) -> str:
    value = quantity_.value
    if value is not None and quantity_.unit == "money":
        value = value * 100
    return formats.by_unit(value, quantity_.unit)


def _detail(key: str, lines: Mapping[str, FigureLine]) -> str:
    """The quiet line of a card: what the number is to be read beside."""
    now = {name: line.now for name, line in lines.items()}
    if key == "won_revenue":
        return tr("目标 {target} · {n} 单", target=_shown(now["target"]), n=_shown(now["won_count"]))
    if key == "attainment":
        return tr("进度 {pace} · 缺口 {gap}", pace=_shown(now["pace"]), gap=_shown(now["gap"]))
    if key == "weighted_forecast":
        return tr("承诺 {commit} · 最好 {best}", commit=_shown(now["commit"]), best=_shown(now["best_case"]))
    if key == "win_rate_count":
        return tr("赢 {won} · 丢 {lost}", won=_shown(now["won_count"]), lost=_shown(now["lost_count"]))
    if key == "promises_kept":
        return tr("{n} 个承诺到期", n=now[key].n or 0)
    return tr("{n} 个问题", n=now[key].n or 0)


def _person(facts: Facts, result: PersonResult, closing: Closing | None) -> PersonLine:
    mark, standing = STANDINGS[result.standing]
    team = facts.roster.team_at(result.person.id, facts.period.as_of.isoformat())
    figures = _figures({key: result.figures[key] for key in PEOPLE_KEYS}, result.scope, closing)
    return PersonLine(
        name=result.person.name,
        team=facts.roster.teams[team].name if team in facts.roster.teams else "",
        mark=mark,
        standing=tr(standing),
        reasons="; ".join(reason.sentence for reason in result.reasons),
        figures={key: found for key, (found, _) in figures.items()},
    )


def _groups(facts: Facts, scope: Scope, closing: Closing | None) -> list[GroupLine]:
    """The scope itself, and for everybody each team."""
    if scope.kind == "person":
        return []
    scopes = [scope] if scope.kind == "team" else [found for found in facts.roster.scopes() if found.kind != "person"]
    computed = figures_of(facts, scopes, set(PEOPLE_KEYS))
    groups = []
    for found in sorted(scopes, key=lambda one: one.kind == "all"):
        figures = _figures(computed[found], found, closing)
        groups.append(GroupLine(found.label, {key: value for key, (value, _) in figures.items()}))
    return groups


# --- charts -----------------------------------------------------------------------------------------------------------


def _units(minor: int | float | None) -> float | None:
    return None if minor is None else minor / 100


def _days(connection: sqlite3.Connection, period: Period, scope: Scope) -> list[DayPoint]:
    found = won_by_workday(connection, period, scope)
    count = len(found.days)
    return [
        DayPoint(
            day=day,
            won=_units(found.won[place]) if place < len(found.won) else None,
            # The months' working days differ in number: the one before is read off at the same place.
            previous=_units(found.previous[place]) if place < len(found.previous) else None,
            target=None if found.target is None else round(found.target / 100 * (place + 1) / count, 2),
        )
        for place, day in enumerate(found.days)
    ]


def _months(connection: sqlite3.Connection, month: Month, scope: Scope, today: date) -> list[MonthPoint]:
    months = list(month.plus(-11).through(month))
    won = monthly_series(connection, "won_revenue", scope, months, today)
    targets = monthly_series(connection, "target", scope, months, today)
    points = []
    for one, revenue, target in zip(months, won, targets, strict=True):
        closing = read_closing(connection, one, scope)
        shown = [
            (closing.quantity(scope, figure.key) if closing else None) or quantity(figure)
            for figure in (revenue, target)
        ]
        points.append(MonthPoint(formats.month_short(one.start), shown[0].value, shown[1].value))
    return points


# --- words ------------------------------------------------------------------------------------------------------------


def _state(period: Period, closing: Closing | None) -> str:
    if closing is not None:
        return tr("已于 {day} 关账,数字已冻结", day=clock.from_stamp(closing.closed_at).date())
    return tr("周期已结束,还没有关账") if period.is_over else tr("周期进行中")


def _attention(
    lines: Mapping[str, FigureLine],
    people: list[PersonLine],
    supports: list[SupportLine],
    judged: list[JudgedLine],
) -> list[Attention]:
    """What stands out, the most urgent first, each with its number."""
    found: list[Attention] = []
    now = {key: line.now for key, line in lines.items()}
    index = now["pace_index"].value
    if index is not None and index < 1:
        mark: Mark = "act" if index < 0.8 else "watch"
        found.append(Attention(mark, tr(
            "完成率 {attainment},进度 {pace},还差 {gap}",
            attainment=_shown(now["attainment"]), pace=_shown(now["pace"]), gap=_shown(now["gap"]),
        )))  # fmt: skip
    if now["target"].value is None:
        found.append(Attention("watch", tr("没有设目标,完成率和进度算不出来")))
    for mark, standing in (("act", noop("落后")), ("watch", noop("有风险"))):
        names = [f"{person.name} {_shown(person.figures['attainment'])}" for person in people if person.mark == mark]
        if names:
            more = tr(" 等 {n} 人", n=len(names)) if len(names) > 5 else ""
            found.append(
                Attention(mark, tr("{standing}:{names}", standing=tr(standing), names=tr("、").join(names[:5])) + more)
            )
    late = [line for line in supports if line.mark == "act"]
    if late:
        texts = tr("、").join(line.text for line in late[:3])
        found.append(Attention("act", tr("{n} 个承诺逾期:{texts}", n=len(late), texts=texts)))
    failed = [line for line in judged if line.mark == "act"]
    if failed:
        texts = tr("、").join(f"{line.person} {line.text}" for line in failed[:3])
        found.append(Attention("act", tr("{n} 项改进没有见效:{texts}", n=len(failed), texts=texts)))
    if stalled := int(now["stalled_count"].value or 0):
        found.append(Attention("watch", tr("{n} 个商机停滞", n=1 if stalled == 1 else formats.count(stalled))))
    return sorted(found, key=lambda attention: attention.mark != "act")


def _about(facts: Facts, scope: Scope, closing: Closing | None) -> list[tuple[str, str]]:
    period = facts.period
    source = tr("由导入的商机和面谈记录算出,和程序里显示的是同一个数字。")
    if closing is not None:
        source = tr("周期已关账:指标是关账时冻结的数字,以后的改动不会改变它们。")
    return [
        (tr("周期"), str(period.first)),
        (tr("范围"), scope.label),
        (tr("数据截至"), period.as_of.isoformat()),
        (tr("状态"), _state(period, closing)),
        (tr("金额单位"), facts.settings.currency),
        (tr("数字来源"), source),
        (tr("不含"), tr("面谈里的私人备注从不导出。")),
    ]
