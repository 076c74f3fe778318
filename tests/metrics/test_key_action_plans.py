"""Key actions planned and done, and prospecting, against counting by hand over the rows."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.key_action_plans import PlannedAction, done_actions, planned_actions, read_plan_grid
from cockpit.metrics.prospecting import COUNTED, read_prospecting
from cockpit.metrics.scopes import read_roster
from cockpit.model.cycles import Month
from cockpit.model.weeks import weeks_of
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
PERIOD = Period.of(Month(2026, 11), TODAY)


def test_the_weeks_of_a_month_are_all_that_have_a_day_in_it() -> None:
    # 1 November 2026 is a Sunday, the 30th a Monday.
    assert [week.isoformat() for week in weeks_of(Month(2026, 11))] == [
        "2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30",
    ]  # fmt: skip
    assert len(weeks_of(Month(2027, 2))) == 4


def test_planned_and_done_by_week(builder: Builder) -> None:
    team = builder.team("直销一组")
    li, chen = builder.person("李雯", team), builder.person("陈佳", team)
    for person, week, kind, met, planned in (
        (li, "2026-11-16", "上门拜访", "", 3), (li, "2026-11-23", "上门拜访", "", 2),
        (li, "2026-11-30", "上门拜访", "", 4), (li, "2026-11-16", "上门拜访", "决策人", 1),
        (chen, "2026-11-16", "电话", "", 9),
    ):  # fmt: skip
        builder.add("key_action_plans", person_id=person, week_on=week, kind=kind, met=met, planned=planned)
    for person, day, kind, met in (
        (li, "2026-11-16", "上门拜访", "决策人"), (li, "2026-11-22", "上门拜访", None),
        (li, "2026-11-22", "电话", None), (li, "2026-11-23", "上门拜访", "采购"),
        (li, "2026-11-25", "上门拜访", "采购"), (chen, "2026-10-26", "上门拜访", ""),
    ):  # fmt: skip
        builder.add("activities", person_id=person, kind=kind, met=met, happened_on=day)
    builder.add("activities", person_id=li, kind="上门拜访", happened_on="2026-11-17", deleted_at="2026-11-18")

    roster = read_roster(builder.reader)
    grid = read_plan_grid(builder.reader, PERIOD, roster, WHOLE_TEAM, PlannedAction("上门拜访"))
    rows = {row.person.name: [(cell.planned, cell.done) for cell in row.cells] for row in grid.rows}
    assert rows == {
        # What is dated after today has not been done, and a week that has not begun says nothing.
        "李雯": [(None, 0), (None, 0), (None, 0), (3, 2), (2, 1), (4, None)],
        "陈佳": [(None, 1), (None, 0), (None, 0), (None, 0), (None, 0), (None, None)],
    }
    # 陈佳, who has no plan, does not help 李雯 to hers; nor do the weeks without one.
    whole = grid.together()
    assert (whole.planned, whole.done, whole.beside, whole.ahead) == (5, 3, 1, 4)
    assert grid.together(chen).planned is None and grid.together(chen).done == 1
    assert grid.together(place=3).done == 2
    assert grid.together(place=5).done is None
    assert not grid.rows[1].cells[3].is_met

    of_one = read_plan_grid(builder.reader, PERIOD, roster, Scope.person(li), PlannedAction("上门拜访", "决策人"))
    assert [(cell.planned, cell.done) for cell in of_one.rows[0].cells[3:]] == [(1, 1), (None, 0), (None, None)]
    assert of_one.rows[0].cells[3].is_met
    for query, count in ((grid.together(li, 3).rows, 2), (whole.rows, 3), (grid.together(chen).rows, 1)):
        assert builder.reader.execute(query.count_sql(), query.parameters).fetchone() == (count,)

    assert planned_actions(builder.reader, PERIOD)[0] == PlannedAction("上门拜访")
    assert done_actions(builder.reader, PERIOD)[0] == PlannedAction("上门拜访")


def test_nothing_planned_is_not_a_plan_of_nothing(builder: Builder) -> None:
    builder.person("李雯", builder.team("直销一组"))
    grid = read_plan_grid(builder.reader, PERIOD, read_roster(builder.reader), WHOLE_TEAM, PlannedAction("电话"))
    # Without any activity nobody knows that nothing was done.
    assert (grid.together().planned, grid.together().done, grid.is_recorded) == (None, None, False)
    builder.add("activities", kind="邮件", happened_on="2026-11-02")
    grid = read_plan_grid(builder.reader, PERIOD, read_roster(builder.reader), WHOLE_TEAM, PlannedAction("电话"))
    assert (grid.together().planned, grid.together().done, grid.is_recorded) == (None, 0, True)


_days = st.dates(date(2026, 9, 20), date(2026, 12, 10))
_activity = st.tuples(
    _days, st.sampled_from(["上门拜访", "电话", "On-site visit"]), st.sampled_from(["", None, "决策人"]),
    st.integers(0, 2), st.integers(0, 4), st.booleans(),
)  # fmt: skip
_deal = st.tuples(st.integers(0, 2), _days, st.sampled_from(["self", "lead", None]))
_plan = st.tuples(st.integers(0, 2), st.integers(-1, 6), st.sampled_from(["", "决策人"]), st.integers(0, 5))


@settings(max_examples=60, deadline=None)
@given(
    activities=st.lists(_activity, max_size=40), deals=st.lists(_deal, max_size=10), plans=st.lists(_plan, max_size=15)
)
def test_against_counting_by_hand(activities: list[Any], deals: list[Any], plans: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        builder = Builder(Path(folder) / "cockpit.sqlite")
        try:
            _compare(builder, activities, deals, plans)
        finally:
            builder.close()


def _compare(builder: Builder, activities: list[Any], deals: list[Any], plans: list[Any]) -> None:
    team = builder.team("直销一组")
    people = [builder.person(name, team) for name in ("甲", "乙", "丙")]
    accounts = [builder.add("accounts", name=f"客户{number}") for number in range(4)]
    of_account = [builder.deal(people[0], account_id=account, source="lead") for account in accounts]
    rows = []
    for day, kind, met, person, account, through_deal in activities:
        values: dict[str, Any] = {}
        if account < 4:
            values = {"deal_id": of_account[account]} if through_deal else {"account_id": accounts[account]}
        number = builder.add(
            "activities", person_id=people[person], kind=kind, met=met, happened_on=day.isoformat(), **values
        )
        rows.append((day, number, kind, met or "", people[person], account if account < 4 else None))
    for owner, day, source in deals:
        builder.deal(people[owner], created_on=day.isoformat(), source=source)
    weeks = weeks_of(Month(2026, 11))
    planned: dict[Any, int] = {}
    for person, place, met, count in plans:
        week = weeks[0] + timedelta(days=7 * place)
        if (people[person], week, met) not in planned:
            planned[people[person], week, met] = count
            builder.add(
                "key_action_plans", person_id=people[person], week_on=week.isoformat(), kind="上门拜访", met=met,
                planned=count,
            )  # fmt: skip
    roster = read_roster(builder.reader)

    for met in ("", "决策人"):
        grid = read_plan_grid(builder.reader, PERIOD, roster, WHOLE_TEAM, PlannedAction("上门拜访", met))
        for row in grid.rows:
            for place, (week, cell) in enumerate(zip(weeks, row.cells, strict=True)):
                done = [
                    one for one in rows
                    if one[2] == "上门拜访" and (not met or one[3] == met) and one[4] == row.person.id
                    and week <= one[0] < week + timedelta(days=7) and one[0] <= TODAY
                ]  # fmt: skip
                assert cell.planned == planned.get((row.person.id, week, met))
                assert cell.done == (len(done) if rows and week <= TODAY else None)
                query = grid.together(row.person.id, place).rows
                found = builder.reader.execute(query.ids_sql(), query.parameters).fetchall()
                assert [number for (number,) in found] == sorted(one[1] for one in done)

    prospecting = read_prospecting(builder.reader, PERIOD, roster, WHOLE_TEAM)
    first: dict[str, Counter[Any]] = {"touches": Counter(), "visits": Counter()}
    for name, counts in (("touches", lambda _: True), ("visits", lambda kind: kind != "电话")):
        for account in range(4):
            of_it = sorted(one for one in rows if one[5] == account and counts(one[2]))
            if of_it and of_it[0][0].month == 11:
                first[name][of_it[0][4], weeks_place(of_it[0][0])] += 1
    for found_row in prospecting.rows:
        person = found_row.person.id
        for place, week in enumerate(weeks):
            assert found_row.by_week[place] == (first["touches"][person, place] if week <= TODAY else None)
        assert found_row.touches == sum(n for (who, _), n in first["touches"].items() if who == person)
        assert found_row.visits == sum(n for (who, _), n in first["visits"].items() if who == person)
        assert found_row.deals == sum(
            people[owner] == person and day.month == 11 and source == "self" for owner, day, source in deals
        )
        for name in COUNTED:
            query = prospecting.rows_of(name, person)
            number = builder.reader.execute(query.count_sql(), query.parameters).fetchone()[0]
            assert number == getattr(found_row, name)
    assert prospecting.touches == sum(first["touches"].values())


def weeks_place(day: date) -> int:
    return (day - weeks_of(Month(2026, 11))[0]).days // 7
