"""Files that leave something open, settled with keys alone, on a real store."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from cockpit.operations.imports import import_files
from cockpit.window.importing.dialog import ImportDialog
from cockpit.window.shell import Shell
from tests.window.importing.driving import buttons, deals_in, keys, opened, press, settle, shown

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, DOWN, UP, ESC, TAB = (
    Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Tab,
)  # fmt: skip
UNKNOWN = """\
甲,乙,丙
华信数据平台,谈着呢,860000
远景续约,黄了,640000
蓝海二期,谈着呢,380000
"""
WITH_IDS = """\
商机编号,商机名称,客户名称,负责人,阶段,金额
D-1,华信数据平台,华信科技,李雯,方案报价,860000
D-2,远景续约,远景能源,陈佳,方案报价,640000
"""


@pytest.fixture
def unknown(tmp_path: Path) -> Path:
    path = tmp_path / "台账.csv"
    path.write_text(UNKNOWN, "utf-8")
    return path


@pytest.fixture
def with_ids(tmp_path: Path) -> Path:
    path = tmp_path / "商机.csv"
    path.write_text(WITH_IDS, "utf-8")
    return path


def settle_unknown(shell: Shell, dialog: ImportDialog) -> None:
    """From headings that match nothing to the preview."""
    assert dialog.way.step == "header"
    keys(shell, dialog, SPACE, ENTER)
    assert dialog.way.step == "columns"
    dialog.way.columns.table.look_at(0)
    dialog.way.columns.table.setFocus()
    keys(shell, dialog, "mc", ENTER)
    dialog.way.columns.table.look_at(1)
    keys(shell, dialog, "阶段", ENTER)
    dialog.way.columns.table.look_at(2)
    keys(shell, dialog, "金额", ENTER)
    keys(shell, dialog, ENTER)
    assert dialog.way.step == "names"
    stages = [stage.name for stage in dialog.session.looks[0].stages]
    dialog.way.names.table.look_at(stages.index("黄了"))
    keys(shell, dialog, SPACE, "丢单", ENTER)
    assert dialog.way.step == "names"
    keys(shell, dialog, ENTER)
    assert dialog.state == "preview"


def test_headings_that_match_nothing_are_settled_and_remembered(shell: Shell, unknown: Path) -> None:
    dialog = opened(shell, unknown)
    settle_unknown(shell, dialog)
    keys(shell, dialog, ENTER)
    assert dialog.state == "report"
    assert sorted(row[1:] for row in deals_in(shell)) == [
        ("华信数据平台", 86_000_000, "open"), ("蓝海二期", 38_000_000, "open"), ("远景续约", 64_000_000, "lost"),
    ]  # fmt: skip
    keys(shell, dialog, ENTER)

    unknown.write_text(UNKNOWN.replace("380000", "400000"), "utf-8")
    again = opened(shell, unknown)
    assert again.state == "preview", "what was decided last month is not asked again"
    assert "和上次一样" in again.strip.text()
    assert [row[3:] for row in shown(again, "deals:changed")] == [["¥380,000.00", "¥400,000.00"]]


def test_what_was_recognised_is_looked_at_and_changed_from_the_preview(shell: Shell, with_ids: Path) -> None:
    dialog = opened(shell, with_ids)
    press(shell, dialog, Qt.Key.Key_3, ALT)
    assert dialog.way.step == "columns"
    dialog.way.columns.table.look_at(5)
    keys(shell, dialog, SPACE, Qt.Key.Key_Home)
    while dialog.way.picker.list.currentRow() > 0:
        keys(shell, dialog, UP)
    keys(shell, dialog, ENTER)
    assert dialog.way.columns.table.rows.row(5).cells[3].text == "不用这一列"
    keys(shell, dialog, ENTER)
    assert dialog.state == "preview"
    keys(shell, dialog, ENTER)
    assert [row[2] for row in deals_in(shell)] == [None, None]


def test_esc_goes_back_to_where_one_came_from_and_then_closes(shell: Shell, with_ids: Path) -> None:
    dialog = opened(shell, with_ids)
    press(shell, dialog, Qt.Key.Key_2, ALT)
    press(shell, dialog, Qt.Key.Key_1, ALT)
    assert dialog.way.step == "files"
    keys(shell, dialog, ESC)
    assert dialog.way.step == "header"
    keys(shell, dialog, ESC)
    assert dialog.state == "preview"
    press(shell, dialog, Qt.Key.Key_Left, ALT)
    assert dialog.way.step == "names"
    keys(shell, dialog, ESC, ESC)
    assert not shell.findChildren(ImportDialog) or not dialog.isVisible()
    assert deals_in(shell) == []


def test_enter_right_after_a_choice_is_not_lost(shell: Shell, unknown: Path) -> None:
    dialog = opened(shell, unknown)
    for _ in range(2):
        QTest.keyClick(dialog.focusWidget() or dialog, ENTER)
    settle(shell)
    assert dialog.way.step == "columns", "the first chose the kind of table, the second went on once it was read"


def test_an_older_answer_never_takes_the_place_of_a_newer_one(shell: Shell, unknown: Path) -> None:
    dialog = opened(shell, unknown)
    dialog.way.header.kinds["people"].click()
    dialog.way.header.kinds["accounts"].click()
    dialog.way.header.kinds["deals"].click()
    settle(shell)
    look = dialog.session.looks[0]
    assert look.kind == "deals" and look.choices.kind == "deals"
    assert dialog.way.header.kinds["deals"].isChecked()


def test_a_name_that_is_alike_is_taken_for_the_same_account(shell: Shell, with_ids: Path, tmp_path: Path) -> None:
    import_files(shell.store, [with_ids], today=shell.view.today)
    later = tmp_path / "下周.csv"
    later.write_text(
        WITH_IDS.replace("D-1", "D-3").replace("D-2", "D-4").replace("华信科技", "华信科技有限公司"), "utf-8"
    )
    dialog = opened(shell, later)
    assert dialog.way.step == "names", "it is not taken for the same silently"
    assert [name.name for name in dialog.session.looks[0].names["accounts"]] == ["华信科技有限公司"]
    keys(shell, dialog, SPACE, "华信", Qt.Key.Key_Up, ENTER, ENTER)
    assert dialog.state == "preview"
    keys(shell, dialog, ENTER)
    names = [row[0] for row in shell.readers().here().execute("SELECT name FROM accounts ORDER BY name")]
    assert names == ["华信科技", "远景能源"]


def test_names_that_are_alike_are_taken_for_the_same_all_at_once(shell: Shell, with_ids: Path, tmp_path: Path) -> None:
    import_files(shell.store, [with_ids], today=shell.view.today)
    later = tmp_path / "下周.csv"
    renamed = WITH_IDS.replace("D-", "E-").replace("华信科技", "华信科技有限公司").replace("远景能源", "远景能源集团")
    later.write_text(renamed, "utf-8")
    dialog = opened(shell, later)
    for _ in range(20):
        if dialog.focusWidget() is not dialog.way.names.all_same:
            QTest.keyClick(dialog.focusWidget() or dialog, TAB)
    keys(shell, dialog, ENTER)
    assert not dialog.way.names.all_same.isVisible() and dialog.way.names.table.hasFocus()
    keys(shell, dialog, ENTER, ENTER)
    assert dialog.state == "report"
    assert shell.readers().here().execute("SELECT count(*) FROM accounts").fetchone()[0] == 2


def test_ctrl_z_takes_the_whole_import_back(shell: Shell, with_ids: Path) -> None:
    dialog = opened(shell, with_ids)
    keys(shell, dialog, ENTER)
    assert dialog.state == "report" and len(deals_in(shell)) == 2
    press(shell, dialog, Qt.Key.Key_Z, CONTROL)
    assert dialog.state == "choosing" and "已撤销" in dialog.strip.text()
    assert deals_in(shell) == []
    assert shell.readers().here().execute("SELECT count(*) FROM people").fetchone()[0] == 0


def test_a_hidden_sheet_is_left_alone_until_it_is_ticked(shell: Shell, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for line in WITH_IDS.splitlines():
        sheet.append(line.split(","))
    hidden = workbook.create_sheet("人员")
    hidden.append(["姓名", "团队", "主管"])
    hidden.append(["周启航", "直销一部", "林一帆"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "多表.xlsx"
    workbook.save(path)
    dialog = opened(shell, path)
    assert dialog.state == "preview"
    press(shell, dialog, Qt.Key.Key_1, ALT)
    states = [dialog.way.files.table.rows.row(place).cells[-1].text for place in range(2)]
    assert states[1] == "隐藏的工作表"
    keys(shell, dialog, DOWN, SPACE, ENTER)
    assert dialog.state == "preview"
    keys(shell, dialog, ENTER)
    names = {row[0] for row in shell.readers().here().execute("SELECT name FROM people")}
    assert "周启航" in names


def test_nothing_ticked_is_said(shell: Shell, with_ids: Path) -> None:
    dialog = opened(shell, with_ids)
    press(shell, dialog, Qt.Key.Key_1, ALT)
    keys(shell, dialog, SPACE, ENTER)
    assert dialog.way.step == "files" and "至少勾选" in dialog.strip.text()
    keys(shell, dialog, SPACE, ENTER)
    assert dialog.state == "preview"


def test_a_table_is_pasted_with_ctrl_v(shell: Shell) -> None:
    dialog = opened(shell)
    QGuiApplication.clipboard().setText(WITH_IDS.replace(",", "\t"))
    press(shell, dialog, Qt.Key.Key_V, CONTROL)
    assert dialog.state == "preview"
    keys(shell, dialog, ENTER)
    assert [row[0] for row in deals_in(shell)] == ["D-1", "D-2"]


def test_a_table_is_pasted_from_the_palette_and_an_empty_clipboard_is_said(shell: Shell) -> None:
    QGuiApplication.clipboard().setText("")
    shell.command("paste_table")
    settle(shell)
    [dialog] = shell.findChildren(ImportDialog)
    assert dialog.state == "choosing" and "剪贴板里没有表格" in dialog.strip.text()
    QGuiApplication.clipboard().setText(WITH_IDS.replace(",", "\t"))
    shell.command("paste_table")
    settle(shell)
    assert dialog.state == "preview"


def test_a_file_dropped_on_the_window_is_read(shell: Shell, with_ids: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(with_ids))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, none)
    shell.dropEvent(event)
    settle(shell)
    [dialog] = shell.findChildren(ImportDialog)
    assert dialog.state == "preview"


def test_a_bad_file_leads_back_to_the_first_step(shell: Shell, with_ids: Path, tmp_path: Path) -> None:
    dialog = opened(shell, with_ids)
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook at all")
    dialog.read([bad])
    settle(shell)
    assert dialog.state == "choosing" and "坏.xlsx" in dialog.strip.text()
    assert dialog.focusWidget() is dialog.choosing.choose
    assert not dialog.steps.isVisible(), "nothing is left of the file before"


def test_stopping_the_comparison_leads_back_to_the_step_before(shell: Shell, with_ids: Path) -> None:
    dialog = opened(shell, with_ids)
    press(shell, dialog, Qt.Key.Key_3, ALT)
    dialog.way.columns.table.look_at(5)
    dialog.way.columns.decide(columns={"金额": ""})
    settle(shell)
    dialog.go_on()
    assert dialog.state == "reading"
    QTest.keyClick(dialog.focusWidget() or dialog, ESC)
    assert dialog.way.step == "columns" and dialog.state == "deciding"
    settle(shell)
    assert dialog.way.step == "columns", "what was stopped does not come back"
    keys(shell, dialog, ENTER)
    assert dialog.state == "preview"


def test_rows_that_would_fall_together_are_told_apart_by_another_column(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "无编号.csv"
    path.write_text(
        "商机名称,客户名称,负责人,阶段,金额\n续约,华信科技,李雯,方案报价,1000\n续约,华信科技,李雯,方案报价,2000\n",
        "utf-8",
    )
    dialog = opened(shell, path)
    assert dialog.way.step == "names" and dialog.way.names.key.isVisible()
    assert dialog.way.names.key.groups.rows.row(0).cells[0].text == "第 2、3 行"
    options = [one.field for one in dialog.session.looks[0].key_look.options]  # type: ignore[union-attr]
    dialog.way.names.key.fields.look_at(options.index("amount"))
    keys(shell, dialog, SPACE)
    assert not dialog.way.names.key.groups.isVisible()
    keys(shell, dialog, ENTER)
    assert dialog.state == "preview"


def test_behind_the_shield_nothing_is_pasted(shell: Shell, with_ids: Path) -> None:
    import_files(shell.store, [with_ids], today=shell.view.today)
    person = shell.readers().here().execute("SELECT id FROM people WHERE name = '李雯'").fetchone()[0]
    shell.set_meeting(person)
    settle(shell)
    QGuiApplication.clipboard().setText(WITH_IDS.replace(",", "\t"))
    shell.command("paste_table")
    settle(shell)
    [dialog] = shell.findChildren(ImportDialog)
    assert dialog.state == "choosing" and "面谈" in dialog.strip.text()


def reachable(dialog: ImportDialog) -> list[QWidget]:
    """Everything in sight that takes the keyboard; of answers to one question the arrows reach the others."""
    return [
        one for one in dialog.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusProxy() is None and not isinstance(one, QScrollBar)
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(one, QAbstractButton) and one.group() is not None and not one.isChecked())
    ]  # fmt: skip


def test_every_step_is_reached_with_tab_alone_and_nothing_traps_the_focus(shell: Shell, with_ids: Path) -> None:
    dialog = opened(shell, with_ids)
    for number in (1, 2, 3, 4, 5):
        press(shell, dialog, Qt.Key(Qt.Key.Key_0 + number), ALT)
        start = dialog.focusWidget()
        reached = []
        for _ in range(40):
            QTest.keyClick(dialog.focusWidget() or dialog, TAB)
            reached.append(dialog.focusWidget())
            if dialog.focusWidget() is start:
                break
        assert dialog.focusWidget() is start, f"step {number} does not come round"
        assert dialog.primary in reached, number
        left_out = [one for one in reachable(dialog) if one not in reached]
        assert not left_out, (number, [one.accessibleName() or getattr(one, "text", str)() for one in left_out])
        for widget in reached:
            assert widget is not None and (widget.accessibleName() or getattr(widget, "text", str)()), widget


def test_add_only_and_update_only_are_chosen_above_the_preview(shell: Shell, with_ids: Path) -> None:
    import_files(shell.store, [with_ids], today=shell.view.today)
    with_ids.write_text(WITH_IDS.replace("860000", "900000") + "D-3,新的,华信科技,李雯,方案报价,5\n", "utf-8")
    dialog = opened(shell, with_ids)
    assert "D-3" in shown(dialog, "deals:added")[0]
    mode = dialog.preview_page.options.mode
    mode.setFocus()
    keys(shell, dialog, DOWN)
    assert mode.currentData() == "add"
    assert not dialog.sections.choose("deals:changed")
    keys(shell, dialog, DOWN)
    assert mode.currentData() == "update" and mode.hasFocus()
    assert not dialog.sections.choose("deals:added") and dialog.sections.choose("deals:changed")
    keys(shell, dialog, ENTER)
    assert dialog.state == "report"
    assert [(row[0], row[2]) for row in deals_in(shell)] == [("D-1", 90_000_000), ("D-2", 64_000_000)]


def test_a_blank_erases_only_when_it_is_ticked(shell: Shell, with_ids: Path) -> None:
    import_files(shell.store, [with_ids], today=shell.view.today)
    with_ids.write_text(WITH_IDS.replace("860000", ""), "utf-8")
    dialog = opened(shell, with_ids)
    assert "导入" not in buttons(dialog), "a blank erases nothing by itself"
    erase = dialog.preview_page.options.erase
    erase.setFocus()
    keys(shell, dialog, SPACE)
    assert erase.isChecked() and dialog.sections.choose("deals:changed")
    keys(shell, dialog, ENTER)
    assert [row[2] for row in deals_in(shell)] == [None, 64_000_000]
