"""Files from outside, and tables pasted from the clipboard, as plain rows of values.

A file is read by a process of its own: the worst one takes the import down, and not the cockpit.
"""

from pathlib import Path
from threading import Event

from attrs import field, frozen

from cockpit.excel import reading_process
from cockpit.excel.cells import Rows as Rows
from cockpit.excel.cells import Value as Value
from cockpit.excel.delimited import read_pasted
from cockpit.excel.packing import Unpacker
from cockpit.language import tr


@frozen
class Sheet:
    """One sheet, or one text file (``name`` is then empty). ``rows[0]`` is row 1; an empty cell is ""."""

    path: Path
    name: str
    rows: Rows = field(repr=False)
    is_hidden: bool = False
    number: int = 1
    """Which of several tables side by side in the sheet this is."""
    first_column: int = 0
    """Where its columns begin in the sheet, from 0."""

    @property
    def key(self) -> str:
        """What tells this table from the others of an import."""
        return f"{self.path.name}|{self.name}|{self.number}"

    @property
    def title(self) -> str:
        """How the sheet is called in a sentence."""
        return f"{self.path.name} · {self.name}" if self.name else self.path.name


@frozen
class PastedText:
    """A table as a spreadsheet puts it into the clipboard; ``name`` is what to call it, if not "粘贴的表格"."""

    text: str = field(repr=False)
    name: str = ""

    @property
    def path(self) -> Path:
        """No file: what stands in the place of its name."""
        return Path(self.name or tr("粘贴的表格"))

    def sheet(self) -> Sheet:
        """The table. Raises CockpitError when there is nothing in it."""
        return Sheet(self.path, "", read_pasted(self.text, self.path.name))


def prepare(path: Path | None = None) -> None:
    """Say that a file will be read soon, and which, if that is certain: nobody has to wait for it later."""
    reading_process.prepare(path)


def read_sheets(path: Path, stop: Event | None = None) -> list[Sheet]:
    """Every sheet of a workbook, or the one table of a text file, with the last values of formulas.

    Raises CockpitError in words for what cannot be read: missing, empty, no workbook, damaged, with a password, too
    large, taking too long; and when ``stop`` is set, which ends the reading at once.
    """
    sheets: list[Sheet] = []
    rows = Unpacker()
    for kind, *answer in reading_process.take(path).answers(path, stop):
        if kind == "sheet":
            name, is_hidden = answer
            rows = Unpacker()
            sheets.append(Sheet(path, name, rows.rows, is_hidden))
        else:
            rows.add(answer[0])
    return sheets
