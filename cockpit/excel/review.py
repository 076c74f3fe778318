"""The monthly review as one workbook, written beside its place and then moved there as a whole."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from attrs import field, frozen

from cockpit.excel.review_actions import write_actions
from cockpit.excel.review_charts import Charts, build_charts, write_chart_sheet
from cockpit.excel.review_closed import write_closed
from cockpit.excel.review_deals import write_deals
from cockpit.excel.review_forecast import write_forecast
from cockpit.excel.review_loop import write_improvements, write_problems, write_supports
from cockpit.excel.review_minutes import write_minutes
from cockpit.excel.review_people import write_definitions, write_figures, write_loop, write_people
from cockpit.excel.review_record import Review
from cockpit.excel.review_styles import clean, font_name
from cockpit.excel.review_summary import Entry, write_summary
from cockpit.excel.review_tables import Book
from cockpit.excel.whole_file import whole_file
from cockpit.language import tr

Step = Callable[[int, int], None]
"""Told (done, of), some ten times a second; what it raises stops the writing, and no file is left."""
SHEET_WEIGHT = 500
SCHEMA = "cockpit-review-2"
"""Says to programs how the workbook is laid out; 1 had eight sheets with their headers in the first row."""


def _sentence(text: str) -> str:
    """A word that stands inside sentences elsewhere, as a title: English then begins with a capital."""
    return text[:1].upper() + text[1:]


@frozen
class Part:
    """A sheet: what the cover says of it, and what writes it."""

    title: str = field(converter=_sentence)
    words: str
    write: Callable[[str], None]


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
    book = Book(workbook, review, heading, tr("总览"))
    charts = build_charts(review, tr("图表数据"))
    parts = _parts(book, charts, lambda rows: progress(rows))
    progress = _progress((len(parts) + 2) * SHEET_WEIGHT + len(review.deals), step)
    _describe(workbook, review, heading)
    try:
        write_summary(book, charts, [Entry(part.title, part.words) for part in parts])
        progress(SHEET_WEIGHT)
        for part in parts:
            part.write(part.title)
            progress(SHEET_WEIGHT)
        if charts.sheet.blocks:
            write_chart_sheet(book, charts.sheet)
        _save(workbook, path)
        progress(SHEET_WEIGHT)
    except BaseException:
        _let_go(workbook)
        raise


def _parts(book: Book, charts: Charts, written: Callable[[int], None]) -> list[Part]:
    """The sheets between the cover and the charts' numbers, without what an older frozen review did not keep."""
    review = book.review
    of_result = {word: sum(deal[0] == word for deal in review.deals) for word in (tr("赢单"), tr("丢单"), tr("在手"))}
    won, lost, opened = of_result.values()
    late = sum(line.mark == "act" for line in review.supports)
    worked = sum(line.mark == "ok" for line in review.judged)
    all_deals = tr("商机")
    figures = tr("{n} 个,和上周期相比", n=len(review.figures))
    parts = [Part(tr("指标总表"), figures, lambda title: write_figures(book, title))]
    if review.loop is not None:
        parts.append(Part(tr("五步循环"), tr("每个人在五步里站在哪"), lambda title: write_loop(book, title)))
    parts.append(Part(tr("人员"), tr("{n} 人", n=len(review.people)), lambda title: write_people(book, title)))
    if review.forecast is not None or review.funnel is not None:
        parts.append(Part(
            tr("预测与漏斗"), tr("按类别、按阶段"), lambda title: write_forecast(book, title, charts.funnel)
        ))  # fmt: skip
    parts.append(Part(
        tr("赢丢与停滞"), tr("赢 {won} · 丢 {lost}", won=f"{won:,}", lost=f"{lost:,}"),
        lambda title: write_closed(book, title, all_deals),
    ))  # fmt: skip
    parts.append(Part(
        all_deals, tr("关闭 {closed} 单,在手 {open} 单", closed=f"{won + lost:,}", open=f"{opened:,}"),
        lambda title: write_deals(book, title, written),
    ))  # fmt: skip
    if review.process is not None:
        parts.append(Part(tr("关键动作"), tr("和赢单一起出现的动作"), lambda title: write_actions(book, title)))
    parts += [
        Part(
            tr("支援"), tr("{n} 项,逾期 {late} 项", n=len(review.supports), late=late),
            lambda title: write_supports(book, title),
        ),
        Part(tr("问题清单"), tr("{n} 个问题", n=len(review.problems)), lambda title: write_problems(book, title)),
        Part(
            tr("改进验证"), tr("上周期 {n} 项,见效 {worked} 项", n=len(review.judged), worked=worked),
            lambda title: write_improvements(book, title),
        ),
    ]  # fmt: skip
    if review.minutes is not None:
        parts.append(Part(
            tr("一对一"), tr("{n} 场面谈", n=len(review.minutes)), lambda title: write_minutes(book, title)
        ))  # fmt: skip
    return [
        *parts,
        Part(tr("定义"), tr("每个指标怎么算"), lambda title: write_definitions(book, title)),
    ]


def _describe(workbook: Any, review: Review, heading: str) -> None:
    """The document's properties, as a file manager shows them, and some for programs."""
    from openpyxl.packaging.custom import StringProperty

    heading, scope = (" ".join(clean(text)[:200].split()) for text in (heading, review.scope))
    properties = workbook.properties
    properties.title = heading
    properties.subject = clean(tr("{month} 月度复盘", month=review.month_text))[:200]
    properties.creator = properties.lastModifiedBy = tr("驾驶舱")
    properties.category = tr("月度复盘")
    properties.keywords = ", ".join((review.month, scope))
    properties.created = properties.modified = review.written_at
    for name, value in (
        ("schema", SCHEMA), ("export_id", str(uuid4())), ("period", review.month), ("scope", scope),
        ("as_of", review.as_of.isoformat()), ("currency", review.currency),
    ):  # fmt: skip
        workbook.custom_doc_props.append(StringProperty(name=name, value=clean(value)))


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
    with whole_file(path) as temporary:
        workbook.save(temporary)
