"""A list that the cockpit exported, edited in a spreadsheet and dropped on it again."""

from pathlib import Path

from PySide6.QtCore import Qt

from cockpit.operations.deals import edit_deals
from cockpit.operations.imports import import_files
from cockpit.window.shell import Shell
from tests.operations.round_trip_files import edit, exported
from tests.window.importing.driving import deals_in, keys, opened, press, shown, titles

DEALS = """\
商机编号,商机名称,客户名称,负责人,阶段,金额
D-1,华信数据平台,华信科技,李雯,方案报价,860000
D-2,远景续约,远景能源,陈佳,方案报价,640000
"""


def out(shell: Shell, tmp_path: Path) -> Path:
    """The deals as they were exported."""
    source = tmp_path / "商机.csv"
    source.write_text(DEALS, "utf-8")
    import_files(shell.store, [source], today=shell.view.today)
    return exported(shell.store, "deals", tmp_path)


def test_what_was_edited_in_the_file_is_shown_and_taken(shell: Shell, tmp_path: Path) -> None:
    path = out(shell, tmp_path)
    path = edit(path, ("D1", "金额", 900_000))
    dialog = opened(shell, path)
    assert dialog.state == "preview", titles(dialog)
    assert not dialog.way.picker.isVisible()
    keys(shell, dialog, Qt.Key.Key_Return)
    assert dialog.state == "report"
    assert [row[2] for row in deals_in(shell)] == [90_000_000, 64_000_000]


def test_what_both_sides_changed_is_chosen_side_by_side(shell: Shell, tmp_path: Path) -> None:
    path = out(shell, tmp_path)
    path = edit(path, ("D1", "金额", 900_000), ("D2", "金额", 700_000))
    edit_deals(shell.store, [1, 2], "amount", 100_000_000, today=shell.view.today)
    dialog = opened(shell, path)
    assert dialog.state == "deciding" and dialog.way.step == "conflicts"
    assert dialog.way.conflicts.table.hasFocus()
    keys(shell, dialog, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert dialog.state == "preview"
    assert len(shown(dialog, "deals:changed")) >= 1
    press(shell, dialog, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.way.step == "conflicts", "it can be looked at again"
    keys(shell, dialog, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert dialog.state == "report"
    assert [row[2] for row in deals_in(shell)] == [90_000_000, 100_000_000], "what was not chosen stays"
