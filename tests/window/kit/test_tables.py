"""The table as a user meets it: sorted, copied, opened by key and mouse, and quick with 100,000 rows."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cockpit.window.kit.rows import Index, RowsModel
from cockpit.window.kit.tables import Cell, Column, Row, Table
from cockpit.window.kit.theme import theme


def rows(count: int) -> list[Row]:
    """Names, and won revenue 0, 7, 14, ... modulo 13; the third person has none."""
    return [
        Row(n, (Cell(f"人{n}", strong=True), Cell("—") if n == 2 else Cell(f"{n * 7 % 13} 万", sort=n * 7 % 13)))
        for n in range(count)
    ]


def a_table(qtbot: QtBot, shown: Sequence[Row]) -> Table:
    table = Table([Column("name", "销售"), Column("won", "赢单", 120, "right")])
    qtbot.addWidget(table)
    table.set_rows(shown)
    table.resize(600, 400)
    table.show()
    return table


def click_heading(qtbot: QtBot, table: Table, column: int) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def heading(table: Table, column: int) -> str:
    return str(table.rows.headerData(column, Qt.Orientation.Horizontal))


def shown(table: Table, column: int) -> list[str]:
    return [table.rows.row(n).cells[column].text for n in range(table.rows.rowCount())]


def test_it_is_a_sound_model(qtbot: QtBot) -> None:
    table = a_table(qtbot, rows(20))
    ModelTester(None).check(table.rows)


def test_numbers_sort_as_numbers_and_what_is_missing_stands_last(qtbot: QtBot) -> None:
    table = a_table(qtbot, rows(6))
    click_heading(qtbot, table, 1)
    assert shown(table, 1) == ["9 万", "8 万", "7 万", "2 万", "0 万", "—"]
    assert heading(table, 1) == "赢单 ▾"
    click_heading(qtbot, table, 1)
    assert shown(table, 1) == ["0 万", "2 万", "7 万", "8 万", "9 万", "—"]
    assert (heading(table, 0), heading(table, 1)) == ("销售", "赢单 ▴")


def test_words_beside_numbers_still_sort(qtbot: QtBot) -> None:
    table = a_table(qtbot, [Row(n, (Cell("x"), Cell(str(v), sort=v))) for n, v in enumerate([3, "未定", 1])])
    click_heading(qtbot, table, 1)
    assert sorted(shown(table, 1)) == ["1", "3", "未定"]


def test_new_rows_keep_the_order_and_the_chosen_row(qtbot: QtBot) -> None:
    table = a_table(qtbot, rows(6))
    click_heading(qtbot, table, 1)
    table.choose(4)
    table.set_rows(rows(5))
    assert shown(table, 1) == ["8 万", "7 万", "2 万", "0 万", "—"] and table.current_id() == 4


def test_enter_opens_the_row_and_names_the_cell(qtbot: QtBot) -> None:
    table = a_table(qtbot, rows(4))
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    opened: list[object] = []
    table.opened.connect(opened.append)
    table.cell_opened.connect(lambda row, column: opened.append((row, column)))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [(1, "name"), 1]


def test_a_click_opens_but_choosing_several_does_not(qtbot: QtBot) -> None:
    table, opened = a_table(qtbot, rows(4)), []
    table.opened.connect(opened.append)

    def click(row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        place = table.visualRect(table.rows.index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, keys, place)

    click(1)
    click(3, Qt.KeyboardModifier.ShiftModifier)
    assert opened == [1] and table.selected_ids() == [1, 2, 3]


def test_where_cells_are_edited_a_double_click_opens(qtbot: QtBot) -> None:
    table, opened = a_table(qtbot, rows(4)), []
    table.open_on_single_click(False)
    table.opened.connect(opened.append)
    place = table.visualRect(table.rows.index(2, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == []
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [2]


def test_copied_cells_paste_into_a_spreadsheet(qtbot: QtBot) -> None:
    table = a_table(qtbot, [*rows(2), Row(9, (Cell("两\n行", quiet_text="KA"), Cell("5 万")))])
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == '人0\t0 万\n人1\t7 万\n"两\n行 KA"\t5 万'


def test_an_empty_table_says_what_would_fill_it(qtbot: QtBot) -> None:
    table = a_table(qtbot, [])
    blank = table.grab().toImage()
    table.set_empty_words("导入商机后,这里列出停滞的商机。")
    assert table.grab().toImage() != blank


def test_tags_are_painted_in_the_colours_of_their_state(qtbot: QtBot) -> None:
    table = a_table(qtbot, [Row(1, (Cell("41 天", state="act"), Cell("1")))])
    picture = table.viewport().grab().toImage()
    place = table.visualRect(table.rows.index(0, 0))
    assert picture.pixelColor(place.left() + 14, place.center().y()) == theme().act_tint


def test_of_a_hundred_thousand_rows_only_those_in_sight_are_asked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = set()
    cell = RowsModel.cell

    def counted(model: RowsModel, index: Index) -> Cell:
        asked.add((index.row(), index.column()))
        return cell(model, index)

    monkeypatch.setattr(RowsModel, "cell", counted)
    table = a_table(qtbot, rows(100_000))
    table.grab()
    table.scrollToBottom()
    table.grab()
    click_heading(qtbot, table, 1)
    table.grab()
    assert {row for row, _ in asked} >= {0, 99_999}
    assert len(asked) < 500


class Numbers:
    """100,000 rows that are made when asked for."""

    def __init__(self) -> None:
        self.fetched = 0

    def count(self) -> int:
        return 100_000

    def fetch(self, offset: int, limit: int) -> list[Row]:
        self.fetched += limit
        return [Row(n, (Cell(f"人{n}"), Cell(str(n)))) for n in range(offset, min(offset + limit, 100_000))]


def test_a_large_result_is_fetched_as_it_is_seen(qtbot: QtBot) -> None:
    table, source = a_table(qtbot, []), Numbers()
    table.set_source(source)
    table.scrollToBottom()
    table.grab()
    qtbot.keyClick(table, "z")
    assert table.rows.data(table.rows.index(99_999, 0)) == "人99999"
    assert source.fetched <= 2_000


def test_a_large_result_is_sorted_by_its_owner(qtbot: QtBot) -> None:
    table = a_table(qtbot, [])
    table.set_source(Numbers())
    asked: list[tuple[str, bool]] = []
    table.sort_asked.connect(lambda key, descending: asked.append((key, descending)))
    click_heading(qtbot, table, 1)
    click_heading(qtbot, table, 1)
    assert asked == [("won", True), ("won", False)]


def test_sorted_rows_stand_when_other_columns_come(qtbot: QtBot) -> None:
    table = Table([Column("name", "姓名"), Column("n", "次数", 80, "right"), Column("share", "份额", 80, "right")])
    qtbot.addWidget(table)
    table.set_rows([Row(1, (Cell("甲"), Cell("1", sort=1), Cell("9", sort=9)))])
    table.horizontalHeader().sectionClicked.emit(2)
    table.set_columns([Column("name", "姓名"), Column("n", "次数", 80, "right")])
    table.set_rows([Row(1, (Cell("甲"), Cell("1", sort=1))), Row(2, (Cell("乙"), Cell("2", sort=2)))])
    assert [table.rows.row(number).id for number in range(2)] == [1, 2]
    # The column that is still there, in another place: the rows stay sorted by it.
    table.horizontalHeader().sectionClicked.emit(1)
    table.set_columns([Column("n", "次数", 80, "right"), Column("name", "姓名")])
    table.set_rows([Row(1, (Cell("1", sort=1), Cell("甲"))), Row(2, (Cell("2", sort=2), Cell("乙")))])
    assert [table.rows.row(number).id for number in range(2)] == [2, 1]
    assert table.rows.headerData(0, Qt.Orientation.Horizontal).endswith("▾")


def test_no_heading_is_cut_off_in_another_language(qtbot: QtBot) -> None:
    table = a_table(qtbot, rows(2))
    table.set_columns([Column("name", "Salesperson"), Column("won", "Won, the last 12 cycles", 64, "right")])
    words = table.fontMetrics().horizontalAdvance("Won, the last 12 cycles")
    assert table.columnWidth(1) > words * 12 / 14
    table.set_columns([Column("name", "销售"), Column("won", "赢单", 64, "right")])
    assert table.columnWidth(1) == 64
