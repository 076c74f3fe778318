"""Cells of a template's sheet: the text that stands in them, and a value in its place with the cell's own format."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import frozen

from cockpit.excel.review_styles import clean
from cockpit.excel.template_package import (
    Package,
    elements,
    escaped,
    like,
    local,
    set_text,
    text_of,
)
from cockpit.excel.template_placeholders import Placeholder, Shown, Value, find_placeholders, replaced
from cockpit.excel.template_references import moved_formula, split_cell

_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30).toordinal(), date(1904, 1, 1).toordinal()
# Excel's own numbers of formats for days, in every language version.
_DAY_FORMATS = frozenset({*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)})
_FORMATS = {"money": "#,##0", "share": "0.0%", "count": "#,##0", "ratio": "0.00", "day": "yyyy-mm-dd"}
RISKY = ("=", "+", "-", "@", "\t", "\r")


@frozen
class Piece:
    """Text of a cell in one font; ``look`` is the font's XML element, or None."""

    text: str
    look: Any = None


class SharedTexts:
    """The texts that all sheets share, each as its pieces."""

    def __init__(self, package: Package, workbook: str) -> None:
        part = next(iter(package.related(workbook, "/sharedStrings").values()), None)
        self.items = [pieces_of(item) for item in elements(package.tree(part), "si")] if part else []


def pieces_of(item: Any) -> list[Piece]:
    """The text of an ``si`` or ``is`` element; hints for reading Japanese are left out."""
    pieces = []
    for child in item.childNodes:
        if child.nodeType != child.ELEMENT_NODE:
            continue
        if local(child) == "t":
            pieces.append(Piece(text_of(child)))
        elif local(child) == "r":
            look = next(elements(child, "rPr"), None)
            pieces.append(Piece("".join(text_of(node) for node in elements(child, "t")), look))
    return pieces


class Styles:
    """The looks of cells. A look is never changed: another one beside it is made where a value needs a format."""

    def __init__(self, package: Package, workbook: str) -> None:
        part = next(iter(package.related(workbook, "/styles").values()), None)
        self._document: Any = package.tree(part) if part else None
        self._made: dict[tuple[int, str | None, bool], int] = {}
        self._looks: Any = next(elements(self._document, "cellXfs"), None) if self._document else None
        self._list = list(elements(self._looks, "xf")) if self._looks is not None else []
        self._formats = {}
        if self._document is not None:
            for node in elements(self._document, "numFmts"):
                for one in elements(node, "numFmt"):
                    self._formats[int(one.getAttribute("numFmtId"))] = one.getAttribute("formatCode")

    def _format_of(self, style: int) -> int:
        return int(self._list[style].getAttribute("numFmtId") or 0) if style < len(self._list) else 0

    def is_day(self, style: int) -> bool:
        """Whether numbers are shown as days."""
        from openpyxl.styles.numbers import is_date_format

        number = self._format_of(style)
        return number in _DAY_FORMATS or bool(is_date_format(self._formats.get(number)))

    def suited(self, style: int, value: Value, *, is_text: bool, shown: Shown | None = None) -> int:
        """The look for a value: the cell's own, unless that has no format for a number, or text could be taken for a
        formula when somebody edits the cell.
        """
        if not self._list or style >= len(self._list):
            return style
        if is_text:
            return self._like(style, None, True) if str(value.value or "").startswith(RISKY) else style
        if self._format_of(style) != 0 or value.unit not in _FORMATS:
            return style
        return self._like(style, _format_for(value.unit, shown or Shown()), False)

    def _like(self, style: int, code: str | None, quoted: bool) -> int:
        key = (style, code, quoted)
        if key not in self._made:
            node = self._list[style].cloneNode(True)
            if code is not None:
                node.setAttribute("numFmtId", str(self._number_of(code)))
                node.setAttribute("applyNumberFormat", "1")
            if quoted:
                node.setAttribute("quotePrefix", "1")
            self._looks.appendChild(node)
            self._list.append(node)
            self._looks.setAttribute("count", str(len(self._list)))
            self._made[key] = len(self._list) - 1
        return self._made[key]

    def _number_of(self, code: str) -> int:
        if code == "#,##0":
            return 3
        if code == "0.00":
            return 2
        known = next((number for number, other in self._formats.items() if other == code), None)
        if known is not None:
            return known
        number = max([163, *self._formats]) + 1
        whole = next(elements(self._document, "numFmts"), None)
        root = self._document.documentElement
        if whole is None:
            whole = like(root, "numFmts")
            root.insertBefore(whole, root.firstChild)
        one = like(root, "numFmt")
        one.setAttribute("numFmtId", str(number))
        one.setAttribute("formatCode", code)
        whole.appendChild(one)
        whole.setAttribute("count", str(sum(1 for _ in elements(whole, "numFmt"))))
        self._formats[number] = code
        return number


@frozen
class CellText:
    """A cell with text: where, its pieces, and the placeholders in the whole of it."""

    node: Any
    reference: str
    pieces: list[Piece]
    found: list[tuple[int, int, Placeholder]]
    in_formula: bool

    @property
    def row(self) -> int:
        """Its row."""
        return split_cell(self.reference)[0]

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def alone(self) -> Placeholder | None:
        """The one placeholder that is all that stands in the cell."""
        if len(self.found) == 1 and self.text.strip() == self.found[0][2].text:
            return self.found[0][2]
        return None


def text_cells(document: Any, shared: SharedTexts) -> Iterator[CellText]:
    """Every cell of a sheet in which a placeholder stands."""
    for cell in elements(document, "c"):
        pieces = cell_pieces(cell, shared)
        if pieces:
            found = find_placeholders("".join(piece.text for piece in pieces))
            if found:
                has_formula = any(local(child) == "f" for child in cell.childNodes if child.nodeType == 1)
                yield CellText(cell, cell.getAttribute("r"), pieces, found, has_formula)


def cell_pieces(cell: Any, shared: SharedTexts) -> list[Piece]:
    """The text of a cell; none for numbers and empty cells."""
    kind = cell.getAttribute("t")
    if kind == "inlineStr":
        return [piece for item in elements(cell, "is") for piece in pieces_of(item)]
    value = next(elements(cell, "v"), None)
    if value is None:
        return []
    if kind == "s":
        number = int(text_of(value) or -1)
        return shared.items[number] if 0 <= number < len(shared.items) else []
    return [Piece(text_of(value))] if kind == "str" else []


class CellWriter:
    """How values become the XML of cells. ``prefix`` is what the sheet puts before its elements' names ("x:" or "")."""

    def __init__(self, styles: Styles, prefix: str, *, from_1904: bool) -> None:
        self.styles, self.prefix = styles, prefix
        self._zero = _DAY_ZERO_1904 if from_1904 else _DAY_ZERO

    def value(self, reference: str, style: int, value: Value, asked: Placeholder) -> str:
        """A cell that holds nothing but a value: a real number or day where it is one."""
        content = value.value
        if value.is_number:
            look = self.styles.suited(style, value, is_text=False, shown=asked.shown)
            return self._number(reference, look, value.number(asked.shown))
        if isinstance(content, date) and (value.unit == "day" or self.styles.is_day(style)):
            day = Value("day", content)
            style = self.styles.suited(style, day, is_text=False)
            return self._number(reference, style, content.toordinal() - self._zero)
        return self.text(reference, style, [Piece(value.words(asked.shown))])

    def text(self, reference: str, style: int, pieces: list[Piece]) -> str:
        """A cell of text, in its fonts; text is never a formula, whatever it begins with."""
        whole = "".join(piece.text for piece in pieces)
        if not whole:
            return self.empty(reference, style)
        p, style = self.prefix, self.styles.suited(style, Value("text", whole), is_text=True)
        if len(pieces) == 1 and pieces[0].look is None:
            inside = self._t(pieces[0].text)
        else:
            inside = "".join(
                f"<{p}r>{as_xml(piece.look)}{self._t(piece.text)}</{p}r>" for piece in pieces if piece.text
            )
        return f'<{p}c r="{reference}"{_style(style)} t="inlineStr"><{p}is>{inside}</{p}is></{p}c>'

    def _t(self, words: str) -> str:
        return f'<{self.prefix}t xml:space="preserve">{escaped(clean(words))}</{self.prefix}t>'

    def _number(self, reference: str, style: int, number: float | int) -> str:
        p = self.prefix
        return f'<{p}c r="{reference}"{_style(style)}><{p}v>{number!r}</{p}v></{p}c>'

    def empty(self, reference: str, style: int) -> str:
        """A cell with a look and nothing in it."""
        return f'<{self.prefix}c r="{reference}"{_style(style)}/>'


def _format_for(unit: str, shown: Shown) -> str:
    """For a cell that has no format of its own."""
    if unit == "share":
        return _FORMATS[unit] if shown.digits is None else "0." + "0" * shown.digits + "%" if shown.digits else "0%"
    if shown.digits is not None or shown.divisor != 1.0:
        digits = 1 if shown.digits is None else shown.digits
        return "#,##0." + "0" * digits if digits else "#,##0"
    return _FORMATS[unit]


def _style(style: int) -> str:
    return f' s="{style}"' if style else ""


def as_xml(node: Any) -> str:
    """An element as text."""
    if node is None:
        return ""
    import io

    from cockpit.excel.template_package import write_node

    out = io.StringIO()
    write_node(node, out)
    return out.getvalue()


def with_values(cell: CellText, words: list[str | None]) -> list[Piece]:
    """The pieces of a cell with its placeholders replaced; None leaves one as it is."""
    spans = [(start, end, text) for (start, end, _), text in zip(cell.found, words, strict=True) if text is not None]
    texts = replaced([piece.text for piece in cell.pieces], spans)
    return [Piece(text, piece.look) for text, piece in zip(texts, cell.pieces, strict=True)]


def expand_shared_formulas(document: Any) -> None:
    """Every cell its own formula: one that many share cannot be moved apart."""
    masters: dict[str, tuple[str, int, int]] = {}
    for node in list(elements(document, "f")):
        if node.getAttribute("t") != "shared":
            continue
        key = node.getAttribute("si")
        row, column = split_cell(node.parentNode.getAttribute("r"))
        words = text_of(node)
        if words:
            masters[key] = words, row, column
        elif key in masters:
            source, from_row, from_column = masters[key]
            set_text(node, moved_formula(source, row - from_row, column - from_column))
        for name in ("t", "si", "ref"):
            if node.hasAttribute(name):
                node.removeAttribute(name)


def forget_results(document: Any) -> None:
    """The last results of formulas are those of the empty template: whoever opens the file computes them anew."""
    for node in list(elements(document, "f")):
        cell = node.parentNode
        for value in [child for child in cell.childNodes if child.nodeType == 1 and local(child) == "v"]:
            cell.removeChild(value)
        if cell.getAttribute("t") in ("e", "str", "b"):
            cell.removeAttribute("t")
