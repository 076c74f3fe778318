"""The frame of a page: what stands in it and what takes its place, Ctrl+N, and what a figure's tooltip tells."""

import sqlite3
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cockpit.metrics import METRICS, WHOLE_TEAM, Figure, Reason, Scope
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.window.kit.cards import HeadlineFigure
from cockpit.window.kit.definition import definition
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.page import View, Window
from tests.window.conftest import Host


class Desk(FramedPage):
    """A page with a field in it."""

    name = "desk"
    depends_on = frozenset()

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=3)
        self.begun = 0
        self.written = QLineEdit()
        self.body.addWidget(self.written)
        self.empty.say("Nothing yet")
        self.offer_new(self._begin)

    def load(self, connection: sqlite3.Connection, view: View) -> None:
        """Nothing is read."""

    def show_data(self, data: object) -> None:
        """Nothing is shown."""

    def _begin(self) -> None:
        self.begun += 1


def test_the_empty_state_takes_the_place_of_the_whole_frame_and_goes_again(host: Host) -> None:
    page = host.show_page(Desk)
    assert isinstance(page, Desk)
    said = next(one for one in page.findChildren(QLabel) if one.text() == "Nothing yet")
    figures = page.findChildren(HeadlineFigure)
    assert len(figures) == 3 and all(one.isVisible() for one in figures) and not said.isVisible()
    page.set_empty(True)
    assert said.isVisible() and not page.written.isVisible() and not any(one.isVisible() for one in figures)
    page.set_empty(False)
    assert page.written.isVisible() and not said.isVisible()


def test_something_new_is_begun_from_wherever_the_focus_is(host: Host, qtbot: QtBot) -> None:
    page = host.show_page(Desk)
    assert isinstance(page, Desk)
    page.written.setFocus()
    qtbot.keyClick(page.written, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.begun == 1 and not page.written.text()


def test_behind_the_shield_the_scope_is_that_of_the_one_person_whatever_was_chosen() -> None:
    day = date(2026, 11, 24)
    assert View(Month.of(day), WHOLE_TEAM, day).shown_scope == WHOLE_TEAM
    assert View(Month.of(day), WHOLE_TEAM, day, only_person=7).shown_scope == Scope.person(7)


def test_a_tooltip_tells_how_a_figure_is_counted_and_why_it_is_missing() -> None:
    metric = METRICS["coverage"]
    missing = Figure("coverage", metric.unit, None, reason=Reason("none", "没有目标。"))
    assert definition(missing, "more", "").split("\n") == [metric.definition, missing.reason.sentence, "more"]  # type: ignore[union-attr]
    assert definition(Figure("coverage", metric.unit, 2.0)) == metric.definition
    told = Figure("coverage", metric.unit, 2.0, estimated=1_234_500, notes=(Reason("none", "没有目标。"),))
    words = definition(told).split("\n")
    assert words[0] == metric.definition and words[2:] == [told.notes[0].sentence]
    assert formats.money(1_234_500) in words[1]
