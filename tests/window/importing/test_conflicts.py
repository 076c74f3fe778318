"""Cells that both sides changed, in a real widget with real keys; what is chosen arrives in the store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from cockpit.language import choose_language
from cockpit.operations import deals
from cockpit.store.file import Store
from cockpit.window.importing.conflicts import ConflictsView
from tests.operations.round_trip_files import TODAY, edit, exported, planned, read_back

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "cockpit.sqlite")
    for name in ("华信 ERP", "远景 MES"):
        deals.add_deal(opened, name=name, today=TODAY, fields={"amount": 100, "next_step": "打电话"})
    return opened


@pytest.fixture
def path(store: Store, tmp_path: Path) -> Path:
    """Amount and next step of both deals were edited on both sides."""
    found = edit(
        exported(store, "deals", tmp_path),
        ("D1", "金额", 7), ("D1", "下一步", "文件里的\n第二行"), ("D2", "金额", 8), ("D2", "下一步", "文件里的"),
    )  # fmt: skip
    deals.edit_deals(store, [1, 2], "amount", 900, today=TODAY)
    deals.edit_deals(store, [1, 2], "next_step", "驾驶舱里的", today=TODAY)
    return found


@pytest.fixture
def view(qtbot: QtBot, store: Store, path: Path) -> ConflictsView:
    made = ConflictsView()
    qtbot.addWidget(made)
    made.resize(1100, 560)
    made.show_conflicts(planned(store, path).conflicts)
    made.show()
    made.table.setFocus()
    return made


def shown(view: ConflictsView, column: int) -> list[str]:
    rows = view.table.rows
    return [rows.row(place).cells[column].text for place in range(rows.rowCount())]


def test_both_values_stand_side_by_side(view: ConflictsView) -> None:
    assert shown(view, 1) == ["华信 ERP", "", "远景 MES", ""]
    assert shown(view, 2) == ["金额", "下一步", "金额", "下一步"]
    assert shown(view, 3) == ["¥7.00", "文件里的 第二行", "¥8.00", "文件里的"]
    assert shown(view, 4) == ["¥9.00", "驾驶舱里的"] * 2
    assert shown(view, 5) == ["还没选"] * 4 and view.choices() == {}


def test_arrows_choose_a_side_and_the_whole_text_is_shown(qtbot: QtBot, view: ConflictsView) -> None:
    changed = QSignalSpy(view.changed)
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert (view.in_file.text(), view.in_cockpit.text()) == ("文件里的\n第二行", "驾驶舱里的")
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    assert view.choices() == {("D1", "amount"): "file", ("D1", "next_step"): "mine"}
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.choices()["D1", "next_step"] == "file"
    assert shown(view, 5)[:3] == ["文件里的", "文件里的", "还没选"] and changed.count() == 3


def test_a_record_and_all_at_once_by_key(qtbot: QtBot, view: ConflictsView) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Left, SHIFT)
    assert set(view.choices()) == {("D1", "amount"), ("D1", "next_step")}
    qtbot.keyClick(view.table, Qt.Key.Key_Right, CTRL)
    assert list(view.choices().values()) == ["mine"] * 4
    qtbot.keyClick(view.table, Qt.Key.Key_Tab)
    assert view.all_file.hasFocus()
    qtbot.keyClick(view.all_file, Qt.Key.Key_Space)
    assert list(view.choices().values()) == ["file"] * 4


def test_a_click_takes_the_value_that_was_clicked(qtbot: QtBot, view: ConflictsView) -> None:
    place = view.table.visualRect(view.table.rows.index(2, 3)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.choices() == {("D2", "amount"): "file"}
    place = view.table.visualRect(view.table.rows.index(2, 1)).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.choices() == {("D2", "amount"): "file"}


def test_enter_goes_on_and_what_was_chosen_is_written(
    qtbot: QtBot, view: ConflictsView, store: Store, path: Path
) -> None:
    accepted = QSignalSpy(view.accepted)
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert accepted.count() == 1
    plan = planned(store, path)
    plan.choose(view.choices())
    read_back(store, plan)
    found = store.connection.execute("SELECT amount, next_step FROM deals ORDER BY id").fetchall()
    assert found == [(700, "驾驶舱里的"), (900, "驾驶舱里的")]


def test_what_was_chosen_stays_when_the_plan_is_made_anew(
    qtbot: QtBot, view: ConflictsView, store: Store, path: Path
) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_Left, SHIFT)
    deals.edit_deals(store, [1], "amount", 700, today=TODAY)
    view.show_conflicts(planned(store, path).conflicts)
    assert view.choices() == {("D1", "next_step"): "file"}


def test_another_language(view: ConflictsView, store: Store, path: Path) -> None:
    choose_language("en")
    view.show_conflicts(planned(store, path).conflicts)
    assert view.table.rows.columns[2].title == "Field" and shown(view, 2)[0] == "Amount"
