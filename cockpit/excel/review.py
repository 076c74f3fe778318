"""The monthly review as one workbook, written beside its place and then moved there as a whole."""

import errno
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from cockpit.errors import CockpitError
from cockpit.excel.review_charts import build_charts, write_chart_sheet
from cockpit.excel.review_deals import write_deals
from cockpit.excel.review_loop import write_problems, write_supports
from cockpit.excel.review_people import write_definitions, write_figures, write_people
from cockpit.excel.review_record import Review
from cockpit.excel.review_styles import font_name
from cockpit.excel.review_summary import write_summary
from cockpit.language import tr

Step = Callable[[int, int], None]
"""Told (done, of), some ten times a second; what it raises stops the writing, and no file is left."""
SHEET_WEIGHT = 500


def write_workbook(review: Review, path: Path, step: Step | None = None) -> None:
    """Write ``review`` to ``path``; ``step`` is told how far it is.

    Raises CockpitError when the place cannot be written; a file that was there is then still there.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    workbook: Any = Workbook(write_only=True)
    # The style of all cells that have none: bulk text is written without a style of its own.
    workbook._named_styles["Normal"].font = workbook._fonts[0] = Font(name=font_name(), size=10, family=2)
    # There are no formulas: Excel need not compute, nor ask to save what it only showed.
    workbook.calculation.fullCalcOnLoad = False
    heading = " · ".join(
        (tr("{month} 月度复盘", month=review.month_text), review.scope, tr("数据截至 {day}", day=review.as_of))
    )
    numbers, charts = build_charts(review, tr("图表数据"))
    progress = _progress(9 * SHEET_WEIGHT + len(review.deals), step)
    sheets: list[Callable[[], None]] = [
        lambda: write_summary(workbook, review, tr("总览"), heading, charts),
        lambda: write_figures(workbook, review, tr("指标"), heading),
        lambda: write_people(workbook, review, tr("人员"), heading),
        lambda: write_deals(workbook, review, tr("商机"), heading, progress),
        lambda: write_supports(workbook, review, tr("支援"), heading),
        lambda: write_problems(workbook, review, tr("问题与改进"), heading),
        lambda: write_definitions(workbook, review, tr("定义"), heading),
        lambda: write_chart_sheet(workbook, numbers, heading),
    ]
    properties = workbook.properties
    properties.title = heading
    properties.subject = review.month
    properties.creator = "Cockpit"
    properties.created = properties.modified = review.written_at
    try:
        for write in sheets:
            write()
            progress(SHEET_WEIGHT)
        _save(workbook, path)
        progress(SHEET_WEIGHT)
    except BaseException:
        _let_go(workbook)
        raise


def _progress(total: int, step: Step | None) -> Callable[[int], None]:
    """Adds up what is done, in rows; a sheet counts as ``SHEET_WEIGHT`` of them."""
    done = 0

    def advance(rows: int) -> None:
        nonlocal done
        done += rows
        if step is not None:
            step(done, total)

    return advance


def _let_go(workbook: Any) -> None:
    """Streamed sheets lie in temporary files: those of a workbook that is given up go with it."""
    for sheet in workbook.worksheets:
        with suppress(Exception):
            if not sheet.closed:
                sheet.close()
        with suppress(Exception):
            sheet._writer.cleanup()


def _save(workbook: Any, path: Path) -> None:
    temporary = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".xlsx")
        os.close(handle)
        temporary = Path(name)
        workbook.save(temporary)
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        raise CockpitError(
            tr("不能写 {name}:{reason}。", name=path.name, reason=_why(error)),
            tr("如果它正在 Excel 里打开,先关闭;或换一个文件夹。"),
        ) from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return tr("没有这个文件夹")
    if isinstance(error, PermissionError):
        return tr("没有写的权限")
    if isinstance(error, IsADirectoryError):
        return tr("这是一个文件夹")
    return tr("磁盘满了") if error.errno == errno.ENOSPC else str(error.strerror or error)
