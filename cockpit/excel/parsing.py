"""Files from outside taken apart: which kind of file it is by what it holds, and the rows of its sheets.

All of this runs in the process that reads files (``reading_process``); a refusal is a CockpitError, anything else that
happens to the process is its end. What a file is called decides nothing but how text is told from workbooks.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import chain, islice
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar

from cockpit.errors import CockpitError
from cockpit.excel.bad_files import damaged, no_rows, no_workbook, with_password
from cockpit.excel.cells import Value
from cockpit.language import tr

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})
LARGEST_SHEET_CELLS = 40_000_000
MOST_ROWS = 1 << 20
"""As many as a spreadsheet can have."""

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ANCIENT = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
"""How a workbook began before 1995."""
_OTHERS = (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
_FILE_PASS = re.compile(rb"\x09\x08\x10\x00\x00\x06\x05\x00.{12}\x2f\x00", re.DOTALL)
"""The record that says how an old workbook is encrypted comes first of all."""
_START = 4096

ParsedSheet = tuple[str, bool, Iterator[list[Sequence[Value]]]]
"""Name, whether it is hidden, and its rows in parts."""
_Result = TypeVar("_Result")
Refuse = Callable[[CockpitError], None]
"""Called from another thread with what was found wrong while the file is still being parsed."""


def read_start(path: Path) -> bytes:
    """The first bytes of a file. Raises CockpitError for one that is missing, empty, or cannot be opened."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except FileNotFoundError:
        raise CockpitError(tr("没有找到文件 {name}。", name=path.name), tr("检查文件名和文件夹。")) from None
    except IsADirectoryError:
        raise CockpitError(tr("{name} 是文件夹,不是文件。", name=path.name), tr("请选择里面的文件。")) from None
    except OSError as error:
        if path.is_dir():
            raise CockpitError(tr("{name} 是文件夹,不是文件。", name=path.name), tr("请选择里面的文件。")) from None
        raise CockpitError(
            tr("打不开 {name}:{reason}。", name=path.name, reason=error.strerror or error),
            tr("如果它正在 Excel 里打开,先关闭再试。"),
        ) from error
    if not start:
        raise CockpitError(tr("{name} 是空文件。", name=path.name), tr("请重新导出一次。"))
    return start


def looks_like_workbook(start: bytes) -> bool:
    """Whether a file begins as workbooks do, old ones or zipped ones."""
    return start.startswith((_ZIP, _COMPOUND))


def parse(path: Path, rows_at_once: int, refuse: Refuse) -> Iterator[ParsedSheet]:
    """Every sheet of a workbook, or the one table of a text file (its name is ""), with the last values of formulas.

    Raises CockpitError in words for what cannot be read.
    """
    if path.name.startswith("~$"):
        raise CockpitError(
            tr("{name} 是 Excel 正打开着的临时文件。", name=path.name),
            tr("请选 {name}。", name=path.name.removeprefix("~$")),
        )
    start = read_start(path)
    suffix = path.suffix.lower()
    if looks_like_workbook(start):
        return _parse_workbook(path, start, rows_at_once, refuse)
    if suffix not in TEXTS and suffix not in WORKBOOKS and suffix:
        raise CockpitError(tr("{name} 不是能导入的文件。", name=path.name), tr("请导出成 .xlsx 或 .csv 再导入。"))
    if suffix in WORKBOOKS:
        _refuse_what_is_no_workbook(path, start)
    return _parse_text(path, rows_at_once, must_be_a_table=suffix in WORKBOOKS)


def _parse_text(path: Path, rows_at_once: int, *, must_be_a_table: bool) -> Iterator[ParsedSheet]:
    from cockpit.excel.delimited import NoTable, read_delimited

    try:
        rows = iter(read_delimited(path, must_be_a_table=must_be_a_table))
    except NoTable:
        raise no_workbook(path) from None
    yield "", False, _in_parts(rows, rows_at_once)


def _in_parts(rows: Iterator[Sequence[Value]], rows_at_once: int) -> Iterator[list[Sequence[Value]]]:
    while part := list(islice(rows, rows_at_once)):
        yield part


def _begun(parts: Iterator[list[Sequence[Value]]]) -> tuple[bool, Iterator[list[Sequence[Value]]]]:
    """Whether there is anything, and all of it."""
    first = next(parts, [])
    return bool(first), chain([first], parts) if first else iter(())


def _parse_workbook(path: Path, start: bytes, rows_at_once: int, refuse: Refuse) -> Iterator[ParsedSheet]:
    from python_calamine import CalamineError, PasswordError, SheetTypeEnum, SheetVisibleEnum

    checking: Thread | None = None
    uncalculated: Callable[[], dict[str, Any]] = dict
    if start.startswith(_ZIP):
        from cockpit.excel.archives import check_contents, open_archive
        from cockpit.excel.uncalculated import uncalculated_cells, with_formulas

        # calamine passes over a bad checksum and would hand on what it could read. It parses outside Python, so what is
        # looked at beside it costs nothing.
        archive = open_archive(path)
        checking = Thread(target=_report_damage, args=(lambda: check_contents(path, archive), refuse), daemon=True)
        checking.start()
        uncalculated = _begin(lambda: uncalculated_cells(path))
    has_rows, is_ods = False, start.startswith(_ZIP) and _suffixes_of(path) == (".ods",)
    try:
        with _open_workbook(path, start) as workbook:
            sheets = [one for one in workbook.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            if not sheets:
                raise CockpitError(
                    tr("{name} 里没有工作表。", name=path.name), tr("检查是不是选错了文件,或重新导出一次。")
                )
            for metadata in sheets:
                found = workbook.get_sheet_by_name(metadata.name)
                if found.total_height > MOST_ROWS or found.total_height * found.total_width > LARGEST_SHEET_CELLS:
                    raise CockpitError(
                        tr("{name} 的工作表“{sheet}”太大。", name=path.name, sheet=metadata.name),
                        tr("删除表格右边和下面多余的空行空列,或分成几个文件再导入。"),
                    )
                hidden = metadata.visible != SheetVisibleEnum.Visible
                rows = map(_with_durations, found.iter_rows()) if is_ods else found.iter_rows()
                if merges := found.merged_cell_ranges:
                    rows = _filled_down(rows, merges)
                if formulas := uncalculated().get(metadata.name):
                    rows = with_formulas(rows, formulas)
                first, parts = _begun(_in_parts(rows, rows_at_once))
                has_rows = has_rows or first
                yield metadata.name, hidden, parts
                del found
    except PasswordError:
        raise with_password(path) from None
    except (CalamineError, OSError, ValueError) as error:
        if checking:
            checking.join()  # what it finds is the nearer reason
        raise damaged(path) from error
    # calamine is Rust: a panic comes out as something that is not even an Exception.
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise damaged(path) from error
        raise
    if checking:
        checking.join()
    if not has_rows:
        raise no_rows(path)


def _filled_down(
    rows: Iterator[Sequence[Value]], merges: Sequence[tuple[tuple[int, int], tuple[int, int]]]
) -> Iterator[Sequence[Value]]:
    """Rows with the value of a cell that is merged over several rows in each of them: an owner over his deals.

    Not in the header: a merge there spans the rows that name the columns. ``merges``: (row, column) of first and last.
    """
    wide = {top for (top, left), (_, right) in merges if right > left}
    down: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, right) in merges:
        if bottom > top and left == right:
            down.setdefault(top, []).append((left, bottom))
    running: dict[int, tuple[int, Value]] = {}
    body: int | None = None
    for number, row in enumerate(rows):
        if body is None and sum(cell != "" for cell in row) > 1:
            body = max([number, *(bottom for _, bottom in down.get(number, ()))]) + 1
        if running:
            row = list(row)
            for column, (bottom, value) in list(running.items()):
                if number > bottom:
                    del running[column]
                elif column < len(row) and row[column] == "":
                    row[column] = value
        if body is not None and number >= body and number in down and number not in wide:
            running |= {column: (bottom, row[column]) for column, bottom in down[number] if column < len(row)}
        yield row


_DURATION = re.compile(r"(-?)PT(\d+)H(\d+)M(\d+)(?:[.,](\d{1,6})\d*)?S")


def _with_durations(row: list[Value]) -> Sequence[Value]:
    """OpenDocument writes how long something took as PT36H00M00S, and calamine hands that on as a text."""
    if not any(type(cell) is str and cell.startswith(("PT", "-PT")) for cell in row):
        return row
    return [_duration(found) if type(cell) is str and (found := _DURATION.fullmatch(cell)) else cell for cell in row]


def _duration(found: re.Match[str]) -> timedelta:
    sign, hours, minutes, seconds, fraction = found.groups()
    length = timedelta(
        hours=int(hours), minutes=int(minutes), seconds=int(seconds), microseconds=int((fraction or "0").ljust(6, "0"))
    )
    return -length if sign else length


def _begin(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """Do ``work`` in another thread; what is given back waits for its result, or raises what it raised."""
    results: list[_Result] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()

    def result() -> _Result:
        thread.join()
        if errors:
            raise errors[0]
        return results[0]

    return result


def _report_damage(check: Callable[[], None], refuse: Refuse) -> None:
    try:
        check()
    except CockpitError as refused:
        refuse(refused)


def _open_workbook(path: Path, start: bytes) -> "CalamineWorkbook":
    """calamine goes by the suffix, where that is one of its own; a file that is called another is given as bytes."""
    from python_calamine import CalamineWorkbook

    suffix = path.suffix.lower()
    if start.startswith(_ZIP):
        fits = suffix in (".xlsx", ".xlsm", ".xlsb", ".ods") and suffix in _suffixes_of(path)
    else:
        _refuse_other_compounds(path)
        fits = suffix == ".xls"
    if fits:
        return CalamineWorkbook.from_path(str(path))
    with path.open("rb") as file:
        return CalamineWorkbook.from_filelike(file)


def _suffixes_of(path: Path) -> tuple[str, ...]:
    from cockpit.excel.archives import kind_of_archive

    return kind_of_archive(path)


def _refuse_other_compounds(path: Path) -> None:
    """A container of Microsoft's old sort holds a workbook, an encrypted file, or a letter; streams have wide names."""
    with path.open("rb") as file:
        content = file.read(min(os.fstat(file.fileno()).st_size, 64 << 20))
    if _wide("EncryptedPackage") in content or _FILE_PASS.search(content):
        raise with_password(path)
    if _wide("Workbook") not in content and _wide("Book") not in content:
        if any(_wide(name) in content for name in ("WordDocument", "PowerPoint Document", "__properties_version1.0")):
            raise no_workbook(path)
        raise damaged(path)


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_what_is_no_workbook(path: Path, start: bytes) -> None:
    """What is called a workbook and is none; text with separators may be read as what it is."""
    as_text = start.decode("utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "ignore").lstrip(
        "\ufeff \r\n\t"
    )
    if as_text.startswith("<"):
        if "urn:schemas-microsoft-com:office:spreadsheet" in as_text:
            raise CockpitError(
                tr("{name} 其实是 XML 表格,不是工作簿。", name=path.name), tr("在 Excel 里打开并另存为 .xlsx,再导入。")
            )
        raise CockpitError(
            tr("{name} 其实是网页,不是工作簿。", name=path.name), tr("在 Excel 里打开并另存为 .xlsx,再导入。")
        )
    if start.startswith(_ANCIENT):
        raise CockpitError(
            tr("{name} 是很旧的 Excel 格式,读不了。", name=path.name), tr("在 Excel 里打开并另存为 .xlsx,再导入。")
        )
    if start.startswith(
        (b"%PDF", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")
    ):
        raise no_workbook(path)
