"""The way through the steps of an import: which is shown, how one goes on, and how one comes back."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cockpit.language import tr
from cockpit.operations.import_choices import TableChoices
from cockpit.window.importing.columns import ColumnsView
from cockpit.window.importing.conflicts import ConflictsView
from cockpit.window.importing.files import FilesView
from cockpit.window.importing.frame import ImportFrame
from cockpit.window.importing.header import HeaderView
from cockpit.window.importing.names import NamesView
from cockpit.window.importing.picker import Picker
from cockpit.window.importing.session import ImportSession
from cockpit.window.importing.step_view import StepView
from cockpit.window.importing.steps import (
    OF_A_TABLE,
    Step,
    first_open,
    needs_answer,
    open_points,
    where_to_go_on,
)
from cockpit.window.kit.cards import button

V = TypeVar("V", bound=StepView)


class Way(QObject):
    """``shown``: a step in which something is decided is in sight; ``preview_asked``: what follows is the preview.

    ``step`` and ``table`` say where one is.
    """

    shown = Signal()
    preview_asked = Signal()
    left = Signal()

    def __init__(
        self, frame: ImportFrame, session: ImportSession, choose_files: Callable[[], None], paste: Callable[[], None]
    ) -> None:
        super().__init__(frame)
        self._frame, self._session = frame, session
        self.step: Step = "files"
        self.table = ""
        self._history: list[tuple[str, Step]] = []
        self._goes_on = self._is_here = self._were_conflicts_seen = False
        self.picker = Picker(frame)
        self._choose_files, self._paste = choose_files, paste
        frame.steps.chosen.connect(self.go_to_step)
        frame.tables.activated.connect(self._choose_table)

    # Each step is made when it is first seen: all at once would keep the window waiting.

    @cached_property
    def files(self) -> FilesView:
        """What is in the files."""
        made = FilesView(self._choose_files, self._paste)
        made.decided.connect(self._decide)
        made.accepted.connect(self.go_on)
        return made

    @cached_property
    def header(self) -> HeaderView:
        """What the table holds, and where its headings are."""
        return self._of_a_table(HeaderView(self.picker))

    @cached_property
    def columns(self) -> ColumnsView:
        """What each column is taken for."""
        return self._of_a_table(ColumnsView(self.picker))

    @cached_property
    def names(self) -> NamesView:
        """What stages and names mean."""
        return self._of_a_table(NamesView(self.picker))

    @cached_property
    def conflicts(self) -> ConflictsView:
        """What both sides changed."""
        made = ConflictsView()
        made.accepted.connect(self.go_on)
        made.changed.connect(self._show_steps)
        return made

    def _of_a_table(self, made: V) -> V:
        made.decided.connect(self._decide_here)
        made.accepted.connect(self.go_on)
        return made

    def _view(self) -> StepView | None:
        """The view of the present step, where it is one of a table."""
        if self.step == "header":
            return self.header
        if self.step == "columns":
            return self.columns
        return self.names if self.step == "names" else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step from which one came here."""
        return bool(self._history)

    # --- where one goes ---------------------------------------------------------------------------------------

    def begin(self, table: str, step: Step) -> None:
        """Other files are open: begin here."""
        self.forget()
        self.show(table, step)

    def forget(self) -> None:
        """Nothing is open any more."""
        self._history.clear()
        self._goes_on = self._is_here = self._were_conflicts_seen = False
        self.step, self.table = "files", ""
        self.picker.leave()

    def leave(self) -> None:
        """Something else is shown in place of the steps."""
        self._is_here = False
        self.picker.leave()

    def go_to(self, table: str, step: Step) -> None:
        """To a step, to come back from it with Esc."""
        if (table, step) != (self.table, self.step):
            self._history.append((self.table, self.step))
            self.show(table, step)

    def go_to_step(self, step: str) -> None:
        """To a step of the same table, if it can be taken."""
        if step in self._reachable():
            self.go_to(self.table, step)

    def go_to_number(self, number: int) -> None:
        """To the step with this number, from 1."""
        if number <= len(self._steps()):
            self.go_to_step(self._steps()[number - 1])

    def one_step_back(self) -> None:
        """To the step before this one."""
        steps = self._steps()
        before = [step for step in steps[: steps.index(self.step)] if step in self._reachable()]
        if before:
            self.go_to_step(before[-1])

    def back(self) -> None:
        """To where one came from."""
        self.show(*self._history.pop())

    def back_from_the_preview(self) -> None:
        """The preview was not waited for, or cannot be made."""
        table, step = self._history.pop() if self._history else (self.table, "files")
        if step == "preview":
            table, step = self.table, "files"
        self.show(table, step)

    def other_table(self, by: int) -> None:
        """The same step for the next table, or the one before."""
        used = [look.key for look in self._session.looks if look.used]
        if self._is_here and self.step in OF_A_TABLE and self.table in used:
            self.go_to(used[(used.index(self.table) + by) % len(used)], self.step)

    def go_on(self) -> None:
        """To the next step with something open, else to the preview; what was shown here is agreed to."""
        # Enter is not lost while what was decided is still being looked at.
        self._goes_on = self._session.is_looking
        if self._goes_on or not self._is_here:
            return
        if self.step == "conflicts":
            self._session.take_sides(self.conflicts.choices(), self._go_to_preview, self._not_decided)
            return
        if (view := self._view()) is not None:
            if view.ask_next():
                return
            self._session.agree(self.table, view.settled())
        if not any(look.used for look in self._session.looks) and not self._session.returned:
            self._frame.say(tr("至少勾选一张要导入的表。"), "watch")
            return
        self.go_to(*where_to_go_on(self._session.looks, self.table, self.step))

    def _go_to_preview(self) -> None:
        self.go_to(self.table, "preview")

    def _choose_table(self, _: int) -> None:
        self.go_to(self._frame.tables.currentData(), self.step if self.step in OF_A_TABLE else "header")

    # --- what is shown ----------------------------------------------------------------------------------------

    def show(self, table: str, step: Step) -> None:
        """Show a step; the preview is shown by who asked for it, once it is made."""
        self.picker.leave()
        self.table, self.step = table, step
        self._goes_on = False
        if step == "preview":
            self._is_here = False
            self.preview_asked.emit()
            return
        self._is_here = True
        self._frame.say("")
        view = self._show_view()
        self._say_remembered()
        self._show_around()
        self.shown.emit()
        view.focus_open() if isinstance(view, StepView) else view.focus_rows()

    def stops_at_conflicts(self) -> bool:
        """Whether both sides changed something, and nobody has looked at it: then that is shown before the preview."""
        if self._were_conflicts_seen or not self._session.conflicts:
            return False
        self._were_conflicts_seen = True
        self.show(self.table, "conflicts")
        return True

    def show_steps_of_preview(self) -> None:
        """The line of the steps, as it stands at the preview."""
        self.step = "preview"
        self._show_steps()
        self._frame.tables.hide()

    def _show_view(self) -> StepView | FilesView | ConflictsView:
        look, of_a_table = self._session.look(self.table), self._view()
        view: StepView | FilesView | ConflictsView
        if of_a_table is not None and look is not None:
            view = of_a_table
            of_a_table.show_look(look)
        elif self.step == "conflicts":
            view = self.conflicts
            self.conflicts.show_conflicts(self._session.conflicts)
        else:
            view = self.files
            self.files.show_tables(self._session.looks, self._session.returned)
        self._frame.show_page(view)
        return view

    def _steps(self) -> tuple[Step, ...]:
        of_tables: tuple[Step, ...] = OF_A_TABLE if self._session.looks else ()
        conflicts: tuple[Step, ...] = ("conflicts",) if self._session.conflicts else ()
        return ("files", *of_tables, *conflicts, "preview")

    def _reachable(self) -> list[Step]:
        look = self._session.look(self.table)
        reachable: list[Step] = ["files"]
        if look is not None:
            reachable += ["header", "columns", "names"] if look.kind is not None else ["header"]
        if self._session.conflicts and self._session.is_planned:
            reachable.append("conflicts")
        if self._session.can_preview:
            reachable.append("preview")
        return reachable

    def _show_steps(self) -> None:
        points = {step: sum(open_points(look, step) for look in self._session.looks) for step in OF_A_TABLE}
        both = self._session.conflicts
        shown: dict[Step, int] = {**points, "conflicts": len(both) - len(self.conflicts.choices()) if both else 0}
        self._frame.steps.show_steps(self._steps(), self.step, shown, self._reachable())
        self._frame.steps.show()

    def _show_around(self) -> None:
        """Title, steps and foot, as they stand with what is decided now."""
        looks, frame = self._session.looks, self._frame
        self._show_steps()
        used = [look for look in looks if look.used]
        is_of_a_table = self.step in OF_A_TABLE
        frame.show_tables(
            [(("△ " if first_open(look) else "") + look.title, look.key) for look in used] if is_of_a_table else [],
            self.table,
        )
        look = self._session.look(self.table) if is_of_a_table else None
        frame.say_title(tr("导入"), look.title if look else self._session.names)
        _, following = where_to_go_on(looks, self.table, self.step)
        is_last = following == "preview" and not (look and needs_answer(look, self.step))
        shown = self._view() or (self.conflicts if self.step == "conflicts" else self.files)
        back = [button(tr("返回"), self.back)] if self.can_go_back else []
        frame.set_buttons(
            shown.hint, *back, button(tr("取消"), self.left.emit),
            primary=button(tr("看预览") if is_last else tr("下一步"), self.go_on, "primary"),
        )  # fmt: skip

    def _say_remembered(self) -> None:
        look = self._session.look(self.table)
        if look is not None and look.is_remembered and self.table not in self._session.choices:
            self._frame.say(tr("和上次一样的格式,沿用了上次的对应。"), "ok")

    # --- what is decided --------------------------------------------------------------------------------------

    def _decide_here(self, choices: TableChoices) -> None:
        self._decide(self.table, choices)

    def _decide(self, key: str, choices: TableChoices) -> None:
        self._session.decide(key, choices, self._show_again, self._not_decided)
        self._frame.say_title(tr("导入"), tr("正在重新认…"))

    def _not_decided(self, error: BaseException) -> None:
        self._goes_on = False
        self._show_again()
        self._frame.say(str(error))

    def _show_again(self) -> None:
        """What was recognised under the newest decisions."""
        if not self._is_here:
            return
        self._frame.say("")
        view = self._show_view()
        self._show_around()
        focused = self._frame.focusWidget()
        if focused is None or not focused.isVisibleTo(self._frame):
            view.focus_rows()
        if self._goes_on:
            self.go_on()
