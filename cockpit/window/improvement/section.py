"""The actions of one cycle in a card: lines that stay as they are while nothing about them changes."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cockpit.language import tr
from cockpit.window.improvement.action_words import needs_check
from cockpit.window.improvement.improvement_line import ImprovementLine, LineShown
from cockpit.window.kit.cards import Card
from cockpit.window.kit.lines import Line, LineList

NEW_KEY = "new"
FEW = 6
"""So many lines are made in one go."""


class NewActionLine(Line):
    """An empty line with its editor open; it is gone when the editor is closed."""

    def __init__(self, make: Callable[[Callable[[], None]], QWidget]) -> None:
        super().__init__(NEW_KEY)
        self.column.setSpacing(0)
        self._make = make
        self.setAccessibleName(tr("新的改进动作"))

    def make_editor(self) -> QWidget:
        return self._make(self.close_editor)


class Section(Card):
    """``opened``: a line was opened. ``left``: Up or Down led out of the list, with the step."""

    opened = Signal(object)
    left = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.content.setContentsMargins(4, 12, 4, 4)
        self.header.setContentsMargins(12, 0, 12, 0)
        self._lines = self._new_list()

    def show_lines(self, shown: Sequence[LineShown], make: Callable[[LineShown], ImprovementLine]) -> Iterator[None]:
        """Show these, a few at a time; a line of which nothing changed is kept, and so is who is writing a new one."""
        known = {line.key: line for line in self._lines.lines if isinstance(line, ImprovementLine)}
        new = sum(one.line.action.id not in known or known[one.line.action.id].shown != one for one in shown)
        if new > FEW and not any(line.editor is not None for line in self._lines.lines):
            self._replace_list()
            for place in range(0, len(shown), FEW):
                self._lines.add_lines([self._made(one, make) for one in shown[place : place + FEW]])
                self._settle()
                yield
            return
        lines: list[Line] = [line for line in self._lines.lines if line.key == NEW_KEY and line.editor is not None]
        for one in shown:
            line = known.get(one.line.action.id)
            lines.append(line if line is not None and line.shown == one else self._made(one, make))
        focused = next((place for place, line in enumerate(self._lines.lines) if line.hasFocus()), None)
        gone = focused is not None and self._lines.lines[focused].key not in {line.key for line in lines}
        self._lines.set_lines(lines)
        self._settle()
        # Whoever judged one goes on with the next.
        if gone and focused is not None and lines:
            self._lines.focus_line(focused)
        yield

    def _made(self, shown: LineShown, make: Callable[[LineShown], ImprovementLine]) -> ImprovementLine:
        line = make(shown)
        line.toggled.connect(self._toggled)
        return line

    def _new_list(self) -> LineList:
        lines = LineList()
        lines.set_fit_height()
        lines.left.connect(self._left)
        self.content.addWidget(lines)
        return lines

    def _replace_list(self) -> None:
        """Begin with an empty list: to take many lines out one by one would take long."""
        former, self._lines = self._lines, self._new_list()
        self.content.removeWidget(former)
        former.hide()
        former.deleteLater()

    def write_new(self, line: NewActionLine) -> None:
        """Open an empty line on top, or go to the one that is open already."""
        if (writing := self._lines.line(NEW_KEY)) is not None and writing.editor is not None:
            writing.editor.setFocus()
            return
        line.toggled.connect(self._toggled)
        self._lines.set_lines([line, *self._lines.lines])
        self._settle()
        line.open()

    def forget(self) -> None:
        """Make every line anew, e.g. in another language."""
        self._replace_list()

    def line(self, key: object) -> Line | None:
        """The line of an action."""
        return self._lines.line(key)

    def line_of(self, person_id: int) -> Line | None:
        """The first line of a person."""
        return next(
            (line for line in self._lines.lines
             if isinstance(line, ImprovementLine) and line.shown.line.action.person_id == person_id), None
        )  # fmt: skip

    def first_due(self, today: date) -> Line | None:
        """The first line whose planned look is due."""
        return next(
            (line for line in self._lines.lines
             if isinstance(line, ImprovementLine) and needs_check(line.shown.line, today)), None
        )  # fmt: skip

    @property
    def is_writing(self) -> bool:
        """A new action is being written."""
        return self._lines.line(NEW_KEY) is not None

    def focus_line(self, place: int) -> Line | None:
        """Put the focus on a line; -1 is the last. None where there is no line."""
        lines = self._lines.lines
        if self.isHidden() or not lines:
            return None
        line = lines[max(-1, min(place, len(lines) - 1))]
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return line

    def close_all(self) -> None:
        """Close whatever is open."""
        for line in list(self._lines.lines):
            line.close_editor()

    def _toggled(self, line: Line) -> None:
        if line.editor is not None:
            self.opened.emit(line)
        elif line.key == NEW_KEY and line in self._lines.lines:
            self._lines.set_lines([other for other in self._lines.lines if other is not line])
            self._settle()
            self.focus_line(0)

    def _left(self, _: int, key: int) -> None:
        step = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}.get(key, 0)
        if step:
            self.left.emit(step)

    def _settle(self) -> None:
        self._lines.setVisible(bool(self._lines.lines))
