"""The lines of both lists: a problem, a new one, and the way past the person's own list."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from attrs import frozen
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from cockpit.language import tr
from cockpit.metrics.problems import Returning
from cockpit.model import formats
from cockpit.model.loop import Action, FoundBy, Problem
from cockpit.window.kit.cards import Tag, button, label
from cockpit.window.kit.fields import Form, TextField, WordsField, on_accept
from cockpit.window.kit.lines import Line

Verb = Literal["edit", "settle", "reopen", "remove"]
NEW_KEY, SKIP_KEY = "new", "skip"
_FULL_WIDTH_ACTION_MARK = "\u300b"


@frozen
class ProblemWords:
    """What the fields of a problem hold."""

    text: str
    kind: str
    evidence: str


@frozen
class ProblemShown:
    """A problem with what is known around it."""

    problem: Problem
    actions: tuple[Action, ...]
    returning: Returning | None


@frozen
class Verbs:
    """What the lines can ask of the page."""

    act: Callable[[Problem, Verb, ProblemWords], None]
    add: Callable[[int, FoundBy, ProblemWords], None]
    skip: Callable[[int, str], None]
    begin_action: Callable[[Problem], None]
    show_action: Callable[[Action], None]


class ProblemLine(Line):
    """What the problem is, its kind and evidence, and what was begun about it. ">" begins an action."""

    def __init__(self, shown: ProblemShown, kinds: Sequence[str], verbs: Verbs) -> None:
        super().__init__(shown.problem.id)
        self.shown, self._kinds, self._verbs = shown, kinds, verbs
        problem = shown.problem
        self._words = label(problem.text)
        self._words.setWordWrap(True)
        self.column.addWidget(self._words)
        about = [part for part in (problem.kind, problem.evidence) if part]
        self._about = label(" · ".join(about), "quiet")
        self._about.setWordWrap(True)
        self.column.addWidget(self._about)
        self._about.setVisible(bool(about))
        tags, spoken = self._tags()
        if tags:
            foot = QHBoxLayout()
            foot.setSpacing(8)
            for tag in tags:
                foot.addWidget(tag)
            foot.addStretch(1)
            self.column.addLayout(foot)
        self.setAccessibleName(" ".join([problem.text, *about, *spoken]))
        self.setAccessibleDescription(tr("回车打开,> 开始改进动作"))

    def _tags(self) -> tuple[list[QWidget], list[str]]:
        """Settled or coming back, and how far the improvement is."""
        problem, returning = self.shown.problem, self.shown.returning
        found: list[Tag] = []
        spoken = []
        if problem.settled_on is not None:
            spoken.append(tr("已解决 {day}", day=formats.day_short(problem.settled_on)))
            found.append(Tag(spoken[-1], "ok"))
        elif returning is not None:
            since = returning.since.start
            month = formats.month_short(since) if since.year == problem.month.year else formats.month_text(since)
            spoken.append(tr("{month}以来反复", month=month))
            tag = Tag(spoken[-1], "watch")
            tag.setToolTip(tr("同一个人的同一类问题,已有 {n} 个周期。", n=returning.cycles))
            found.append(tag)
        actions = self.shown.actions
        if actions and problem.settled_on is None:
            drafts = sum(action.state == "draft" for action in actions)
            begun = len(actions) - drafts
            words = tr("{n} 个改进动作", n=begun) if begun else tr("{n} 个动作待约定", n=drafts)
            spoken.append(words)
            found.append(Tag(words, "running" if begun else "quiet"))
        return list(found), spoken

    def make_editor(self) -> QWidget:
        # The editor says it again where it can be changed.
        self._words.setVisible(self.shown.problem.settled_on is not None)
        self._about.hide()
        return ProblemEditor(self.shown, self._kinds, self._verbs)

    def close_editor(self) -> None:
        self._words.show()
        self._about.setVisible(bool(self._about.text()))
        super().close_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hasFocus() and event.text() in (">", _FULL_WIDTH_ACTION_MARK):
            self._verbs.begin_action(self.shown.problem)
        else:
            super().keyPressEvent(event)


class ProblemEditor(Form):
    """What can be changed about a problem, and where it goes from here."""

    def __init__(self, shown: ProblemShown, kinds: Sequence[str], verbs: Verbs) -> None:
        super().__init__(2)
        self.share_width()
        problem = shown.problem
        self._problem, self._verbs = problem, verbs
        self._text = WordsField(problem.text)
        self._text.moveCursor(QTextCursor.MoveOperation.End)
        self._kind = KindField(kinds, problem.kind or "")
        self._evidence = TextField(problem.evidence, tr("商机、数字或录音"))
        settled = problem.settled_on is not None
        if not settled:
            self.add(tr("问题"), self._text, 2)
        self.add(tr("类型"), self._kind)
        self.add(tr("依据"), self._evidence)
        on_accept(partial(self._run, "edit"), self._text, self._evidence)
        self._kind.typed.returnPressed.connect(partial(self._run, "edit"))
        if settled:
            self._offer(self.buttons, (tr("重新打开"), "reopen"), (tr("保存"), "edit"))
            return
        newest = shown.actions[-1] if shown.actions else None
        begin = button(tr("开始改进动作"), lambda: verbs.begin_action(problem), "secondary" if newest else "primary")
        begin.setToolTip(tr("在帮改进里为它起草一个动作 (>)"))
        if newest is not None:
            self.buttons.addWidget(button(tr("看改进动作"), lambda: verbs.show_action(newest), "primary"), 1)
        self.buttons.addWidget(begin, 1)
        second = QHBoxLayout()
        second.setSpacing(8)
        self.column.addLayout(second)
        self._offer(second, (tr("保存"), "edit"), (tr("已解决"), "settle"), (tr("删除"), "remove"))

    def _offer(self, row: QHBoxLayout, *choices: tuple[str, Verb]) -> None:
        for words, verb in choices:
            row.addWidget(button(words, partial(self._run, verb)), 1)

    def _run(self, verb: Verb) -> None:
        text = self._text.words
        if verb == "edit" and not text:
            self._text.setFocus()
        else:
            self._verbs.act(self._problem, verb, ProblemWords(text, self._kind.words, self._evidence.text().strip()))


class NewProblemLine(Line):
    """An empty line with its editor open; it is gone when the editor is closed."""

    def __init__(self, person_id: int, found_by: FoundBy, kinds: Sequence[str], verbs: Verbs) -> None:
        super().__init__(NEW_KEY)
        self.column.setSpacing(0)
        self._person_id, self._found_by, self._kinds, self._verbs = person_id, found_by, kinds, verbs
        self.setAccessibleName(tr("新的问题,自己发现") if found_by == "self" else tr("新的问题,上级补充"))

    def make_editor(self) -> QWidget:
        form = Form(2)
        form.share_width()
        text = WordsField(hint=tr("用本人的话写") if self._found_by == "self" else "")
        kind, evidence = KindField(self._kinds), TextField("", tr("商机、数字或录音"))
        form.add(tr("问题"), text, 2)
        form.add(tr("类型"), kind)
        form.add(tr("依据"), evidence)

        def save() -> None:
            if text.words:
                words = ProblemWords(text.words, kind.words, evidence.text().strip())
                self._verbs.add(self._person_id, self._found_by, words)
            else:
                text.setFocus()

        on_accept(save, text, evidence)
        kind.typed.returnPressed.connect(save)
        form.buttons.addWidget(button(tr("记下"), save, "primary"), 1)
        form.buttons.addWidget(button(tr("取消"), self.close_editor), 1)
        return form


class SkipLine(Line):
    """Stands in the leader's list until the person was heard; opened, it asks why that is skipped.

    Once skipped it stands in the person's list with the reason, which can be changed.
    """

    def __init__(self, person_id: int, reason: str | None, verbs: Verbs) -> None:
        super().__init__(SKIP_KEY)
        self._person_id, self._reason, self._verbs = person_id, reason, verbs
        words = tr("跳过:{reason}", reason=reason) if reason else tr("先听本人说。本人记下一条后,这里打开。")
        said = label(words, "quiet")
        said.setWordWrap(True)
        self.column.addWidget(said)
        self._way = label(tr("跳过,写明原因"), "quiet-link")
        if not reason:
            self.column.addWidget(self._way)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tr("回车写明跳过的原因"))

    def make_editor(self) -> QWidget:
        form = Form()
        why = TextField(self._reason or "", tr("例如:本人休假,已电话沟通"))
        form.add(tr("为什么跳过本人发现"), why)

        def save() -> None:
            if why.text().strip():
                self._verbs.skip(self._person_id, why.text().strip())
            else:
                why.setFocus()

        on_accept(save, why)
        form.buttons.addWidget(button(tr("跳过"), save, "primary"))
        form.buttons.addWidget(button(tr("取消"), self.close_editor))
        form.buttons.addStretch(1)
        self._way.hide()
        return form

    def close_editor(self) -> None:
        self._way.setVisible(not self._reason)
        super().close_editor()


class KindField(QComboBox):
    """One of the kinds there are, or a new one that is typed."""

    def __init__(self, kinds: Sequence[str], chosen: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.typed = TextField("", tr("选一个或写新的"))
        self.setLineEdit(self.typed)
        # Completing while an input method composes would write into its text.
        self.setCompleter(None)  # type: ignore[arg-type]
        self.addItems(list(kinds))
        self.setCurrentIndex(-1)
        self.setEditText(chosen)
        self.typed.setCursorPosition(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    @property
    def words(self) -> str:
        """The kind; empty for none."""
        return self.currentText().strip()

    def wheelEvent(self, event: object) -> None:
        if self.typed.hasFocus():
            super().wheelEvent(event)  # type: ignore[arg-type]
        else:
            event.ignore()  # type: ignore[attr-defined]
