"""Everything that the Results page shows, read in two goes: what stands on top first, what costs more after it."""

import sqlite3

from attrs import frozen

from cockpit.language import tr
from cockpit.metrics import METRICS, Figure, Period, Scope
from cockpit.metrics.closings import Closing, read_closing
from cockpit.metrics.facts import Facts
from cockpit.metrics.figures import HEADLINES, figures_of
from cockpit.metrics.forecast import ForecastTable, forecast_table_of
from cockpit.metrics.improvement import Reading, improvement_readings
from cockpit.metrics.loop_board import latest_closed, needed_coverage
from cockpit.metrics.measure_results import MeasureResult, measure_results
from cockpit.metrics.people_results import PersonResult, people_results_of
from cockpit.metrics.series import WonByWorkday, monthly_series, won_by_workday_of
from cockpit.metrics.targets import MEASURES, Measure
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.workdays import ONE_DAY
from cockpit.operations.settings import setting
from cockpit.window.kit.page import View
from cockpit.window.kit.reached import reached_words

PEOPLE_KEYS = frozenset({"won_revenue", "won_count", "target", "attainment", "pace_index"})
"""What the bars say."""
LEADING_KEYS = ("open_count", "weighted_forecast", "key_account_follow_up", "new_touches")
"""What comes before revenue, in the order of the table's columns."""
PERSON_KEYS = (*LEADING_KEYS, "self_sourced_share_count")
"""The same for a single person, a row each."""
BEFORE_KEYS = frozenset({"won_revenue", "attainment", "win_rate_count", "promises_kept", "loop_closed"})
SCOPE_LINE = 0
"""In place of a person's id: the figures of the whole scope."""
TREND_MONTHS = 12


@frozen
class ResultsData:
    """The page but for its leading figures and the trend.

    ``before`` is the cycle before as a whole, without figures for a cycle that has not begun; ``same_day`` the same up
    to the working day that today is in this one, None for a cycle that does not run.
    """

    is_empty: bool
    period: Period
    scope: Scope
    title_words: str
    closing: Closing | None
    readings: list[Reading]
    names: dict[int, str]
    now: dict[str, Figure]
    before: dict[str, Figure]
    same_day: dict[str, Figure] | None
    needed: float | None
    won: WonByWorkday
    people: list[PersonResult]
    measure: Measure
    measured: dict[int, MeasureResult]
    levels: MeasureResult
    forecast: ForecastTable
    currency: str
    latest: Month | None
    """Where nothing was closed and nothing is open, the newest cycle before with closed deals."""

    @property
    def runs(self) -> bool:
        """The cycle is neither over nor still to come."""
        return not self.period.is_over and not self.period.is_future

    @property
    def changed_since_closing(self) -> bool:
        """Deals or targets were changed after the cycle was closed: the page shows the present, not what was frozen."""
        if self.closing is None:
            return False
        keys = ("won_revenue", "target")
        return any(self.closing.figures.get(key) != self.now[key].json_value for key in keys)

    @property
    def month_words(self) -> str:
        return formats.month_text(self.period.start)


@frozen
class LeadingLine:
    """The leading figures of one person, or (id 0) of the scope. ``touch_plan`` is None without a plan.

    ``before`` are those of the cycle before (up to the same working day, where this one runs), of a single person only.
    """

    id: int
    name: str
    figures: dict[str, Figure]
    touch_plan: int | None
    before: dict[str, Figure] | None = None


@frozen
class LeadingData:
    """``coverage`` is what it was in the cycle before on the same working day; None where that says nothing."""

    lines: list[LeadingLine]
    coverage: Figure | None
    against_same_day: bool


@frozen
class Trend:
    """One figure over the last cycles, the oldest first."""

    key: str
    scope: Scope
    months: list[Month]
    figures: list[Figure]
    last_runs: bool


def read_results(connection: sqlite3.Connection, view: View) -> ResultsData:
    """Figures of this cycle and of the one before, in a few grouped queries."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    facts = Facts(connection, period)
    before = Facts(connection, period.previous, facts.roster, facts.settings)
    same_day = _same_day(facts)
    now = figures_of(facts, [scope], HEADLINES)[scope]
    people = people_results_of(facts, scope, PEOPLE_KEYS)
    chosen = setting(connection, "people_measure")
    measure: Measure = next((one for one in MEASURES if one == chosen), MEASURES[0])
    measured = measure_results(facts, [person.scope for person in people], measure)
    return ResultsData(
        is_empty=not facts.roster.people,
        period=period,
        scope=scope,
        title_words=_title_words(facts),
        closing=read_closing(connection, view.month, _text_of(scope, facts)),
        # A cycle that has not begun judges nothing.
        readings=[] if period.is_future else improvement_readings(connection, period, scope=scope, facts=facts),
        names={person.id: person.name for person in facts.roster.people.values()},
        now=now,
        before={} if period.is_future else figures_of(before, [scope], BEFORE_KEYS)[scope],
        same_day=figures_of(same_day, [scope], {"attainment", "won_revenue"})[scope] if same_day else None,
        needed=None if period.is_over else needed_coverage(now["win_rate_count"]),
        won=won_by_workday_of(facts, scope),
        people=people,
        measure=measure,
        measured={of.id: found for of, found in measured.items() if of.id is not None},
        levels=measure_results(facts, [scope], "won_revenue")[scope],
        forecast=forecast_table_of(facts, scope),
        currency=facts.settings.currency,
        latest=None if now["win_rate_count"].n or now["pipeline_amount"].n else latest_closed(connection, period),
    )


def _text_of(scope: Scope, facts: Facts) -> str:
    """How the scope is written in what was frozen."""
    return next((found.text for found in facts.roster.scopes() if found == scope), scope.text)


def _same_day(facts: Facts) -> Facts | None:
    """The cycle before, as it stood on the working day that today is in this one."""
    period, calendar = facts.period, facts.settings.calendar
    if period.is_over or period.is_future:
        return None
    passed = calendar.count(period.start, period.as_of + ONE_DAY)
    month = period.first.previous
    days = calendar.workdays(month.start, month.end)
    if not passed or not days:
        return None
    day = days[min(passed, len(days)) - 1]
    return Facts(facts.connection, Period.of(month, period.today, as_of=day), facts.roster, facts.settings)


def _title_words(facts: Facts) -> str:
    if facts.period.is_over:
        return tr("{month} 的最终结果", month=formats.month_text(facts.period.start))
    return reached_words(facts)


def read_leading(connection: sqlite3.Connection, view: View) -> LeadingData:
    """The scope first, then everybody in it by name. Finding first touches and key accounts costs most on the page."""
    period, scope = Period.of(view.month, view.today), view.shown_scope
    facts = Facts(connection, period)
    people = facts.roster.people_of(scope, period.start.isoformat(), period.as_of.isoformat())
    names = {Scope.person(person.id): person.name for person in people}
    is_person = scope.kind == "person"
    scopes = [scope] if is_person else [scope, *names]
    keys = set(PERSON_KEYS if is_person else LEADING_KEYS)
    computed = figures_of(facts, scopes, keys)
    same_day = _same_day(facts)
    before = None
    if is_person and not period.is_future:
        earlier = same_day or Facts(connection, period.previous, facts.roster, facts.settings)
        before = figures_of(earlier, [scope], keys)[scope]
    return LeadingData(
        [
            LeadingLine(
                (found.id or SCOPE_LINE) if found.kind == "person" else SCOPE_LINE,
                names.get(found, ""),
                computed[found],
                facts.touch_plan.get(found),
                before,
            )
            for found in scopes
        ],
        figures_of(same_day, [scope], {"coverage"})[scope]["coverage"] if same_day else None,
        same_day is not None,
    )


def trend_keys() -> list[str]:
    """Which figures can be followed over cycles: all but the calendar's."""
    return [key for key in METRICS if key not in ("pace", "pace_index")]


def read_trend(connection: sqlite3.Connection, view: View, key: str) -> Trend:
    """The figure in the last twelve cycles up to the one shown."""
    months = list(view.month.plus(1 - TREND_MONTHS).through(view.month))
    scope = view.shown_scope
    found = monthly_series(connection, key, scope, months, view.today)
    return Trend(key, scope, months, found, not Period.of(view.month, view.today).is_over)
