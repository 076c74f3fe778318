"""A day of the team, held against a count over plain rows for random stores, and by hand where it is told apart."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cockpit.metrics import WHOLE_TEAM, Scope
from cockpit.metrics.daily import DAILY, FOLLOW_UP_KEYS, Day, DueEntry, list_follow_ups, read_day
from cockpit.metrics.follow_ups import follow_ups
from cockpit.metrics.scopes import read_roster
from cockpit.model.activity_words import is_visit
from tests.metrics.builder import Builder

TODAY = date(2026, 5, 20)
START = date(2026, 5, 11)
KINDS = ("上门拜访", "电话", "拜访", "微信", "Call", "Visit")


def day_of(build: Builder, day: date = TODAY, scope: Scope = WHOLE_TEAM, today: date = TODAY) -> Day:
    asked = follow_ups(build.reader, day, today)
    return read_day(build.reader, day, today, read_roster(build.reader), scope, asked)


def listed_on(build: Builder, day: date = TODAY, scope: Scope = WHOLE_TEAM) -> list[DueEntry]:
    return list_follow_ups(build.reader, day, read_roster(build.reader), scope, follow_ups(build.reader, day, TODAY))


def values(found: Day) -> dict[str, object]:
    return {key: figure.value for key, figure in found.figures.items()}


def rows_behind(build: Builder, found: Day, key: str) -> list[int]:
    rows = found.figures[key].rows
    if rows is None:
        return []
    return [number for (number,) in build.reader.execute(rows.ids_sql(), rows.parameters)]


# --- by hand --------------------------------------------------------------------------------------------------


def test_a_follow_up_is_done_by_the_next_touch_of_its_deal_or_account_or_by_a_tick(builder: Builder) -> None:
    li = builder.person("李")
    huaxin, lanhai = builder.add("accounts", name="华信"), builder.add("accounts", name="蓝海")
    one, other = builder.deal(li, account_id=huaxin), builder.deal(li, account_id=huaxin)

    def asked(**values: object) -> int:
        return builder.add(
            "activities", person_id=li, kind="电话", happened_on="2026-05-11", follow_up_on="2026-05-20", **values
        )

    of_deal = asked(deal_id=one)
    of_other = asked(deal_id=other)
    of_account = asked(account_id=huaxin)
    of_nobody = asked()
    ticked = asked(account_id=lanhai, followed_up_on="2026-05-19")

    def is_open(day: date = TODAY) -> set[int]:
        found = listed_on(builder, day)
        return {entry.activity.id for entry in found if entry.done_on is None}

    assert is_open() == {of_deal, of_other, of_account, of_nobody}
    builder.add("activities", person_id=li, kind="电话", happened_on="2026-05-18", deal_id=one)
    assert is_open() == {of_other, of_nobody}, "the deal's own and the account's; another deal's stays"
    builder.add("activities", person_id=li, kind="电话", happened_on="2026-05-20", account_id=huaxin)
    assert is_open() == {of_nobody}
    found = listed_on(builder)
    assert [(entry.activity.id, entry.done_on) for entry in found] == [(of_nobody, None), (of_other, TODAY)]
    assert ticked not in is_open()


def test_what_is_late_is_told_for_ninety_days_and_what_was_done_the_same_day_is_not_the_follow_up(
    builder: Builder,
) -> None:
    li, account = builder.person("李"), builder.add("accounts", name="华信")
    for due in (TODAY - timedelta(days=91), TODAY - timedelta(days=90), TODAY - timedelta(days=1), TODAY):
        builder.add(
            "activities", person_id=li, kind="电话", happened_on="2026-01-05", follow_up_on=due.isoformat()
        )  # fmt: skip
    builder.add("activities", person_id=li, kind="电话", happened_on="2026-05-20", account_id=account,
                follow_up_on="2026-05-20")  # fmt: skip
    builder.add("activities", person_id=li, kind="微信", happened_on="2026-05-20", account_id=account)
    told = values(day_of(builder))
    assert (told["overdue"], told["due"], told["done"]) == (2, 2, 0)
    later = values(day_of(builder, TODAY + timedelta(days=1)))
    assert (later["overdue"], later["due"], later["touches"]) == (3, 0, 0), "a day ahead is seen from today"


def test_without_any_activity_there_is_no_value_and_the_reason_is_told(builder: Builder) -> None:
    li = builder.person("李")
    found = day_of(builder)
    for key in DAILY:
        assert found.figures[key].value is None and found.figures[key].reason is not None
    early = read_day(builder.reader, TODAY, TODAY, read_roster(builder.reader), WHOLE_TEAM, None)
    assert set(early.figures) == set(DAILY) - set(FOLLOW_UP_KEYS), "what takes longer is read afterwards"
    builder.add("activities", person_id=li, kind="电话", happened_on="2020-05-20", deleted_at="2020-05-21")
    assert day_of(builder).figures["touches"].value is None


def test_who_left_is_told_only_where_there_is_something_and_what_nobody_did_stands_last(builder: Builder) -> None:
    team = builder.team("一组")
    builder.person("李", team, pinyin="li")
    gone = builder.person("王", team, pinyin="wang", left_on="2026-05-01")
    builder.add("activities", person_id=gone, kind="电话", happened_on="2026-05-02")
    assert [one.name for one in day_of(builder).people] == ["李"]
    builder.add("activities", person_id=gone, kind="电话", happened_on="2026-05-20")
    builder.add("activities", kind="电话", happened_on="2026-05-20")
    assert [one.name for one in day_of(builder).people] == ["李", "王", "没写是谁"]
    (nobody,) = [one for one in day_of(builder).people if one.person is None]
    rows = nobody.figures["touches"].rows
    assert rows is not None and builder.reader.execute(rows.count_sql(), rows.parameters).fetchone() == (1,)


# --- against a count over plain rows --------------------------------------------------------------------------


def fill(build: Builder, chance: Random) -> None:
    teams = [build.team("一组"), build.team("二组")]
    people = [build.person(f"人{number}", pinyin=f"p{number}") for number in range(4)]
    for person in people[:3]:
        first = chance.choice(teams)
        build.member(person, first, None, "2026-05-15")
        build.member(person, chance.choice(teams), "2026-05-15")
    if chance.random() < 0.3:
        build.connection.execute("UPDATE people SET deleted_at = '2026-05-01' WHERE id = ?", (people[3],))
    accounts = [build.add("accounts", name=f"客户{number}") for number in range(5)]
    deals = [build.deal(chance.choice(people), account_id=chance.choice([*accounts, None])) for _ in range(5)]
    if chance.random() < 0.3:
        build.connection.execute("UPDATE accounts SET deleted_at = '2026-05-01' WHERE id = ?", (accounts[0],))
    for _ in range(chance.randint(5, 45)):
        day = START + timedelta(days=chance.randint(0, 11))
        deal = chance.choice([None, *deals])
        build.add(
            "activities",
            person_id=chance.choice([*people, None]),
            kind=chance.choice(KINDS),
            happened_on=day.isoformat(),
            deal_id=deal,
            account_id=chance.choice([None, *accounts]),
            follow_up_on=chance.choice([None, (day + timedelta(days=chance.randint(0, 6))).isoformat()]),
            followed_up_on=chance.choice([None, None, (day + timedelta(days=chance.randint(0, 8))).isoformat()]),
            deleted_at=chance.choice([None] * 9 + ["2026-05-19"]),
        )


def independently(build: Builder, day: date, scope: Scope) -> dict[str, object]:
    """By rules in words, over plain rows."""
    read = build.connection.execute
    there = {row[0] for row in read("SELECT id FROM people WHERE deleted_at IS NULL")}
    accounts = {row[0] for row in read("SELECT id FROM accounts WHERE deleted_at IS NULL")}
    account_of_deal = dict(read("SELECT id, account_id FROM deals").fetchall())
    teams = read(
        "SELECT person_id, team_id, coalesce(from_on, ''), coalesce(to_on, '9999') FROM memberships"
    ).fetchall()
    iso, as_of = day.isoformat(), min(day, TODAY).isoformat()
    activities = [
        (number, person, kind, happened, deal, account if account is not None else account_of_deal.get(deal), account,
         follow_up, ticked)
        for number, person, kind, happened, deal, account, follow_up, ticked in read(
            "SELECT id, person_id, kind, happened_on, deal_id, account_id, follow_up_on, followed_up_on FROM activities"
            " WHERE deleted_at IS NULL"
        )
    ]  # fmt: skip
    if not activities:
        return dict.fromkeys(DAILY)

    def counts(person: int | None) -> bool:
        if scope.kind == "all":
            return True
        if person not in there:
            return False
        if scope.kind == "person":
            return person == scope.id
        team = next((team for of, team, start, end in teams if of == person and start <= iso < end), None)
        return team == scope.id

    mine = [one for one in activities if one[3] == iso and counts(one[1])]
    first: dict[int, tuple[str, int, int | None]] = {}
    for number, person, _, happened, _, account, *_ in activities:
        if account in accounts and (account not in first or (happened, number) < first[account][:2]):
            first[account] = (happened, number, person)
    told = dict.fromkeys(("due", "overdue", "done"), 0)
    for _number, person, _, happened, deal, account, _, follow_up, ticked in activities:
        if follow_up is None or follow_up > iso or happened > as_of or not counts(person):
            continue
        days = [ticked] if ticked is not None and ticked <= as_of else []
        for _, _, _, later, other_deal, other_account, own_account, *_ in activities:
            if happened < later <= as_of:
                same_deal = deal is not None and other_deal == deal
                names_no_other = deal is None or (other_deal is None and own_account is not None)
                if same_deal or (account is not None and other_account == account and names_no_other):
                    days.append(later)
        done = min(days, default=None)
        told["done"] += done == iso
        if done is None:
            told["due" if follow_up == iso else "overdue"] += 1
    return {
        "visits": sum(is_visit(one[2]) for one in mine),
        "touches": len(mine),
        "accounts": len({one[5] for one in mine} & accounts),
        "new_accounts": sum(happened == iso and counts(person) for happened, _, person in first.values()),
        **told,
    }


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_every_figure_of_every_scope_is_what_plain_rows_say_and_has_its_rows(seed: int) -> None:
    chance = Random(seed)
    with TemporaryDirectory() as folder:
        build = Builder(Path(folder) / "store.sqlite")
        fill(build, chance)
        roster = read_roster(build.reader)
        for day in (TODAY, TODAY - timedelta(days=chance.randint(1, 9)), TODAY + timedelta(days=1)):
            for scope in roster.scopes():
                found = day_of(build, day, scope)
                assert values(found) == independently(build, day, scope), (day, scope)
                for key, figure in found.figures.items():
                    assert len(rows_behind(build, found, key)) == (figure.value or 0), (day, scope, key)
                for key in ("visits", "touches", "due", "overdue", "done"):
                    of_people = sum(one.figures[key].value or 0 for one in found.people)
                    assert of_people == (found.figures[key].value or 0), (day, scope, key)
                for one in found.people:
                    for key, figure in one.figures.items():
                        rows = figure.rows
                        behind = 0
                        if rows is not None:
                            (behind,) = build.reader.execute(rows.count_sql(), rows.parameters).fetchone()
                        assert behind == (figure.value or 0), (day, one.name, key)
                listed = listed_on(build, day, scope)
                open_ones = (found.figures["due"].value or 0) + (found.figures["overdue"].value or 0)
                assert sum(entry.done_on is None for entry in listed) == open_ones
                assert len(found.activities) == (found.figures["touches"].value or 0)
        build.close()


@pytest.mark.parametrize("day", ["2026-05-20", "2026-05-01"])
def test_the_newest_stands_first(builder: Builder, day: str) -> None:
    li, deal = builder.person("李"), builder.deal(account_id=builder.add("accounts", name="华信"), name="ERP")
    for note in ("早", "晚"):
        builder.add("activities", person_id=li, kind="电话", happened_on=day, deal_id=deal, note=note)
    found = day_of(builder, date.fromisoformat(day)).activities
    assert [(one.note, one.account, one.deal, one.person) for one in found] == [
        ("晚", "华信", "ERP", "李"), ("早", "华信", "ERP", "李"),
    ]  # fmt: skip
