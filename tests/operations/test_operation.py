"""Undo and redo over random edits of any table: the journal is exact, and survives a restart."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cockpit.errors import CockpitError
from cockpit.operations.meetings import start_meeting
from cockpit.operations.operation import operation, redo, undo
from cockpit.operations.people import add_person
from cockpit.store import journal
from cockpit.store.checks import check
from cockpit.store.file import Store

TABLES = ("people", "accounts", "products")


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    return {table: store.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


steps = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(TABLES),
            st.sampled_from(("insert", "update", "delete")),
            st.integers(0, 30),
            st.text(max_size=8),
        ),
        min_size=1,
        max_size=6,
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_undo_and_redo_give_back_every_state(tmp_path_factory: pytest.TempPathFactory, steps: list) -> None:
    path = tmp_path_factory.mktemp("store") / "a.sqlite"
    store = Store.open(path)
    states = [everything(store)]
    for number, edits in enumerate(steps):
        with operation(store, "第 {n} 步", n=number) as under_way:
            for place, (table, verb, key, text) in enumerate(edits):
                if verb == "insert":
                    store.connection.execute(f"INSERT INTO {table}(name) VALUES (?)", (f"{text}'{number}-{place}",))
                elif verb == "update":
                    store.connection.execute(f"UPDATE {table} SET name = ?||id WHERE id % 7 = ?", (text, key % 7))
                else:
                    store.connection.execute(f"DELETE FROM {table} WHERE id = ?", (key,))
        if under_way.changes.undoable:
            states.append(everything(store))
    for state in reversed(states[:-1]):
        undo(store)
        assert everything(store) == state
    store.close()
    store = Store.open(path)  # a restart in between
    for state in states[1:]:
        redo(store)
        assert everything(store) == state
    with pytest.raises(CockpitError):
        redo(store)
    store.close()


def test_a_new_operation_ends_redo(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        for name in ("陈佳", "李雯"):
            with operation(store, "添加 {name}", name=name):
                store.connection.execute("INSERT INTO people(name) VALUES (?)", (name,))
        assert "李雯" in undo(store).label
        with operation(store, "添加 {name}", name="吴思"):
            store.connection.execute("INSERT INTO people(name) VALUES ('吴思')")
        with pytest.raises(CockpitError):
            redo(store)
        entry = journal.next_undo(store.connection)
        assert entry is not None and entry.values == {"name": "吴思"}


def test_a_failed_operation_leaves_neither_change_nor_entry(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        with pytest.raises(ValueError), operation(store, "失败"):
            store.connection.execute("INSERT INTO people(name) VALUES ('李雯')")
            raise ValueError
        assert everything(store)["people"] == [] and journal.next_undo(store.connection) is None


def test_deal_history_is_append_only(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.sqlite") as store:
        run = store.connection.execute
        with operation(store, "添加"):
            run("INSERT INTO pipelines(name) VALUES ('默认')")
            run("INSERT INTO stages VALUES (1, 1, '报价', 1, 'open', 0.4)")
            run("INSERT INTO deals(name, stage_id, state) VALUES ('华信', 1, 'open')")
            run("INSERT INTO deal_history VALUES (1, 1, 'stage', NULL, '1', '2026-01-01', '2026-01-01', 1)")
        for statement in ("UPDATE deal_history SET new = '2'", "DELETE FROM deal_history"):
            with pytest.raises(Exception, match="append-only"):
                run(statement)
        undo(store)
        assert run("SELECT count(*) FROM deal_history").fetchone()[0] == 0


def test_somebody_who_was_talked_with_since_stays_and_undo_says_why(tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        [person] = add_person(store, "李雯").ids["person"]
        start_meeting(store, person)
        # A talk is no step of undo: the newest one is still that she was added.
        with pytest.raises(CockpitError, match="李雯"):
            undo(store)
        assert store.connection.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone() == ("李雯",)
        assert check(store.connection) == []
        # What comes after it can be undone as ever.
        add_person(store, "陈佳")
        undo(store)
        assert store.connection.execute("SELECT count(*) FROM people").fetchone() == (1,)
