"""What the note holds: a line per item, edited here or in the text, because both are one thing."""

from collections.abc import Callable, Sequence
from datetime import date

from attrs import frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.model.marks import NoteKind
from cockpit.model.note_lines import CapturedLine
from cockpit.window.kit.cards import Card, button, label, restyle
from cockpit.window.kit.fields import ChoiceField, DayField, Form, WordsField, on_accept
from cockpit.window.kit.lines import Line, LineList
from cockpit.window.one_on_one.mark_look import MarkTag

SHOWN = 60
"""More items than this are in the note only; nobody reads them in a narrow pane."""


@frozen
class ItemEdit:
    """What an item is to become. ``kind`` None takes its mark away."""

    kind: NoteKind | None
    text: str
    due_on: date | None


Apply = Callable[[CapturedLine, ItemEdit], None]


class ItemLine(Line):
    """One item: its mark, what it says, and when it is due."""

    def __init__(self, key: int, item: CapturedLine, today: date, apply: Apply) -> None:
        super().__init__(key)
        self._today, self._apply = today, apply
        self.column.setContentsMargins(8, 8, 8, 8)
        self._tag = MarkTag(item.kind)
        self._detail = label("", "quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._tag)
        head.addWidget(self._detail)
        head.addStretch(1)
        self._words = label("")
        self._words.setWordWrap(True)
        self.column.addLayout(head)
        self.column.addWidget(self._words)
        self.item = item
        self.show_item(item)

    def show_item(self, item: CapturedLine) -> None:
        """Show what it says now; an open editor keeps what is being typed in it."""
        self.item = item
        self._tag.show_kind(item.kind)
        self._words.setText(item.text)
        detail, look = _detail(item, self._today)
        self._detail.setText(detail)
        restyle(self._detail, look)
        self.setAccessibleName(" ".join(part for part in (item.kind.label, item.text, detail) if part))
        self.setAccessibleDescription(tr("回车修改"))

    def make_editor(self) -> QWidget:
        self._words.hide()
        return ItemEditor(self.item, self._today, self._apply)

    def close_editor(self) -> None:
        self._words.show()
        super().close_editor()


class ItemEditor(Form):
    """Kind, words and day of an item."""

    def __init__(self, item: CapturedLine, today: date, apply: Apply) -> None:
        super().__init__()
        self._item, self._apply = item, apply
        kinds: list[tuple[str, object]] = [(f"{kind.symbol} {kind.label}", kind) for kind in NoteKind]
        self._kind = ChoiceField(kinds, item.kind)
        self._text = WordsField(item.text, lines=3)
        self._due = DayField(today, item.due_on)
        self.add(tr("内容"), self._text)
        self.add(tr("类型"), self._kind)
        self.add(tr("期限"), self._due)
        on_accept(self._save, self._text, self._due)
        self.buttons.addWidget(button(tr("保存"), self._save, "primary"), 1)
        self.buttons.addWidget(button(tr("去掉标记"), self._unmark), 1)

    def _save(self) -> None:
        if self._due.is_wrong:
            self._due.setFocus()
        elif not self._text.words:
            self._text.setFocus()
        else:
            self._apply(self._item, ItemEdit(self._kind.currentData(), self._text.words, self._due.day))

    def _unmark(self) -> None:
        self._apply(self._item, ItemEdit(None, self._item.text, self._item.due_on))


class CapturedPane(Card):
    """The items in the order of the note; ``apply`` carries a change to the line of the item."""

    def __init__(self, apply: Apply) -> None:
        super().__init__()
        self._apply = apply
        self._today = date.min
        self._items: tuple[CapturedLine, ...] = ()
        self.content.setContentsMargins(8, 14, 8, 14)
        self.header.setContentsMargins(8, 0, 8, 0)
        self.list = LineList()
        self.list.setStyleSheet("QScrollArea { background: transparent; }")
        self._empty = label("", "quiet")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(8, 0, 8, 0)
        self._more = label("", "quiet")
        self._more.setContentsMargins(8, 0, 8, 0)
        # Alone it takes all the room, so that the title stays on top.
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self._empty, 1)
        self.content.addWidget(self.list, 1)
        self.content.addWidget(self._more)
        self.retranslate()

    def retranslate(self) -> None:
        """Fixed texts again."""
        self._empty.setText(tr("行首打一个标记,这一行就记在这里:? 要什么,! 答应什么,# 问题,> 动作。@ 后面写日期。"))
        self.list.set_lines([])
        self._show()

    def show_items(self, items: Sequence[CapturedLine], today: date) -> None:
        """The items of the note as it was saved; ``today`` is the day of the meeting."""
        if tuple(items) != self._items or today != self._today:
            self._items, self._today = tuple(items), today
            self._show()

    def item_at(self, line: int) -> ItemLine | None:
        """The item that stands in this line of the note."""
        found = (shown for shown in self.list.lines if isinstance(shown, ItemLine) and shown.item.line == line)
        return next(found, None)

    def close_editors(self) -> None:
        """What was being edited is done."""
        for line in list(self.list.lines):
            line.close_editor()

    def _show(self) -> None:
        shown = self._items[:SHOWN]
        lines = [line for line in self.list.lines if isinstance(line, ItemLine)]
        for line, item in zip(lines, shown, strict=False):
            if line.editor is None or line.item.line == item.line:
                line.show_item(item)
        if len(lines) != len(shown):
            more = [ItemLine(place, item, self._today, self._apply) for place, item in enumerate(shown)][len(lines) :]
            self.list.set_lines([*lines[: len(shown)], *more])
            if more:
                # What was captured just now is seen, once the list has its height.
                QTimer.singleShot(50, more[-1], lambda last=more[-1]: self.list.ensureWidgetVisible(last, 0, 8))
        n = len(self._items)
        self.set_title(tr("记下了 {n} 条", n=n) if n else tr("记下的"))
        self._empty.setVisible(not n)
        self.list.setVisible(bool(n))
        self._more.setText(tr("还有 {n} 条在笔记里", n=n - SHOWN))
        self._more.setVisible(n > SHOWN)


def _detail(item: CapturedLine, today: date) -> tuple[str, str]:
    """What is said beside the mark, and in which look."""
    if item.due_on is not None:
        late = item.due_on < today
        return ("△ " if late else "") + formats.day_short(item.due_on), "watch" if late else "quiet"
    if item.kind is NoteKind.PROMISE:
        return "△ " + tr("还没有日期"), "watch"
    if item.kind is NoteKind.PROBLEM:
        return tr("自己发现"), "quiet"
    if item.kind is NoteKind.LEADER_PROBLEM:
        return tr("上级补充"), "quiet"
    return "", "quiet"
