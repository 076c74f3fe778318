"""A second set of exports, written by somebody who had not seen the recognition: what is known of them stays known."""

from pathlib import Path

import pytest

from cockpit.operations.imports import import_files
from cockpit.store.file import Store
from tests.excel.unseen.making import Export, column
from tests.excel.unseen.measuring import share, table
from tests.excel.unseen_second.made_by_hand import CONTACTS, FRENCH, FUNNEL, GERMAN, JAPANESE, SPANISH, TAIWAN
from tests.excel.unseen_second.measuring import TODAY, measure_all, see, see_all


def test_what_is_recognised_of_the_second_set_stays_recognised() -> None:
    measured = measure_all()

    assert share(measured) >= 98, table(measured)
    assert [(one.name, one.rows_lost) for one in measured if one.rows_lost] == []


def test_nothing_is_taken_for_what_it_is_not() -> None:
    assert {name: seen.wrong for name, seen in see_all().items() if seen.wrong} == {}


@pytest.mark.parametrize("export", CONTACTS, ids=lambda export: export.name)
def test_a_list_of_visits_or_calls_is_one_of_activities(export: Export, tmp_path: Path) -> None:
    seen = see(export, tmp_path / "seen")
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        _, report = import_files(store, [export.write(tmp_path)], today=TODAY)

    assert (seen.wrong, seen.lacking) == ((), ())
    assert (report.counts["activities"].added, report.problems) == (export.rows, [])
    assert report.counts["deals"].added == 0


@pytest.mark.parametrize(("export", "amount"), [(TAIWAN, 1_200_000), (FUNNEL, 1_200_000)], ids=["仟元", "万元"])
def test_amounts_count_in_the_unit_of_their_heading(export: Export, amount: int, tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        import_files(store, [export.write(tmp_path)], today=TODAY)

        assert store.connection.execute("SELECT amount FROM deals ORDER BY id").fetchone()[0] == amount * 100


@pytest.mark.parametrize("export", [GERMAN, FRENCH, SPANISH, JAPANESE, TAIWAN], ids=lambda export: export.name)
def test_what_is_won_and_lost_is_understood_in_other_languages(export: Export, tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        import_files(store, [export.write(tmp_path)], today=TODAY)

        states = [state for (state,) in store.connection.execute("SELECT state FROM deals ORDER BY id LIMIT 5")]

    assert states == ["open", "open", "open", "won", "lost"]


def test_names_of_western_europe_keep_their_letters(tmp_path: Path) -> None:
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        import_files(store, [GERMAN.write(tmp_path)], today=TODAY)

        names = {name for (name,) in store.connection.execute("SELECT name FROM people")}

    assert names == {"J. Krämer", "S. Öztürk"}


def test_a_stage_in_which_lost_deals_were_left_is_none_of_lost_deals(tmp_path: Path) -> None:
    export = Export("deals.csv", "deals", (
        column("Deal name", "name", "One", "Two", "Three", "Four"),
        column("Stage", "stage", "Workshop", "Workshop", "Business case", "Sign"),
        column("Status", "state", "Open", "Lost", "Lost", "Won"),
    ), rows=4)  # fmt: skip
    with Store.open(tmp_path / "cockpit.sqlite") as store:
        import_files(store, [export.write(tmp_path)], today=TODAY)

        kinds = dict(store.connection.execute("SELECT name, kind FROM stages").fetchall())
        states = [state for (state,) in store.connection.execute("SELECT state FROM deals ORDER BY id")]

    assert (kinds["Workshop"], kinds["Business case"]) == ("open", "open")
    assert states == ["open", "lost", "lost", "won"]
