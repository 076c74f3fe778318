"""The steps as widgets, with real keys: what they show, and what a key decides."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cockpit.excel.choices import StageChoice, TableChoices
from cockpit.window.importing.columns import ColumnsView
from cockpit.window.importing.header import HeaderView
from cockpit.window.importing.names import NamesView
from cockpit.window.importing.picker import Picker
from cockpit.window.importing.step_view import StepView
from cockpit.window.kit.theme import apply_theme
from tests.window.importing.looks import alike, column, key, stage, table


def press(widget: QWidget, key: Qt.Key | str) -> None:
    """A key, or a character as it comes from a keyboard or an input method."""
    if isinstance(key, Qt.Key):
        QTest.keyClick(widget, key)
    else:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key))
    QApplication.processEvents()


class Bench(QWidget):
    """A window with a picker and one step; what is decided is kept."""

    def __init__(self, view_class: type[StepView]) -> None:
        super().__init__()
        self.picker = Picker(self)
        self.view = view_class(self.picker)
        QVBoxLayout(self).addWidget(self.view)
        self.decided: list[TableChoices] = []
        self.went_on = 0
        self.view.decided.connect(self.decided.append)
        self.view.accepted.connect(self._count)
        self.resize(1000, 600)

    def _count(self) -> None:
        self.went_on += 1

    def keys(self, *keys: Qt.Key | str) -> None:
        for one in keys:
            for pressed in one if isinstance(one, str) else [one]:
                press(self.focusWidget() or self, pressed)


@pytest.fixture
def bench(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Bench]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    made = Bench(request.param)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    yield made


def cells(view: ColumnsView | NamesView, place: int) -> list[str]:
    return [cell.plain for cell in view.table.rows.row(place).cells]


of = lambda view_class: pytest.mark.parametrize("bench", [view_class], indirect=True)  # noqa: E731


@of(ColumnsView)
def test_a_column_is_taken_for_something_else_by_typing(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, ColumnsView)
    view.show_look(table([column("甲"), column("乙", "amount")], missing=["还缺名称。"]))
    assert "还缺名称" in view.lacking.text() and view.lacking.isVisible()
    view.focus_open()
    bench.keys("m", "c")
    assert bench.picker.isVisible() and bench.picker.names() == ["名称"], "found by its initials"
    bench.keys(Qt.Key.Key_Return)
    assert bench.decided == [TableChoices(columns={"甲": "name"})]
    assert bench.went_on == 0 and view.table.hasFocus()


@of(ColumnsView)
def test_a_field_has_one_column(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, ColumnsView)
    view.show_look(table([column("甲"), column("乙", "amount")]))
    view.focus_open()
    bench.keys(Qt.Key.Key_Space, "金额", Qt.Key.Key_Return)
    assert bench.decided == [TableChoices(columns={"甲": "amount", "乙": ""})]


@of(ColumnsView)
def test_esc_leaves_the_choice_as_it_was(bench: Bench) -> None:
    view = bench.view
    view.show_look(table([column("甲"), column("乙", "amount")]))
    view.focus_open()
    bench.keys(Qt.Key.Key_F2, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert not bench.picker.isVisible() and not bench.decided
    assert view.isAncestorOf(bench.focusWidget()) and isinstance(view, ColumnsView) and view.table.hasFocus()


@of(ColumnsView)
def test_what_is_lacking_is_asked_before_one_goes_on(bench: Bench) -> None:
    view = bench.view
    view.show_look(table([column("甲", "account"), column("乙")], missing=["还缺名称。"]))
    view.focus_open()
    assert view.ask_next() and bench.picker.isVisible()
    bench.keys(Qt.Key.Key_Escape)
    view.show_look(table([column("甲", "account"), column("乙", "name")]))
    assert not view.ask_next()


@of(ColumnsView)
def test_how_days_are_written_is_asked_where_the_file_does_not_tell(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, ColumnsView)
    asking = column("日期", "created_on", value_kind="date", asks="day_order", doubtful="3/5/2026")
    view.show_look(table([column("编号", "external_id"), asking]))
    view.focus_open()
    assert view.day_order.isVisible() and view.day_order.buttons["month_first"].hasFocus()
    bench.keys(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert bench.decided == [TableChoices(day_order="day_first")]
    settled = column("日期", "created_on", value_kind="date")
    view.show_look(table([column("编号", "external_id"), settled], choices=TableChoices(day_order="day_first")))
    assert view.day_order.buttons["day_first"].isChecked(), "the answer stays in sight and can be changed"
    assert not view.ask_next()


@of(ColumnsView)
def test_the_currency_of_a_column_is_chosen_beside_it(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, ColumnsView)
    view.show_look(table([column("金额", "amount", value_kind="money"), column("编号", "external_id")]))
    view.focus_open()
    assert view.detail.currency.isVisible() and not view.detail.order.isVisible()
    while bench.focusWidget() is not view.detail.currency:
        bench.keys(Qt.Key.Key_Tab)
    bench.keys("USD")
    assert bench.decided[-1] == TableChoices(currencies={"金额": "USD"})
    view.table.look_at(1)
    assert not view.detail.currency.isVisible()


@of(HeaderView)
def test_the_kind_of_table_and_the_row_of_headings_are_chosen(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, HeaderView)
    view.show_look(table(kind=None, top=[["说明", ""], ["甲", "乙"], ["1", "2"]]))
    view.focus_open()
    assert view.ask_next(), "without a kind of table nothing goes on"
    bench.keys(Qt.Key.Key_Space)
    assert bench.decided == [TableChoices(kind="deals", header=0)]
    view.show_look(table(kind="deals", top=[["说明", ""], ["甲", "乙"], ["1", "2"]], choices=bench.decided[0]))
    view.table.setFocus()
    bench.keys(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert bench.decided[-1] == TableChoices(kind="deals", header=1)
    assert not view.ask_next()


@of(NamesView)
def test_a_stage_is_given_to_one_of_the_team_or_to_a_new_one(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, NamesView)
    view.show_look(table(stages=[stage("赢单", "赢单", kind="won"), stage("黄了", "方案报价", sure=0.5)]))
    view.focus_open()
    assert view.table.place == 1, "what is unsure is in sight first"
    bench.keys(Qt.Key.Key_Space)
    assert bench.picker.names() == ["方案报价", "赢单", "黄了", "黄了", "黄了"]
    bench.keys("diudan")
    assert bench.picker.names() == ["黄了"], "found by the pinyin of what it would be"
    bench.keys(Qt.Key.Key_Return)
    assert bench.decided == [TableChoices(stages={"黄了": StageChoice("黄了", "lost")})]


@of(NamesView)
def test_alike_names_are_offered_as_the_same_and_going_on_agrees(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, NamesView)
    look = table(names={"people": [alike("张维", "张伟"), alike("李 雯", "李雯", sure=1.0)]}, key_look=key(2))
    view.show_look(look)
    view.focus_open()
    assert cells(view, 0)[2].startswith("张伟")
    settled = view.settled()
    assert settled.names == {"people": {"张维": "张伟"}} and settled.key == ("name", "account")
    bench.keys(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert bench.decided == [TableChoices(names={"people": {"张维": ""}})], "a new one, not the same"


@of(NamesView)
def test_the_key_shows_what_would_fall_together(bench: Bench) -> None:
    view = bench.view
    assert isinstance(view, NamesView)
    view.show_look(table(key_look=key(2)))
    view.focus_open()
    assert view.key.fields.hasFocus()
    assert view.key.groups.isVisible() and view.key.groups.rows.row(0).cells[0].text == "第 2、3 行"
    bench.keys(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert bench.decided == [TableChoices(key=("name", "account", "created_on"))]
    bench.keys(Qt.Key.Key_Return)
    assert bench.went_on == 1
