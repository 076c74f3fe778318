"""Supports, problems, actions and closings as verbs: what they refuse, what they write, and the way back of each."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics import WHOLE_TEAM, Period, Scope, figures
from cockpit.model.cycles import Month
from cockpit.model.loop import Action, Problem, Support, Verdict
from cockpit.operations import actions, cycles, problems, supports
from cockpit.operations.actions import ActionEdit
from cockpit.operations.operation import Changes, redo, undo
from cockpit.operations.supports import SupportEdit
from cockpit.store import loop
from cockpit.store.file import Store
from tests.metrics.builder import Builder

NOVEMBER, DECEMBER = Month(2026, 11), Month(2026, 12)
TODAY, NEXT = date(2026, 11, 24), date(2026, 12, 22)
TABLES = (
    "supports", "problems", "problem_kinds", "self_finding_skips", "actions", "check_ins", "cycles", "cycle_closings",
    "frozen_figures", "frozen_reviews", "note_items",
)  # fmt: skip


@pytest.fixture
def builder(tmp_path: Path) -> Iterator[Builder]:
    built = Builder(tmp_path / "cockpit.sqlite")
    team = built.team("直销")
    built.person("李雯", team)
    built.person("陈佳", team)
    yield built
    built.close()


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table: store.connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in TABLES}


def done(store: Store, verb: Callable[[], Changes]) -> Changes:
    """Do it, undo it, do it again: undo gives back every row, redo every change."""
    before = rows(store)
    changes = verb()
    after = rows(store)
    assert changes.undoable and changes and after != before
    undo(store)
    assert rows(store) == before
    redo(store)
    assert rows(store) == after
    return changes


def only(changes: Changes, kind: str) -> int:
    [number] = changes.ids[kind]  # type: ignore[index]
    return number


def support(store: Store, number: int) -> Support:
    found = loop.read_support(store.connection, number)
    assert found is not None
    return found


def action(store: Store, number: int) -> Action:
    found = loop.read_action(store.connection, number)
    assert found is not None
    return found


def problem(store: Store, number: int) -> Problem:
    found = loop.read_problem(store.connection, number)
    assert found is not None
    return found


def kept(builder: Builder, month: Month, today: date) -> tuple[float | None, int | None]:
    figure = figures(builder.reader, Period.of(month, today), [WHOLE_TEAM], {"promises_kept"})[WHOLE_TEAM]
    return figure["promises_kept"].value, figure["promises_kept"].n


# --- supports -------------------------------------------------------------------------------------------------------


def test_a_request_is_answered_with_a_date_taken_in_hand_and_kept(builder: Builder) -> None:
    store = builder.store
    number = only(done(store, lambda: supports.ask_for_support(store, 1, " 要演示设备 ", TODAY)), "support")
    assert support(store, number).text == "要演示设备" and support(store, number).state == "asked"
    with pytest.raises(CockpitError, match="期限"):
        supports.promise_support(store, number, TODAY)
    due = date(2026, 11, 27)
    done(store, lambda: supports.promise_support(store, number, TODAY, SupportEdit(due_on=due)))
    promised = support(store, number)
    assert (promised.state, promised.due_on, promised.first_due_on) == ("promised", due, due)
    assert promised.answered_on == promised.promised_on == TODAY
    done(store, lambda: supports.take_in_hand(store, number, TODAY))
    assert support(store, number).is_overdue(date(2026, 11, 28)) and not support(store, number).is_overdue(due)
    done(store, lambda: supports.keep_promise(store, number, due, SupportEdit(outcome="已借出")))
    assert support(store, number).was_kept is True and support(store, number).outcome == "已借出"
    assert kept(builder, NOVEMBER, due) == (1.0, 1)


def test_a_later_date_does_not_make_a_promise_kept(builder: Builder) -> None:
    store = builder.store
    number = only(supports.make_promise(store, 1, "约 CIO", date(2026, 11, 10), date(2026, 11, 17)), "support")
    done(store, lambda: supports.edit_support(store, number, SupportEdit(due_on=date(2026, 11, 25))))
    supports.keep_promise(store, number, TODAY)
    found = support(store, number)
    assert found.first_due_on == date(2026, 11, 17) and found.was_kept is False
    assert kept(builder, NOVEMBER, TODAY) == (0.0, 1)


def test_a_promise_that_is_overdue_counts_as_not_kept(builder: Builder) -> None:
    store = builder.store
    done(store, lambda: supports.make_promise(store, 1, "约 CIO", date(2026, 11, 10), date(2026, 11, 17)))
    assert kept(builder, NOVEMBER, TODAY) == (0.0, 1)


def test_who_declines_says_why_and_what_is_finished_can_be_taken_up_again(builder: Builder) -> None:
    store = builder.store
    number = only(supports.ask_for_support(store, 1, "再招一人", TODAY, kind="external"), "support")
    with pytest.raises(CockpitError, match="原因"):
        supports.decline_support(store, number, TODAY)
    done(store, lambda: supports.decline_support(store, number, TODAY, SupportEdit(outcome="今年没有编制")))
    assert support(store, number).state == "declined" and support(store, number).answered_on == TODAY
    with pytest.raises(CockpitError, match="了结"):
        supports.keep_promise(store, number, TODAY)
    due = date(2026, 12, 1)
    done(store, lambda: supports.promise_support(store, number, TODAY, SupportEdit(due_on=due)))
    assert support(store, number).done_on is None and support(store, number).is_open
    done(store, lambda: supports.remove_support(store, number))
    with pytest.raises(CockpitError, match="不在"):
        supports.remove_support(store, number)


def test_words_are_needed(builder: Builder) -> None:
    store = builder.store
    for verb in (
        lambda: supports.ask_for_support(store, 1, "  ", TODAY),
        lambda: problems.record_problem(store, 1, NOVEMBER, "self", "\n", TODAY),
        lambda: actions.draft_action(store, 1, NOVEMBER, ""),
        lambda: problems.skip_self_finding(store, 1, NOVEMBER, " "),
    ):
        with pytest.raises(CockpitError):
            verb()
    assert not any(rows(store).values())


def test_the_board_shows_what_is_open_and_what_this_cycle_finished_of_the_scope_alone(builder: Builder) -> None:
    store = builder.store
    october = date(2026, 10, 8)
    old = only(supports.make_promise(store, 1, "上月办完", october, october), "support")
    supports.keep_promise(store, old, october)
    supports.ask_for_support(store, 1, "还没答复", october)
    now = only(supports.make_promise(store, 2, "本月办完", october, TODAY), "support")
    supports.keep_promise(store, now, TODAY)
    supports.ask_for_support(store, None, "全队的", TODAY)

    def texts(scope: Scope) -> set[str]:
        return {found.text for found in supports.read_support_board(builder.reader, NOVEMBER, scope, TODAY).supports}

    assert texts(WHOLE_TEAM) == {"还没答复", "本月办完", "全队的"}
    assert texts(Scope.person(1)) == {"还没答复"}


# --- problems -------------------------------------------------------------------------------------------------------


def test_the_leader_comes_after_the_person(builder: Builder) -> None:
    store = builder.store
    with pytest.raises(CockpitError, match="先听本人说"):
        problems.record_problem(store, 1, NOVEMBER, "leader", "没有下一步", TODAY)
    done(store, lambda: problems.record_problem(store, 1, NOVEMBER, "self", "先报价后讲价值", TODAY, kind="价值传递"))
    done(store, lambda: problems.record_problem(store, 1, NOVEMBER, "leader", "没有下一步", TODAY, evidence="周报"))
    with pytest.raises(CockpitError):  # the other person, and the other cycle, have not been heard
        problems.record_problem(store, 2, NOVEMBER, "leader", "x", TODAY)
    with pytest.raises(CockpitError):
        problems.record_problem(store, 1, DECEMBER, "leader", "x", TODAY)


def test_self_finding_is_skipped_knowingly(builder: Builder) -> None:
    store = builder.store
    done(store, lambda: problems.skip_self_finding(store, 1, NOVEMBER, "休假"))
    done(store, lambda: problems.record_problem(store, 1, NOVEMBER, "leader", "没有下一步", TODAY))
    board = problems.read_problem_board(builder.reader, NOVEMBER, WHOLE_TEAM, TODAY)
    assert {found.person.name: (found.skipped_because, found.leader_may_add) for found in board.people} == {
        "李雯": ("休假", True), "陈佳": (None, False),
    }  # fmt: skip


def test_kinds_begin_with_a_few_and_grow(builder: Builder) -> None:
    store = builder.store
    offered = problems.read_problem_board(builder.reader, NOVEMBER, WHOLE_TEAM, TODAY).kinds
    assert "价值传递" in offered and loop.list_problem_kinds(store.connection) == {}
    number = only(problems.record_problem(store, 1, NOVEMBER, "self", "报价早", TODAY, kind="价值传递"), "problem")
    assert list(loop.list_problem_kinds(store.connection)) == offered
    done(store, lambda: problems.edit_problem(store, number, kind="合同条款", text="合同拖", evidence="华信"))
    assert (problem(store, number).kind, problem(store, number).evidence) == ("合同条款", "华信")
    assert problems.read_problem_board(builder.reader, NOVEMBER, WHOLE_TEAM, TODAY).kinds == [*offered, "合同条款"]
    done(store, lambda: problems.settle_problem(store, number, TODAY))
    assert problem(store, number).settled_on == TODAY
    done(store, lambda: problems.reopen_problem(store, number))
    done(store, lambda: problems.remove_problem(store, number))


# --- actions --------------------------------------------------------------------------------------------------------


def an_agreed_action(builder: Builder, target: float = 6.0, metric: str = "won_count", today: date = TODAY) -> int:
    store = builder.store
    number = only(actions.draft_action(store, 1, NOVEMBER, "每周首访 6 次"), "action")
    actions.agree_action(store, number, today, ActionEdit(metric=metric, target=target, due_on=date(2026, 12, 31)))
    return number


def won(builder: Builder, month: Month, count: int) -> None:
    for _ in range(count):
        builder.deal(1, "won", closed_on=f"{month}-05", amount=10_000)


def test_an_action_cannot_be_agreed_incomplete_and_says_what_is_missing(builder: Builder) -> None:
    store = builder.store
    won(builder, NOVEMBER, 2)
    number = only(done(store, lambda: actions.draft_action(store, 1, NOVEMBER, "每周首访 6 次")), "action")
    before = rows(store)
    with pytest.raises(CockpitError, match="指标、目标值、期限"):
        actions.agree_action(store, number, TODAY)
    with pytest.raises(CockpitError, match="缺期限"):
        actions.agree_action(store, number, TODAY, ActionEdit(metric="won_count", target=6.0))
    assert rows(store) == before, "a refused agreement must not leave half of it behind"
    done(store, lambda: actions.edit_action(store, number, ActionEdit(metric="won_count", target=6.0)))
    due = date(2026, 12, 31)
    done(store, lambda: actions.agree_action(store, number, TODAY, ActionEdit(due_on=due)))
    agreed = action(store, number)
    assert (agreed.state, agreed.baseline, agreed.target, agreed.agreed_on) == ("agreed", 2.0, 6.0, TODAY)
    won(builder, NOVEMBER, 1)
    assert action(store, number).baseline == 2.0, "the baseline is frozen"
    with pytest.raises(CockpitError, match="不再改动"):
        actions.edit_action(store, number, ActionEdit(target=3.0))
    with pytest.raises(CockpitError, match="不能删除"):
        actions.remove_action(store, number)


def test_an_action_is_written_and_agreed_in_one_step_or_not_at_all(builder: Builder) -> None:
    store = builder.store
    won(builder, NOVEMBER, 2)
    complete = ActionEdit(metric="won_count", target=6.0, due_on=date(2026, 12, 31))
    before = rows(store)
    with pytest.raises(CockpitError, match="缺期限"):
        actions.draft_action(
            store, 1, NOVEMBER, "每周首访 6 次", edit=ActionEdit(metric="won_count", target=6.0), agree_on=TODAY
        )
    assert rows(store) == before
    number = only(done(store, lambda: actions.draft_action(
        store, 1, NOVEMBER, "每周首访 6 次", edit=complete, agree_on=TODAY
    )), "action")  # fmt: skip
    assert (action(store, number).state, action(store, number).baseline) == ("agreed", 2.0)
    draft = only(done(store, lambda: actions.draft_action(store, 1, NOVEMBER, "再想想", edit=complete)), "action")
    assert (action(store, draft).state, action(store, draft).target) == ("draft", 6.0)


def test_a_baseline_that_cannot_be_computed_is_frozen_with_its_reason(builder: Builder) -> None:
    number = an_agreed_action(builder, metric="win_rate_count", target=0.5)
    agreed = action(builder.store, number)
    assert agreed.baseline is None and agreed.baseline_reason == "周期内没有关闭的商机"


def test_a_draft_is_dropped(builder: Builder) -> None:
    store = builder.store
    number = only(actions.draft_action(store, 1, NOVEMBER, "再想想"), "action")
    done(store, lambda: actions.remove_action(store, number))


def test_a_check_in_leaves_a_word_and_the_next_day(builder: Builder) -> None:
    store, number = builder.store, an_agreed_action(builder)
    done(store, lambda: actions.plan_check_in(store, number, date(2026, 11, 30)))
    with pytest.raises(CockpitError, match="留一句话"):
        actions.check_in(store, number, TODAY, " ", "hint")
    done(store, lambda: actions.check_in(
        store, number, date(2026, 11, 30), "约得好", "praise", value=4.0, next_on=date(2026, 12, 7)
    ))  # fmt: skip
    board = actions.read_improvement_board(builder.reader, NOVEMBER, WHOLE_TEAM, TODAY)
    [line] = board.current
    assert line.next_check == date(2026, 12, 7) and line.last_word is not None
    assert (line.last_word.word, line.last_word.kind, line.last_word.value) == ("约得好", "praise", 4.0)
    assert len(line.check_ins) == 2, "the planned look is the one that happened"


@pytest.mark.parametrize(
    ("count", "verdict"), [(6, "effective"), (4, "partly"), (3, "not_effective"), (0, "not_effective")]
)
def test_the_next_cycle_judges_and_the_manager_confirms(builder: Builder, count: int, verdict: Verdict) -> None:
    store = builder.store
    won(builder, NOVEMBER, 2)
    number = an_agreed_action(builder)
    won(builder, DECEMBER, count)
    [line] = actions.read_improvement_board(builder.reader, DECEMBER, WHOLE_TEAM, NEXT).judged
    assert line.reading.proposed == verdict and line.reading.verdict is None
    done(store, lambda: actions.confirm_verdict(store, number, verdict, DECEMBER, NEXT))
    judged = action(store, number)
    assert (judged.state, judged.verdict, judged.verdict_on) == ("closed", verdict, NEXT)
    came_back = loop.list_problems(store.connection, DECEMBER)
    assert len(came_back) == (verdict == "not_effective")
    if came_back:
        assert came_back[0].found_by == "leader" and f"现在 {count}" in came_back[0].evidence


def test_what_cannot_be_read_is_proposed_as_not_measurable(builder: Builder) -> None:
    store = builder.store
    number = an_agreed_action(builder, metric="win_rate_count", target=0.5)
    won(builder, DECEMBER, 2)
    [line] = actions.read_improvement_board(builder.reader, DECEMBER, WHOLE_TEAM, NEXT).judged
    assert line.reading.proposed == "not_measurable" and line.reading.reason is not None
    assert line.reading.reason.sentence == "周期内没有关闭的商机"
    done(store, lambda: actions.confirm_verdict(store, number, "not_measurable", DECEMBER, NEXT))


def test_an_effective_action_settles_its_problem_and_an_idle_one_brings_it_back(builder: Builder) -> None:
    store = builder.store
    found = only(problems.record_problem(store, 1, NOVEMBER, "self", "首访少", TODAY, kind="客户开发"), "problem")
    two = [only(actions.draft_action(store, 1, NOVEMBER, text, problem_id=found), "action") for text in ("甲", "乙")]
    for number in two:
        actions.agree_action(store, number, TODAY, ActionEdit(metric="won_count", target=1.0, due_on=NEXT))
    actions.confirm_verdict(store, two[0], "effective", DECEMBER, NEXT)
    assert problem(store, found).settled_on is None, "the other action is still open"
    done(store, lambda: actions.confirm_verdict(store, two[1], "effective", DECEMBER, NEXT))
    assert problem(store, found).settled_on == NEXT
    undo(store)
    done(store, lambda: actions.confirm_verdict(store, two[1], "not_effective", DECEMBER, NEXT))
    [back] = loop.list_problems(store.connection, DECEMBER)
    assert (back.text, back.found_by, back.kind) == ("首访少", "self", "客户开发")
    assert problem(store, found).settled_on is None


def test_verdicts_wait_for_the_next_cycle(builder: Builder) -> None:
    store, number = builder.store, an_agreed_action(builder)
    with pytest.raises(CockpitError, match="下个周期"):
        actions.confirm_verdict(store, number, "effective", NOVEMBER, TODAY)
    with pytest.raises(CockpitError, match="下个周期"):  # it is looked at already, but has no numbers yet
        actions.confirm_verdict(store, number, "effective", DECEMBER, TODAY)
    draft = only(actions.draft_action(store, 1, NOVEMBER, "再想想"), "action")
    with pytest.raises(CockpitError, match="没有约定"):
        actions.confirm_verdict(store, draft, "effective", DECEMBER, NEXT)
    later = actions.read_improvement_board(builder.reader, Month(2027, 1), WHOLE_TEAM, date(2027, 1, 8))
    assert later.not_judged == {"2026-11": 1} and later.judged == []


# --- cycles ---------------------------------------------------------------------------------------------------------


def test_closing_freezes_every_figure_and_reopening_keeps_them(builder: Builder) -> None:
    store = builder.store
    won(builder, NOVEMBER, 2)
    with pytest.raises(CockpitError, match="没有过完"):
        cycles.close_cycle(store, NOVEMBER, date(2026, 11, 30))
    done(store, lambda: cycles.comment_cycle(store, NOVEMBER, "补上了客户开发"))
    done(store, lambda: cycles.close_cycle(store, NOVEMBER, NEXT))
    won(builder, NOVEMBER, 1)
    read = "SELECT value, n, reason FROM frozen_figures WHERE scope = 'person:李雯' AND key = ?"
    assert store.connection.execute(read, ("won_count",)).fetchone()[0] == 2
    assert store.connection.execute(read, ("attainment",)).fetchone()[2] == "没有设目标"
    with pytest.raises(CockpitError, match="已经关账"):
        cycles.close_cycle(store, NOVEMBER, NEXT)
    with pytest.raises(CockpitError, match="原因"):
        cycles.reopen_cycle(store, NOVEMBER, "")
    done(store, lambda: cycles.reopen_cycle(store, NOVEMBER, "补录一单"))
    done(store, lambda: cycles.close_cycle(store, NOVEMBER, NEXT))
    assert [value for (value, *_rest) in store.connection.execute(read, ("won_count",))] == [2, 3]
