"""What a one-on-one is prepared with, and how to talk with whom."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cockpit.language import speaking
from cockpit.model import clock
from cockpit.model.cycles import Month
from cockpit.model.people import STYLES
from cockpit.model.style_advice import TALK_KINDS, advice
from cockpit.operations.agenda import AgendaStep, read_agenda
from cockpit.operations.meetings import end_meeting, read_record, read_talk_lines, start_meeting
from cockpit.operations.notes import save_note
from cockpit.operations.supports import keep_promise
from cockpit.store.file import Store

NOVEMBER, TODAY = Month(2026, 11), date(2026, 11, 24)


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    moment = [datetime(2026, 11, 10, 6, 0, tzinfo=UTC)]
    monkeypatch.setattr(clock, "utc_now", lambda: moment[0])
    return moment


@pytest.fixture
def store(tmp_path: Path, now: list[datetime]) -> Iterator[Store]:
    with Store.open(tmp_path / "a.sqlite") as opened:
        opened.connection.executescript(
            """
            INSERT INTO people(id, name, style) VALUES (1, '李雯', 'tiger'), (2, '陈佳', NULL);
            INSERT INTO targets(month, person_id, measure, value) VALUES ('2026-11', 1, 'won_revenue', 10000000);
            """
        )
        yield opened


def step(store: Store, number: int, person: int = 1) -> AgendaStep:
    return read_agenda(store.connection, person, NOVEMBER, TODAY).steps[number - 1]


def test_what_was_left_open_comes_back_and_what_is_kept_does_not(store: Store) -> None:
    [meeting] = start_meeting(store, 1).ids["meeting"]
    note = "! 借演示设备 @11-20\n! 约总监 @11-24\n? 想要培训\n# 报价太早"
    end_meeting(store, meeting, note, mood=3, next_on=None)
    lines = step(store, 3).lines
    assert [(line.state, line.page) for line in lines] == [
        ("act", "support"),
        ("watch", "support"),
        ("none", "support"),
    ]
    assert "晚 4 天" in lines[0].text and "想要培训" in lines[2].text
    assert step(store, 4).lines[0].text == "11-10 报价太早"
    assert lines[0].argument is not None
    keep_promise(store, lines[0].argument, TODAY)
    assert all("演示设备" not in line.text for line in step(store, 3).lines)
    agenda = read_agenda(store.connection, 1, NOVEMBER, TODAY)
    assert agenda.carried_from == date(2026, 11, 10) and agenda.style == "tiger"


def test_results_say_how_the_person_stands_and_show_what_is_behind(store: Store) -> None:
    first, *why = step(store, 1).lines
    assert first.text.startswith("完成率 0 %") and first.rows is not None and first.rows.kind == "deals"
    assert [line.state for line in why] == ["act"]
    assert "没有设目标" in step(store, 1, person=2).lines[0].text


def test_a_talk_does_not_carry_on_from_itself(store: Store, now: list[datetime]) -> None:
    [meeting] = start_meeting(store, 1).ids["meeting"]
    end_meeting(store, meeting, "", mood=None, next_on=None)
    record = read_record(store.connection, meeting)
    assert record is not None
    before = read_agenda(store.connection, 1, NOVEMBER, TODAY, record.meeting.started_at)
    assert before.carried_from is None


def test_a_talk_planned_for_about_now_begins_with_its_place(store: Store) -> None:
    store.connection.execute(
        "INSERT INTO meetings(id, kind, person_id, number, planned_for, place)"
        " VALUES (7, 'one_on_one', 1, 3, '2026-11-10T07:00:00.000Z', '二号会议室')"
    )
    assert start_meeting(store, 1).ids["meeting"] == {7}
    record = read_record(store.connection, 7)
    assert record is not None and record.meeting.place == "二号会议室" and record.meeting.number == 3
    assert save_note(store, 7, "记下").at
    end_meeting(store, 7, "记下", mood=None, next_on=None)
    assert start_meeting(store, 1).ids["meeting"] != {7}


def test_everybody_with_the_last_talk_and_what_is_owed(store: Store) -> None:
    [meeting] = start_meeting(store, 1).ids["meeting"]
    end_meeting(store, meeting, "! 借演示设备 @11-20", mood=2, next_on=date(2026, 11, 23))
    by_name = {line.name: line for line in read_talk_lines(store.connection, TODAY)}
    talked = by_name["李雯"]
    assert (talked.days_since(TODAY), talked.next_on, talked.mood) == (14, date(2026, 11, 23), 2)
    assert (talked.open_promises, talked.overdue) == (1, 1)
    assert by_name["陈佳"].days_since(TODAY) is None


def test_of_a_note_with_thousands_of_items_the_one_that_changed_is_written(store: Store) -> None:
    [meeting] = start_meeting(store, 1).ids["meeting"]
    note = "\n".join(f"? 第 {number} 行要一套设备 @周五" for number in range(3000))
    save_note(store, meeting, note)
    saved = save_note(store, meeting, note + "两")
    assert saved.items is not None and len(saved.items) == 3000 and len(saved.changes.ids["note_item"]) == 1


def test_every_style_and_kind_of_talk_has_its_advice() -> None:
    said = {advice(style, kind) for style in STYLES for kind in TALK_KINDS}
    assert len(said) == 12 and advice(None, "short") not in said
    with speaking("zh"):
        assert "孔雀加考拉" in advice("peacock", "long")
