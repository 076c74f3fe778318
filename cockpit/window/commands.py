"""Every command of the window: its title, its keys, what it does. Menu, palette, shortcut sheet read from here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog

from cockpit.language import noop, tr
from cockpit.window.pages import PAGES
from cockpit.window.palette import Choice

if TYPE_CHECKING:
    from cockpit.window.shell import Shell

_NATIVE = QKeySequence.SequenceFormat.NativeText


@frozen
class Command:
    """A verb of the window. ``keys`` may name several shortcuts; ``menu`` puts it into the menu, in groups."""

    name: str
    title: str
    run: Callable[[Shell], object]
    keys: tuple[str, ...] = ()
    menu: int = 0


def _backup(shell: Shell) -> None:
    from cockpit.operations.backups import back_up

    chosen, _ = QFileDialog.getSaveFileName(shell, tr("备份到"), str(Path.home() / "cockpit-backup.sqlite"), "*.sqlite")
    if chosen:
        shell.perform(lambda store: back_up(store, Path(chosen)), lambda changes: shell.toast(changes.label))


def _save_page(shell: Shell) -> None:
    from cockpit.window.page_export import ask_and_save

    ask_and_save(shell)


def _sample(shell: Shell) -> None:
    from cockpit.window.sample_store import open_sample

    open_sample(shell)


def _shortcuts(shell: Shell) -> None:
    from cockpit.window.shortcuts import ShortcutSheet

    ShortcutSheet(shell.actions_by_name, shell).show()


COMMANDS = (
    Command("palette", noop("搜索,或执行命令"), lambda s: s.open_palette(), ("Ctrl+K",)),
    Command("meeting", noop("开始一对一"), lambda s: s.ask_for_meeting(), ("Ctrl+Shift+O",)),
    Command("quick_entry", noop("记一笔跟进"), lambda s: s.go("daily", write=True), ("Ctrl+Shift+A",)),
    Command("import", noop("导入 Excel 或 CSV…"), lambda s: s.import_files(), ("Ctrl+I",), 1),
    Command("paste_table", noop("粘贴表格导入"), lambda s: s.paste_table()),
    Command("review", noop("导出月度复盘…"), lambda s: s.go("reviews", export=True), ("Ctrl+E",), 1),
    Command("review_pdf", noop("把月度复盘存成 PDF…"), lambda s: s.go("reviews", pdf=True)),
    Command("save_page", noop("把这一页存成 Excel…"), _save_page, ("Ctrl+Shift+E",), 1),
    Command("undo", noop("撤销"), lambda s: s.undo(), ("Ctrl+Z",), 2),
    Command("redo", noop("重做"), lambda s: s.redo(), ("Ctrl+Y", "Ctrl+Shift+Z"), 2),
    Command("backup", noop("备份…"), _backup, (), 3),
    Command("sample", noop("看看示例团队"), _sample, (), 3),
    Command("language", noop("English"), lambda s: s.switch_language(), (), 4),
    Command("light", noop("浅色"), lambda s: s.switch_appearance("light"), (), 4),
    Command("dark", noop("深色"), lambda s: s.switch_appearance("dark"), (), 4),
    Command("system", noop("外观跟随系统"), lambda s: s.switch_appearance("system"), (), 4),
    Command("shortcuts", noop("快捷键"), _shortcuts, ("F1",), 5),
    Command("shield", noop("遮护:开或关"), lambda s: s.lift_shield(), ("F9",)),
    Command("back", noop("后退"), lambda s: s.back(), ("Alt+Left",)),
    Command("earlier", noop("上一个周期"), lambda s: s.choose_month(s.view.month.previous), ("Alt+PgUp",)),
    Command("later", noop("下一个周期"), lambda s: s.choose_month(s.view.month.next), ("Alt+PgDown",)),
    Command("next_page", noop("这一步的下一页"), lambda s: s.step_page(1), ("Ctrl+PgDown",)),
    Command("page_before", noop("这一步的上一页"), lambda s: s.step_page(-1), ("Ctrl+PgUp",)),
    Command("close", noop("退出"), lambda s: s.close(), ("Ctrl+Q",), 6),
)


def build(shell: Shell) -> dict[str, QAction]:
    """All actions of the window, with their shortcuts, by name; pages are "page:NAME"."""
    actions = {}
    for command in COMMANDS:
        actions[command.name] = _action(shell, command.title, command.keys, partial(command.run, shell))
    for entry in PAGES:
        keys = (f"Ctrl+{entry.number}",) if entry.number is not None else ()
        actions[f"page:{entry.name}"] = _action(shell, entry.title, keys, partial(shell.go, entry.name))
    return actions


def _action(shell: Shell, title: str, keys: tuple[str, ...], run: Callable[[], object]) -> QAction:
    action = QAction(shell)
    action.setData(title)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(lambda _=False: run())
    shell.addAction(action)
    return action


def menu(actions: dict[str, QAction]) -> list[QAction | None]:
    """What the menu shows; None is a rule between groups."""
    shown: list[QAction | None] = []
    group = 1
    for command in sorted((c for c in COMMANDS if c.menu), key=lambda c: c.menu):
        if command.menu != group:
            shown.append(None)
            group = command.menu
        shown.append(actions[command.name])
    return shown


def retranslate(actions: dict[str, QAction]) -> None:
    """Say every title in the language chosen now."""
    for action in actions.values():
        action.setText(tr(action.data()))


def choices(actions: dict[str, QAction]) -> list[Choice]:
    """Every command as a line of the palette."""
    return [
        Choice("command", action.text(), "", action.trigger, action.shortcut().toString(_NATIVE))
        for name, action in actions.items()
        if name != "palette" and action.isEnabled()
    ]
