"""Lines over working days or months: the month as it goes, against target, the month before, and the forecast."""

from collections.abc import Sequence
from itertools import pairwise
from math import nan
from typing import Literal

from attrs import field, frozen
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cockpit.model import formats
from cockpit.window.kit.charts import paint_text, text_width
from cockpit.window.kit.plot_chart import PlotChart, Point
from cockpit.window.kit.theme import SMALL, USUAL, theme

LineKind = Literal["main", "before", "target", "forecast"]
_HEIGHT = 17.0


@frozen
class Line:
    """Values at x = 0, 1, 2, …; None leaves a gap. ``label`` stands at its end.

    ``kind`` gives the look: main, before (quiet, for comparison), target (dotted), forecast (dashed).
    """

    label: str
    values: Sequence[float | None]
    kind: LineKind = "main"


@frozen
class Fan:
    """From (``x``, ``y``), known, to what may come at ``to_x``: low, middle, high."""

    x: float
    y: float
    to_x: float
    low: float
    middle: float
    high: float
    label: str


@frozen
class LineData:
    """All of a line chart. ``names`` are the labels beneath, by x.

    ``keys`` (by x of the main line) make its points open; ``words`` are what hovering says, in full.
    """

    lines: Sequence[Line]
    names: dict[float, str]
    fan: Fan | None = None
    keys: Sequence[str] = field(factory=tuple)
    words: Sequence[str] = field(factory=tuple)


_Segment = tuple[float, float, float, float]
"""From x, y to x, y; pixels."""


@frozen
class _End:
    """The end of a line, where its label belongs."""

    x: float
    y: float
    words: str
    color: QColor
    strong: bool


class LineChart(PlotChart):
    """Starts at 0. Labels stand at the ends of the lines and keep out of each other's way."""

    def __init__(self, unit: str = "money") -> None:
        self._data: LineData | None = None
        self._ends: list[_End] = []
        self._last = 0.0
        # Looked for once per picture and size: a free place costs more than all the painting.
        self._placed: tuple[QRectF, list[QRectF]] | None = None
        super().__init__(unit)

    def show_lines(self, data: LineData, conclusion: str) -> None:
        """Show these lines; ``conclusion`` says in a sentence what is seen."""
        self._data = data
        self.set_conclusion(conclusion)
        self.redraw()

    def is_empty(self) -> bool:
        return self._data is None or all(value is None for line in self._data.lines for value in line.values)

    def redraw(self) -> None:
        self.clear()
        self._ends, self._placed = [], None
        data = self._data
        if self.is_empty() or data is None:
            self.repaint_marks()
            return
        known = [value for line in data.lines for value in line.values if value is not None]
        ends = [len(line.values) - 1.0 for line in data.lines]
        if data.fan:
            # The middle counts what low and high leave out, and may lie above both.
            known += [data.fan.low, data.fan.middle, data.fan.high]
            ends.append(data.fan.to_x)
        self._last = max(ends)
        low, high = min([*known, 0.0]) * 1.06, max([*known, 0.0]) * 1.06
        if data.fan:
            self._add_fan(data.fan)
        for line in sorted(data.lines, key=lambda line: line.kind == "main"):
            self._add_line(line)
        self.draw_dots(self._dots_of_main(data))
        right = max((text_width(end.words, _size(end), bold=end.strong) + 14 for end in self._at_right()), default=0.0)
        self.set_view(self._last, low, high if high > low else 1.0, data.names, self._points(data), right)

    def _points(self, data: LineData) -> list[Point]:
        main = next((line for line in data.lines if line.kind == "main"), data.lines[0])

        def point(x: int, value: float) -> Point:
            name = data.names.get(x) or str(x)
            words = data.words[x] if x < len(data.words) else f"{name} · {formats.by_unit(value, self.unit)}"
            return Point(data.keys[x] if x < len(data.keys) else str(x), name, words, float(x), value)

        return [point(x, value) for x, value in enumerate(main.values) if value is not None]

    def _add_line(self, line: Line) -> None:
        look = theme()
        faint = look.quiet.lighter(150) if not look.dark else look.quiet.darker(150)
        color, drawn = {
            "main": (look.accent, self.pen(look.accent, 2.4)),
            "before": (look.quiet, self.pen(faint, 1.4)),
            "target": (look.quiet, self.pen(look.quiet, 1.3, Qt.PenStyle.DotLine)),
            "forecast": (look.accent, self.pen(look.accent, 2, Qt.PenStyle.DashLine)),
        }[line.kind]
        self.draw_curve(range(len(line.values)), [nan if y is None else y for y in line.values], drawn)
        known = [(x, y) for x, y in enumerate(line.values) if y is not None]
        if known and line.label:
            self._ends.append(_End(float(known[-1][0]), known[-1][1], line.label, color, line.kind == "main"))

    @staticmethod
    def _dots_of_main(data: LineData) -> list[tuple[float, float, QColor]]:
        """The last value of each main line, and values between two gaps, which no line would show."""
        dots = []
        for line in data.lines:
            known = {x: y for x, y in enumerate(line.values) if y is not None}
            if line.kind == "main" and known:
                alone = {x for x in known if x - 1 not in known and x + 1 not in known}
                dots += [(float(x), known[x], theme().accent) for x in sorted(alone | {max(known)})]
        return dots

    def _add_fan(self, fan: Fan) -> None:
        look = theme()
        tint = QColor(look.accent)
        tint.setAlpha(38)
        self.draw_curve([fan.x, fan.to_x, fan.to_x, fan.x], [fan.y, fan.high, fan.low, fan.y], None, fill=tint)
        self.draw_curve([fan.x, fan.to_x], [fan.y, fan.middle], self.pen(look.accent, 2, Qt.PenStyle.DashLine))
        self._ends.append(_End(fan.to_x, fan.middle, fan.label, look.accent, False))

    # --- labels -----------------------------------------------------------------------------------------------

    def _at_right(self) -> list[_End]:
        return [end for end in self._ends if end.x >= self._last - 0.5]

    def paint_texts(self, painter: QPainter) -> None:
        super().paint_texts(painter)
        right = self._at_right()
        area = self.plot_area()
        heights = spread([self.place(end.x, end.y).y() for end in right], _HEIGHT, 0.0, area.bottom() + 8)
        for end, y in zip(right, heights, strict=True):
            box = QRectF(area.right() + 10, y - _HEIGHT / 2, self.width() - area.right() - 10, _HEIGHT)
            paint_text(painter, box, end.words, end.color, size=_size(end), bold=end.strong)
        within = [end for end in self._ends if end not in right]
        if self._placed is None or self._placed[0] != area:
            boxes: list[QRectF] = []
            segments = self._segments() if within else []
            for end in within:
                boxes.append(self._free_place(end, boxes, segments))
            self._placed = area, boxes
        for end, box in zip(within, self._placed[1], strict=True):
            paint_text(painter, box, end.words, end.color, size=_size(end), bold=end.strong)

    def _free_place(self, end: _End, taken: Sequence[QRectF], segments: Sequence[_Segment]) -> QRectF:
        """Beside the end of a line within the plot, where the label covers no line and no other label."""
        at = self.place(end.x, end.y)
        width = text_width(end.words, _size(end), bold=end.strong) + 2
        area = self.plot_area()
        best, fewest = QRectF(), 10_000
        for dx, dy in _PLACES:
            box = QRectF(at.x() + dx * (width / 2 + 8) - width / 2, at.y() + dy * 18 - _HEIGHT / 2, width, _HEIGHT)
            box.moveLeft(max(area.left() + 2, box.left()))
            crossed = sum(_crosses(segment, box) for segment in segments)
            outside = box.top() < 0 or box.bottom() > area.bottom() or box.right() > self.width()
            crossed += 10 * sum(box.intersects(other) for other in taken) + 10 * outside
            if crossed < fewest:
                best, fewest = box, crossed
            if not crossed:
                break
        return best

    def _segments(self) -> list[_Segment]:
        """Every line that is drawn, in pixels."""
        assert self._data is not None
        runs = [
            [(float(x), value) for x, value in enumerate(line.values) if value is not None] for line in self._data.lines
        ]
        if fan := self._data.fan:
            runs += [[(fan.x, fan.y), (fan.to_x, y)] for y in (fan.low, fan.middle, fan.high)]
        segments = []
        for run in runs:
            places = [self.place(x, y) for x, y in run]
            segments += [(one.x(), one.y(), other.x(), other.y()) for one, other in pairwise(places)]
        return segments


# Above left first, as lines mostly rise; then round the point, then farther away.
_PLACES = [
    (-1, -1), (0, -1.2), (-1, 0), (1, 1), (0, 1.2), (1, -1), (-1, 1), (1, 0), (-1, -2), (0, -2), (1, 2), (0, 2),
]  # fmt: skip


def _size(end: _End) -> int:
    return USUAL if end.strong else SMALL


def _crosses(segment: _Segment, box: QRectF) -> bool:
    """Whether any of the segment lies in the box (Liang and Barsky, "A new concept and method for line clipping",
    1984): what is left of it after it was cut at the four sides."""
    x, y, to_x, to_y = segment
    first, last = 0.0, 1.0
    for way, room in (
        (x - to_x, x - box.left()),
        (to_x - x, box.right() - x),
        (y - to_y, y - box.top()),
        (to_y - y, box.bottom() - y),
    ):
        if way == 0:
            if room < 0:
                return False
        elif way < 0:
            first = max(first, room / way)
        else:
            last = min(last, room / way)
        if first > last:
            return False
    return True


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those wanted, at least ``gap`` apart and between ``low`` and ``high``."""
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    placed = [0.0] * len(wanted)
    end = low - gap / 2
    for number in order:
        placed[number] = max(wanted[number], end + gap)
        end = placed[number]
    limit = high + gap / 2
    for number in reversed(order):
        placed[number] = min(placed[number], limit - gap)
        limit = placed[number]
    return placed
