"""The five questions over the open deals, and what is past a stage without what it needs."""

import random

from cockpit.metrics import WHOLE_TEAM, Period, Scope
from cockpit.metrics.order_checks import missing_for, step_check
from cockpit.model.cycles import Month
from cockpit.model.deals import ORDER_QUESTIONS
from tests.metrics.builder import Builder

NOVEMBER = Period.of(Month(2026, 11), Month(2026, 11).start.replace(day=24))


def check(builder: Builder, deal: int, question: str, answer: str) -> None:
    builder.add("order_checks", deal_id=deal, question=question, answer=answer, answered_on="2026-11-20")


def test_only_yes_counts_and_a_question_that_was_not_asked_is_no_yes(builder: Builder) -> None:
    team = builder.team("KA")
    seller, other = builder.person("陈佳", team), builder.person("李文", team)
    one = builder.deal(seller, created_on="2026-10-01")
    builder.deal(other, created_on="2026-10-01")
    closed = builder.deal(seller, "won", created_on="2026-10-01", closed_on="2026-11-02")
    for question, answer in (("right_customer", "yes"), ("need", "no"), ("feasibility", "unknown")):
        check(builder, one, question, answer)
    check(builder, closed, "need", "yes")
    found = step_check(builder.reader, NOVEMBER, WHOLE_TEAM)
    assert (found.deals, sum(found.yes.values()), found.share_yes) == (2, 1, 0.1)
    assert step_check(builder.reader, NOVEMBER, Scope.person(seller)).share_yes == 0.2
    assert step_check(builder.reader, NOVEMBER, Scope.person(other)).share_yes == 0


def test_without_open_deals_there_is_no_share(builder: Builder) -> None:
    assert step_check(builder.reader, NOVEMBER, WHOLE_TEAM).share_yes is None


def test_the_department_as_a_question_and_as_a_field_are_two_things(builder: Builder) -> None:
    deal = builder.deal(created_on="2026-10-01", entry_department="IT 部", budget=0, next_step="  ")
    stage = builder.stages["方案"]
    for needed in ("entry_department", "field:entry_department", "field:budget", "field:next_step", "field:amount"):
        builder.add("stage_requirements", stage_id=stage, needed=needed)
    assert missing_for(builder.reader, deal, stage) == ["entry_department", "field:amount", "field:next_step"]
    check(builder, deal, "entry_department", "yes")
    assert missing_for(builder.reader, deal, stage) == ["field:amount", "field:next_step"]


def test_deals_past_a_stage_without_what_it_needs_agree_with_plain_counting(builder: Builder) -> None:
    chance = random.Random(5)
    names = [name for name in builder.stages if name not in ("赢单", "丢单")]
    needed = {name: chance.sample([*ORDER_QUESTIONS, "field:decision_maker"], 2) for name in names[1:]}
    for name, keys in needed.items():
        for key in keys:
            builder.add("stage_requirements", stage_id=builder.stages[name], needed=key)
    expected = set()
    for _ in range(200):
        stage, maker = chance.choice(names), chance.choice([None, "王总"])
        deal = builder.deal(stage=stage, created_on="2026-10-01", decision_maker=maker)
        has = {"field:decision_maker"} if maker else set()
        for question in ORDER_QUESTIONS:
            if answer := chance.choice(["yes", "yes", "yes", "no", None]):
                check(builder, deal, question, answer)
                if answer == "yes":
                    has.add(question)
        passed = names[: names.index(stage) + 1]
        if any(key not in has for name in passed for key in needed.get(name, [])):
            expected.add(deal)
    found = step_check(builder.reader, NOVEMBER, WHOLE_TEAM)
    listed = builder.reader.execute(found.without_rows.ids_sql(), dict(found.without_rows.parameters))
    assert {row[0] for row in listed} == expected
    assert found.without == len(expected)
    assert 0 < len(expected) < 200
