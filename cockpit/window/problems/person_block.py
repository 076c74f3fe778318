"""One person's cycle: how the results stand, and both lists side by side."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from attrs import frozen
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.people_results import Standing
from cockpit.metrics.scopes import Person
from cockpit.model.loop import FoundBy
from cockpit.window.kit.cards import PAGE_PART, Tag, button, label
from cockpit.window.kit.lines import Line, LineList
from cockpit.window.kit.theme import SMALL, State, sized
from cockpit.window.problems.problem_line import (
    NEW_KEY,
    NewProblemLine,
    ProblemLine,
    ProblemShown,
    SkipLine,
    Verbs,
)

Side = Literal[0, 1]
_STATES: dict[Standing, State] = {"good": "ok", "at_risk": "watch", "poor": "act", "unknown": "quiet"}


@frozen
class PersonShown:
    """Everything about one person on this page, ready to be shown.

    ``waits``: the results are poor and nobody has named a problem yet. ``why`` says in a sentence how results stand.
    """

    person: Person
    self_found: tuple[ProblemShown, ...]
    added_by_leader: tuple[ProblemShown, ...]
    skipped_because: str | None
    standing: Standing
    why: str
    waits: bool
    leader_may_add: bool

    @property
    def problems(self) -> tuple[ProblemShown, ...]:
        return self.self_found + self.added_by_leader


class ProblemList(QWidget):
    """One of the two lists: its name, how many, "+", and the lines."""

    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(PAGE_PART, True)
        self.title, self._count = label("", "quiet"), label("", "quiet")
        self.plus = button("", self.new_asked.emit, "link")
        policy = self.plus.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.plus.setSizePolicy(policy)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.plus)
        self.lines = LineList()
        self.lines.set_fit_height()
        self.empty = label("", "quiet")
        self.empty.setContentsMargins(12, 6, 12, 8)
        self.empty.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.empty)
        column.addWidget(self.lines)
        column.addStretch(1)

    def show_lines(self, lines: Sequence[Line], count: int) -> None:
        """Show these; who is writing a new one goes on writing."""
        writing = [line for line in self.lines.lines if line.key == NEW_KEY and line.editor is not None]
        self.lines.set_lines([*lines, *writing])
        self._count.setText(str(count) if count else "")
        self._settle()

    def write_new(self, line: Line) -> None:
        """Open an empty line at the end, or go to the one that is open already."""
        if (writing := self.lines.line(NEW_KEY)) is not None and writing.editor is not None:
            writing.editor.setFocus()
            return
        self.lines.set_lines([*self.lines.lines, line])
        line.toggled.connect(self._drop_closed)
        self._settle()
        line.open()

    def close_editors(self, *keys: object) -> None:
        """Close what is open of these lines."""
        for line in list(self.lines.lines):
            if line.key in keys:
                line.close_editor()

    def _drop_closed(self, line: Line) -> None:
        if line.editor is None and line in self.lines.lines:
            place = self.lines.lines.index(line)
            self.lines.set_lines([other for other in self.lines.lines if other is not line])
            self._settle()
            self.lines.focus_line(max(0, place - 1)) or self.plus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle(self) -> None:
        self.empty.setVisible(not self.lines.lines and bool(self.empty.text()))
        self.lines.setVisible(bool(self.lines.lines))


class WhyButton(QPushButton):
    """How results stand, in a quiet line as long as there is room; it leads to them."""

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("kind", "plain-quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _=False: run())

    def say(self, words: str, leads_to: str) -> None:
        """``words`` stand in the line and in full in the tooltip, which says where the button leads."""
        self._words = words
        self.setAccessibleName(f"{words} {leads_to}")
        self.setToolTip(f"{words}\n{leads_to}")
        self.setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(sized(SMALL))
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 8))


class PersonBlock(QFrame):
    """A card with both lists. People of whom there is nothing to say have only the head, until somebody writes."""

    left = Signal(object, int, int)
    """Up or Down led out of a list: the block, its side, and the step."""

    opened = Signal(object, object)
    """A line was opened: the block and the line."""

    def __init__(self, verbs: Verbs, talk: Callable[[int], None], see_results: Callable[[int], None]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.shown: PersonShown | None = None
        self._verbs = verbs
        self._kinds: Sequence[str] = ()
        self._name = button("", lambda: talk(self.person_id), "plain-strong")
        self._tag = Tag()
        self._why = WhyButton(lambda: see_results(self.person_id))
        self._new = button("", lambda: self.write_new("self"), "link")
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._tag)
        head.addWidget(self._why, 1)
        head.addWidget(self._new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 12, 8)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self.lists: tuple[ProblemList, ...] = ()

    @property
    def person_id(self) -> int:
        """Whose block it is."""
        return self.shown.person.id if self.shown else 0

    def show_person(self, shown: PersonShown, kinds: Sequence[str]) -> None:
        """Show this; nothing is touched if it is what is shown already."""
        kinds = tuple(kinds)
        if (shown, kinds) == (self.shown, self._kinds):
            return
        self.shown, self._kinds = shown, kinds
        self.say()

    def say(self) -> None:
        """Every text, in the language chosen now."""
        shown = self.shown
        assert shown is not None
        self._name.setText(shown.person.name)
        self._name.setToolTip(tr("和 {name} 的一对一", name=shown.person.name))
        if shown.waits:
            self._tag.set_state(tr("待自评"), "act")
        else:
            words = {"good": tr("结果好"), "at_risk": tr("略落后"), "poor": tr("落后"), "unknown": tr("看不出结果")}
            self._tag.set_state(words[shown.standing], _STATES[shown.standing])
        self._why.say(shown.why, tr("看 {name} 的结果", name=shown.person.name))
        self._new.setText("+ " + tr("本人说"))
        self._new.setAccessibleName(tr("记下 {name} 自己发现的问题", name=shown.person.name))
        full = bool(shown.problems or shown.skipped_because or shown.waits or self.is_writing)
        if full:
            self._show_lists(shown)
        for one in self.lists:
            one.setVisible(full)
        self._new.setVisible(not full)

    @property
    def is_writing(self) -> bool:
        """Somebody has a line open."""
        return any(line.editor is not None for one in self.lists for line in one.lines.lines)

    def write_new(self, found_by: FoundBy) -> None:
        """Open an empty line in one of the lists; in the leader's only when it is open."""
        if self.shown is None:
            return
        self._show_lists(self.shown)
        self._new.hide()
        for one in self.lists:
            one.show()
        if found_by == "leader" and not self.shown.leader_may_add:
            self.lists[1].lines.focus_line(0)
            return
        new = self._watched(NewProblemLine(self.person_id, found_by, self._kinds, self._verbs))
        self.lists[1 if found_by == "leader" else 0].write_new(new)

    def line(self, problem_id: int | None) -> Line | None:
        """The line of a problem, if it is here."""
        return next((line for one in self.lists if (line := one.lines.line(problem_id))), None)

    def side_with_focus(self) -> Side | None:
        """In which list the focus is."""
        focus = QApplication.focusWidget()
        for place, one in enumerate(self.lists):
            if focus is not None and one.isAncestorOf(focus):
                return 1 if place else 0
        return None

    def focus_side(self, side: int, *, last: bool = False) -> bool:
        """Put the focus on a line of this side, or of the other where it has none."""
        for place in (side, 1 - side):
            if self.lists and self.lists[place].isVisible() and self.lists[place].lines.lines:
                lines = self.lists[place].lines
                return lines.focus_line(len(lines.lines) - 1 if last else 0)
        return False

    def close_editors(self, *keys: object) -> None:
        """Close what is open of these lines."""
        for one in self.lists:
            one.close_editors(*keys)

    def close_all(self) -> None:
        """Close whatever is open."""
        for one in self.lists:
            for line in list(one.lines.lines):
                line.close_editor()

    def focus_start(self) -> None:
        """Put the focus where one goes on with this person: on the first problem, else on the way to one."""
        own = self.lists[0] if self.lists and self.lists[0].isVisible() else None
        if own is None:
            self._new.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not own.lines.lines or not own.lines.focus_line(0):
            own.plus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_lists(self, shown: PersonShown) -> None:
        if not self.lists:
            self._make_lists()
        own, leaders = self.lists
        own.title.setText(tr("自己发现"))
        leaders.title.setText(tr("上级补充"))
        own.plus.setText("+ " + tr("本人说"))
        leaders.plus.setText("+ " + tr("补充"))
        own.plus.setAccessibleName(tr("记下 {name} 自己发现的问题", name=shown.person.name))
        leaders.plus.setAccessibleName(tr("为 {name} 补充一个问题", name=shown.person.name))
        own.plus.setToolTip(tr("记下本人发现的问题 (Ctrl+N)"))
        leaders.plus.setToolTip(tr("补充一个问题"))
        leaders.plus.setVisible(shown.leader_may_add)
        own.empty.setText(tr("还没有听到本人怎么说。"))
        leaders.empty.setText(tr("没有补充。"))
        own_lines = self._lines(shown.self_found)
        if shown.skipped_because:
            own_lines.insert(0, self._watched(SkipLine(self.person_id, shown.skipped_because, self._verbs)))
        own.show_lines(own_lines, len(shown.self_found))
        # What is there already, e.g. taken up again from an action without effect, is seen all the same.
        lines = self._lines(shown.added_by_leader)
        if not shown.leader_may_add:
            lines.insert(0, self._watched(SkipLine(self.person_id, None, self._verbs)))
        leaders.show_lines(lines, len(shown.added_by_leader))

    def _lines(self, problems: Sequence[ProblemShown]) -> list[Line]:
        return [self._watched(ProblemLine(one, self._kinds, self._verbs)) for one in problems]

    def _watched(self, line: Line) -> Line:
        line.toggled.connect(self._line_toggled)
        return line

    def _make_lists(self) -> None:
        self.lists = (ProblemList(), ProblemList())
        row = QHBoxLayout()
        row.setSpacing(16)
        for place, one in enumerate(self.lists):
            row.addWidget(one, 1)
            one.lines.left.connect(partial(self._go, place))
            one.new_asked.connect(partial(self.write_new, "leader" if place else "self"))
        self._column.addLayout(row)

    def _line_toggled(self, line: Line) -> None:
        if line.editor is not None:
            self.opened.emit(self, line)

    def _go(self, side: int, place: int, key: int) -> None:
        if key in (int(Qt.Key.Key_Left), int(Qt.Key.Key_Right)):
            other = 1 if key == int(Qt.Key.Key_Right) else 0
            if other != side:
                self.lists[other].lines.focus_line(place)
        else:
            self.left.emit(self, side, -1 if key == int(Qt.Key.Key_Up) else 1)
