"""Where an import begins and how it goes on: at what is open, and nowhere else."""

from attrs import evolve

from cockpit.excel.choices import TableChoices
from cockpit.window.importing.steps import is_ready, open_points, where_to_begin, where_to_go_on
from tests.window.importing.looks import alike, column, key, stage, table

SURE = table([column("编号", "external_id"), column("金额", "amount")])


def test_what_is_sure_begins_at_the_preview() -> None:
    assert where_to_begin([SURE]) == (SURE.key, "preview")
    assert is_ready([SURE])


def test_one_begins_at_the_first_thing_that_is_open() -> None:
    unknown = evolve(SURE, kind=None)
    lacking = evolve(SURE, missing=["还缺金额。"])
    asking = evolve(SURE, columns=[column("日期", "created_on", asks="day_order", doubtful="3/5/2026")])
    guessed = evolve(SURE, stages=[stage("二轮沟通", "方案报价", sure=0.6)])
    similar = evolve(SURE, names={"people": [alike("张维", "张伟")]})
    falling = evolve(SURE, key_look=key(2))
    for look, step in (
        (unknown, "header"), (lacking, "columns"), (asking, "columns"), (guessed, "names"), (similar, "names"),
        (falling, "names"),
    ):  # fmt: skip
        assert where_to_begin([look]) == (look.key, step)
        assert is_ready([look]) == (step == "names"), "names are proposed; what cannot be read is no proposal"


def test_a_sheet_that_is_not_imported_asks_nothing() -> None:
    hidden = evolve(SURE, key="商机.csv|说明|1", used=False, kind=None)
    assert where_to_begin([hidden, SURE]) == (SURE.key, "preview")
    assert where_to_begin([hidden]) == ("", "files")
    assert not is_ready([hidden])


def test_what_was_said_about_the_key_is_not_asked_again() -> None:
    said = evolve(SURE, key_look=key(2), choices=TableChoices(key=("name", "account")))
    assert open_points(said, "names") == 0


def test_going_on_passes_over_what_is_sure_and_comes_to_the_other_tables() -> None:
    first = evolve(SURE, key="a||1", columns=[column("日期", "created_on", asks="day_order", doubtful="3/5/2026")])
    second = evolve(SURE, key="b||1", stages=[stage("二轮沟通", "方案报价", sure=0.6)])
    assert where_to_go_on([first, second], "a||1", "header") == ("a||1", "columns")
    assert where_to_go_on([first, second], "a||1", "columns") == ("b||1", "names")
    assert where_to_go_on([evolve(first, columns=[]), second], "b||1", "names") == ("b||1", "preview")
