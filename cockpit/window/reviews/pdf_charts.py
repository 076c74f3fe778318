"""The cover's three charts on paper: the month by working day, twelve months, open deals by stage."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from cockpit.language import tr
from cockpit.model import formats
from cockpit.operations.review_printing import Review
from cockpit.window.kit.theme import LIGHT
from cockpit.window.reviews.pdf_paper import SMALL, Paper, Run

_RIGHT, _CENTER = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
_HEAD, _FOOT, _AXIS = 26.0, 16.0, 40.0
BEFORE = QColor("#98a5bd")


def money(value: float) -> str:
    """An amount in units of the currency, short."""
    return formats.money(round(value * 100))


def _frame(paper: Paper, area: QRectF, title: str, quiet: str) -> None:
    painter = paper.painter
    painter.setPen(QPen(LIGHT.line, 0.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, 5, 5)
    title_run = Run(title, 8.5, bold=True)
    paper.text(QRectF(area.left() + 10, area.top() + 8, area.width() - 20, 12), title_run)
    left = area.left() + 18 + paper.width(title_run)
    paper.text(QRectF(left, area.top() + 9.5, area.right() - left - 8, 12), Run(quiet, 7, color=LIGHT.quiet))


def _ticks(most: float) -> list[float]:
    if most <= 0:
        return [0.0]
    rough = most / 3
    size = 10.0 ** floor(log10(rough))
    step = next(size * factor for factor in (1, 2, 2.5, 5, 10) if size * factor >= rough)
    return [number * step for number in range(ceil(most / step) + 1)]


def _axis(paper: Paper, plot: QRectF, ticks: Sequence[float]) -> None:
    top = ticks[-1] or 1
    for tick in ticks:
        y = plot.bottom() - plot.height() * tick / top
        paper.line(plot.left(), y, plot.right(), thick=0.5)
        box = QRectF(plot.left() - _AXIS, y - 5, _AXIS - 5, 10)
        paper.text(box, Run(money(tick), 6.5, color=LIGHT.quiet, align=_RIGHT))


def _says_nothing(paper: Paper, area: QRectF) -> None:
    box = QRectF(area.left(), area.center().y(), area.width(), 12)
    paper.text(box, Run(tr("没有数据"), SMALL, color=LIGHT.quiet, align=_CENTER))


def paint_days(paper: Paper, area: QRectF, review: Review) -> None:
    """Won revenue added up by working day, beside the month before and the way to the target."""
    _frame(paper, area, tr("赢单收入,按工作日累计"), "")
    lines = [
        (tr("目标"), [point.target for point in review.days], LIGHT.quiet, 0.8, Qt.PenStyle.DashLine),
        (tr("上月"), [point.previous for point in review.days], BEFORE, 1.0, Qt.PenStyle.SolidLine),
        (tr("本月"), [point.won for point in review.days], LIGHT.accent, 1.8, Qt.PenStyle.SolidLine),
    ]
    known = [value for _, values, *_ in lines for value in values if value is not None]
    if not known:
        _says_nothing(paper, area)
        return
    plot = QRectF(area.left() + _AXIS + 6, area.top() + _HEAD + 8, area.width() - _AXIS - 84,
                  area.height() - _HEAD - _FOOT - 12)  # fmt: skip
    ticks = _ticks(max(known))
    _axis(paper, plot, ticks)
    last = max(1, len(review.days) - 1)
    ends: list[tuple[float, str, QColor, bool]] = []
    for name, values, color, thick, style in lines:
        points = [
            QPointF(plot.left() + plot.width() * place / last, plot.bottom() - plot.height() * value / (ticks[-1] or 1))
            for place, value in enumerate(values)
            if value is not None
        ]
        if not points:
            continue
        painter = paper.painter
        painter.setPen(QPen(color, thick, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))
        final = next(value for value in reversed(values) if value is not None)
        is_now = color is LIGHT.accent
        if is_now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(points[-1], 2.6, 2.6)
        ends.append((points[-1].y(), f"{name} {money(final)}", color if is_now else LIGHT.quiet, is_now))
    for y, (_, words, color, bold) in zip(_apart([end[0] for end in ends]), ends, strict=True):
        paper.text(QRectF(plot.right() + 8, y - 5, 74, 10), Run(words, 7, bold, color))
    for place in range(0, len(review.days), max(1, len(review.days) // 5)):
        x = plot.left() + plot.width() * place / last
        words = f"{review.days[place].day.month}-{review.days[place].day.day:02}"
        paper.text(QRectF(x - 20, plot.bottom() + 4, 40, 10), Run(words, 6.5, color=LIGHT.quiet, align=_CENTER))


def _apart(places: Sequence[float]) -> list[float]:
    """The same places, none nearer to the next than a line of text."""
    order = sorted(range(len(places)), key=lambda place: places[place])
    moved = list(places)
    for above, below in pairwise(order):
        moved[below] = max(moved[below], moved[above] + 10)
    return moved


def paint_months(paper: Paper, area: QRectF, review: Review) -> None:
    """Twelve months of won revenue, each with its target as a mark."""
    _frame(paper, area, tr("最近 12 个周期"), tr("横线是目标"))
    known = [value for point in review.months for value in (point.won, point.target) if value is not None]
    if not known or max(known) <= 0:
        _says_nothing(paper, area)
        return
    plot = QRectF(area.left() + _AXIS + 4, area.top() + _HEAD + 6, area.width() - _AXIS - 14,
                  area.height() - _HEAD - _FOOT - 10)  # fmt: skip
    ticks = _ticks(max(known))
    _axis(paper, plot, ticks)
    step = plot.width() / len(review.months)
    for place, point in enumerate(review.months):
        left, is_now = plot.left() + step * place, place == len(review.months) - 1
        if point.won:
            height = plot.height() * point.won / ticks[-1]
            bar = QRectF(left + step * 0.22, plot.bottom() - height, step * 0.56, height)
            paper.painter.fillRect(bar, LIGHT.accent if is_now else BEFORE)
        if point.target:
            y = plot.bottom() - plot.height() * point.target / ticks[-1]
            paper.line(left + step * 0.1, y, left + step * 0.9, LIGHT.text, 1)
        if place % 2 == (len(review.months) - 1) % 2:
            box = QRectF(left - step, plot.bottom() + 4, step * 3, 10)
            paper.text(box, Run(point.label, 6.5, color=LIGHT.quiet, align=_CENTER))


def paint_stages(paper: Paper, area: QRectF, review: Review) -> None:
    """Open deals by stage: their amount, and what is expected of it."""
    _frame(paper, area, tr("在手商机,按阶段"), tr("深色是预期金额"))
    stages = list(review.stages)[:7]
    most = max((stage.amount for stage in stages), default=0)
    if most <= 0:
        _says_nothing(paper, area)
        return
    top, step = area.top() + _HEAD + 4, (area.height() - _HEAD - 12) / len(stages)
    left = area.left() + 10 + min(80.0, max(paper.width(Run(stage.name, 7)) for stage in stages) + 8)
    wide = area.right() - 52 - left
    for place, stage in enumerate(stages):
        y = top + step * place
        tall = min(12.0, step * 0.66)
        box = QRectF(area.left() + 10, y + tall / 2 - 5, left - area.left() - 14, 10)
        paper.text(box, Run(stage.name, 7))
        paper.painter.fillRect(QRectF(left, y, wide * stage.amount / most, tall), QColor("#c9d6f2"))
        paper.painter.fillRect(QRectF(left, y, wide * min(stage.expected, stage.amount) / most, tall), LIGHT.accent)
        at = left + wide * stage.amount / most + 4
        paper.text(QRectF(at, y + tall / 2 - 5, 60, 10), Run(money(stage.amount), 7, color=LIGHT.quiet))
