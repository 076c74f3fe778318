"""What stands on a page, read off its widgets from above: cards with their tables, charts, figures, lines and words."""

from collections.abc import Iterator

from attrs import define, field
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from cockpit.operations.page_export import PageCell, PagePart
from cockpit.window.kit.cards import PAGE_PART, Card, HeadlineFigure, PageTitle, Tag
from cockpit.window.kit.charts import Chart
from cockpit.window.kit.fields import Form
from cockpit.window.kit.lines import Line
from cockpit.window.kit.rows import Cell
from cockpit.window.kit.tables import Table

MOST_ROWS = 20_000
"""Of a table so many rows; the lists of the program have an export of their own that takes them all."""
_AT_ONCE = 200
_SAME_LINE = 14
"""Pixels: words whose tops differ by less stand beside each other."""
_ITEMS = (HeadlineFigure, Table, Chart, Line, Tag, QLabel)


@define
class _Group:
    """What belongs together: a card, a part of the page that says it is one, or what stands on the page itself."""

    card: QWidget | None
    items: list[QWidget] = field(factory=list)


class PageParts:
    """The parts of ``page``, in the order in which they are read. ``collect`` does it a little at a time."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.parts: list[PagePart] = []

    def collect(self) -> Iterator[None]:
        """Fill ``parts``; rows of tables are fetched in steps, so that the window stays live."""
        for group in self._groups():
            title, beside = "", ""
            if isinstance(group.card, Card):
                title, beside = group.card.title_label.text(), group.card.subtitle_label.text()
            words: list[QWidget] = []
            parts: list[PagePart] = []
            for item in group.items:
                if isinstance(item, Table):
                    rows: list[tuple[PageCell, ...]] = []
                    yield from self._rows(item, rows)
                    headings = tuple(column.title for column in item.rows.columns)
                    parts.append(PagePart("", "", headings, rows, max(0, item.rows.source.count() - len(rows))))
                elif isinstance(item, Chart):
                    pairs = [(PageCell(name), PageCell(value, is_number=True)) for name, value in item.rows()]
                    parts.append(PagePart(rows=pairs))
                else:
                    words.append(item)
                yield
            if words:
                parts.insert(0, PagePart(rows=self._lines(words)))
            for number, part in enumerate(parts):
                shown = (title, beside) if number == 0 else ("", "")
                self.parts.append(PagePart(*shown, part.headings, part.rows, part.left_out))

    def _groups(self) -> list[_Group]:
        groups: dict[int, _Group] = {}
        for item in self._items():
            card = _card_of(item, self._page)
            groups.setdefault(0 if card is None else id(card), _Group(card)).items.append(item)
        found = list(groups.values())
        for group in found:
            group.items.sort(key=self._place)
        return sorted(found, key=lambda group: self._place(group.card or group.items[0]))

    def _items(self) -> Iterator[QWidget]:
        for widget in self._page.findChildren(QWidget):
            if not isinstance(widget, _ITEMS) or not widget.isVisibleTo(self._page) or widget.size().isEmpty():
                continue
            if isinstance(widget, QLabel) and not widget.text().strip():
                continue
            if _is_within(widget, (*_ITEMS[:4], PageTitle, Form), self._page):
                continue
            card = _card_of(widget, self._page)
            if isinstance(card, Card) and widget in (card.title_label, card.subtitle_label):
                continue
            yield widget

    def _place(self, widget: QWidget) -> tuple[int, int]:
        place = widget.mapTo(self._page, QPoint())
        return place.y(), place.x()

    def _rows(self, table: Table, rows: list[tuple[PageCell, ...]]) -> Iterator[None]:
        source = table.rows.source
        numbers = [column.align == "right" for column in table.rows.columns]
        for offset in range(0, min(source.count(), MOST_ROWS), _AT_ONCE):
            rows += (
                tuple(_cell(cell, is_number) for cell, is_number in zip(row.cells, numbers, strict=True))
                for row in source.fetch(offset, _AT_ONCE)
            )
            yield

    def _lines(self, items: list[QWidget]) -> list[tuple[PageCell, ...]]:
        lines: list[tuple[PageCell, ...]] = []
        beside: list[PageCell] = []
        top = -1
        for item in items:
            if isinstance(item, HeadlineFigure | Line):
                lines.append(tuple(PageCell(words) for words in _words_in(item)))
                top = -1
                continue
            place = self._place(item)[0]
            if top < 0 or abs(place - top) > _SAME_LINE:
                beside = []
                lines.append(())
                top = place
            beside.append(PageCell(_words_of(item)))
            lines[-1] = tuple(beside)
        return lines


def _cell(cell: Cell, is_number: bool) -> PageCell:
    return PageCell(cell.plain, cell.tip, is_number and not cell.quiet_text)


def _words_of(widget: QWidget) -> str:
    return widget.accessibleName() if isinstance(widget, Tag) else widget.text() if isinstance(widget, QLabel) else ""


def _words_in(item: HeadlineFigure | Line) -> list[str]:
    """The words of a figure or a line; not those of the editor that is open beneath it."""
    editor = item.editor if isinstance(item, Line) else None
    found = [
        widget
        for widget in item.findChildren(QWidget)
        if isinstance(widget, Tag | QLabel)
        and widget.isVisibleTo(item)
        and not (editor is not None and (editor is widget or editor.isAncestorOf(widget)))
    ]
    found.sort(key=lambda widget: (widget.mapTo(item, QPoint()).y() // _SAME_LINE, widget.mapTo(item, QPoint()).x()))
    return [words for widget in found if (words := _words_of(widget).strip())]


def _card_of(widget: QWidget, page: QWidget) -> QWidget | None:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if (isinstance(parent, Card) and not isinstance(parent, HeadlineFigure)) or parent.property(PAGE_PART):
            return parent
        parent = parent.parentWidget()
    return None


def _is_within(widget: QWidget, kinds: tuple[type, ...], page: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        if isinstance(parent, kinds):
            return True
        parent = parent.parentWidget()
    return False
