"""What is still open in each step when a cycle is to be closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cockpit.metrics import METRICS, WHOLE_TEAM, Period, figures
from cockpit.model.cycles import Month
from cockpit.operations import cycles, supports
from cockpit.operations.cycles import StepCheck, read_closing_checks
from cockpit.operations.operation import redo, undo
from cockpit.store import checks as checking
from cockpit.store.file import Store
from tests.conftest import TODAY

OCTOBER = Month(2026, 10)


@pytest.fixture
def team(sample_path: Path) -> Iterator[Store]:
    with Store.open(sample_path) as store:
        yield store


def checks(store: Store) -> dict[str, StepCheck]:
    return {check.page: check for check in read_closing_checks(store.connection, OCTOBER, TODAY)}


def test_all_five_steps_in_order(team: Store) -> None:
    assert [check.step for check in read_closing_checks(team.connection, OCTOBER, TODAY)] == [1, 2, 3, 4, 5]


def test_results_name_who_has_no_target(team: Store) -> None:
    assert checks(team)["results"].open == 0
    team.connection.execute(
        "DELETE FROM targets WHERE month = '2026-10' AND person_id = (SELECT id FROM people WHERE name = '李雯')"
    )
    found = checks(team)["results"]
    assert found.open == 1 and "李雯" in found.words


def test_process_counts_what_should_have_closed(team: Store) -> None:
    pipeline = figures(team.connection, Period.of(OCTOBER, TODAY), [WHOLE_TEAM], {"pipeline_count"})[WHOLE_TEAM]
    assert checks(team)["process"].open == pipeline["pipeline_count"].value


def test_support_counts_what_was_asked_in_the_cycle_and_is_not_settled(team: Store) -> None:
    before = checks(team)["support"].open
    supports.ask_for_support(team, 1, "样机", OCTOBER.last_day)
    supports.ask_for_support(team, 1, "下个月的事", TODAY)
    assert checks(team)["support"].open == before + 1


def test_problems_name_whom_nobody_asked(team: Store) -> None:
    before = checks(team)["problems"].open
    team.connection.execute("UPDATE problems SET deleted_at = 'x' WHERE month = '2026-10'")
    found = checks(team)["problems"]
    assert found.open > before and found.words.endswith("…"), "three are named, and that there are more"
    team.connection.execute(
        "INSERT INTO self_finding_skips(person_id, month, reason) SELECT id, '2026-10', '休假' FROM people"
    )
    assert checks(team)["problems"].open == 0


def test_improvement_counts_drafts_and_verdicts_that_are_missing(team: Store) -> None:
    team.connection.execute("UPDATE actions SET state = 'agreed', verdict = NULL WHERE month = '2026-09'")
    waiting = team.connection.execute("SELECT count(*) FROM actions WHERE month = '2026-09'").fetchone()[0]
    team.connection.execute("UPDATE actions SET state = 'closed' WHERE month = '2026-10'")
    assert waiting and checks(team)["improvement"].open == waiting


def test_an_unchanged_comment_is_no_change(team: Store) -> None:
    assert cycles.comment_cycle(team, OCTOBER, "一句")
    assert not cycles.comment_cycle(team, OCTOBER, "一句 ")


def test_the_review_is_kept_once_per_language_and_goes_with_its_closing(team: Store) -> None:
    def kept() -> dict[str, str]:
        return dict(team.connection.execute("SELECT language, content FROM frozen_reviews").fetchall())

    cycles.close_cycle(team, OCTOBER, TODAY)
    closed = kept()
    assert set(closed) == {"zh", "en"}
    assert "赢单收入" in closed["zh"] and "Won revenue" in closed["en"]
    keys = team.connection.execute("SELECT DISTINCT key FROM frozen_figures").fetchall()
    assert {key for (key,) in keys} == set(METRICS), "nothing but figures stands among the figures"
    assert checking.check(team.connection) == []
    undo(team)
    assert kept() == {}
    assert team.connection.execute("SELECT count(*) FROM cycle_closings").fetchone() == (0,)
    redo(team)
    assert kept() == closed
    cycles.reopen_cycle(team, OCTOBER, "补录一单")
    assert kept() == closed, "what was closed once can be told for ever"
