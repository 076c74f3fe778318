"""The rolling log beside the deals: written with the pen in it, never lost, corrected, and made into a mail."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cockpit.language import choose_language
from cockpit.operations import deals, people
from cockpit.window.deals.log import EntryForm, EntryLine, LogSection
from cockpit.window.deals.mail import MailDialog
from cockpit.window.deals.page import DealsPage
from tests.window.conftest import Host


@pytest.fixture
def page(host: Host, qtbot: QtBot) -> DealsPage:
    people.add_person(host.store, "李雯")
    for name in ("华信科技 ERP", "远川化工 平台"):
        fields = {"next_step": "演示", "next_step_on": "2026-11-26"}
        deals.add_deal(host.store, name=name, account_name=name[:4], owner_id=1, today=date(2026, 10, 5), fields=fields)
    shown = cast(DealsPage, host.show_page(DealsPage))
    host.activateWindow()
    open_log(shown, host, qtbot, 1)
    return shown


def open_log(page: DealsPage, host: Host, qtbot: QtBot, deal: int) -> LogSection:
    page.arrive(deal=deal, log=True)
    host.settle()
    qtbot.waitUntil(lambda: page._side.pane.deal_id == deal)
    return page._side.pane.log


def stored(host: Host, deal: int = 1) -> list[tuple[object, ...]]:
    found = host.store.connection.execute(
        "SELECT text, next_step, next_step_on FROM deal_log WHERE deal_id = ? AND deleted_at IS NULL ORDER BY id",
        (deal,),
    )
    return [tuple(row) for row in found]


def test_the_pen_is_in_the_log_and_enter_writes_what_happened_and_what_comes_next(
    page: DealsPage, host: Host, qtbot: QtBot
) -> None:
    log = page._side.pane.log
    qtbot.waitUntil(log.form.text.hasFocus)
    assert (log.form.step.text(), log.form.day.field.text()) == ("演示", "2026-11-26")
    QTest.keyClicks(log.form.text, "seen the CIO")
    log.form.step.setText("发报价 @周五")
    QTest.keyClick(log.form.step, Qt.Key.Key_Return)
    host.settle()
    assert stored(host) == [("seen the CIO", "发报价", "2026-11-27")]
    qtbot.waitUntil(lambda: len(log.lines.lines) == 1 and not log.form.text.toPlainText())
    assert (log.form.step.text(), log.form.day.field.text()) == ("发报价", "2026-11-27")
    assert page._side.pane.typed["next_step"].field.text() == "发报价"
    host.undo()
    page.refresh()
    host.settle()
    qtbot.waitUntil(lambda: not log.lines.lines)
    assert log.form.step.text() == "演示"


def test_without_words_or_with_a_day_that_there_is_not_nothing_is_written(page: DealsPage, host: Host) -> None:
    form = page._side.pane.log.form
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    assert "写下发生了什么" in form.reason
    form.text.setPlainText("见了")
    form.step.setText("演示 @2月30日")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    assert "没有这一天" in form.reason
    form.step.setText("演示")
    form.day.field.setText("哪天再说")
    QTest.keyClick(form.day.field, Qt.Key.Key_Return)
    host.settle()
    assert "看不懂" in form.reason and stored(host) == []
    form.day.field.setText("下周三")
    QTest.keyClick(form.day.field, Qt.Key.Key_Return)
    host.settle()
    assert stored(host) == [("见了", "演示", "2026-12-02")]


def test_what_is_being_written_waits_while_another_deal_is_looked_at(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    log = page._side.pane.log
    log.form.text.setPlainText("写到一半")
    host.perform(lambda store: deals.edit_deals(store, [2], "next_step", "打电话"))
    page.refresh()
    host.settle()
    assert log.form.text.toPlainText() == "写到一半"
    open_log(page, host, qtbot, 2)
    assert (log.form.text.toPlainText(), log.form.step.text()) == ("", "打电话")
    open_log(page, host, qtbot, 1)
    assert log.form.text.toPlainText() == "写到一半"
    log.form.send()
    host.settle()
    open_log(page, host, qtbot, 2)
    open_log(page, host, qtbot, 1)
    assert log.form.text.toPlainText() == "" and [row[0] for row in stored(host)] == ["写到一半"]


def test_what_was_begun_is_there_in_another_language_and_told_once_when_the_window_closes(
    page: DealsPage, host: Host, qtbot: QtBot
) -> None:
    assert page.may_close()
    page._side.pane.log.form.text.setPlainText("写到一半")
    choose_language("en")
    page.retranslate()
    page.refresh()
    host.settle()
    log = open_log(page, host, qtbot, 1)
    assert log.form.text.toPlainText() == "写到一半"
    assert not page.may_close() and host.went[-1] == ("deals", {"deal": 1, "log": True})
    assert host.said[-1] and page.may_close(), "told once"


def test_an_input_method_that_composes_is_left_alone(page: DealsPage, host: Host) -> None:
    log = page._side.pane.log
    QApplication.sendEvent(log.form.text, QInputMethodEvent("jian", []))
    assert log.form.text.is_composing
    QTest.keyClick(log.form.text, Qt.Key.Key_Return)
    page.refresh()
    host.settle()
    assert log.form.text.composed == "jian" and stored(host) == [] and not log.form.reason
    commit = QInputMethodEvent("", [])
    commit.setCommitString("见了")
    QApplication.sendEvent(log.form.text, commit)
    assert log.form.text.toPlainText() == "见了"


def test_an_entry_opens_in_place_is_corrected_and_taken_away(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    log = page._side.pane.log
    for number in range(6):
        log.form.text.setPlainText(f"第 {number} 次")
        log.form.send()
        host.settle()
        qtbot.waitUntil(lambda: log.form.text.toPlainText() == "")
    assert len(log.lines.lines) == 4 and log.more.isVisible() and "2" in log.more.text()
    log.more.click()
    assert len(log.lines.lines) == 6
    line = log.lines.lines[0]
    assert isinstance(line, EntryLine)
    line.open()
    form = line.editor
    assert isinstance(form, EntryForm) and form.text.toPlainText() == "第 5 次"
    form.text.setPlainText("第五次")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    host.settle()
    assert stored(host)[-1][0] == "第五次"
    qtbot.waitUntil(lambda: "第五次" in log.lines.lines[0].accessibleName())
    newest = log.lines.lines[0]
    assert isinstance(newest, EntryLine)
    newest.removed.emit(newest.key)
    host.settle()
    assert len(stored(host)) == 5
    qtbot.waitUntil(lambda: len(log.lines.lines) == 5)


def test_a_step_put_off_again_and_again_is_said(page: DealsPage, host: Host, qtbot: QtBot) -> None:
    log = page._side.pane.log
    assert log.said == ""
    for day in ("2026-11-27", "2026-12-01"):
        log.form.text.setPlainText("没约到")
        log.form.day.field.setText(day)
        log.form.send()
        host.settle()
        qtbot.waitUntil(lambda: log.form.text.toPlainText() == "")
    assert "推迟了 1 次" in log.said


def test_the_mail_is_read_over_in_a_language_of_its_own_copied_and_saved(
    page: DealsPage, host: Host, qtbot: QtBot, tmp_path: Path
) -> None:
    log = page._side.pane.log
    log.form.text.setPlainText("接口的事两周内答复")
    log.form.send()
    host.settle()
    log.mail.click()
    (dialog,) = page.findChildren(MailDialog)
    assert "接口的事两周内答复" in dialog.text.toPlainText() and "下一步:演示" in dialog.text.toPlainText()
    dialog.text.setPlainText("我自己的话")
    dialog.language.setCurrentIndex(1)
    dialog.language.activated.emit(1)
    assert "接口的事两周内答复" in dialog.text.toPlainText() and "Next step: 演示" in dialog.text.toPlainText()
    dialog.language.setCurrentIndex(0)
    dialog.language.activated.emit(0)
    assert dialog.text.toPlainText() == "我自己的话"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == f"{dialog.subject.text()}\n\n我自己的话"
    path = tmp_path / "跟进.eml"
    dialog.save(path)
    host.settle()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not dialog.line.is_writing)
    assert "跟进.eml" in dialog.line.words
    dialog.reject()


def test_tab_reaches_the_link_to_the_mail_on_its_way_to_the_log(page: DealsPage) -> None:
    pane = page._side.pane
    before = next(made for made in pane.findChildren(QPushButton) if "重点商机" in made.text())
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    reached = QApplication.focusWidget()
    assert isinstance(reached, QPushButton) and "邮件" in reached.text()
