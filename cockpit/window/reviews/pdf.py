"""The monthly review as a .pdf: a cover to be read alone, then its sections; the same record as the workbook."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, Qt

from cockpit.language import noop, tr
from cockpit.model import formats
from cockpit.operations.review_printing import (
    DEAL_COLUMNS,
    MARK_SYMBOLS,
    FigureLine,
    Mark,
    Quantity,
    Review,
    clean,
    whole_file,
)
from cockpit.window.kit.theme import LIGHT, State
from cockpit.window.reviews.pdf_charts import paint_days, paint_months, paint_stages
from cockpit.window.reviews.pdf_paper import (
    BOTTOM,
    LEFT,
    PLAIN,
    ROOM,
    SMALL,
    TITLE,
    Paper,
    Run,
    in_two_passes,
)
from cockpit.window.reviews.pdf_tables import Cells, Column, Entry, write_table

MOST_DEALS = 100
"""Of each kind, the largest: paper is for reading, all of them are in the workbook."""
_STATES: dict[Mark, State] = {"ok": "ok", "watch": "watch", "act": "act", "quiet": "quiet"}
_PEOPLE = ("target", "won_revenue", "attainment", "pace_index", "weighted_forecast", "win_rate_count", "stalled_count",
           "promises_kept")  # fmt: skip


def write_review_pdf(review: Review, path: Path, step: Callable[[int, int], None] | None = None) -> int:
    """Write ``review`` to ``path``; returns the number of pages. May run on a worker.

    ``step`` is told (done, of) now and then; what it raises stops it, and no file is left. Raises CockpitError when
    the place cannot be written.
    """
    rows, done = 2 * max(1, _row_count(review)), 0

    def went_on() -> None:
        nonlocal done
        done += 1
        if step is not None:
            step(min(done, rows), rows)

    with whole_file(path) as unfinished:
        return in_two_passes(lambda of: _write(review, unfinished, of, went_on))


def _row_count(review: Review) -> int:
    listed = (review.figures, review.people, review.supports, review.judged, review.problems, review.agreed,
              review.definitions)  # fmt: skip
    return sum(map(len, listed)) + min(3 * MOST_DEALS, len(review.deals))


def _write(review: Review, path: Path, of: int, went_on: Callable[[], None]) -> int:
    title = tr("{month} 月度复盘", month=review.month_text)
    head = " · ".join((title, review.scope, tr("数据截至 {day}", day=review.as_of)))
    paper = Paper(path, head, title, of)
    if not paper.is_open:
        raise OSError(tr("没有写的权限"))
    try:
        _cover(paper, review, title)
        for section in _SECTIONS:
            section(paper, review, went_on)
    finally:
        written = paper.close()
    if not written:
        raise OSError(tr("磁盘满了"))
    return paper.pages


# --- cover ------------------------------------------------------------------------------------------------------------


def _cover(paper: Paper, review: Review, title: str) -> None:
    paper.y = 40
    paper.write(Run(title, TITLE, bold=True), after=2)
    about = " · ".join((review.scope, tr("数据截至 {day}", day=review.as_of), review.state))
    paper.write(Run(about, PLAIN, color=LIGHT.quiet), after=12)
    width, height, gap = (ROOM - 16) / 3, 62.0, 8.0
    for place, card in enumerate(review.cards[:6]):
        left, top = LEFT + place % 3 * (width + gap), paper.y + place // 3 * (height + gap)
        box = QRectF(left, top, width, height)
        paper.painter.setPen(Qt.PenStyle.NoPen)
        paper.painter.setBrush(LIGHT.background)
        paper.painter.drawRoundedRect(box, 5, 5)
        inside = box.adjusted(10, 8, -10, -6)
        paper.text(inside, Run(card.line.name, SMALL, color=LIGHT.quiet))
        value = Run(_said(card.line.now), 18, bold=True)
        paper.text(inside.translated(0, 11), value)
        words, state = _change(card.line)
        color = LIGHT.of_state(state)[0]
        at = inside.left() + paper.width(value) + 8
        paper.text(QRectF(at, inside.top() + 21, inside.right() - at, 12), Run(words, SMALL, color=color))
        paper.text(inside.translated(0, 37), Run(card.detail, SMALL, color=LIGHT.quiet))
    paper.y += 2 * height + 2 * gap + 4
    paint_days(paper, QRectF(LEFT, paper.y, ROOM, 176), review)
    paper.y += 184
    half = (ROOM - gap) / 2
    paint_months(paper, QRectF(LEFT, paper.y, half, 142), review)
    paint_stages(paper, QRectF(LEFT + half + gap, paper.y, half, 142), review)
    paper.y += 154
    if review.comment:
        paper.write(Run(tr("点评"), 11, bold=True), after=1)
        paper.write(Run(clean(review.comment), PLAIN), after=8)
    if review.attention:
        paper.need(40)
        paper.write(Run(tr("要看的"), 11, bold=True), after=2)
        for line in review.attention:
            run = Run(clean(line.text), PLAIN)
            height = paper.height(run, ROOM - 16, 3)
            paper.need(height)
            mark = Run(MARK_SYMBOLS[line.mark], PLAIN, bold=True, color=LIGHT.of_state(_STATES[line.mark])[0])
            paper.text(QRectF(LEFT, paper.y, 14, 12), mark)
            paper.text(QRectF(LEFT + 16, paper.y, ROOM - 16, height), run, 3)
            paper.y += height + 2
    # Sections begin on a page of their own: the cover can be handed on alone.
    paper.y = BOTTOM


# --- sections ---------------------------------------------------------------------------------------------------------

Went = Callable[[], None]


def _figures(paper: Paper, review: Review, went_on: Went) -> None:
    paper.heading(tr("指标总表"))
    columns = [Column(tr("指标"), 24, lines=2), Column(tr("本周期"), 14, "right"), Column(tr("上周期"), 14, "right"),
               Column(tr("变化"), 14, "right"), Column(tr("备注"), 34, lines=3)]  # fmt: skip

    def rows() -> Iterator[Cells]:
        for line in review.figures:
            words, state = _change(line)
            note = line.notes or line.now.reason or ""
            yield (line.name, Entry(_said(line.now), bold=True), _quiet(_said(line.before)),
                   Entry(words, LIGHT.of_state(state)[0]), _quiet(note))  # fmt: skip

    write_table(paper, columns, rows(), went_on)


def _people(paper: Paper, review: Review, went_on: Went) -> None:
    keys = [key for key in _PEOPLE if key in review.people_keys]
    if not review.people:
        return
    paper.heading(tr("人员"))
    columns = [Column(tr("姓名"), 15, lines=2), Column(tr("状态"), 13)]
    columns += [Column(review.people_keys[key], 13, "right") for key in keys]

    def rows() -> Iterator[Cells]:
        for person in review.people:
            state = _marked(person.mark, person.standing)
            yield (person.name, state, *(_said(person.figures[key]) for key in keys))
        for group in review.groups:
            yield (Entry(group.name, bold=True), "", *(Entry(_said(group.figures[key]), bold=True) for key in keys))

    write_table(paper, columns, rows(), went_on)


def _deals(paper: Paper, review: Review, went_on: Went) -> None:
    places = {title: place for place, (title, _, _) in enumerate(DEAL_COLUMNS)}

    def cell(deal: Sequence[object], title: str) -> str:
        value = deal[places[title]]
        return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)

    def amount(deal: Sequence[object]) -> str:
        value = deal[places[noop("金额")]]
        return formats.money(value * 100) if isinstance(value, int | float) else formats.MISSING

    for source, day, more in (
        (noop("赢单"), noop("关单日"), noop("产品")),
        (noop("丢单"), noop("关单日"), noop("丢单原因")),
        (noop("在手"), noop("预计关单日"), noop("阶段")),
    ):
        deals = [deal for deal in review.deals if deal[0] == tr(source)]
        if not deals:
            continue
        shown = deals[:MOST_DEALS]
        said = tr("{n} 单", n=len(deals))
        if len(shown) < len(deals):
            said = tr("最大的 {shown} 单,共 {n} 单;全部在工作簿里", shown=len(shown), n=len(deals))
        paper.heading(tr(source), said)
        columns = [Column(tr("商机名称"), 30, lines=2),
               Column(tr("客户"), 20, lines=2, optional=True), Column(tr("负责人"), 12, lines=2),
               Column(tr("金额"), 12, "right"), Column(tr(day), 13),
               Column(tr(more), 15, lines=2, optional=True)]  # fmt: skip
        rows = (
            (cell(deal, noop("商机名称")), cell(deal, noop("客户")), cell(deal, noop("负责人")),
             Entry(amount(deal), bold=True), cell(deal, day), cell(deal, more))
            for deal in shown
        )  # fmt: skip
        write_table(paper, columns, rows, went_on)


def _stalled(paper: Paper, review: Review, went_on: Went) -> None:
    if not review.stalled:
        return
    said = tr("{n} 单", n=len(review.stalled))
    if len(review.stalled) > MOST_DEALS:
        said = tr("前 {shown} 单,共 {n} 单;全部在工作簿里", shown=MOST_DEALS, n=len(review.stalled))
    paper.heading(tr("停滞的商机"), said)
    columns = [Column(tr("商机名称"), 32, lines=2), Column(tr("客户"), 22, lines=2, optional=True),
               Column(tr("负责人"), 12, lines=2), Column(tr("阶段"), 14, lines=2),
               Column(tr("金额"), 12, "right"), Column(tr("停留"), 10, "right"),
               Column(tr("限期"), 10, "right")]  # fmt: skip
    rows = (
        (line.name, line.account, line.owner, line.stage,
         formats.money(None if line.amount is None else line.amount * 100),
         Entry(formats.days(line.days), LIGHT.watch, True), _quiet(formats.days(line.limit)))
        for line in review.stalled[:MOST_DEALS]
    )  # fmt: skip
    write_table(paper, columns, rows, went_on)


def _supports(paper: Paper, review: Review, went_on: Went) -> None:
    if not review.supports:
        return
    paper.heading(tr("承诺和支援"))
    columns = [Column(tr("状态"), 13), Column(tr("内容"), 38, lines=3), Column(tr("给谁"), 12, lines=2),
               Column(tr("商机名称"), 22, lines=2, optional=True), Column(tr("到期"), 13),
               Column(tr("是否按期"), 14)]  # fmt: skip
    rows = (
        (_marked(line.mark, line.state), line.text, line.person, line.deal, _day(line.due_on), line.kept)
        for line in review.supports
    )  # fmt: skip
    write_table(paper, columns, rows, went_on)


def _problems(paper: Paper, review: Review, went_on: Went) -> None:
    if not review.problems:
        return
    paper.heading(tr("问题清单"))
    columns = [Column(tr("姓名"), 13, lines=2), Column(tr("谁发现的"), 14, lines=2), Column(tr("类型"), 16, lines=2),
               Column(tr("问题"), 36, lines=3), Column(tr("证据"), 24, lines=3, optional=True)]  # fmt: skip
    rows = ((line.person, line.found_by, line.kind, line.text, _quiet(line.evidence)) for line in review.problems)
    write_table(paper, columns, rows, went_on)


def _judged(paper: Paper, review: Review, went_on: Went) -> None:
    if review.judged:
        paper.heading(tr("上月的改进,按这个月的数字判断"))
        columns = [Column(tr("姓名"), 12, lines=2), Column(tr("改进动作"), 32, lines=3),
                   Column(tr("指标"), 18, lines=2),
                   Column(tr("基线"), 11, "right"), Column(tr("目标"), 11, "right"), Column(tr("现在"), 11, "right"),
                   Column(tr("判断"), 17, lines=2)]  # fmt: skip
        write_table(
            paper, columns,
            (
                (line.person, line.text, line.metric, _said(line.baseline), _said(line.target),
                 Entry(_said(line.now), bold=True),
                 _marked(line.mark, line.verdict))
                for line in review.judged
            ),
            went_on,
        )  # fmt: skip
    if review.agreed:
        paper.heading(tr("这个月的改进动作"))
        columns = [Column(tr("姓名"), 12, lines=2), Column(tr("改进动作"), 32, lines=3),
                   Column(tr("指标"), 18, lines=2),
                   Column(tr("基线"), 11, "right"), Column(tr("目标"), 11, "right"), Column(tr("到期"), 13),
                   Column(tr("状态"), 12)]  # fmt: skip
        write_table(
            paper, columns,
            (
                (line.person, line.text, line.metric, _said(line.baseline), _said(line.target), _day(line.due_on),
                 line.state)
                for line in review.agreed
            ),
            went_on,
        )  # fmt: skip


def _minutes(paper: Paper, review: Review, went_on: Went) -> None:
    if not review.minutes:
        return
    paper.heading(tr("一对一"), tr("私人备注从不导出"))
    columns = [Column(tr("姓名"), 12, lines=2), Column(tr("日期"), 13), Column(tr("记下的"), 75, lines=12)]

    def rows() -> Iterator[Cells]:
        for line in review.minutes or ():
            said = [
                f"{item.kind}: {item.text}" + (f" @{item.due_on.isoformat()}" if item.due_on else "")
                for item in line.items
            ]
            yield line.name, line.day.isoformat(), "\n".join(said) or "—"

    write_table(paper, columns, rows(), went_on)


def _definitions(paper: Paper, review: Review, went_on: Went) -> None:
    paper.heading(tr("定义"))
    columns = [Column(tr("指标"), 24, lines=2), Column(tr("单位"), 10), Column(tr("定义"), 66, lines=4)]
    write_table(paper, columns, ((line.name, line.unit, _quiet(line.text)) for line in review.definitions), went_on)


_SECTIONS = (_figures, _people, _deals, _stalled, _supports, _problems, _judged, _minutes, _definitions)


# --- words ------------------------------------------------------------------------------------------------------------


def _said(quantity: Quantity) -> str:
    value = quantity.value
    if value is not None and quantity.unit == "money":
        value = value * 100
    return formats.by_unit(value, quantity.unit)


def _change(line: FigureLine) -> tuple[str, State]:
    """The difference with its sign, and whether it is good news."""
    now, before = line.now.value, line.before.value
    if now is None or before is None:
        return "", "quiet"
    difference = now - before
    if line.now.unit == "share":
        words = formats.points(difference)
    elif line.now.unit == "money":
        words = formats.money_change(difference * 100)
    else:
        text = formats.by_unit(difference, line.now.unit)
        words = f"+{text}" if difference > 0 else text
    if not difference or line.better == "neither":
        return words, "quiet"
    better = (difference > 0) == (line.better == "more")
    return f"{'▲' if difference > 0 else '▼'} {words}", "ok" if better else "act"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _marked(mark: Mark, words: str) -> Entry:
    return Entry(f"{MARK_SYMBOLS[mark]} {words}", LIGHT.of_state(_STATES[mark])[0])


def _quiet(words: str) -> Entry:
    return Entry(words, LIGHT.quiet)
