"""Rows are added to a sheet of a template: everything in the workbook that points below them is told."""

import posixpath
import re
from typing import Any

from cockpit.excel.template_package import Package, elements, escaped, local, relationships_of, set_text, text_of
from cockpit.excel.template_references import (
    Growth,
    grown_formula,
    grown_range,
    grown_ranges,
    range_text,
    split_cell,
    split_range,
)

_FORMULAS = ("f", "formula", "formula1", "formula2")
_STAYS = ("hyperlink", "dimension")


def grow(package: Package, sheets: dict[str, str], growth: Growth) -> None:
    """Make room for ``growth`` in the sheet of its name; ``sheets`` are the workbook's, name -> part.

    The room is empty: what goes into it is written afterwards.
    """
    part = sheets[growth.sheet]
    for name, other in sheets.items():
        if other == part or mentions(package, other, growth.sheet):
            _adjust_sheet(package.tree(other), growth, name)
    _adjust_own(package.tree(part), growth)
    _move_rows(package.tree(part), growth)
    workbook = next(name for name in package.related("").values() if name.endswith("workbook.xml"))
    for name in elements(package.tree(workbook), "definedName"):
        set_text(name, grown_formula(text_of(name), growth, ""))
    for table in package.related(part, "/table").values():
        _adjust_table(package.tree(table), growth)
    for kind in ("/comments", "/threadedComment"):
        for comments in package.related(part, kind).values():
            for node in elements(package.tree(comments), "comment", "threadedComment"):
                node.setAttribute("ref", grown_range(node.getAttribute("ref"), growth, grows=False))
    for pivot in package.related(part, "/pivotTable").values():
        for node in elements(package.tree(pivot), "location"):
            node.setAttribute("ref", grown_range(node.getAttribute("ref"), growth))
    for drawing in package.related(part, "/drawing").values():
        _move_anchors(package.tree(drawing), growth)
    for drawing in package.related(part, "/vmlDrawing").values():
        package.put(drawing, _moved_notes(package.raw(drawing), growth))
    for name in package.names:
        if "/charts/chart" in name.casefold() or "/charts/chartex" in name.casefold():
            if not posixpath.dirname(name).endswith("_rels"):
                _adjust_chart(package.tree(name), growth)
        elif "/pivotcache/pivotcachedefinition" in name.casefold() and "_rels" not in name:
            _adjust_pivot_source(package.tree(name), growth)


def mentions(package: Package, part: str, sheet: str) -> bool:
    """Whether a sheet's XML names another one at all; most do not, and need not be parsed."""
    content = package.raw(part)
    return escaped(sheet).encode() in content or escaped(sheet.replace("'", "''")).encode() in content


def _move_rows(document: Any, growth: Growth) -> None:
    for row in elements(document, "row"):
        number = int(row.getAttribute("r"))
        moved = growth.row(number)
        if moved != number:
            row.setAttribute("r", str(moved))
            for cell in elements(row, "c"):
                cell.setAttribute("r", re.sub(r"\d+", str(moved), cell.getAttribute("r")))


def _adjust_sheet(document: Any, growth: Growth, name: str) -> None:
    for node in elements(document, "f", "formula", "formula1", "formula2", "cfvo", "hyperlink"):
        kind = local(node)
        if kind in _FORMULAS:
            words = text_of(node)
            if words:
                set_text(node, grown_formula(words, growth, name, host_row=_host_row(node)))
        elif kind == "cfvo" and node.getAttribute("type") == "formula":
            node.setAttribute("val", grown_formula(node.getAttribute("val"), growth, name))
        elif kind == "hyperlink" and node.getAttribute("location"):
            node.setAttribute("location", grown_formula(node.getAttribute("location"), growth, name))


def _adjust_own(document: Any, growth: Growth) -> None:
    for node in _all(document):
        kind = local(node)
        if kind in ("row", "c"):
            continue
        if kind == "sqref":
            set_text(node, grown_ranges(text_of(node), growth))
        if kind == "brk" and str(node.parentNode.tagName).endswith("rowBreaks"):
            node.setAttribute("id", str(growth.row(int(node.getAttribute("id") or 0))))
        if kind == "selection":
            cell = node.getAttribute("activeCell")
            if cell:
                node.setAttribute("activeCell", grown_range(cell, growth, grows=False))
            if node.getAttribute("sqref"):
                moved = (grown_range(one, growth, grows=False) for one in node.getAttribute("sqref").split())
                node.setAttribute("sqref", " ".join(moved))
            continue
        if node.hasAttribute("sqref"):
            node.setAttribute("sqref", grown_ranges(node.getAttribute("sqref"), growth))
        if node.hasAttribute("ref"):
            reference = node.getAttribute("ref")
            if kind == "mergeCell":
                node.setAttribute("ref", _grown_merge(reference, growth))
            else:
                node.setAttribute("ref", grown_range(reference, growth, grows=kind not in _STAYS))


def _grown_merge(reference: str, growth: Growth) -> str:
    top, _, bottom, _ = split_range(reference)
    return grown_range(reference, growth, grows=top < bottom)


def _all(node: Any) -> Any:
    for child in node.childNodes:
        if child.nodeType == child.ELEMENT_NODE:
            yield child
            if local(child) != "sheetData":
                yield from _all(child)
            else:
                yield from elements(child, "f")


def _host_row(node: Any) -> int:
    """The row for which a formula speaks: of its cell, or the first one of its format."""
    parent = node.parentNode
    while parent is not None and parent.nodeType == parent.ELEMENT_NODE:
        if local(parent) == "c":
            return split_cell(parent.getAttribute("r"))[0]
        if parent.hasAttribute("sqref"):
            return _first_row(parent.getAttribute("sqref"))
        for child in parent.childNodes:
            if child.nodeType == child.ELEMENT_NODE and local(child) == "sqref":
                return _first_row(text_of(child))
        parent = parent.parentNode
    return 0


def _first_row(references: str) -> int:
    try:
        return split_range(references.split()[0])[0]
    except (ValueError, IndexError):
        return 0


def _adjust_table(document: Any, growth: Growth) -> None:
    for node in (*elements(document, "table"), *elements(document, "autoFilter", "sortState", "sortCondition")):
        if node.hasAttribute("ref"):
            node.setAttribute("ref", grown_range(node.getAttribute("ref"), growth))
    for node in elements(document, "calculatedColumnFormula", "totalsRowFormula"):
        set_text(node, grown_formula(text_of(node), growth, growth.sheet, host_row=growth.first))


def _adjust_chart(document: Any, growth: Growth) -> None:
    for node in elements(document, "f"):
        words = text_of(node)
        moved = grown_formula(words, growth, "", single=True)
        if moved != words:
            set_text(node, moved)


def _adjust_pivot_source(document: Any, growth: Growth) -> None:
    for node in elements(document, "worksheetSource"):
        if node.getAttribute("sheet") == growth.sheet and node.hasAttribute("ref"):
            node.setAttribute("ref", grown_range(node.getAttribute("ref"), growth))


def _move_anchors(document: Any, growth: Growth) -> None:
    """Pictures, shapes and charts below move along; one that spans the place grows if it was told to, as in Excel."""
    for anchor in elements(document, "twoCellAnchor", "oneCellAnchor"):
        corners = {local(node): node for node in elements(anchor, "from", "to")}
        rows = {where: next(elements(node, "row"), None) for where, node in corners.items()}
        start, end = rows.get("from"), rows.get("to")
        if start is None:
            continue
        # Anchors count rows from 0: the row after the list's last one is number ``last``.
        below = int(text_of(start)) >= growth.last
        spans = end is not None and int(text_of(end)) >= growth.last
        sized_by_cells = anchor.getAttribute("editAs") in ("", "twoCell")
        if below:
            set_text(start, str(int(text_of(start)) + growth.count))
        if end is not None and (below or (spans and sized_by_cells)):
            set_text(end, str(int(text_of(end)) + growth.count))


def _moved_notes(content: bytes, growth: Growth) -> bytes:
    """Notes at cells lie in an older format, which is no well-formed XML in every file."""

    def row(found: re.Match[bytes]) -> bytes:
        number = int(found[2])
        return found[1] + str(number + growth.count if number >= growth.last else number).encode() + found[3]

    def anchor(found: re.Match[bytes]) -> bytes:
        parts = found[2].split(b",")
        if len(parts) == 8 and int(parts[2]) >= growth.last:
            for place in (2, 6):
                parts[place] = b" " + str(int(parts[place]) + growth.count).encode()
        return found[1] + b",".join(parts) + found[3]

    content = re.sub(rb"(<x:Row>\s*)(\d+)(\s*</x:Row>)", row, content)
    return re.sub(rb"(<x:Anchor>\s*)([-\d,\s]+?)(\s*</x:Anchor>)", anchor, content)


def merges_of_row(document: Any, row: int) -> list[tuple[int, int]]:
    """First and last column of the cells that are merged within one row."""
    found = []
    for node in elements(document, "mergeCell"):
        top, left, bottom, right = split_range(node.getAttribute("ref"))
        if top == bottom == row:
            found.append((left, right))
    return found


def add_merges(document: Any, row: int, columns: list[tuple[int, int]]) -> None:
    """Merge the same columns in another row."""
    whole = next(elements(document, "mergeCells"))
    like = next(elements(whole, "mergeCell"))
    for left, right in columns:
        node = like.cloneNode(False)
        node.setAttribute("ref", range_text(row, left, row, right))
        whole.appendChild(node)
    if whole.hasAttribute("count"):
        whole.setAttribute("count", str(sum(1 for _ in elements(whole, "mergeCell"))))


def drop_calculation_chain(package: Package) -> None:
    """The order of calculation is Excel's own note about formulas that may have moved: it makes a new one."""
    chain = next((name for name in package.names if name.casefold().endswith("/calcchain.xml")), None)
    if chain is None:
        return
    package.drop(chain)
    for node in list(elements(package.tree("[Content_Types].xml"), "Override")):
        if node.getAttribute("PartName").lstrip("/").casefold() == chain.casefold():
            node.parentNode.removeChild(node)
    workbook = next(name for name in package.related("").values() if name.endswith("workbook.xml"))
    rels = package.tree(relationships_of(workbook))
    for node in list(elements(rels, "Relationship")):
        if node.getAttribute("Type").endswith("/calcChain"):
            node.parentNode.removeChild(node)
