"""A one-on-one on the page: from the first key to the summary, by keys alone, with nothing lost."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.operations.meetings import end_meeting, read_running, start_meeting
from cockpit.operations.notes import save_note
from cockpit.operations.supports import SupportEdit, edit_support
from cockpit.window.one_on_one.note_editor import NoteEditor
from cockpit.window.one_on_one.page import OneOnOnePage
from tests.window.conftest import Host
from tests.window.one_on_one.conftest import CHEN, LI, commit, compose

CONTROL = Qt.KeyboardModifier.ControlModifier


def begin(host: Host, page: OneOnOnePage, person: int = LI) -> NoteEditor:
    page.arrive(start_with=person)
    host.settle()
    return page.live.note


def stored(host: Host) -> str:
    """What another connection finds in the file."""
    with sqlite3.connect(f"file:{host.store.path}?mode=ro", uri=True) as connection:
        row = connection.execute("SELECT text FROM notes ORDER BY meeting_id DESC LIMIT 1").fetchone()
    connection.close()
    return str(row[0])


def test_the_pen_is_in_the_note_at_once(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    page.arrive(start_with=LI)
    assert QApplication.focusWidget() is page.live.note, "before anything was loaded"
    assert host.meeting_with == LI
    qtbot.keyClicks(page.live.note, "? demo kit")
    host.settle()
    assert page.live.note.toPlainText() == "? demo kit"


def test_what_is_typed_is_on_disk_within_300_ms(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    commit(note, "需要演示设备")
    qtbot.waitUntil(lambda: stored(host) == "需要演示设备", timeout=300)
    for _ in range(8):  # no key puts the saving off
        commit(note, "了")
        qtbot.wait(40)
    assert len(stored(host)) > len("需要演示设备")


def test_saving_leaves_a_composition_alone(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    commit(note, "! 约总监")
    compose(note, "zhouwu")
    qtbot.waitUntil(lambda: stored(host) == "! 约总监", timeout=300)
    page.mark_stale()
    host.settle()
    assert note.is_composing
    commit(note, "@周五")
    qtbot.waitUntil(lambda: stored(host) == "! 约总监@周五", timeout=300)


def test_nothing_is_lost_when_somebody_leaves_in_the_middle_of_a_word(host: Host, page: OneOnOnePage) -> None:
    note = begin(host, page)
    commit(note, "他说")
    compose(note, "hao")
    page.leave()
    assert stored(host) == "他说hao"


@pytest.mark.parametrize("line", ["? 演示设备", "？演示设备"])
def test_a_marked_line_is_an_item(host: Host, page: OneOnOnePage, qtbot: QtBot, line: str) -> None:
    commit(begin(host, page), line)
    qtbot.waitUntil(lambda: bool(page.live.captured.list.lines), timeout=500)
    [shown] = page.live.captured.list.lines
    assert "需求" in shown.accessibleName() and "演示设备" in shown.accessibleName()
    assert host.store.connection.execute("SELECT text FROM supports").fetchall() == [("演示设备",)]


def test_an_item_and_its_line_are_edited_as_one(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    note.insertPlainText("聊了华信\n! 约总监 @周五")
    qtbot.waitUntil(lambda: bool(page.live.captured.list.lines), timeout=500)
    item = page.live.captured.item_at(1)
    assert item is not None
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Return)
    assert item.editor is not None
    words = QApplication.focusWidget()
    qtbot.keyClick(words, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(words, "call the CIO")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert note.toPlainText() == "聊了华信\n! call the CIO @周五"
    qtbot.waitUntil(lambda: stored(host) == note.toPlainText(), timeout=500)
    note.insertPlainText(" today")
    qtbot.waitUntil(lambda: "call the CIO today" in item.accessibleName(), timeout=500)


def test_a_line_follows_what_became_of_it_on_another_page(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    note.insertPlainText("! 约总监 @周五\n写到这里")
    qtbot.waitUntil(lambda: stored(host) == note.toPlainText(), timeout=500)
    [[number]] = host.store.connection.execute("SELECT id FROM supports").fetchall()
    host.perform(lambda store: edit_support(store, number, SupportEdit(text="约总监和采购")))
    host.settle()
    assert note.toPlainText() == "! 约总监和采购 @周五\n写到这里"
    assert note.textCursor().atEnd()


def test_when_the_disk_is_full_the_text_stays_and_it_is_tried_again(
    host: Host, page: OneOnOnePage, qtbot: QtBot
) -> None:
    note = begin(host, page)
    page.live.saver._again.setInterval(50)
    [[most]] = host.store.connection.execute("PRAGMA max_page_count").fetchall()
    host.store.connection.execute("PRAGMA max_page_count = 1")  # not a page more than there are
    words = "重要的话" * 20_000
    commit(note, words)
    qtbot.waitUntil(lambda: "磁盘已满" in page.live._state.text(), timeout=2000)
    assert page.live._state.isVisible() and note.toPlainText() == words and stored(host) == ""
    host.store.connection.execute(f"PRAGMA max_page_count = {most}")
    qtbot.waitUntil(lambda: stored(host) == words, timeout=2000)
    qtbot.waitUntil(lambda: page.live._state.isHidden(), timeout=500)


def test_the_private_part_is_never_shown_behind_the_shield(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    begin(host, page)
    page.live.toggle_private()
    assert page.live.private_note.isVisible()
    page.live.private_note.insertPlainText("家里有事")
    qtbot.waitUntil(lambda: page.live.saver.is_clean, timeout=500)
    host.look_at(only_person=LI)
    assert not page.live.private_note.isVisible()
    page.live.toggle_private()
    assert not page.live.private_note.isVisible()
    qtbot.keyClick(page.live.note, Qt.Key.Key_Return, CONTROL)
    host.settle()
    page.closing.copy()
    assert "家里有事" not in QGuiApplication.clipboard().text()


def test_behind_the_shield_nobody_else_is_on_the_page(host: Host, page: OneOnOnePage) -> None:
    assert page.people.table.rows.rowCount() == 2
    host.look_at(only_person=LI)
    names = [page.people.table.rows.row(place).label for place in range(page.people.table.rows.rowCount())]
    assert names == ["李雯"]
    page.arrive(person=CHEN)
    host.settle()
    assert page._stack.currentWidget() is page.people


def test_the_end_sums_up_and_the_next_day_is_kept(
    host: Host, page: OneOnOnePage, qtbot: QtBot, now: list[datetime]
) -> None:
    note = begin(host, page)
    note.insertPlainText("! 约总监 @周五\n> 首访六次 @12-31\n# 报价太早")
    qtbot.keyClick(note, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    now[0] += timedelta(minutes=30)
    qtbot.keyClick(note, Qt.Key.Key_Return, CONTROL)
    host.settle()
    assert page._stack.currentWidget() is page.closing and host.meeting_with is None
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "+14")
    qtbot.keyClick(field, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert "约总监(11-27 周五)" in copied and "首访六次(12-31 周四)" in copied and "下次面谈:12-08 周二" in copied
    qtbot.keyClick(field, Qt.Key.Key_Return)
    host.settle()
    row = host.store.connection.execute("SELECT mood, next_on, ended_at FROM meetings").fetchone()
    assert row[:2] == (4, "2026-12-08") and row[2] is not None
    assert page._stack.currentWidget() is page.person


def test_a_talk_ended_too_early_goes_on(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    commit(note, "还没说完")
    qtbot.keyClick(note, Qt.Key.Key_Return, CONTROL)
    host.settle()
    page.closing.resumed.emit()
    host.settle()
    assert page._stack.currentWidget() is page.live and host.meeting_with == LI
    assert QApplication.focusWidget() is note and note.toPlainText() == "还没说完"


def test_ctrl_enter_belongs_to_the_input_method_while_it_composes(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    compose(note, "hao")
    qtbot.keyClick(note, Qt.Key.Key_Return, CONTROL)
    host.settle()
    assert page._stack.currentWidget() is page.live and read_running(host.store.connection) is not None


def test_after_a_crash_the_running_talk_is_offered(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    [meeting] = start_meeting(host.store, LI).ids["meeting"]
    save_note(host.store, meeting, "写到一半")
    page.mark_stale()
    page._move(type(page._place)())
    host.settle()
    assert page._stack.currentWidget() is page.notice and host.meeting_with is None
    first = QApplication.focusWidget()
    assert isinstance(first, QPushButton) and "李雯" in first.text()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    host.settle()
    assert page.live.note.toPlainText() == "写到一半" and host.meeting_with == LI


def test_while_one_talk_runs_another_is_offered_not_begun(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    note = begin(host, page)
    commit(note, "与李雯的笔记")
    begin(host, page, CHEN)
    assert page._stack.currentWidget() is page.notice
    shown = [page.notice.buttons.itemAt(place).widget() for place in (1, 2)]
    second = shown[1]
    assert isinstance(second, QPushButton) and "陈佳" in second.text()
    second.click()
    host.settle()
    assert host.meeting_with == CHEN and page.live.note.toPlainText() == ""
    ended = host.store.connection.execute(
        "SELECT text, ended_at FROM notes JOIN meetings ON id = meeting_id WHERE person_id = ?", (LI,)
    ).fetchone()
    assert ended[0] == "与李雯的笔记" and ended[1] is not None


def test_the_history_is_searched_by_any_piece_of_a_note(
    host: Host, page: OneOnOnePage, qtbot: QtBot, now: list[datetime]
) -> None:
    for place, text in enumerate(("聊了华信的演示", "过了停滞商机", "华信进了合同")):
        now[0] = datetime(2026, 9 + place, 3, 6, 0, tzinfo=UTC)
        [meeting] = start_meeting(host.store, LI).ids["meeting"]
        end_meeting(host.store, meeting, text, mood=3, next_on=None)
    page.arrive(person=LI)
    host.settle()
    assert len(page.person.list.lines) == 3
    qtbot.keyClick(page.person, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.person.search
    page.person.search.setText("华信")
    qtbot.waitUntil(lambda: len(page.person.list.lines) == 2, timeout=1000)
    page.person.list.focus_line(0)
    qtbot.keyClick(page.person.list.lines[0], Qt.Key.Key_Return)
    host.settle()
    assert page.live.note.toPlainText() == "华信进了合同" and host.meeting_with is None


def test_a_low_mood_is_told_by_more_than_its_colour(host: Host, page: OneOnOnePage, now: list[datetime]) -> None:
    for day, mood in ((3, 4), (10, 2)):
        now[0] = datetime(2026, 11, day, 6, 0, tzinfo=UTC)
        [meeting] = start_meeting(host.store, LI).ids["meeting"]
        end_meeting(host.store, meeting, "聊了聊", mood=mood, next_on=None)
        page.refresh()
        host.settle()
        place = [column.key for column in page.people.table.rows.columns].index("mood")
        said = {
            row.id: row.cells[place].text
            for row in map(page.people.table.rows.row, range(page.people.table.rows.rowCount()))
        }
        assert said[LI] == ("4" if mood == 4 else "△ 2")


def test_what_was_promised_last_time_is_on_the_agenda(host: Host, page: OneOnOnePage, now: list[datetime]) -> None:
    now[0] = datetime(2026, 11, 10, 6, 0, tzinfo=UTC)
    [meeting] = start_meeting(host.store, LI).ids["meeting"]
    end_meeting(host.store, meeting, "! 借演示设备 @11-20\n# 报价太早", mood=3, next_on=date(2026, 11, 24))
    now[0] = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
    begin(host, page)
    data = page.load(host.store.connection, host.view)
    assert data.agenda is not None and data.agenda.carried_from == date(2026, 11, 10)
    support, problems = data.agenda.steps[2].lines, data.agenda.steps[3].lines
    assert "借演示设备" in support[0].text and support[0].state == "act" and "报价太早" in problems[0].text


def test_the_shield_stays_up_while_an_older_record_is_looked_at(
    host: Host, page: OneOnOnePage, qtbot: QtBot, now: list[datetime]
) -> None:
    [older] = start_meeting(host.store, LI).ids["meeting"]
    end_meeting(host.store, older, "上次说的", mood=None, next_on=None)
    now[0] += timedelta(days=1)
    commit(begin(host, page), "这次说的")
    page.arrive(person=LI, meeting=older)
    host.settle()
    assert page.live.note.toPlainText() == "上次说的" and host.meeting_with == LI
    page.arrive(start_with=LI)
    host.settle()
    assert page.live.note.toPlainText() == "这次说的" and QApplication.focusWidget() is page.live.note


def test_everybody_by_keys(host: Host, page: OneOnOnePage, qtbot: QtBot) -> None:
    page.setFocus()
    host.settle()
    table = QApplication.focusWidget()
    assert table is page.people.table
    qtbot.keyClick(table, Qt.Key.Key_Return)
    host.settle()
    assert page._stack.currentWidget() is page.person
    assert QApplication.focusWidget() is page.person.start
    qtbot.keyClick(page.person.start, Qt.Key.Key_Space)
    host.settle()
    assert host.meeting_with in (LI, CHEN) and QApplication.focusWidget() is page.live.note


def test_a_real_window_writes_everything_before_it_closes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cockpit.store.file import Store
    from cockpit.window.shell import Shell

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path = tmp_path / "real.sqlite"
    store = Store.open(path)
    store.connection.execute("INSERT INTO people(id, name) VALUES (1, '李雯')")
    shell = Shell(store)
    shell.show()
    shell.go("one_on_one", start_with=LI)
    page = shell.page("one_on_one")
    assert isinstance(page, OneOnOnePage)
    qtbot.waitUntil(lambda: page.live.meeting_id is not None, timeout=5000)
    commit(page.live.note, "! 最后一句")
    compose(page.live.note, "wei")
    shell.close()
    with Store.open(path) as again:
        record = read_running(again.connection)
        assert record is not None and record.note.text == "! 最后一句wei"


def test_the_palette_marks_the_present_line(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cockpit.store.file import Store
    from cockpit.window.palette import Palette
    from cockpit.window.shell import Shell

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    store = Store.open(tmp_path / "real.sqlite")
    store.connection.execute("INSERT INTO people(id, name) VALUES (1, '李雯')")
    shell = Shell(store)
    shell.show()
    shell.go("one_on_one", start_with=LI)
    page = shell.page("one_on_one")
    assert isinstance(page, OneOnOnePage)
    qtbot.waitUntil(lambda: page.live.meeting_id is not None, timeout=5000)
    commit(page.live.note, "约总监")
    shell.open_palette()
    palette = shell.findChild(Palette)
    assert palette is not None
    palette.field.setText("承诺")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert page.live.note.toPlainText() == "! 约总监"
    shell.close()
