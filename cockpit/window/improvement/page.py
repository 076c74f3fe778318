"""Step 5, 帮改进: actions bound to a number, looked at on the way, judged by the next cycle's results."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from attrs import frozen
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from cockpit.language import tr
from cockpit.metrics import Figure, Period, Scope, figures
from cockpit.metrics.improvement import Verdict
from cockpit.model import formats
from cockpit.model.cycles import Month
from cockpit.model.loop import Action, Word
from cockpit.operations import actions
from cockpit.operations.actions import ActionEdit, ActionLine, ImprovementBoard, read_improvement_board
from cockpit.operations.operation import Changes
from cockpit.store.file import Store
from cockpit.window.improvement import action_words
from cockpit.window.improvement.draft_editor import DraftEditor, DraftVerbs
from cockpit.window.improvement.export import actions_job
from cockpit.window.improvement.headlines import show_headlines
from cockpit.window.improvement.improvement_line import ImprovementLine, LineShown
from cockpit.window.improvement.new_action import NewAction, unwritten
from cockpit.window.improvement.older_cycles import OlderCycles
from cockpit.window.improvement.running_editor import RunningEditor, RunningVerbs, VerdictEditor, kind_of
from cockpit.window.improvement.section import NEW_KEY, NewActionLine, Section
from cockpit.window.kit.behind import open_rows
from cockpit.window.kit.export_button import ExportButton, ExportJob
from cockpit.window.kit.framed_page import FramedPage
from cockpit.window.kit.in_turns import InTurns
from cockpit.window.kit.once import Once
from cockpit.window.kit.page import View, Window
from cockpit.window.kit.scrolled import ScrolledColumn


@frozen
class ImprovementData:
    """Everything on the page. ``loop_closed`` is that of the cycle before, whose actions are judged by this one."""

    board: ImprovementBoard
    loop_closed: Figure
    month: Month
    today: date


class ImprovementPage(FramedPage):
    """What was agreed last cycle and is judged now, and what is agreed in this one."""

    name = "improvement"
    depends_on = frozenset(
        {"action", "check_in", "problem", "person", "team", "deal", "activity", "target", "stage", "support",
         "meeting", "note_item", "import"}
    )  # fmt: skip

    def __init__(self, window: Window) -> None:
        super().__init__(window, figures=4, bar=10, below=0)
        self._data: ImprovementData | None = None
        self._wanted: int | None = None
        self._wanted_person: int | None = None
        self._wanted_new: NewAction | None = None
        self._fresh: int | None = None
        self._turns = InTurns(self)
        self._once = Once()
        self._running_verbs = RunningVerbs(
            self._check_in, self._plan, self._edit, self._confirm, self._see_problem, self._see_rows
        )
        leads = (self._go_to_waiting, self._go_to_due, self._go_to_current, self._go_to_problems_before)
        for figure, lead in zip(self.figures, leads, strict=True):
            figure.opened.connect(lead)
        self._older = OlderCycles()
        self._older.chosen.connect(self._look_at)
        self._waiting, self._current, self._judged = Section(), Section(), Section()
        self._sections = (self._waiting, self._current, self._judged)
        for section in self._sections:
            section.opened.connect(partial(self._opened, section))
            section.left.connect(partial(self._go, section))
        self._scroll = ScrolledColumn(gap=16, below=24)
        self._scroll.column.insertWidget(0, self._older)
        for place, section in enumerate(self._sections):
            self._scroll.column.insertWidget(place + 1, section)
        self.body.addWidget(self._scroll, 1)
        self._export = ExportButton(window, self._export_job)
        self.title.buttons.addWidget(self._export)
        self.offer_new(self.write_new)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    def retranslate(self) -> None:
        self._export.retranslate()
        self.say_new(tr("起草动作"), tr("起草一个改进动作 (Ctrl+N)"))
        for section in self._sections:
            section.forget()

    def load(self, connection: sqlite3.Connection, view: View) -> ImprovementData:
        """The actions of the scope, read by this cycle's figures; behind the shield those of one person."""
        scope = view.shown_scope
        board = read_improvement_board(connection, view.month, scope, view.today)
        before = Period.of(view.month.previous, view.today)
        closed = figures(connection, before, [scope], {"loop_closed"})[scope]["loop_closed"]
        return ImprovementData(board, closed, view.month, view.today)

    def show_data(self, data: object) -> None:
        """Put it into the lines that are there; what is the same stays as it is."""
        assert isinstance(data, ImprovementData)
        self._data = data
        month, before, after = (
            formats.month_short(one.start) for one in (data.month, data.month.previous, data.month.next)
        )
        whole = formats.month_text(data.month.start)
        self.title.show_title(
            tr("帮改进"), tr("{month}约定的,由 {following}的数字来验证", month=whole, following=after)
        )
        show_headlines(self.figures, data.board, data.loop_closed, data.month, data.today)
        self._older.show_cycles(data.board.not_judged, data.board.not_agreed)
        waiting = [line for line in data.board.judged if line.action.verdict is None]
        waiting.sort(key=lambda line: not action_words.needs_check(line, data.today))
        judged = [line for line in data.board.judged if line.action.verdict is not None]
        current = sorted(data.board.current, key=lambda line: action_words.urgency(line, data.today))
        self._waiting.setVisible(bool(waiting))
        self._judged.setVisible(bool(judged))
        self._waiting.set_title(
            tr("{month}约定的,看 {now}的数字", month=before, now=month), tr("{n} 个待验证", n=len(waiting))
        )
        self._judged.set_title(tr("{month}约定的,已验证", month=before), action_words.verdict_words(judged))
        drafts = sum(line.action.state == "draft" for line in current)
        self._current.set_title(
            tr("{month}的改进动作", month=month),
            tr("{n} 个草稿还没约定", n=drafts) if drafts else "" if current else tr("还没有,从找问题里开始或直接起草"),
        )
        self._say_what_to_do(data)
        self._turns.run(self._show_lines(waiting, current, judged), self._all_shown)

    def _show_lines(
        self, waiting: list[ActionLine], current: list[ActionLine], judged: list[ActionLine]
    ) -> Iterator[None]:
        """Section by section, from the top."""
        yield from self._waiting.show_lines([self._shown(line, judged=True) for line in waiting], self._line)
        yield from self._current.show_lines([self._shown(line, judged=False) for line in current], self._line)
        yield from self._judged.show_lines([self._shown(line, judged=True) for line in judged], self._line)

    def _all_shown(self) -> None:
        self._find_wanted()
        # What was just written down is gone on with.
        fresh, self._fresh = self._fresh, None
        if fresh is not None and (line := self._current.line(fresh)):
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.keep_in_sight(line)
        if self.hasFocus():
            self.focus_first()

    def _export_job(self) -> ExportJob:
        board = self._data.board if self._data is not None else None
        return actions_job([line.action.id for line in (*board.current, *board.judged)] if board is not None else [])

    def arrive(self, **arguments: object) -> None:
        """``action``: open it. ``person`` goes to this person's; with ``problem`` or ``text`` it begins a draft."""
        person, problem = arguments.get("person"), arguments.get("problem")
        said = str(arguments.get("text") or "")
        if isinstance(wanted := arguments.get("action"), int):
            self._wanted = wanted
        elif said or isinstance(problem, int):
            about = isinstance(problem, int)
            self._wanted_new = NewAction(
                person if isinstance(person, int) else None, problem if isinstance(problem, int) else None,
                said if about else "", "" if about else said,
            )  # fmt: skip
        elif isinstance(person, int):
            self._wanted_person = person
        if not self._stale and self._turns.is_done:
            self._find_wanted()

    def leave(self) -> None:
        self._wanted = self._wanted_person = self._wanted_new = None

    def write_new(self, new: NewAction | None = None) -> None:
        """Open an empty draft on top of this cycle's actions."""
        if self._data is None or not self._data.board.people:
            return
        begun = new or NewAction()
        if (only := self.host.view.only_person) is not None and begun.person_id not in (None, only):
            return
        people: list[tuple[str, object]] = [(person.name, person.id) for person in self._data.board.people]
        whose = begun.person_id if begun.person_id is not None else self._data.board.people[0].id
        if whose not in {person for _, person in people}:
            people.append((self._data.board.names.get(whose, formats.MISSING), whose))
        draft = unwritten(whose, begun, self._data.month)
        self.set_empty(False)

        def make(close: Callable[[], None]) -> QWidget:
            verbs = DraftVerbs(self._save_new, None, None, close)
            return DraftEditor(draft, people, self.host.view.today, begun.about, self._read_now, verbs)

        self._current.write_new(NewActionLine(make))

    def focus_first(self) -> None:
        """Put the focus on the first line there is."""
        for section in self._sections:
            if section.focus_line(0):
                return

    # --- showing ----------------------------------------------------------------------------------------------

    def _shown(self, line: ActionLine, *, judged: bool) -> LineShown:
        assert self._data is not None
        name = self._data.board.names.get(line.action.person_id, formats.MISSING)
        return LineShown(line, name, self._data.today, judged)

    def _line(self, shown: LineShown) -> ImprovementLine:
        return ImprovementLine(shown, self._editor, self._see_rows)

    def _editor(self, shown: LineShown, close: Callable[[], None]) -> QWidget:
        assert self._data is not None
        board, action = self._data.board, shown.line.action
        about = board.problems.get(action.problem_id or 0, "")
        kind = kind_of(shown)
        if kind == "judged":
            return VerdictEditor(shown, about, self._running_verbs, formats.month_text(self._data.month.start))
        if kind == "running":
            return RunningEditor(shown, about, self._running_verbs)
        people: list[tuple[str, object]] = [(person.name, person.id) for person in board.people]
        if action.person_id not in {person for _, person in people}:
            people.append((shown.name, action.person_id))
        see = partial(self._see_problem, action) if action.problem_id is not None else None
        verbs = DraftVerbs(self._save_draft, self._remove, see, close)
        return DraftEditor(action, people, shown.today, about, self._read_now, verbs)

    def _say_what_to_do(self, data: ImprovementData) -> None:
        if data.board.people:
            self.empty.say(
                tr("改进动作会在这里:每个绑定一个数字、一个人、一个日期,下个周期用数字验证。"),
                (tr("起草一个改进动作"), self.write_new),
                (tr("先去找问题"), lambda: self.host.go("problems")),
            )
        else:
            self.empty.say(
                tr("改进动作会在这里。先导入团队和商机。"),
                (tr("导入 Excel 或 CSV…"), lambda: self.host.command("import")),
            )
        board = data.board
        something = board.judged or board.current or board.not_judged or board.not_agreed or self._current.is_writing
        self.set_empty(not something)

    def _find_wanted(self) -> None:
        if self._data is None:
            return
        if self._wanted_new is not None:
            new, self._wanted_new = self._wanted_new, None
            self.write_new(new)
        elif self._wanted is not None:
            for section in self._sections:
                if line := section.line(self._wanted):
                    self._wanted = None
                    line.open()
                    return
        elif self._wanted_person is not None:
            person, self._wanted_person = self._wanted_person, None
            for section in self._sections:
                if line := section.line_of(person):
                    self._scroll.keep_in_sight(line)
                    line.setFocus(Qt.FocusReason.ShortcutFocusReason)
                    return

    def _go_to_waiting(self) -> None:
        self._go_to(self._waiting.focus_line(0))

    def _go_to_due(self) -> None:
        """The first that has to be looked at: they stand first."""
        today = self.host.view.today
        for section in (self._waiting, self._current):
            if (line := section.first_due(today)) is not None:
                line.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._go_to(line)
                return

    def _go_to_current(self) -> None:
        self._go_to(self._current.focus_line(0))

    def _go_to_problems_before(self) -> None:
        """The loop is closed over the problems of the cycle before: there they are."""
        self._look_at(self.host.view.month.previous)
        self.host.go("problems")

    def _go_to(self, line: QWidget | None) -> None:
        if line is not None:
            self._scroll.keep_in_sight(line)

    def _opened(self, section: Section, line: QWidget) -> None:
        """One line is open on the whole page."""
        for other in self._sections:
            if other is not section:
                other.close_all()
        self._scroll.keep_in_sight(line)

    def _go(self, section: Section, step: int) -> None:
        place = self._sections.index(section) + step
        while 0 <= place < len(self._sections):
            if line := self._sections[place].focus_line(0 if step > 0 else -1):
                self._scroll.keep_in_sight(line)
                return
            place += step

    # --- verbs ------------------------------------------------------------------------------------------------

    def _save_new(self, draft: Action, edit: ActionEdit, agree: bool) -> None:
        today = self.host.view.today
        person = draft.person_id if edit.person_id is None else edit.person_id
        self._perform(
            lambda store: actions.draft_action(
                store, person, draft.month, edit.text or "", problem_id=draft.problem_id, edit=edit,
                agree_on=today if agree else None,
            ),
            NEW_KEY,
        )  # fmt: skip

    def _save_draft(self, draft: Action, edit: ActionEdit, agree: bool) -> None:
        today = self.host.view.today
        if agree:
            self._perform(lambda store: actions.agree_action(store, draft.id, today, edit), draft.id)
        else:
            self._perform(lambda store: actions.edit_action(store, draft.id, edit), draft.id)

    def _remove(self, draft: Action) -> None:
        self._perform(lambda store: actions.remove_action(store, draft.id), draft.id)

    def _check_in(self, line: ActionLine, word: str, kind: Word, next_on: date | None) -> None:
        view, now = self.host.view, line.reading.now
        today, value = view.today, None
        # What is read of another cycle is not how it stands today.
        if now is not None and now.json_value is not None and today in view.month:
            value = float(now.json_value)
        self._perform(
            lambda store: actions.check_in(store, line.action.id, today, word, kind, value=value, next_on=next_on),
            line.action.id,
        )

    def _plan(self, action: Action, next_on: date) -> None:
        self._perform(lambda store: actions.plan_check_in(store, action.id, next_on), action.id)

    def _edit(self, action: Action, edit: ActionEdit) -> None:
        self._perform(lambda store: actions.edit_action(store, action.id, edit), action.id)

    def _confirm(self, action: Action, verdict: Verdict) -> None:
        view = self.host.view
        self._perform(
            lambda store: actions.confirm_verdict(store, action.id, verdict, view.month, view.today), action.id
        )

    def _perform(self, verb: Callable[[Store], Changes], key: object) -> None:
        def done(changes: Changes) -> None:
            if key == NEW_KEY:
                self._fresh = next(iter(changes.ids.get("action", ())), None)
            for section in self._sections:
                if line := section.line(key):
                    line.close_editor()
            self.refresh()

        # Not before the key that asked for it is through: the editor in which it was pressed goes.
        if begun := self._once.begin(key, verb, done):
            QTimer.singleShot(0, self, lambda: self.host.perform(*begun, by=self))

    def _read_now(self, person: int, metric: str) -> Callable[[], Figure]:
        """What reads a metric of a person as it is in this cycle, on a worker."""
        view, readers, scope = self.host.view, self.host.readers(), Scope.person(person)

        def read() -> Figure:
            return figures(readers.here(), Period.of(view.month, view.today), [scope], {metric})[scope][metric]

        return read

    def _see_problem(self, action: Action) -> None:
        self.host.go("problems", problem=action.problem_id)

    def _see_rows(self, line: ActionLine) -> None:
        metric = action_words.metric_of(line)
        if line.reading.now is not None and metric is not None and self._data is not None:
            name = self._data.board.names.get(line.action.person_id, "")
            month = formats.month_text(self._data.month.start)
            open_rows(self.host, line.reading.now.rows, f"{name} · {metric.name} · {month}")

    def _look_at(self, month: Month) -> None:
        QTimer.singleShot(0, self, lambda: self.host.choose_month(month))
