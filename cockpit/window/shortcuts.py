"""The shortcut sheet: every command with its keys, and the keys of lists and of the one-on-one's note."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cockpit.language import noop, tr
from cockpit.model.marks import NoteKind
from cockpit.window.kit.cards import Card, label

_GAP = 16

IN_LISTS = (
    (("Ctrl+N",), noop("新写一条:商机、需求、问题、改进动作、人、团队")),
    (("Ctrl+F",), noop("在商机或笔记里找")),
    (("Enter",), noop("打开,或存下正在写的")),
    (("F2",), noop("改这一格")),
    (("Del",), noop("清空这一格")),
    (("Space",), noop("每日跟进里:跟完")),
    (("Alt+Up", "Alt+Down"), noop("每日跟进里:前一天、后一天")),
    (("Ctrl+C", "Ctrl+V"), noop("和电子表格一样复制、粘贴")),
    (("Esc",), noop("不改了,关掉")),
)
IN_A_NOTE = (
    (("Ctrl+T",), noop("记下时间")),
    (("Alt+1 … 5",), noop("心情,1 到 5")),
    (("Ctrl+Enter",), noop("结束并小结")),
    (("Ctrl+Shift+C",), noop("复制小结")),
)


class ShortcutSheet(QDialog):
    """A card for each place where keys count: keys, and what they do. Esc closes."""

    def __init__(self, actions: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("快捷键"))
        pages: list[tuple[str, str]] = []
        around: list[tuple[str, str]] = []
        commands: list[tuple[str, str]] = []
        for name, action in actions.items():
            if action.shortcuts():
                line = (" / ".join(map(_native, action.shortcuts())), action.text().rstrip("…"))
                (pages if name.startswith("page:") else around if name in _AMONG_PAGES else commands).append(line)
        lists = [(_native_keys(keys), tr(words)) for keys, words in IN_LISTS]
        columns = QHBoxLayout(self)
        columns.setContentsMargins(24, 24, 24, 24)
        columns.setSpacing(_GAP)
        for cards in (
            ((tr("页面"), pages + around),),
            ((tr("哪里都能用"), commands), (tr("在表格和表单里"), lists)),
            ((tr("在一对一的笔记里"), _of_notes()),),
        ):
            column = QVBoxLayout()
            column.setSpacing(_GAP)
            for title, lines in cards:
                column.addWidget(_card(title, lines))
            column.addStretch(1)
            columns.addLayout(column)


_AMONG_PAGES = ("back", "earlier", "later")


def _of_notes() -> list[tuple[str, str]]:
    # The keys of the marks are the note's own; its module is loaded when somebody asks, not when the window opens.
    from cockpit.window.one_on_one.note_editor import MARK_KEYS

    lines = []
    for kind, key in MARK_KEYS.items():
        meaning = tr("问题,上级补充") if kind is NoteKind.LEADER_PROBLEM else kind.label
        lines.append((_native(QKeySequence(key)), f"{kind.symbol}  {meaning}"))
    return lines + [(_native_keys(keys), tr(words)) for keys, words in IN_A_NOTE]


def _native_keys(keys: Sequence[str]) -> str:
    # What is no sequence ("Alt+1 … 5") stands as it is written.
    return " / ".join(_native(QKeySequence(key)) or key for key in keys)


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _card(title: str, lines: Sequence[tuple[str, str]]) -> Card:
    made = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (keys, words) in enumerate(lines):
        grid.addWidget(label(keys, "quiet-usual"), row, 0)
        grid.addWidget(QLabel(words), row, 1)
    made.content.addLayout(grid)
    return made
