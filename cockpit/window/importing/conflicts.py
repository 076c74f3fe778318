"""Cells that were changed in the file and in the cockpit since they were exported: side by side, one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.round_trip import Conflict, ConflictKey, Side
from cockpit.window.kit.cards import GRID, Card, button, label
from cockpit.window.kit.tables import Cell, Column, Row, Table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDES: dict[int, Side] = {Qt.Key.Key_Left: "file", Qt.Key.Key_Right: "mine"}
_BY_COLUMN: dict[str, Side] = {"file": "file", "mine": "mine"}
_WHOLE_HEIGHT = 84


class ConflictsView(QWidget):
    """A line for each cell. ← takes the file's value, → the cockpit's, Space the other one; with Shift for the whole
    record, with Ctrl for all. What nobody chose stays as the cockpit has it.

    ``changed``: something was chosen; ``accepted``: Enter, go on.
    """

    changed = Signal()
    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._conflicts: list[Conflict] = []
        self._chosen: dict[ConflictKey, Side] = {}
        self._title, self._words = label("", "strong"), label("", "quiet")
        self._words.setWordWrap(True)
        self.all_file: QPushButton = button("", lambda: self.choose_all("file"))
        self.all_mine: QPushButton = button("", lambda: self.choose_all("mine"))
        for one in (self.all_file, self.all_mine):
            one.setAutoDefault(False)
        self.table = Table(_columns(), compact=True)
        self.table.open_on_single_click(False)
        self.table.ring_rows()
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.clicked.connect(self._clicked)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._show_whole(index))
        self.table.installEventFilter(self)
        self.in_file, self.in_cockpit = _Whole(), _Whole()

        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(GRID)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addLayout(words, 1)
        head.addWidget(self.all_file, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.all_mine, alignment=Qt.AlignmentFlag.AlignTop)
        card = Card()
        card.content.setContentsMargins(0, 12, 0, 8)
        card.content.addLayout(head)
        card.content.addWidget(self.table, 1)
        both = QHBoxLayout()
        both.setSpacing(2 * GRID)
        both.addWidget(self.in_file)
        both.addWidget(self.in_cockpit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(card, 1)
        column.addLayout(both)
        self.setTabOrder(self.all_file, self.all_mine)
        self.setTabOrder(self.all_mine, self.table)

    def focus_rows(self) -> None:
        """Put the focus on the conflicts."""
        self.table.setFocus()

    @property
    def hint(self) -> str:
        """What the keys do here, in a line."""
        return tr("← 用文件里的 · → 留驾驶舱里的 · Shift 整条 · Ctrl 全部 · Enter 继续")

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these; what was chosen for a cell that is still among them stays chosen."""
        self._conflicts = list(conflicts)
        known = {one.key for one in self._conflicts}
        self._chosen = {key: side for key, side in self._chosen.items() if key in known}
        self.table.set_columns(_columns())
        self.table.setAccessibleName(tr("两边都改过的格子"))
        self.all_file.setText(tr("全用文件里的"))
        self.all_file.setToolTip("Ctrl+←")
        self.all_mine.setText(tr("全留驾驶舱里的"))
        self.all_mine.setToolTip("Ctrl+→")
        self.in_file.name_it(tr("文件里"))
        self.in_cockpit.name_it(tr("驾驶舱里"))
        self.table.set_source(_Lines(self._conflicts, self._chosen))
        if self._conflicts:
            self.table.setCurrentIndex(self.table.rows.index(0, 0))
        self._show_whole(self.table.currentIndex())
        self._say()

    def choices(self) -> dict[ConflictKey, Side]:
        """What was chosen, by cell."""
        return dict(self._chosen)

    def choose_all(self, side: Side) -> None:
        """The same side everywhere."""
        self._choose([one.key for one in self._conflicts], side)

    # --- what the user does -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on; the arrows to the sides choose one, as the two values stand there."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                self.accepted.emit()
                return True
            side = _SIDES.get(event.key())
            if side is not None or event.key() == Qt.Key.Key_Space:
                self._choose_at(self.table.currentIndex().row(), side, event.modifiers())
                return True
        return super().eventFilter(watched, event)

    def _clicked(self, index: QModelIndex) -> None:
        side = _BY_COLUMN.get(self.table.rows.columns[index.column()].key)
        if side is not None:
            self._choose_at(index.row(), side, Qt.KeyboardModifier.NoModifier)

    def _choose_at(self, place: int, side: Side | None, keys: Qt.KeyboardModifier) -> None:
        """``side`` None: the other one."""
        if not 0 <= place < len(self._conflicts):
            return
        at = self._conflicts[place]
        if side is None:
            side = "mine" if self._chosen.get(at.key) == "file" else "file"
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.choose_all(side)
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._choose([one.key for one in self._conflicts if one.id == at.id], side)
        else:
            self._choose([at.key], side)

    def _choose(self, keys: Sequence[ConflictKey], side: Side) -> None:
        self._chosen |= dict.fromkeys(keys, side)
        self.table.rows.reread()
        self._say()
        self.changed.emit()

    # --- what is shown ----------------------------------------------------------------------------------------

    def _say(self) -> None:
        taken = sum(side == "file" for side in self._chosen.values())
        self._title.setText(tr("{n} 个格子两边都改过", n=len(self._conflicts)))
        self._words.setText(
            tr("导出以后,这些内容在驾驶舱里也改了。选用哪一个;没有选的保留驾驶舱里的。")
            + " "
            + tr("用文件里的 {file} 个,保留 {kept} 个。", file=formats.count(taken),
                 kept=formats.count(len(self._conflicts) - taken))
        )  # fmt: skip

    def _show_whole(self, index: QModelIndex) -> None:
        is_there = index.isValid() and index.row() < len(self._conflicts)
        at = self._conflicts[index.row()] if is_there else None
        self.in_file.show_text(at.in_file if at else "")
        self.in_cockpit.show_text(at.in_cockpit if at else "")


class _Whole(Card):
    """The whole of what stands in a cell, however long."""

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(12, 8, 12, 8)
        self.content.setSpacing(2)
        self._title = label("", "quiet")
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setFixedHeight(_WHOLE_HEIGHT - 32)
        self._text.document().setDocumentMargin(0)
        self._text.viewport().setAutoFillBackground(False)
        self._text.setStyleSheet("QPlainTextEdit { background: transparent; border: 0; padding: 0; }")
        self.content.addWidget(self._title)
        self.content.addWidget(self._text)

    def name_it(self, words: str) -> None:
        """Whose value it is."""
        self._title.setText(words)
        self._text.setAccessibleName(words)

    def show_text(self, text: str) -> None:
        """Show this."""
        self._text.setPlainText(text)

    def text(self) -> str:
        """What is shown."""
        return self._text.toPlainText()


class _Lines:
    """The conflicts as a table asks for them; what is chosen stands out."""

    def __init__(self, conflicts: Sequence[Conflict], chosen: dict[ConflictKey, Side]) -> None:
        self._conflicts, self._chosen = conflicts, chosen

    def count(self) -> int:
        """How many cells both sides changed."""
        return len(self._conflicts)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Lines from ``offset``, at most ``limit``."""
        return [self._line(place) for place in range(offset, min(offset + limit, len(self._conflicts)))]

    def _line(self, place: int) -> Row:
        one = self._conflicts[place]
        before = self._conflicts[place - 1] if place else None
        side = self._chosen.get(one.key)
        is_first = before is None or before.id != one.id
        return Row(
            place,
            (
                Cell(formats.count(one.row) if is_first else "", quiet=True),
                Cell(one.name if is_first else "", tip=one.name),
                Cell(one.field_name),
                Cell(_in_a_line(one.in_file), strong=side == "file", quiet=side != "file", tip=one.in_file),
                Cell(_in_a_line(one.in_cockpit), strong=side == "mine", quiet=side == "file", tip=one.in_cockpit),
                Cell(tr("文件里的"), state="ok") if side == "file"
                else Cell(tr("驾驶舱里的"), state="ok") if side == "mine"
                else Cell(tr("还没选"), state="watch"),
            ),
            f"{one.name} · {one.field_name}",
        )  # fmt: skip


def _in_a_line(text: str) -> str:
    return " ".join(text.split())


def _columns() -> list[Column]:
    return [
        Column("row", tr("行"), 56, "right"), Column("name", tr("名称"), 200), Column("field", tr("字段"), 144),
        Column("file", tr("文件里")), Column("mine", tr("驾驶舱里")), Column("chosen", tr("用哪一个"), 136),
    ]  # fmt: skip
