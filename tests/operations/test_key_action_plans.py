"""Plans of key actions: typed, pasted, copied from the week before, undone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.operations.key_action_plans import PlanCell, copy_week_before, write_plans
from cockpit.operations.operation import redo, undo
from tests.metrics.builder import Builder

NOV_16, NOV_23 = date(2026, 11, 16), date(2026, 11, 23)


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[Builder]:
    built = Builder(tmp_path / "cockpit.sqlite")
    yield built
    built.close()


def plans(builder: Builder) -> list[tuple[object, ...]]:
    return builder.connection.execute(
        "SELECT person_id, week_on, kind, met, planned FROM key_action_plans ORDER BY week_on, person_id"
    ).fetchall()


def test_plans_are_written_taken_away_and_undone(builder: Builder) -> None:
    li = builder.person("李雯")
    changes = write_plans(
        builder.store, {PlanCell(li, NOV_16): " 4 次", PlanCell(li, NOV_23): "５"}, "上门拜访", "决策人"
    )
    assert plans(builder) == [(li, "2026-11-16", "上门拜访", "决策人", 4), (li, "2026-11-23", "上门拜访", "决策人", 5)]
    assert changes.kinds == {"key_action_plan"}

    # Any day of the week means the week; blank takes away; 0 is a plan.
    write_plans(builder.store, {PlanCell(li, date(2026, 11, 19)): "", PlanCell(li, NOV_23): "0"}, "上门拜访", "决策人")
    assert plans(builder) == [(li, "2026-11-23", "上门拜访", "决策人", 0)]
    undo(builder.store)
    assert [row[4] for row in plans(builder)] == [4, 5]
    redo(builder.store)
    assert [row[4] for row in plans(builder)] == [0]


@pytest.mark.parametrize("text", ["-1", "四", "1.5", "1000", "3,4", "10^15", "=1+1"])
def test_what_is_no_count_is_refused_as_a_whole(builder: Builder, text: str) -> None:
    li = builder.person("李雯")
    with pytest.raises(CockpitError, match="什么都没有写入"):
        write_plans(builder.store, {PlanCell(li, NOV_16): "2", PlanCell(li, NOV_23): text}, "电话")
    assert plans(builder) == []


def test_the_week_before_is_copied_where_nothing_is_planned(builder: Builder) -> None:
    li, chen, out_of_sight = builder.person("李雯"), builder.person("陈佳"), builder.person("周启航")
    write_plans(
        builder.store,
        {PlanCell(li, NOV_16): "4", PlanCell(chen, NOV_16): "3", PlanCell(out_of_sight, NOV_16): "9"},
        "电话",
    )
    write_plans(builder.store, {PlanCell(chen, NOV_23): "7"}, "电话")
    write_plans(builder.store, {PlanCell(li, NOV_16): "1"}, "上门拜访")

    copy_week_before(builder.store, date(2026, 11, 25), {li, chen}, "电话")
    assert [(row[0], row[4]) for row in plans(builder) if row[1] == "2026-11-23"] == [(li, 4), (chen, 7)]
    undo(builder.store)
    assert [(row[0], row[4]) for row in plans(builder) if row[1] == "2026-11-23"] == [(chen, 7)]

    with pytest.raises(CockpitError, match="没有可以照抄的计划"):
        copy_week_before(builder.store, NOV_16, {li, chen}, "电话")
