"""The sample team is the same on every run, believable to a sales manager, and has something to show in every step."""

import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics.figure import Figure
from cockpit.metrics.figures import figures
from cockpit.metrics.period import Period
from cockpit.model.cycles import Month
from cockpit.model.workdays import WorkCalendar
from cockpit.sample import make_sample, sample_store_path
from cockpit.store import journal
from cockpit.store.file import Store, default_store_path

TODAY = date(2026, 11, 24)
WAN = 1_000_000  # in 分


def made(path: Path, today: date) -> Store:
    store = Store.open(path)
    make_sample(store, today)
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with made(tmp_path_factory.mktemp("sample") / "sample.sqlite", TODAY) as store:
        yield store


@pytest.fixture
def rows(store: Store) -> sqlite3.Connection:
    return store.connection


def of_people(connection: sqlite3.Connection, today: date) -> dict[str, dict[str, Figure]]:
    found = figures(connection, Period.of(Month.of(today), today))
    return {scope.name: of_scope for scope, of_scope in found.items() if scope.kind == "person"}


def content(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables if name[0] != "_"}


def test_the_same_day_gives_the_same_team(tmp_path: Path) -> None:
    with made(tmp_path / "a.sqlite", TODAY) as first, made(tmp_path / "b.sqlite", TODAY) as second:
        assert content(first.connection) == content(second.connection)


def test_it_has_a_store_of_its_own_and_does_not_mix(tmp_path: Path) -> None:
    assert sample_store_path() != default_store_path()
    with Store.open(tmp_path / "own.sqlite") as store:
        store.connection.execute("INSERT INTO people(name) VALUES ('王芳')")
        with pytest.raises(CockpitError):
            make_sample(store, TODAY)
        assert store.connection.execute("SELECT name FROM people").fetchall() == [("王芳",)]
        assert store.connection.execute("SELECT count(*) FROM deals").fetchone() == (0,)


def test_undo_does_not_take_the_team_away(rows: sqlite3.Connection) -> None:
    assert journal.next_undo(rows) is None


def test_two_teams_managed_in_two_ways(rows: sqlite3.Connection) -> None:
    teams = rows.execute(
        """SELECT teams.name, mode, typical_cycle_days, people.name, people.role,
               (SELECT count(*) FROM memberships WHERE team_id = teams.id)
           FROM teams JOIN people ON people.id = supervisor_id ORDER BY teams.id"""
    ).fetchall()
    assert teams == [
        ("大客户部", "opportunities", 60, "高志远", "supervisor", 6),
        ("直销部", "process", 30, "许岚", "supervisor", 6),
    ]
    assert rows.execute(
        "SELECT sum(value) FROM targets WHERE month = '2026-11' AND measure = 'won_revenue' AND level = 'target'"
    ).fetchone() == (340 * WAN,)


def test_amounts_are_those_of_the_two_businesses(rows: sqlite3.Connection) -> None:
    spread = rows.execute(
        """SELECT pipelines.name, min(amount), max(amount) FROM deals JOIN stages ON stages.id = stage_id
           JOIN pipelines ON pipelines.id = pipeline_id GROUP BY 1 ORDER BY pipelines.id"""
    ).fetchall()
    (_, ka_least, ka_most), (_, direct_least, direct_most) = spread
    assert 30 * WAN <= ka_least < ka_most <= 150 * WAN
    assert 3 * WAN <= direct_least < direct_most <= 12 * WAN


def test_history_ends_where_the_deal_stands(rows: sqlite3.Connection) -> None:
    for field, column in (
        ("stage", "stage_id"), ("state", "state"), ("amount", "amount"), ("owner", "owner_id"),
        ("expected_close", "expected_close"),
    ):  # fmt: skip
        astray = rows.execute(
            f"""SELECT name FROM deals WHERE CAST({column} AS TEXT) IS NOT (
                    SELECT new FROM deal_history WHERE deal_id = deals.id AND field = ?
                    ORDER BY effective_at DESC, id DESC LIMIT 1)""",
            (field,),
        ).fetchall()
        assert astray == [], field
    broken = rows.execute(
        """SELECT deal_id, field FROM (
               SELECT deal_id, field, old,
                      lag(new) OVER (PARTITION BY deal_id, field ORDER BY effective_at, id) AS before
               FROM deal_history) WHERE old IS NOT before"""
    ).fetchall()
    assert broken == []


def test_everything_happens_on_working_days_and_in_order(rows: sqlite3.Connection) -> None:
    calendar = WorkCalendar()
    days = rows.execute(
        """SELECT created_on FROM deals UNION SELECT closed_on FROM deals WHERE closed_on IS NOT NULL
           UNION SELECT happened_on FROM activities UNION SELECT effective_at FROM deal_history"""
    ).fetchall()
    assert [day for (day,) in days if not calendar.is_workday(date.fromisoformat(day)) or day > TODAY.isoformat()] == []
    out_of_order = rows.execute(
        """SELECT deals.name FROM deals WHERE closed_on < created_on OR expected_close < created_on
           UNION SELECT deals.name FROM deals JOIN activities ON deal_id = deals.id
               WHERE happened_on < created_on OR happened_on > closed_on
           UNION SELECT deals.name FROM deals JOIN deal_history ON deal_id = deals.id
               WHERE effective_at < created_on OR effective_at > closed_on"""
    ).fetchall()
    assert out_of_order == []
    assert rows.execute("SELECT count(*) FROM deals WHERE (state = 'open') <> (closed_on IS NULL)").fetchone() == (0,)


def test_a_year_that_a_sales_manager_believes(rows: sqlite3.Connection) -> None:
    months = [Month.of(TODAY).plus(-ago) for ago in range(12, 0, -1)]
    won = []
    for month in months:
        (of_all,) = [found for scope, found in figures(rows, Period.of(month, TODAY)).items() if scope.kind == "all"]
        attainment, win_rate = of_all["attainment"].value, of_all["win_rate_count"].value
        assert attainment is not None and 0.7 < attainment < 1.25, month
        assert win_rate is not None and 0.15 < win_rate < 0.5, month
        won.append(of_all["won_revenue"].value or 0)
    assert sum(won[-3:]) > 1.15 * sum(won[:3])

    held = dict(
        rows.execute(
            """SELECT entry_department, avg(1.0 * amount / list_price) FROM deals
               JOIN products ON products.id = product_id WHERE state = 'won' GROUP BY 1"""
        ).fetchall()
    )
    assert held["业务部门"] > held["IT 部门"] + 0.05
    rates = dict(
        rows.execute(
            """SELECT EXISTS (SELECT 1 FROM activities WHERE deal_id = deals.id AND met = '决策人'),
                   avg(state = 'won') FROM deals WHERE state <> 'open' GROUP BY 1"""
        ).fetchall()
    )
    assert rates[1] > rates[0] + 0.1


# In the middle, at both ends of a month, on a day off, over new year, and in a year whose holidays are not decreed yet.
@pytest.mark.parametrize(
    "today", [TODAY, date(2026, 6, 30), date(2026, 12, 1), date(2026, 10, 4), date(2026, 1, 6), date(2027, 9, 15)]
)
def test_every_step_of_the_loop_has_something_to_show(tmp_path: Path, today: date) -> None:
    with made(tmp_path / "sample.sqlite", today) as store:
        run = store.connection.execute
        people = of_people(store.connection, today)
        assert sum(found["stalled_count"].value or 0 for found in people.values()) >= 8
        assert any(found["key_account_follow_up"].value == 1 for found in people.values())
        assert any((found["key_account_follow_up"].value or 1) < 1 for found in people.values())
        overdue = run("SELECT text FROM supports WHERE state = 'promised' AND due_on < ?", (today.isoformat(),))
        assert len(overdue.fetchall()) == 2
        assert run("SELECT count(*) FROM supports WHERE state = 'asked'").fetchone()[0] >= 1
        assert run("SELECT count(DISTINCT found_by) FROM problems").fetchone() == (2,)
        verdicts = {verdict for (verdict,) in run("SELECT DISTINCT verdict FROM actions")}
        assert {"effective", "not_effective", None} <= verdicts
        assert run(
            "SELECT count(*) FROM actions WHERE state = 'agreed' AND (target IS NULL OR due_on IS NULL)"
        ).fetchone() == (0,)
        assert (
            run("SELECT count(*) FROM deals WHERE state = 'open' AND is_major AND next_step IS NULL").fetchone()[0] >= 4
        )
        assert run("SELECT count(*) FROM meetings WHERE started_at IS NULL").fetchone() == (3,)
        later = (today + timedelta(days=1)).isoformat()
        assert run("SELECT count(*) FROM meetings WHERE started_at >= ?", (later,)).fetchone() == (0,)


def test_results_are_good_at_risk_and_poor(rows: sqlite3.Connection) -> None:
    index = {name: found["pace_index"].value or 0 for name, found in of_people(rows, TODAY).items()}
    assert min(index["陈佳"], index["孙悦"], index["林一帆"], index["马晓东"], index["许岚"]) >= 1
    assert 0.8 <= min(index["赵明远"], index["吴思"], index["何文静"]) < 1
    assert max(index["李雯"], index["周启航"], index["郑凯"]) < 0.8
    assert 0.9 < sum(index.values()) / len(index) < 1.2


def test_verdicts_tell_the_truth_about_the_figures(rows: sqlite3.Connection) -> None:
    for person, metric, month, baseline, target, verdict in rows.execute(
        """SELECT people.name, metric, month, baseline, target, verdict FROM actions
           JOIN people ON people.id = person_id WHERE verdict IS NOT NULL"""
    ).fetchall():
        found = figures(rows, Period.of(Month.parse(month).next, TODAY), keys={metric})
        (value,) = [of_scope[metric].json_value for scope, of_scope in found.items() if scope.name == person]
        assert value is not None or verdict == "not_measurable"
        reached = value is not None and (value >= target if target > baseline else value <= target)
        assert reached == (verdict == "effective"), (person, metric, month)


def test_notes_and_items_are_one_thing(rows: sqlite3.Connection) -> None:
    items = rows.execute(
        "SELECT line, note_items.text, notes.text FROM note_items JOIN notes USING (meeting_id)"
    ).fetchall()
    assert len(items) > 150
    assert [text for line, text, note in items if text not in note.splitlines()[line]] == []
