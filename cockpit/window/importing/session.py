"""What is being imported: files, what was recognised, what was decided, what it would do. All work is on workers.

Only the newest answer counts: what is decided while an older one is under way is read anew, and the older answer is
dropped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from PySide6.QtCore import QObject, Signal

from cockpit.language import tr
from cockpit.model import pinyin
from cockpit.operations.import_choices import Mode, ReturnedTable, TableChoices
from cockpit.operations.import_look import TableLook
from cockpit.operations.import_preview import Preview, make_preview
from cockpit.operations.import_sections import Section, sections_of_report
from cockpit.operations.imports import (
    ImportReport,
    OpenedFiles,
    PastedText,
    apply_plan,
    let_go,
    let_go_files,
    look_at,
    open_files,
    read_plan,
)
from cockpit.operations.operation import Changes
from cockpit.operations.round_trip import Conflict, ConflictKey, Side
from cockpit.store.file import Store
from cockpit.window.importing.steps import SURE, Step, is_ready, where_to_begin
from cockpit.window.kit import background

if TYPE_CHECKING:
    from cockpit.window.shell import Shell

Failed = Callable[[BaseException], None]


class _Moved(QObject):
    """Carries progress from a worker to the window's thread.

    It belongs to nobody: the dialog may be closed, and gone, while a worker still tells how far it is, so whoever
    tells holds it too. The worker's hold is let go in the window's thread, with its job.
    """

    moved = Signal(int, str)

    def tell(self, done: int, _: int, words: str) -> None:
        """Called on the worker: so many of a hundred are done."""
        self.moved.emit(done, words)


@frozen
class Begun:
    """What opening files led to: the step to begin at, and the preview where that is the step."""

    opened: OpenedFiles = field(repr=False)
    looks: tuple[TableLook, ...]
    table: str
    step: Step
    preview: Preview | None


class ImportSession(QObject):
    """Files that are open, and decisions about them. ``moved`` sends how far the work is, of a hundred, in words."""

    moved = Signal(int, str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self.sources: list[Path | PastedText] = []
        self.opened: OpenedFiles | None = None
        self.looks: tuple[TableLook, ...] = ()
        self.choices: dict[str, TableChoices] = {}
        self.preview: Preview | None = None
        self.conflicts: list[Conflict] = []
        self._sides: Mapping[ConflictKey, Side] = {}
        self._planned_for: dict[str, TableChoices] | None = None
        self._looking, self._reading = background.Latest(self), background.Latest(self)
        self.stop = Event()
        self.is_looking = False
        self._carrier = _Moved()
        self._carrier.moved.connect(self.moved)

    @property
    def carrier(self) -> _Moved:
        """What tells how far a worker is; it outlives the dialog."""
        return self._carrier

    @property
    def names(self) -> str:
        """The names of the files in a line."""
        names = [source.name or tr("粘贴的表格") for source in self.sources]
        return tr("、").join(names[:3]) + (" …" if len(names) > 3 else "")

    @property
    def is_planned(self) -> bool:
        """Whether the preview shows what is decided now."""
        return self.preview is not None and self._planned_for == self.choices

    def look(self, key: str) -> TableLook | None:
        """The table with this key."""
        return next((look for look in self.looks if look.key == key), None)

    # --- work -------------------------------------------------------------------------------------------------

    def open(self, sources: Sequence[Path | PastedText], then: Callable[[Begun], None], failed: Failed) -> None:
        """Read files, and where nothing is open also what importing them would do."""
        self.forget()
        self.sources = list(sources)
        self.stop = stop = Event()
        read_from, tell = list(sources), self._carrier.tell
        today, readers = self._shell.view.today, self._shell.readers()

        def work() -> Begun:
            opened = open_files(read_from, progress=tell, stop=stop)
            connection = readers.here()
            looks = tuple(look_at(opened, connection, {}, today=today))
            # What is chosen from is found by its pinyin: read here, it is not waited for in the window.
            pinyin.load()
            table, step = where_to_begin(looks)
            if step == "files" and opened.returned:
                step = "preview"
            preview = None
            if step == "preview":
                plan = read_plan(connection, opened, today, {}, tell, stop=stop)
                preview = make_preview(plan, connection)
            return Begun(opened, looks, table, step, preview)

        def take(begun: Begun) -> None:
            self.opened, self.looks, self.choices = begun.opened, begun.looks, {}
            if begun.preview is not None:
                self._take(begun.preview, {})
            then(begun)

        self._reading.run(work, take, failed)

    def decide(self, key: str, choices: TableChoices, then: Callable[[], None], failed: Failed) -> None:
        """Decide about a table and recognise it again; an answer to older decisions is dropped."""
        before, looks = self.choices, self.looks
        self.choices = {**self.choices, key: choices}
        # What is decided next, before the answer is there, builds on this.
        self.looks = tuple(evolve(look, choices=choices) if look.key == key else look for look in self.looks)

        def refused(error: BaseException) -> None:
            self.choices, self.looks = before, looks
            failed(error)

        self.look_again(then, refused)

    def agree(self, key: str, choices: TableChoices) -> None:
        """Decide what was shown as it was shown: nothing has to be recognised again, and nothing in it is open."""
        look = self.look(key)
        if look is None or choices == look.choices:
            return
        self.choices = {**self.choices, key: choices}
        sure = evolve(
            look, choices=choices, is_guess=False, stages=[evolve(stage, sure=SURE) for stage in look.stages],
            names={kind: [evolve(name, sure=SURE) for name in names] for kind, names in look.names.items()},
        )  # fmt: skip
        self.looks = tuple(sure if one is look else one for one in self.looks)

    def allow(self, mode: Mode, *, erase_blanks: bool) -> None:
        """What the rows of all tables may do."""
        used = {look.key: look.choices for look in self.looks if look.used}
        used |= {one.key: self.choices.get(one.key, TableChoices()) for one in self.returned}
        allowed = {key: evolve(one, mode=mode, erase_blanks=erase_blanks) for key, one in used.items()}
        self.choices = {**self.choices, **allowed}
        self.looks = tuple(evolve(look, choices=allowed.get(look.key, look.choices)) for look in self.looks)

    def look_again(self, then: Callable[[], None], failed: Failed) -> None:
        """Recognise the tables under the decisions in force."""
        if self.opened is None:
            return
        opened, choices, today, readers = self.opened, self.choices, self._shell.view.today, self._shell.readers()
        self.is_looking = True

        def take(looks: tuple[TableLook, ...]) -> None:
            self.is_looking = False
            self.looks = looks
            then()

        def refused(error: BaseException) -> None:
            self.is_looking = False
            failed(error)

        self._looking.run(lambda: tuple(look_at(opened, readers.here(), choices, today=today)), take, refused)

    def plan(self, then: Callable[[], None], failed: Failed) -> None:
        """What the import would do under the decisions in force."""
        assert self.opened is not None
        opened, choices, today, readers = self.opened, self.choices, self._shell.view.today, self._shell.readers()
        self.drop_preview()
        self.stop = stop = Event()
        tell, sides = self._carrier.tell, self._sides

        def work() -> Preview:
            connection = readers.here()
            plan = read_plan(connection, opened, today, choices, tell, stop=stop)
            if plan.returned is not None:
                plan.returned.choose(sides)
            return make_preview(plan, connection)

        def take(preview: Preview) -> None:
            self._take(preview, choices)
            then()

        self._reading.run(work, take, failed)

    def take_sides(self, sides: Mapping[ConflictKey, Side], then: Callable[[], None], failed: Failed) -> None:
        """Of what both sides changed, take these; the preview of the same plan shows it."""
        self._sides = sides
        if self.preview is None or self.preview.plan.returned is None:
            return
        plan, readers, choices = self.preview.plan, self._shell.readers(), self._planned_for
        returned = self.preview.plan.returned

        def work() -> Preview:
            returned.choose(sides)
            return make_preview(plan, readers.here())

        def take(preview: Preview) -> None:
            self._take(preview, choices or {})
            then()

        self._reading.run(work, take, failed)

    def _take(self, preview: Preview, choices: dict[str, TableChoices]) -> None:
        self.preview, self._planned_for = preview, choices
        self.conflicts = preview.plan.conflicts

    def write(self, then: Callable[[ImportReport, list[Section]], None], failed: Failed) -> None:
        """Write what the preview shows, in one operation."""
        preview, today = self.preview, self._shell.view.today
        assert preview is not None
        self.stop = stop = Event()
        tell = self._carrier.tell
        done: list[tuple[ImportReport, list[Section]]] = []

        def write(store: Store) -> Changes:
            changes, report = apply_plan(store, preview.plan, today=today, stop=stop, progress=tell)
            # Of a file full of refused rows the lists are long: they are made here, and not in the window's thread.
            done.append((report, sections_of_report(report.as_json())))
            return changes

        self._shell.perform(write, lambda _: then(*done[0]), failed=failed)

    # --- letting go -------------------------------------------------------------------------------------------

    def stop_reading(self) -> None:
        """What is being read is not wanted any more."""
        self.stop.set()
        self._reading.cancel()

    def drop_preview(self) -> None:
        """Free the plan; the files stay open."""
        preview, self.preview = self.preview, None
        self._planned_for = None
        if preview is not None:
            plan = preview.plan
            background.run(lambda: let_go(plan), lambda _: None, owner=self._shell)

    def forget(self) -> None:
        """Nothing is open any more."""
        self.stop_reading()
        self._looking.cancel()
        self.is_looking = False
        self.drop_preview()
        opened, self.opened = self.opened, None
        self.looks, self.choices, self.sources = (), {}, []
        self.conflicts, self._sides = [], {}
        if opened is not None:
            background.run(lambda: let_go_files(opened), lambda _: None, owner=self._shell)

    @property
    def can_preview(self) -> bool:
        """Whether everything that has to be decided is."""
        any_used = any(look.used for look in self.looks)
        return self.opened is not None and (is_ready(self.looks) or (bool(self.returned) and not any_used))

    @property
    def returned(self) -> Sequence[ReturnedTable]:
        """Tables that the cockpit itself wrote, and that come back edited."""
        return self.opened.returned if self.opened is not None else ()

    @property
    def options(self) -> TableChoices:
        """What the rows may do, as it stands in the first table."""
        keys = [look.key for look in self.looks if look.used] + [one.key for one in self.returned]
        found = (self.choices.get(key) or next((one.choices for one in self.looks if one.key == key), None)
                 for key in keys)  # fmt: skip
        return next((one for one in found if one is not None), TableChoices())
