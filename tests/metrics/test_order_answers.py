"""The answers to the five questions: counted as plain Python counts them, today and on any past day."""

from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Figure, Period, Scope, figures
from cockpit.metrics.order_checks import NOT_ASKED, new_deals, past_stage_rows, step_check
from cockpit.model.cycles import Month
from cockpit.model.deals import ORDER_QUESTIONS
from cockpit.store.order_checks import remove_order_check, write_order_check
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 24)
NOVEMBER = Period.of(Month(2026, 11), TODAY)
OCTOBER = Period.of(Month(2026, 10), TODAY)

days = st.dates(date(2026, 9, 1), TODAY)
answers = st.sampled_from(["yes", "no", "unknown", None])
deals = st.lists(st.tuples(days, st.none() | days, st.integers(0, 2)), max_size=7)
events = st.lists(st.tuples(days, st.integers(0, 6), st.sampled_from(list(ORDER_QUESTIONS)), answers), max_size=40).map(
    lambda found: sorted(found, key=lambda event: event[0])
)


def say(builder: Builder, deal: int, question: str, answer: str | None, day: date | str) -> None:
    if answer is None:
        remove_order_check(builder.connection, deal, question, str(day))
    else:
        write_order_check(builder.connection, deal, question, answer, "", str(day))


def share(builder: Builder, period: Period, scope: Scope = WHOLE_TEAM) -> Figure:
    return figures(builder.reader, period, [scope], {"order_checks_yes"})[scope]["order_checks_yes"]


@settings(max_examples=60, deadline=None)
@given(deals=deals, events=events, as_of=st.dates(date(2026, 10, 1), TODAY))
def test_the_share_of_each_question_agrees_with_plain_python(
    deals: list[tuple[date, date | None, int]], events: list[tuple[date, int, str, str | None]], as_of: date
) -> None:
    with TemporaryDirectory() as folder:
        builder = Builder(Path(folder) / "cockpit.sqlite")
        people = [builder.person(name) for name in ("陈佳", "李雯")]
        made = []
        for created, closed, owner in deals:
            closed = None if closed is None or closed < created else closed
            made.append((created, closed, [*people, None][owner]))
            builder.deal(
                made[-1][2], "won" if closed else "open", created_on=str(created), closed_on=closed and str(closed)
            )
        for day, place, question, answer in events:
            if place < len(made):
                say(builder, place + 1, question, answer, day)
        period = Period.of(Month.of(as_of), TODAY, as_of=as_of)
        for scope in (WHOLE_TEAM, Scope.person(people[0])):
            expected = {question: {"yes": 0, "no": 0, "unknown": 0, NOT_ASKED: 0} for question in ORDER_QUESTIONS}
            count = 0
            for place, (created, closed, owner) in enumerate(made):
                if created > as_of or (closed and closed <= as_of) or (scope.id and owner != scope.id):
                    continue
                count += 1
                said = {question: answer for day, of, question, answer in events if of == place and day <= as_of}
                for question in ORDER_QUESTIONS:
                    expected[question][said.get(question) or NOT_ASKED] += 1
            found = step_check(builder.reader, period, scope)
            assert (found.deals, found.answers) == (count, expected)
            figure = share(builder, period, scope)
            if figure.value is not None:
                yes = sum(of_question["yes"] for of_question in expected.values())
                assert figure.value == pytest.approx(yes / (5 * count))
                assert found.share_yes == pytest.approx(figure.value)
        builder.close()


def test_without_an_answer_or_a_deal_the_share_says_why(builder: Builder) -> None:
    deal = builder.deal(created_on="2026-10-01")
    assert share(builder, NOVEMBER).reason and share(builder, NOVEMBER).reason.code == "no_order_checks"
    say(builder, deal, "need", "yes", "2026-11-02")
    assert (share(builder, NOVEMBER).value, share(builder, NOVEMBER).n) == (0.2, 5)
    assert share(builder, OCTOBER).value == 0
    nobody = share(builder, NOVEMBER, Scope.person(builder.person("新人")))
    assert nobody.value is None and nobody.reason and nobody.reason.code == "nothing_open"


def test_a_past_month_is_told_by_the_stage_and_the_answers_of_then(builder: Builder) -> None:
    deal = builder.deal(stage="合同", created_on="2026-09-01", decision_maker="王总")
    builder.history(deal, "stage", "需求", "合同", "2026-11-05")
    for stage, needed in (("需求", "need"), ("合同", "feasibility"), ("合同", "field:decision_maker")):
        builder.add("stage_requirements", stage_id=builder.stages[stage], needed=needed)
    say(builder, deal, "need", "yes", "2026-10-20")

    def listed(period: Period) -> list[int]:
        rows = past_stage_rows(period, WHOLE_TEAM)
        return [row[0] for row in builder.reader.execute(rows.ids_sql(), dict(rows.parameters))]

    assert (listed(OCTOBER), listed(NOVEMBER)) == ([], [deal])
    say(builder, deal, "need", "no", "2026-11-10")
    assert listed(OCTOBER) == []
    assert listed(Period.of(Month(2026, 10), TODAY, as_of=date(2026, 10, 19))) == [deal]


def test_new_opportunities_are_counted_by_what_is_thought_of_them(builder: Builder) -> None:
    team, other = builder.team("KA"), builder.team("直销")
    seller = builder.person("陈佳", team, end="2026-11-10")
    builder.member(seller, other, "2026-11-10")
    first = date(2026, 11, 2)
    told = ["yes", "no", "unknown", None, "yes", None]
    for place, answer in enumerate(told):
        deal = builder.deal(seller, "lost" if place == 4 else "open", created_on=str(first + timedelta(days=2 * place)),
                            closed_on="2026-11-20" if place == 4 else None)  # fmt: skip
        say(builder, deal, "feasibility", answer, "2026-11-20")
        say(builder, deal, "need", "yes", "2026-11-20")
    builder.deal(seller, created_on="2026-10-31")
    found = new_deals(builder.reader, NOVEMBER, WHOLE_TEAM)
    assert (found.count, found.answers) == (6, {"yes": 2, "no": 1, "unknown": 1, NOT_ASKED: 2})
    for answer, count in found.answers.items():
        rows = found.rows_answered(answer)
        assert len(builder.reader.execute(rows.ids_sql(), dict(rows.parameters)).fetchall()) == count
    of_team = new_deals(builder.reader, NOVEMBER, Scope.of_team(team))
    assert (of_team.count, of_team.answers["yes"]) == (4, 1)
