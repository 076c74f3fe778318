"""Driving the import dialog as a user does: keys, and what is seen."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from cockpit.window.importing.dialog import ImportDialog, import_with_preview
from cockpit.window.kit import background
from cockpit.window.shell import Shell


def settle(shell: Shell) -> None:
    for _ in range(4):
        shell._writer.finish()
        background.wait_for_all()
        QApplication.processEvents()


def opened(shell: Shell, *paths: Path) -> ImportDialog:
    dialog = import_with_preview(shell, paths)
    settle(shell)
    return dialog


def press(
    shell: Shell, dialog: ImportDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(dialog.focusWidget() or dialog, key, modifier)
    settle(shell)


def keys(shell: Shell, dialog: ImportDialog, *pressed: Qt.Key | str) -> None:
    """One key after the other, each waited for; a text is typed a letter at a time."""
    for one in pressed:
        if isinstance(one, Qt.Key):
            press(shell, dialog, one)
            continue
        for letter in one:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(dialog.focusWidget() or dialog, event)
        settle(shell)


def titles(dialog: ImportDialog) -> list[str]:
    rows = dialog.sections.list.rows
    return [" ".join(cell.text for cell in rows.row(place).cells) for place in range(rows.rowCount())]


def shown(dialog: ImportDialog, key: str) -> list[list[str]]:
    assert dialog.sections.choose(key), titles(dialog)
    rows = dialog.sections.table.rows
    return [[cell.text for cell in rows.row(place).cells] for place in range(rows.rowCount())]


def buttons(dialog: ImportDialog) -> dict[str, QPushButton]:
    return {one.text(): one for one in dialog.findChildren(QPushButton) if one.isVisible()}


def deals_in(shell: Shell) -> list[tuple[object, ...]]:
    query = "SELECT external_id, name, amount, state FROM deals ORDER BY external_id"
    return shell.readers().here().execute(query).fetchall()
