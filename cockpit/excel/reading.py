"""Files from outside as plain rows of values: workbooks through calamine, text through cockpit.excel.delimited."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path

from attrs import field, frozen

from cockpit.errors import CockpitError
from cockpit.language import tr

Value = str | int | float | bool | date | datetime | time | timedelta
Rows = list[Sequence[Value]]

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
TEXTS = frozenset({".csv", ".tsv", ".txt"})
ROWS_AT_ONCE = 500
LARGEST_SHEET_CELLS = 40_000_000
"""Beyond this many cells a sheet is refused: calamine would need more memory than a desk has to spare."""

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


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


def read_sheets(path: Path) -> list[Sheet]:
    """Every sheet of a workbook, or the one table of a text file, with the last values of formulas.

    Raises CockpitError in words for what cannot be read: missing, empty, no workbook, damaged, with a password.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError:
        raise CockpitError(tr("没有找到文件 {name}。", name=path.name), tr("检查文件名和文件夹。")) from None
    except IsADirectoryError:
        raise CockpitError(tr("{name} 是文件夹,不是文件。", name=path.name), tr("请选择里面的文件。")) from None
    except OSError as error:
        raise CockpitError(
            tr("打不开 {name}:{reason}。", name=path.name, reason=error.strerror or error),
            tr("如果它正在 Excel 里打开,先关闭再试。"),
        ) from error
    if size == 0:
        raise CockpitError(tr("{name} 是空文件。", name=path.name), tr("请重新导出一次。"))
    suffix = path.suffix.lower()
    if start.startswith((_ZIP, _COMPOUND)) or suffix in WORKBOOKS:
        return _read_workbook(path, start)
    if suffix in TEXTS or not suffix:
        from cockpit.excel.delimited import read_delimited

        return [Sheet(path, "", read_delimited(path))]
    raise CockpitError(tr("{name} 不是能导入的文件。", name=path.name), tr("请导出成 .xlsx 或 .csv 再导入。"))


def _read_workbook(path: Path, start: bytes) -> list[Sheet]:
    _refuse_what_is_no_workbook(path, start)
    if not start.startswith(_ZIP):
        sheets = _parse(path)
    else:
        # calamine passes over a bad checksum and would hand on what it could read. It parses outside Python, so the
        # check beside it costs nothing.
        with ThreadPoolExecutor(1) as checking:
            damaged = checking.submit(_is_damaged, path)
            sheets = _parse(path)
            if damaged.result():
                raise _damaged(path)
    if not any(sheet.rows for sheet in sheets):
        raise CockpitError(tr("{name} 里没有数据。", name=path.name), tr("检查是不是选错了文件,或重新导出一次。"))
    return sheets


def _parse(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    sheets = []
    try:
        with CalamineWorkbook.from_path(str(path)) as workbook:
            for metadata in workbook.sheets_metadata:
                if metadata.typ != SheetTypeEnum.WorkSheet:
                    continue
                found = workbook.get_sheet_by_name(metadata.name)
                if found.total_height * found.total_width > LARGEST_SHEET_CELLS:
                    raise CockpitError(
                        tr("{name} 的工作表“{sheet}”太大。", name=path.name, sheet=metadata.name),
                        tr("删除表格右边和下面多余的空行空列,或分成几个文件再导入。"),
                    )
                rows = in_parts(found.iter_rows())
                sheets.append(Sheet(path, metadata.name, rows, metadata.visible != SheetVisibleEnum.Visible))
    except PasswordError:
        raise CockpitError(
            tr("{name} 有密码保护,读不了。", name=path.name), tr("在 Excel 里打开,去掉密码后另存一份再导入。")
        ) from None
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path) from error
    # calamine is Rust: a panic comes out as something that is not even an Exception.
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise _damaged(path) from error
        raise
    return sheets


def in_parts(rows: Iterator[Sequence[Value]]) -> Rows:
    """All rows, but not in one call, which would hold up every other thread, the window's too, for its whole time."""
    read: Rows = []
    while some := list(islice(rows, ROWS_AT_ONCE)):
        read += some
    return read


def _damaged(path: Path) -> CockpitError:
    return CockpitError(
        tr("{name} 已损坏,读不出来。", name=path.name), tr("在 Excel 里打开并另存一份,或重新导出一次。")
    )


def _is_damaged(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is not None
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return True


def _refuse_what_is_no_workbook(path: Path, start: bytes) -> None:
    if start.startswith((_ZIP, _COMPOUND)):
        return
    if start.lstrip()[:1] == b"<":
        raise CockpitError(
            tr("{name} 其实是网页,不是工作簿。", name=path.name), tr("在 Excel 里打开并另存为 .xlsx,再导入。")
        )
    raise CockpitError(
        tr("{name} 不是工作簿。", name=path.name), tr("如果是文本,把扩展名改成 .csv;否则请重新导出一次。")
    )
