"""Red lines are recorded, settled, opened again and deleted, and each of it can be taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.metrics.red_lines import RedLine, list_red_lines
from cockpit.operations.operation import undo
from cockpit.operations.people import add_person
from cockpit.operations.red_lines import delete_red_line, record_red_line, reopen_red_line, settle_red_line
from cockpit.store.file import Store

TODAY, MONDAY = date(2026, 11, 24), date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "cockpit.sqlite") as opened:
        yield opened


@pytest.fixture
def person(store: Store) -> int:
    (number,) = add_person(store, "孙悦").ids["person"]
    return number


def the_one(store: Store) -> RedLine:
    ((found,),) = list_red_lines(store.connection).values()
    return found


def test_from_its_record_to_its_settlement_and_back(store: Store, person: int) -> None:
    assert record_red_line(store, person, " 私下  承诺返点 ", MONDAY, today=TODAY).kinds == {"person"}
    assert (the_one(store).text, the_one(store).settled_on) == ("私下 承诺返点", None)
    number = the_one(store).id
    settle_red_line(store, number, "已面谈并书面警告", TODAY, today=TODAY)
    assert (the_one(store).settled_on, the_one(store).settlement) == (TODAY, "已面谈并书面警告")
    reopen_red_line(store, number)
    assert (the_one(store).settled_on, the_one(store).settlement) == (None, "")
    undo(store)
    assert the_one(store).settled_on == TODAY
    delete_red_line(store, number)
    assert not list_red_lines(store.connection)
    undo(store)
    assert the_one(store).settled_on == TODAY
    undo(store)
    undo(store)
    assert not list_red_lines(store.connection)


def test_what_says_nothing_or_cannot_be_is_refused(store: Store, person: int) -> None:
    with pytest.raises(CockpitError, match="什么事"):
        record_red_line(store, person, "  ", MONDAY, today=TODAY)
    with pytest.raises(CockpitError, match="晚于今天"):
        record_red_line(store, person, "飞单", TODAY, today=MONDAY)
    record_red_line(store, person, "飞单", MONDAY, today=TODAY)
    number = the_one(store).id
    for words, day in (("", TODAY), ("谈过", date(2026, 11, 22)), ("谈过", date(2026, 11, 25))):
        with pytest.raises(CockpitError):
            settle_red_line(store, number, words, day, today=TODAY)
    assert the_one(store).settled_on is None
    delete_red_line(store, number)
    with pytest.raises(CockpitError, match="已经不在"):
        settle_red_line(store, number, "谈过", TODAY, today=TODAY)
