"""Answers to the five questions, what a stage needs, and what a team believed of it: written, kept and taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics.order_checks import missing_for
from cockpit.model import clock
from cockpit.operations.deals import add_deal, edit_together, move_stage
from cockpit.operations.operation import redo, undo
from cockpit.operations.order_checks import answer_question, answer_together, set_requirements
from cockpit.operations.people import TeamStageValues, add_team, edit_team_stages
from cockpit.operations.settings import choose_setting
from cockpit.store.file import Store
from cockpit.store.order_checks import read_order_checks

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


@pytest.fixture
def deal(store: Store) -> int:
    (number,) = add_deal(store, name="华信二期", today=MONDAY).ids["deal"]
    return number


def test_an_answer_keeps_its_evidence_and_undo_brings_the_one_before(store: Store, deal: int) -> None:
    answer_question(store, deal, "need", "no", "还没见到业务部门", today=MONDAY)
    answer_question(store, deal, "need", "yes", today=TUESDAY)
    assert read_order_checks(store.connection, deal)["need"] == ("yes", "还没见到业务部门", "2026-11-24")
    undo(store)
    assert read_order_checks(store.connection, deal)["need"] == ("no", "还没见到业务部门", "2026-11-23")
    redo(store)
    answer_question(store, deal, "need", None)
    assert read_order_checks(store.connection, deal) == {}


def test_the_same_answer_again_keeps_its_day(store: Store, deal: int) -> None:
    answer_question(store, deal, "feasibility", "yes", "预算已批", today=MONDAY)
    assert not answer_question(store, deal, "feasibility", "yes", "预算已批", today=TUESDAY).undoable
    assert read_order_checks(store.connection, deal)["feasibility"][2] == "2026-11-23"


def test_what_a_stage_needs_is_set_as_a_whole_and_undone_as_one(store: Store, deal: int) -> None:
    stage = store.connection.execute("SELECT id FROM stages WHERE name = '方案报价'").fetchone()[0]
    set_requirements(store, stage, ["need", "field:amount"])
    set_requirements(store, stage, ["feasibility", "need"])
    assert missing_for(store.connection, deal, stage) == ["need", "feasibility"]
    undo(store)
    assert missing_for(store.connection, deal, stage) == ["need", "field:amount"]
    with pytest.raises(KeyError):
        set_requirements(store, stage, ["weather"])


def test_each_change_of_what_a_team_believes_is_kept_with_its_day(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (team,) = add_team(store, "大客户一部").ids["team"]
    stage = store.connection.execute("SELECT min(id) FROM stages WHERE kind = 'open'").fetchone()[0]
    for day, value in ((MONDAY, 0.3), (TUESDAY, 0.6)):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        edit_team_stages(store, team, {stage: TeamStageValues(value, 14)})
    edit_team_stages(store, team, {stage: TeamStageValues(0.6, 21)})  # a limit alone is no new belief

    def history() -> list[tuple[object, ...]]:
        return store.connection.execute(
            "SELECT stage_id, team_id, old, new, changed_on FROM experience_history ORDER BY id"
        ).fetchall()

    first = (stage, team, None, 0.3, "2026-11-23")
    assert history() == [first, (stage, team, 0.3, 0.6, "2026-11-24")]
    undo(store)  # the limit
    undo(store)
    assert history() == [first]
    edit_team_stages(store, team, {stage: TeamStageValues(None, None)})
    assert history() == [first, (stage, team, 0.3, None, "2026-11-24")]


def stage_id(store: Store, name: str) -> int:
    return int(store.connection.execute("SELECT id FROM stages WHERE name = ?", (name,)).fetchone()[0])


def stage_of(store: Store, deal: int) -> str:
    return str(
        store.connection.execute(
            "SELECT s.name FROM deals d JOIN stages s ON s.id = d.stage_id WHERE d.id = ?", (deal,)
        ).fetchone()[0]
    )


def test_a_move_without_what_the_stages_need_is_refused_only_where_that_was_chosen(store: Store, deal: int) -> None:
    set_requirements(store, stage_id(store, "需求确认"), ["need"])
    set_requirements(store, stage_id(store, "方案报价"), ["field:budget"])
    move_stage(store, [deal], stage_id(store, "方案报价"))  # reminded of, and moved
    assert stage_of(store, deal) == "方案报价"
    undo(store)
    choose_setting(store, "stage_requirements", "refuse")
    with pytest.raises(CockpitError, match="华信二期.*方案报价.*需求在不在手里、预算"):
        move_stage(store, [deal], stage_id(store, "方案报价"))
    assert stage_of(store, deal) == "初步接触"
    answer_question(store, deal, "need", "yes")
    # What is filled in by the same step counts.
    edit_together(store, [deal], {"budget": 100}, stage_id=stage_id(store, "方案报价"))
    assert stage_of(store, deal) == "方案报价"
    answer_question(store, deal, "need", "no")
    move_stage(store, [deal], stage_id(store, "需求确认"))  # back
    with pytest.raises(CockpitError):
        edit_together(store, [deal], {"next_step": "报价"}, stage_id=stage_id(store, "商务谈判"))
    assert store.connection.execute("SELECT next_step FROM deals").fetchone()[0] is None
    move_stage(store, [deal], stage_id(store, "赢单"))
    assert stage_of(store, deal) == "赢单"


def test_several_questions_are_answered_in_one_step(store: Store, deal: int) -> None:
    answer_question(store, deal, "need", "no", "没见到人", today=MONDAY)
    answer_together(store, [(deal, "need"), (deal, "feasibility"), (999, "need")], "yes", today=TUESDAY)
    found = read_order_checks(store.connection, deal)
    assert found == {"need": ("yes", "没见到人", "2026-11-24"), "feasibility": ("yes", "", "2026-11-24")}
    undo(store)
    assert set(read_order_checks(store.connection, deal)) == {"need"}
