"""A one-on-one from beginning to end, in a real store."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cockpit.errors import CockpitError
from cockpit.model import clock
from cockpit.operations.meetings import (
    MeetingRuns,
    discard_meeting,
    end_meeting,
    resume_meeting,
    set_mood,
    set_next,
    set_place,
    start_meeting,
)
from cockpit.operations.notes import save_note, sync_items
from cockpit.operations.operation import redo, undo
from cockpit.operations.supports import SupportEdit, edit_support, keep_promise, take_in_hand
from cockpit.store.file import Store
from cockpit.store.meetings import meetings_of, read_meeting, read_note, running_meeting

TUESDAY = date(2026, 11, 24)
NOTE = "聊了华信\n? 需要演示设备\n! 约他们 CIO @周五\n# 报价太早\n## 周报没有日期\n> 首访 6 次 @12-31\n^ 约到总监"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[datetime]]:
    moment = [datetime(2026, 11, 24, 12, 0, tzinfo=UTC)]
    monkeypatch.setattr(clock, "utc_now", lambda: moment[0])
    return moment


@pytest.fixture
def store(tmp_path: Path, now: list[datetime]) -> Iterator[Store]:
    with Store.open(tmp_path / "a.sqlite") as opened:
        opened.connection.executemany("INSERT INTO people(id, name) VALUES (?, ?)", [(1, "李雯"), (2, "陈佳")])
        yield opened


def begun(store: Store, person: int = 1) -> int:
    [meeting_id] = start_meeting(store, person).ids["meeting"]
    return meeting_id


def rows(store: Store, table: str, *columns: str) -> list[tuple[object, ...]]:
    alive = "removed_at" if table == "note_items" else "deleted_at"
    names = ", ".join(columns)
    return store.connection.execute(f"SELECT {names} FROM {table} WHERE {alive} IS NULL ORDER BY id").fetchall()


def test_meetings_are_numbered_per_person(store: Store) -> None:
    for person in (1, 2, 1):
        end_meeting(store, begun(store, person), "", mood=None, next_on=None)
    assert [meeting.number for meeting in meetings_of(store.connection, 1)] == [2, 1]
    assert [meeting.number for meeting in meetings_of(store.connection, 2)] == [1]


def test_one_meeting_runs_at_a_time(store: Store) -> None:
    first = begun(store)
    assert begun(store) == first
    with pytest.raises(MeetingRuns) as refused:
        start_meeting(store, 2)
    assert refused.value.meeting.id == first and "李雯" in refused.value.sentence
    assert len(meetings_of(store.connection, 2)) == 0
    end_meeting(store, first, "", mood=3, next_on=None)
    with pytest.raises(CockpitError, match="名单"):
        start_meeting(store, 99)


def test_the_lines_of_a_note_become_what_they_say(store: Store) -> None:
    meeting = begun(store)
    changes = sync_items(store, meeting, NOTE)
    assert changes.kinds == {"note_item", "support", "problem", "action"} and not changes.undoable
    assert rows(store, "note_items", "kind", "text", "due_on", "line") == [
        ("request", "需要演示设备", None, 1),
        ("promise", "约他们 CIO", "2026-11-27", 2),
        ("problem", "报价太早", None, 3),
        ("leader_problem", "周报没有日期", None, 4),
        ("action", "首访 6 次", "2026-12-31", 5),
        ("praise", "约到总监", None, 6),
    ]
    assert rows(store, "supports", "person_id", "text", "state", "asked_on", "first_due_on", "due_on") == [
        (1, "需要演示设备", "asked", "2026-11-24", None, None),
        (1, "约他们 CIO", "promised", "2026-11-24", "2026-11-27", "2026-11-27"),
    ]
    assert rows(store, "problems", "month", "found_by", "text") == [
        ("2026-11", "self", "报价太早"), ("2026-11", "leader", "周报没有日期")
    ]  # fmt: skip
    assert rows(store, "actions", "month", "text", "state", "due_on") == [
        ("2026-11", "首访 6 次", "draft", "2026-12-31")
    ]
    assert not sync_items(store, meeting, NOTE)
    assert sync_items(store, meeting, "开场\n" + NOTE).kinds == {"note_item"}


def test_a_line_that_becomes_something_else_takes_its_row_along(store: Store) -> None:
    meeting = begun(store)
    sync_items(store, meeting, "? 演示设备")
    sync_items(store, meeting, "! 演示设备 @明天")
    assert rows(store, "supports", "id", "state", "promised_on", "first_due_on") == [
        (1, "promised", "2026-11-24", "2026-11-25")
    ]
    sync_items(store, meeting, "! 演示设备 @下周三")
    assert rows(store, "supports", "first_due_on", "due_on") == [("2026-12-02", "2026-12-02")]
    sync_items(store, meeting, "# 演示设备")
    assert rows(store, "supports", "id") == [] and rows(store, "problems", "text") == [("演示设备",)]
    sync_items(store, meeting, "? 演示设备")
    assert rows(store, "supports", "id", "state", "first_due_on") == [(1, "asked", None)]
    assert rows(store, "problems", "id") == [] and rows(store, "note_items", "id") == [(1,)]


def test_a_removed_line_takes_its_row_away_and_brings_it_back(store: Store) -> None:
    meeting = begun(store)
    sync_items(store, meeting, NOTE)
    sync_items(store, meeting, "聊了华信")
    assert not any(rows(store, table, "id") for table in ("note_items", "supports", "problems", "actions"))
    sync_items(store, meeting, NOTE)
    assert rows(store, "supports", "id") == [(1,), (2,)] and len(rows(store, "note_items", "id")) == 6


def test_what_somebody_has_gone_on_with_stays(store: Store) -> None:
    meeting = begun(store)
    sync_items(store, meeting, "! 打电话 @周五\n! 写信 @周五")
    keep_promise(store, 1, TUESDAY, SupportEdit(outcome="打过了"))
    sync_items(store, meeting, "")
    assert rows(store, "supports", "text", "state") == [("打电话", "done")]


def test_a_date_put_off_elsewhere_is_not_taken_back_by_the_note(store: Store) -> None:
    meeting = begun(store)
    note = "! 打电话 @周五"
    end_meeting(store, meeting, note, mood=None, next_on=None)
    edit_support(store, 1, SupportEdit(due_on=date(2026, 12, 4)))
    store.connection.execute("UPDATE note_items SET due_on = '2026-11-27'")
    sync_items(store, meeting, "! 打电话给 CIO @周五")
    assert rows(store, "supports", "text", "first_due_on", "due_on") == [("打电话给 CIO", "2026-11-27", "2026-12-04")]


def test_the_date_first_agreed_is_fixed_when_the_talk_is_over(store: Store) -> None:
    meeting = begun(store)
    end_meeting(store, meeting, "! 打电话 @周五", mood=None, next_on=None)
    sync_items(store, meeting, "! 打电话 @下周五")
    assert rows(store, "supports", "first_due_on", "due_on") == [("2026-11-27", "2026-12-04")]
    take_in_hand(store, 1, TUESDAY)
    sync_items(store, meeting, "! 打电话")
    assert rows(store, "supports", "state", "first_due_on", "due_on") == [("in_hand", "2026-11-27", None)]


def test_words_for_days_count_from_the_day_of_the_talk(store: Store, now: list[datetime]) -> None:
    meeting = begun(store)
    now[0] += timedelta(days=30)
    sync_items(store, meeting, "! 打电话 @周五")
    assert rows(store, "supports", "asked_on", "due_on") == [("2026-11-24", "2026-11-27")]


def test_ending_sums_up_and_can_be_undone(store: Store, now: list[datetime]) -> None:
    meeting = begun(store)
    now[0] += timedelta(minutes=30)
    changes = end_meeting(store, meeting, NOTE, mood=4, next_on=date(2026, 12, 8))
    assert changes.undoable and "李雯" in changes.label and {"meeting", "support", "action"} <= changes.kinds
    found = read_meeting(store.connection, meeting)
    assert found.mood == 4 and found.next_on == date(2026, 12, 8) and not found.is_running
    assert found.ended_at == "2026-11-24T12:30:00.000Z" and running_meeting(store.connection) is None
    undo(store)
    assert running_meeting(store.connection).id == meeting and len(rows(store, "supports", "id")) == 2
    assert read_note(store.connection, meeting).text == NOTE
    redo(store)
    assert running_meeting(store.connection) is None


def test_an_ended_meeting_may_go_on(store: Store) -> None:
    meeting = begun(store)
    end_meeting(store, meeting, "聊", mood=None, next_on=None)
    resume_meeting(store, meeting)
    assert running_meeting(store.connection).id == meeting
    end_meeting(store, meeting, "聊", mood=None, next_on=None)
    begun(store, 2)
    with pytest.raises(MeetingRuns):
        resume_meeting(store, meeting)


def test_what_is_said_about_a_meeting(store: Store) -> None:
    meeting = begun(store)
    set_mood(store, meeting, 2)
    set_place(store, meeting, " 二号会议室 ")
    set_next(store, meeting, date(2026, 12, 8))
    found = read_meeting(store.connection, meeting)
    assert (found.mood, found.place, found.next_on) == (2, "二号会议室", date(2026, 12, 8))
    with pytest.raises(CockpitError, match="不在"):
        set_mood(store, 99, 2)


def test_a_meeting_begun_by_mistake_is_taken_back(store: Store) -> None:
    meeting = begun(store)
    discard_meeting(store, meeting)
    assert running_meeting(store.connection) is None and meetings_of(store.connection, 1) == []
    meeting = begun(store)
    save_note(store, meeting, "聊了")
    with pytest.raises(CockpitError, match="笔记"):
        discard_meeting(store, meeting)


def test_text_and_items_are_saved_as_one(store: Store) -> None:
    meeting = begun(store)
    saved = save_note(store, meeting, "! 打电话", "私下说的")
    assert saved.at == "2026-11-24T12:00:00.000Z" and saved.changes.kinds == {"note_item", "support"}
    save_note(store, meeting, "! 打电话给他", None)
    note = read_note(store.connection, meeting)
    assert (note.text, note.private_text) == ("! 打电话给他", "私下说的")
    assert rows(store, "supports", "text") == [("打电话给他",)]
    assert not save_note(store, meeting, None, "又说").changes


def test_versions_are_kept_once_a_minute_and_at_the_end(store: Store, now: list[datetime]) -> None:
    meeting = begun(store)

    def versions() -> list[str]:
        return [text for (text,) in store.connection.execute("SELECT text FROM note_versions ORDER BY id")]

    save_note(store, meeting, "")
    assert versions() == []
    for second in range(150):
        now[0] += timedelta(seconds=1)
        save_note(store, meeting, f"第 {second} 秒")
    assert versions() == ["第 0 秒", "第 61 秒", "第 122 秒"]
    end_meeting(store, meeting, "第 150 秒", mood=None, next_on=None)
    assert versions()[-1] == "第 150 秒"
    now[0] += timedelta(seconds=1)
    end_meeting(store, meeting, "第 150 秒", mood=None, next_on=None)
    assert len(versions()) == 4


def test_a_full_disk_is_said_and_nothing_is_half_written(store: Store) -> None:
    meeting = begun(store)
    save_note(store, meeting, "! 打电话")
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CockpitError, match="满"):
        save_note(store, meeting, "! 打电话\n" + "? 要很多东西\n" * 5000)
    assert read_note(store.connection, meeting).text == "! 打电话" and len(rows(store, "note_items", "id")) == 1
