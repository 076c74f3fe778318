"""Files that were opened once, for looking at them and planning from them under one decision after the other."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from threading import Event, Thread

from attrs import define, field

from cockpit.excel.headings import is_table, split_sheet
from cockpit.excel.reading import PastedText as PastedText
from cockpit.excel.reading import Sheet, prepare, read_sheets
from cockpit.excel.reading_process import ReadingStopped
from cockpit.excel.round_trip_reading import ReturnedTable, take_returned
from cockpit.excel.tables import Reader
from cockpit.language import tr
from cockpit.model import pinyin
from cockpit.operations import import_memory
from cockpit.operations.import_steps import Progress, Stopped, step, without_collecting

LARGE_FILE = 1 << 20
FREED_AT_ONCE = 2_000


Source = Path | PastedText


@define(eq=False)
class OpenedTable:
    """A part of a sheet that may be a table, whether it reads like one, and what was read of it."""

    sheet: Sheet
    is_table: bool
    reader: Reader = field(factory=Reader, repr=False)

    @property
    def key(self) -> str:
        """What tells it from the other tables of the import."""
        return self.sheet.key


@define(eq=False)
class OpenedFile:
    """``fingerprint`` tells whether it is the very same content as another time."""

    name: str
    fingerprint: str
    tables: list[OpenedTable]
    returned: list[ReturnedTable] = field(factory=list)
    """Lists that the cockpit itself had exported; they are no ``tables``."""


@define(eq=False)
class OpenedFiles:
    """The sheets of every file, taken apart into tables. Nothing that looks or plans changes them."""

    files: list[OpenedFile]

    @property
    def tables(self) -> list[OpenedTable]:
        return [table for file in self.files for table in file.tables]

    @property
    def returned(self) -> list[ReturnedTable]:
        """Lists that the cockpit itself had exported."""
        return [table for file in self.files for table in file.returned]

    @property
    def fingerprint(self) -> str:
        """One for all files together, in whatever order they were chosen."""
        return _together(file.fingerprint for file in self.files)

    @property
    def names(self) -> list[str]:
        return [file.name for file in self.files]


def open_files(
    sources: Sequence[Source], *, progress: Progress | None = None, stop: Event | None = None
) -> OpenedFiles:
    """Read files that belong together, and what was pasted, and find the tables in them.

    Raises CockpitError when one cannot be read, or the reading is stopped.
    """
    if any(isinstance(source, Path) and source.exists() and source.stat().st_size > LARGE_FILE for source in sources):
        # The workbook is parsed outside Python; meanwhile another thread can load what is needed afterwards.
        Thread(target=_load, daemon=True).start()
    with without_collecting():
        files = []
        for done, source in enumerate(sources):
            if len(sources) > 1:
                # What reads the next file starts while this one is taken apart.
                prepare()
            begun = 60 * done // len(sources)
            name = source.path.name if isinstance(source, PastedText) else source.name
            step(progress, stop, begun, tr("正在读 {name}", name=name))
            sheets = _sheets(source, stop)
            step(progress, stop, begun + 30 // len(sources), tr("正在认 {name} 的列", name=name))
            returned, sheets = take_returned(sheets)
            files.append(OpenedFile(name, _fingerprint(source), _tables(sheets), returned))
    return OpenedFiles(files)


def _load() -> None:
    pinyin.load()
    import_memory.load()


def let_go_files(opened: OpenedFiles) -> None:
    """Free the rows of files that are no longer wanted, bit by bit: in one go it would hold up the window."""
    for table in opened.tables:
        table.reader.forget()
        rows = table.sheet.rows
        while rows:
            del rows[-FREED_AT_ONCE:]


def _sheets(source: Source, stop: Event | None) -> list[Sheet]:
    if isinstance(source, PastedText):
        return [source.sheet()]
    try:
        return read_sheets(source, stop)
    except ReadingStopped:
        raise Stopped from None


def _tables(sheets: Sequence[Sheet]) -> list[OpenedTable]:
    return [OpenedTable(part, is_table(part)) for sheet in sheets for part in split_sheet(sheet)]


def fingerprint_of(sources: Sequence[Source]) -> str:
    """That of files which need not be read for it, as ``OpenedFiles.fingerprint`` has it."""
    return _together(_fingerprint(source) for source in sources)


def _together(fingerprints: Iterable[str]) -> str:
    return hashlib.sha256("".join(sorted(fingerprints)).encode()).hexdigest()


def _fingerprint(source: Source) -> str:
    if isinstance(source, PastedText):
        return hashlib.sha256(source.text.encode("utf-8", "replace")).hexdigest()
    try:
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
