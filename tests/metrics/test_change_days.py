"""Which two days are compared, from what was chosen once."""

from datetime import date

import pytest

from cockpit.metrics import WHOLE_TEAM, Scope
from cockpit.metrics.change_days import chosen_days
from cockpit.model.cycles import Month
from tests.metrics.builder import Builder

TODAY = date(2026, 11, 18)  # a Wednesday


def days(builder: Builder, kept: object, month: str = "2026-11", scope: Scope = WHOLE_TEAM) -> tuple[str, str, str]:
    found = chosen_days(builder.reader, kept, Month.parse(month), scope, TODAY)
    return found.choice, found.first.isoformat(), found.last.isoformat()


def own(first: str, last: str) -> dict[str, str]:
    return {"choice": "days", "first": first, "last": last}


@pytest.mark.parametrize(
    ("kept", "month", "expected"),
    [
        ({"choice": "cycle"}, "2026-11", ("cycle", "2026-10-31", "2026-11-18")),
        ({"choice": "cycle"}, "2026-09", ("cycle", "2026-08-31", "2026-09-30")),
        ({"choice": "cycle"}, "2027-01", ("cycle", "2026-11-18", "2026-11-18")),
        ({"choice": "week"}, "2026-09", ("week", "2026-11-11", "2026-11-18")),
        ({"choice": "last_week"}, "2026-11", ("last_week", "2026-11-08", "2026-11-15")),
        (
            {"choice": "days", "first": "2026-03-01", "last": "2026-05-01"},
            "2026-11",
            ("days", "2026-03-01", "2026-05-01"),
        ),
        (
            {"choice": "days", "first": "2026-05-01", "last": "2026-03-01"},
            "2026-11",
            ("days", "2026-03-01", "2026-05-01"),
        ),
        (
            {"choice": "days", "first": "2026-05-01", "last": "2027-03-01"},
            "2026-11",
            ("days", "2026-05-01", "2026-11-18"),
        ),
        ({"choice": "days", "first": "?", "last": "2026-03-01"}, "2026-11", ("cycle", "2026-10-31", "2026-11-18")),
        ("what was written by another version", "2026-11", ("cycle", "2026-10-31", "2026-11-18")),
    ],
)
def test_choices(builder: Builder, kept: object, month: str, expected: tuple[str, str, str]) -> None:
    assert days(builder, kept, month) == expected


def test_since_the_last_one_on_one_with_this_person_that_was_not_today(builder: Builder) -> None:
    person, other = builder.person("李雯"), builder.person("赵明远")
    for who, at in ((person, "2026-11-10T02:00:00.000Z"), (person, "2026-11-18T02:00:00.000Z"),
                    (other, "2026-11-16T02:00:00.000Z")):  # fmt: skip
        builder.add("meetings", person_id=who, started_at=at, ended_at=at)
    kept = {"choice": "meeting"}
    assert days(builder, kept, scope=Scope.person(person)) == ("meeting", "2026-11-10", "2026-11-18")
    without = chosen_days(builder.reader, kept, Month.parse("2026-11"), WHOLE_TEAM, TODAY)
    assert (without.choice, without.first, without.lack and without.lack.code) == (
        "meeting", date(2026, 10, 31), "no_person",
    )  # fmt: skip
    nobody = chosen_days(builder.reader, kept, Month.parse("2026-11"), Scope.person(builder.person("新人")), TODAY)
    assert nobody.lack is not None
    assert nobody.lack.code == "no_meeting"


def test_since_the_last_review_that_still_holds(builder: Builder) -> None:
    kept = {"choice": "review"}
    assert days(builder, kept) == ("review", "2026-10-31", "2026-11-18")
    for month, at, reopened in (
        ("2026-09", "2026-10-04T02:00:00.000Z", None),
        ("2026-10", "2026-11-03T02:00:00.000Z", "2026-11-04T02:00:00.000Z"),
    ):
        builder.add("cycles", month=month)
        builder.add("cycle_closings", month=month, closed_at=at, reopened_at=reopened)
    assert days(builder, kept) == ("review", "2026-10-04", "2026-11-18")
