"""People, teams, stages and targets by hand: what is refused, what is written, what undo brings back."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.scopes import read_roster
from cockpit.metrics.stage_limits import NEVER, read_stage_limits
from cockpit.metrics.target_grid import read_target_grid
from cockpit.metrics.team import read_team_board
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.operations.operation import undo
from cockpit.operations.people import (
    TeamStageValues,
    add_person,
    add_team,
    edit_person,
    edit_team,
    edit_team_stages,
    move_to_team,
)
from cockpit.operations.targets import TargetCell, paste_targets
from cockpit.store.file import Store

JANUARY, FEBRUARY = Month(2026, 1), Month(2026, 2)
TODAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


def only(ids: frozenset[int]) -> int:
    (number,) = ids
    return number


def team(store: Store, name: str) -> int:
    return only(add_team(store, name).ids["team"])


def person(store: Store, name: str, team_id: int | None = None) -> int:
    return only(add_person(store, name, team_id=team_id).ids["person"])


def targets(store: Store) -> dict[tuple[str, int | None, int | None], int]:
    return {
        (month, of_person, of_team): value
        for month, of_person, of_team, value in store.connection.execute(
            "SELECT month, person_id, team_id, value FROM targets"
        )
    }


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("12万", 12_000_000), ("1,200", 120_000), ("¥120,000.00", 12_000_000), ("1.5 万", 1_500_000),
        (" 80000 ", 8_000_000), ("１２０", 12_000), ("120k", 12_000_000), ("0", 0),
    ],
)  # fmt: skip
def test_a_target_as_people_write_it(store: Store, text: str, minor: int) -> None:
    who = person(store, "李雯")
    paste_targets(store, {TargetCell(JANUARY, who): text})
    assert targets(store) == {("2026-01", who, None): minor}


def test_a_block_is_one_operation_for_people_teams_and_all(store: Store) -> None:
    of_team = team(store, "直销部")
    who = person(store, "李雯", of_team)
    paste_targets(
        store,
        {
            TargetCell(JANUARY, who): "12万",
            TargetCell(FEBRUARY, who): "",
            TargetCell(JANUARY, team_id=of_team): "30万",
            TargetCell(JANUARY): "50万",
        },
    )
    assert targets(store) == {
        ("2026-01", who, None): 12_000_000, ("2026-01", None, of_team): 30_000_000, ("2026-01", None, None): 50_000_000,
    }  # fmt: skip
    undo(store)
    assert targets(store) == {}


def test_a_blank_takes_a_target_away(store: Store) -> None:
    who = person(store, "李雯")
    paste_targets(store, {TargetCell(JANUARY, who): "12万", TargetCell(FEBRUARY, who): "13万"})
    paste_targets(store, {TargetCell(JANUARY, who): " "})
    assert targets(store) == {("2026-02", who, None): 13_000_000}


@pytest.mark.parametrize("text", ["李雯", "-5", "一月", "$300", "1.234"])
def test_one_cell_that_is_no_target_leaves_all_as_they_were(store: Store, text: str) -> None:
    who = person(store, "李雯")
    with pytest.raises(CockpitError) as refused:
        paste_targets(store, {TargetCell(JANUARY, who): "12万", TargetCell(FEBRUARY, who): text})
    assert text in str(refused.value)
    assert targets(store) == {}


def test_cells_that_leave_no_doubt_decide_for_the_others(store: Store) -> None:
    who = person(store, "李雯")
    paste_targets(store, {TargetCell(JANUARY, who): "1.234", TargetCell(FEBRUARY, who): "12.345,50"})
    assert targets(store) == {("2026-01", who, None): 123_400, ("2026-02", who, None): 1_234_550}


def test_touches_are_whole_numbers(store: Store) -> None:
    who = person(store, "李雯")
    paste_targets(store, {TargetCell(JANUARY, who): "12"}, "new_touches")
    assert targets(store) == {("2026-01", who, None): 12}
    with pytest.raises(CockpitError):
        paste_targets(store, {TargetCell(JANUARY, who): "12.5"}, "new_touches")


def test_the_grid_shows_what_counts_where_nothing_was_set(store: Store) -> None:
    of_team = team(store, "直销部")
    first, second = person(store, "李雯", of_team), person(store, "陈佳", of_team)
    other = person(store, "没有团队的人")
    paste_targets(
        store,
        {
            TargetCell(JANUARY, first): "10", TargetCell(JANUARY, second): "20", TargetCell(FEBRUARY, first): "5",
            TargetCell(JANUARY, other): "1", TargetCell(FEBRUARY, team_id=of_team): "40",
        },
    )  # fmt: skip
    grid = read_target_grid(store.connection, 2026, "won_revenue", WHOLE_TEAM, TODAY)
    assert [row.scope.label for row in grid.rows] == ["全部团队", "直销部", "陈佳", "李雯", "没有团队的人"]
    everybody, direct = grid.rows[:2]
    assert everybody.own == (None,) * 12
    assert everybody.counting[:2] == (3_100, 500)
    assert (direct.own[:2], direct.counting[:2]) == ((None, 4_000), (3_000, 4_000))
    assert direct.total == 7_000
    assert direct.of_people[:2] == (3_000, 500)
    assert grid.people[:3] == (3_100, 500, None)
    assert grid.total == 3_600
    of_one = read_target_grid(store.connection, 2026, "won_revenue", Scope.person(first), TODAY)
    assert [row.scope.id for row in of_one.rows] == [first]
    assert of_one.people[0] == 1_000


def test_the_grid_lists_who_was_there_in_the_year(store: Store) -> None:
    gone, later = person(store, "去年离职"), person(store, "明年入职")
    edit_person(store, gone, {"left_on": date(2025, 12, 31)})
    edit_person(store, later, {"hired_on": date(2027, 1, 4)})
    names = {
        year: [
            row.scope.label
            for row in read_target_grid(store.connection, year, "won_revenue", WHOLE_TEAM, TODAY).rows[1:]
        ]
        for year in (2025, 2026, 2027)
    }
    assert names == {2025: ["去年离职"], 2026: [], 2027: ["明年入职"]}


def test_a_move_keeps_the_old_team_until_that_day(store: Store) -> None:
    old, new = team(store, "甲队"), team(store, "乙队")
    who = person(store, "李雯", old)
    day = clock.today() + timedelta(days=10)
    move_to_team(store, who, new, day)
    roster = read_roster(store.connection)
    assert roster.team_at(who, (day - timedelta(days=1)).isoformat()) == old
    assert roster.team_at(who, day.isoformat()) == new
    undo(store)
    assert read_roster(store.connection).team_at(who, day.isoformat()) == old


def test_a_move_to_where_one_is_already_is_refused(store: Store) -> None:
    here = team(store, "甲队")
    who = person(store, "李雯", here)
    with pytest.raises(CockpitError, match="李雯"):
        move_to_team(store, who, here, clock.today() + timedelta(days=1))


def test_nobody_leaves_before_the_first_day(store: Store) -> None:
    who = person(store, "李雯")
    edit_person(store, who, {"hired_on": date(2026, 3, 1)})
    with pytest.raises(CockpitError):
        edit_person(store, who, {"left_on": date(2026, 2, 28)})
    edit_person(store, who, {"left_on": date(2026, 11, 20)})
    (member,) = read_team_board(store.connection, WHOLE_TEAM, TODAY).members
    assert member.left_on == date(2026, 11, 20)
    assert member.has_left(TODAY)


def test_names_are_trimmed_and_not_blank(store: Store) -> None:
    who, of_team = person(store, "李雯"), team(store, "甲队")
    edit_person(store, who, {"name": "  李文 "})
    edit_team(store, of_team, {"name": " 甲 队 "})
    board = read_team_board(store.connection, WHOLE_TEAM, TODAY)
    assert (board.members[0].name, board.teams[0].name) == ("李文", "甲 队")
    with pytest.raises(CockpitError):
        edit_person(store, who, {"name": " "})


def test_a_team_s_own_stage_values_stand_before_the_pipeline_s(store: Store) -> None:
    of_team = team(store, "甲队")
    first, second, *_ = read_team_board(store.connection, WHOLE_TEAM, TODAY).teams[0].stages
    edit_team_stages(
        store, of_team, {first.stage_id: TeamStageValues(0.3, 12), second.stage_id: TeamStageValues(None, 0)}
    )
    one, two, *_ = read_team_board(store.connection, WHOLE_TEAM, TODAY).teams[0].stages
    assert (one.own_value, one.own_limit, one.learned_limit) == (0.3, 12, first.learned_limit)
    assert (two.own_value, two.own_limit) == (None, 0)
    roster = read_roster(store.connection)
    limits = read_stage_limits(store.connection, Period.of(Month.of(TODAY), TODAY), roster)
    assert limits.of(of_team, first.stage_id) == 12
    assert limits.of(of_team, second.stage_id) == NEVER
    undo(store)
    assert read_team_board(store.connection, WHOLE_TEAM, TODAY).teams[0].stages[0].own_value is None


@pytest.mark.parametrize("values", [TeamStageValues(1.2, None), TeamStageValues(None, -1)])
def test_stage_values_that_are_none_are_refused(store: Store, values: TeamStageValues) -> None:
    of_team = team(store, "甲队")
    stage = read_team_board(store.connection, WHOLE_TEAM, TODAY).teams[0].stages[0].stage_id
    with pytest.raises(CockpitError):
        edit_team_stages(store, of_team, {stage: values})


def test_the_board_of_a_scope(store: Store) -> None:
    here, there = team(store, "甲队"), team(store, "乙队")
    one, _ = person(store, "李雯", here), person(store, "陈佳", there)
    of_team = read_team_board(store.connection, Scope.of_team(here), TODAY)
    assert ([member.name for member in of_team.members], [entry.name for entry in of_team.teams]) == (
        ["李雯"],
        ["甲队"],
    )
    of_person = read_team_board(store.connection, Scope.person(one), TODAY)
    assert [member.name for member in of_person.members] == ["李雯"]


def test_a_deal_that_may_stay_for_ever_is_never_stalled(store: Store) -> None:
    from cockpit.metrics import figures

    of_team = team(store, "甲队")
    who = person(store, "李雯", of_team)
    stage = read_team_board(store.connection, WHOLE_TEAM, TODAY).teams[0].stages[0].stage_id
    store.connection.execute(
        "INSERT INTO deals(name, owner_id, stage_id, state, created_on) VALUES ('旧单', ?, ?, 'open', '2020-01-01')",
        (who, stage),
    )
    period = Period.of(Month.of(TODAY), TODAY)

    def stalled() -> float | None:
        return figures(store.connection, period, [WHOLE_TEAM], {"stalled_count"})[WHOLE_TEAM]["stalled_count"].value

    assert stalled() == 1
    edit_team_stages(store, of_team, {stage: TeamStageValues(None, 0)})
    assert stalled() == 0
