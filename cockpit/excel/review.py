"""The monthly review as one workbook, written beside its place and then moved there as a whole."""

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
"""Told (done, of)."""


def write_workbook(review: Review, path: Path, step: Step | None = None) -> None:
    """Write ``review`` to ``path``; ``step`` is told how many of the sheets are done.

    Raises CockpitError when the place cannot be written; a file that was there is then still there.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    workbook: Any = Workbook(write_only=True)
    # The style of all cells that have none: bulk text is written without a style of its own.
    workbook._named_styles["Normal"].font = workbook._fonts[0] = Font(name=font_name(), size=10, family=2)
    heading = f"{review.month_text} {tr('月度复盘')} · {review.scope} · {tr('数据截至 {day}', day=review.as_of)}"
    numbers, charts = build_charts(review, tr("图表数据"))
    sheets: list[Callable[[], None]] = [
        lambda: write_summary(workbook, review, tr("总览"), heading, charts),
        lambda: write_figures(workbook, review, tr("指标"), heading),
        lambda: write_people(workbook, review, tr("人员"), heading),
        lambda: write_deals(workbook, review, tr("商机"), heading),
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
    for place, write in enumerate(sheets):
        if step is not None:
            step(place, len(sheets) + 1)
        write()
    if step is not None:
        step(len(sheets), len(sheets) + 1)
    _save(workbook, path)


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
            tr("不能写 {name}:{reason}。", name=path.name, reason=error.strerror or error),
            tr("如果它正在 Excel 里打开,先关闭;或换一个文件夹。"),
        ) from error
