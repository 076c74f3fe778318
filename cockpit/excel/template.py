"""A company's own form, filled: figures and lists of a review put into a workbook that keeps everything it has.

The template itself is never written to. What could not be filled is left as it stands, and told.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import field, frozen

from cockpit.errors import CockpitError
from cockpit.excel.template_cells import (
    CellWriter,
    SharedTexts,
    Styles,
    expand_shared_formulas,
    forget_results,
    text_cells,
    with_values,
)
from cockpit.excel.template_growth import add_merges, drop_calculation_chain, grow, merges_of_row
from cockpit.excel.template_lists import ListRows, Region, find_regions
from cockpit.excel.template_package import (
    SUFFIXES,
    Package,
    Written,
    damaged,
    elements,
    like,
    local,
    open_package,
    set_text,
    text_of,
)
from cockpit.excel.template_placeholders import Placeholder, Value, find_placeholders, replaced
from cockpit.excel.template_references import Growth
from cockpit.excel.template_values import TemplateValues, Unknown, list_key
from cockpit.language import tr

_SHARED_TEXT = re.compile(rb'<(?:\w+:)?c\b[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>(\d+)</')
_RESULT = re.compile(rb"(<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>))\s*<(?:\w+:)?v>[^<]*</(?:\w+:)?v>")
_OPENING = (b"{{", "｛｛".encode())
_AFTER_SHEETS = ("sheets", "functionGroups", "externalReferences", "definedNames")


@frozen
class Unfilled:
    """A placeholder that stands there still: where, what, and why."""

    sheet: str
    place: str
    text: str
    reason: str

    @property
    def sentence(self) -> str:
        """For the user."""
        return tr("{sheet} · {place}:{text} {reason}", sheet=self.sheet, place=self.place, text=self.text,
                  reason=self.reason)  # fmt: skip


@frozen
class TemplateReport:
    """What was filled: placeholders, and rows of lists; and what was not."""

    path: Path
    filled: int
    rows: int
    unfilled: list[Unfilled] = field(factory=list)


def result_suffix(template: Path) -> str:
    """What a filled template is called at its end: one with macros keeps them. "" for what is no template."""
    return SUFFIXES.get(template.suffix.lower(), "")


def fill_template(template: Path, path: Path, values: TemplateValues) -> TemplateReport:
    """Fill ``template`` with ``values`` and write it to ``path``.

    Raises CockpitError when the template cannot be read (damaged, .xls, with a password), has nothing to fill, or
    when ``path`` is the template itself, ends otherwise, or cannot be written.
    """
    package = open_package(template)
    suffix = result_suffix(template)
    if path.suffix.lower() != suffix:
        raise CockpitError(
            tr("填好的 {name} 要以 {suffix} 结尾。", name=template.name, suffix=suffix), tr("换一个文件名。")
        )
    if path.exists() and path.samefile(template):
        raise CockpitError(tr("不能写在模板自己上面。"), tr("换一个文件名,模板留着下个月再用。"))
    try:
        filling = _Filling(package, values)
        filling.run()
    except CockpitError:
        raise
    except (KeyError, ValueError, StopIteration, IndexError) as error:
        raise damaged(template) from error
    if not filling.seen:
        raise CockpitError(
            tr("模板 {name} 里没有占位符,没有什么可填。", name=template.name),
            tr("在单元格里写上 {example} 这样的占位符;可用的可以存成工作簿来看。", example="{{won_revenue}}"),
        )
    package.save(path)
    return TemplateReport(path, filling.filled, filling.list_rows, filling.unfilled)


class _Filling:
    def __init__(self, package: Package, values: TemplateValues) -> None:
        self._package, self._values = package, values
        self.filled = self.list_rows = self.seen = 0
        self.unfilled: list[Unfilled] = []
        main = next(iter(package.related("", "/officeDocument").values()), None)
        if main is None:
            raise damaged(package.path)
        self._workbook = main
        document = package.tree(main)
        parts = package.related(main, "/worksheet")
        self._sheets = {
            node.getAttribute("name"): parts[_relationship(node)]
            for node in elements(document, "sheet")
            if _relationship(node) in parts
        }
        if not self._sheets:
            raise damaged(package.path)
        properties = next(elements(document, "workbookPr"), None)
        self._from_1904 = properties is not None and properties.getAttribute("date1904") in ("1", "true")
        self._shared = SharedTexts(package, main)
        self._styles = Styles(package, main)

    def run(self) -> None:
        """Room first, then what goes into it, then what everybody who opens the file has to compute anew."""
        package = self._package
        with_text = {
            number for number, pieces in enumerate(self._shared.items)
            if find_placeholders("".join(piece.text for piece in pieces))
        }  # fmt: skip
        lists: dict[str, list[Region]] = {}
        for name, part in self._sheets.items():
            if self._is_touched(part, with_text):
                expand_shared_formulas(package.tree(part))
                lists[name] = find_regions(
                    package, part, name, self._workbook, self._values, self._shared, self._teller(name)
                )
        for name, regions in lists.items():
            lists[name] = self._make_room(name, regions)
        for name, regions in lists.items():
            self._fill_sheet(name, package.tree(self._sheets[name]), regions)
        for name, part in self._sheets.items():
            if name in lists or package.is_parsed(part):
                forget_results(package.tree(part))
            else:
                package.put(part, _RESULT.sub(rb"\1", package.raw(part)))
        self._fill_shapes()
        self._name_table_columns(lists)
        drop_calculation_chain(package)
        self._compute_on_opening()

    def _is_touched(self, part: str, with_text: set[int]) -> bool:
        raw = self._package.raw(part)
        return (
            any(opening in raw for opening in _OPENING)
            or any(int(number) in with_text for number in _SHARED_TEXT.findall(raw))
            or bool(self._package.related(part, "/table"))
            or any(list_key(node.getAttribute("name")) for node in elements(self._package.tree(self._workbook),
                                                                            "definedName"))
        )  # fmt: skip

    # --- lists ------------------------------------------------------------------------------------------------

    def _make_room(self, sheet: str, regions: list[Region]) -> list[Region]:
        """From the lowest list to the highest, so that those above do not move; returns where they all are then."""
        places = sorted({(region.first, region.last) for region in regions}, reverse=True)
        for first, last in places:
            beside = [region for region in regions if (region.first, region.last) == (first, last)]
            most = max(len(self._values.rows(region.key, region.top)) for region in beside)
            missing = most - (last - first + 1)
            if missing <= 0:
                continue
            growth = Growth(
                sheet, first, last, missing, min(one.left for one in beside), max(one.right for one in beside)
            )
            merged = merges_of_row(self._package.tree(self._sheets[sheet]), last)
            grow(self._package, self._sheets, growth)
            for row in range(last + 1, last + missing + 1) if merged else ():
                add_merges(self._package.tree(self._sheets[sheet]), row, merged)
            regions = [region.moved(missing) if region.first > last else region for region in regions]
        return regions

    def _fill_sheet(self, sheet: str, document: Any, regions: list[Region]) -> None:
        told = self._teller(sheet)
        prefix = str(document.documentElement.tagName).rpartition("worksheet")[0]
        writer = CellWriter(self._styles, prefix, from_1904=self._from_1904)
        listed_rows = {row for region in regions for row in range(region.first, region.last + 1)}

        def resolve(asked: Placeholder, at: str) -> Value | None:
            self.seen += 1
            try:
                value = self._values.value(asked)
            except Unknown as unknown:
                told(at, asked.text, str(unknown))
                return None
            self.filled += 1
            return value

        for cell in list(text_cells(document, self._shared)):
            if cell.row in listed_rows:
                continue
            if cell.in_formula:
                self.seen += 1
                told(cell.reference, cell.found[0][2].text, tr("在公式里,没有填"))
                continue
            values = [resolve(asked, cell.reference) for _, _, asked in cell.found]
            style = int(cell.node.getAttribute("s") or 0)
            if cell.alone is not None and values[0] is not None:
                xml = writer.value(cell.reference, style, values[0], cell.alone)
            elif any(value is not None for value in values):
                words = [
                    None if value is None else value.words(asked.shown)
                    for value, (_, _, asked) in zip(values, cell.found, strict=True)
                ]
                xml = writer.text(cell.reference, style, with_values(cell, words))
            else:
                continue
            _let_height_follow(cell.node.parentNode)
            cell.node.parentNode.replaceChild(Written(iter([xml])), cell.node)
        for first in sorted({region.first for region in regions}):
            self._fill_list(document, [region for region in regions if region.first == first], writer, resolve, told)
        for node in elements(document, *(f"{which}{where}" for which in ("odd", "even", "first")
                                         for where in ("Header", "Footer"))):  # fmt: skip
            self._fill_texts([node], tr("页眉页脚"), sheet, in_header=True)

    def _fill_list(self, document: Any, regions: list[Region], writer: CellWriter, resolve: Any, told: Any) -> None:
        rows = ListRows(document, regions, self._values, self._shared, writer, resolve, told)
        self.seen += 1
        self.list_rows += sum(len(self._values.rows(region.key, region.top)) for region in regions)
        data = next(elements(document, "sheetData"))
        after = next((node for node in elements(data, "row") if int(node.getAttribute("r")) > regions[0].last), None)
        for node in rows.patterns:
            if node is not None:
                data.removeChild(node)
        data.insertBefore(Written(rows.xml()), after)

    # --- other places -----------------------------------------------------------------------------------------

    def _fill_shapes(self) -> None:
        """Text boxes and the titles of charts."""
        for name in self._package.names:
            folder = name.casefold()
            if not folder.endswith(".xml") or "_rels" in folder or not ("/drawings/" in folder or "/charts/" in folder):
                continue
            raw = self._package.raw(name)
            is_chart = "/charts/chart" in folder
            if not is_chart and not any(sign.encode() in raw for sign in "{｛"):
                continue
            document = self._package.tree(name)
            for paragraph in elements(document, "p"):
                texts = list(elements(paragraph, "t"))
                if texts:
                    self._fill_texts(texts, tr("图形"), name.rpartition("/")[2])
            if is_chart:
                # What the chart remembers are the empty template's numbers.
                for cache in list(elements(document, "numCache", "strCache", "multiLvlStrCache")):
                    if local(cache.parentNode) in ("numRef", "strRef", "multiLvlStrRef"):
                        cache.parentNode.removeChild(cache)
        for name in self._package.names:
            if "/pivotcache/pivotcachedefinition" in name.casefold() and "_rels" not in name:
                self._package.tree(name).documentElement.setAttribute("refreshOnLoad", "1")

    def _fill_texts(self, nodes: list[Any], place: str, sheet: str, *, in_header: bool = False) -> None:
        texts = [text_of(node) for node in nodes]
        spans = []
        for start, end, asked in find_placeholders("".join(texts)):
            self.seen += 1
            try:
                words = self._values.value(asked).words(asked.shown)
            except Unknown as unknown:
                self.unfilled.append(Unfilled(sheet, place, asked.text, str(unknown)))
                continue
            self.filled += 1
            spans.append((start, end, words.replace("&", "&&") if in_header else words))
        if spans:
            for node, words in zip(nodes, replaced(texts, spans), strict=True):
                set_text(node, words)

    def _name_table_columns(self, lists: dict[str, list[Region]]) -> None:
        """A table's column is called like its heading, or Excel offers to repair the file."""
        for sheet in lists:
            for table in self._package.related(self._sheets[sheet], "/table").values():
                for node in elements(self._package.tree(table), "tableColumn"):
                    name = node.getAttribute("name")
                    spans = []
                    for start, end, asked in find_placeholders(name):
                        try:
                            spans.append((start, end, self._values.value(asked).words(asked.shown)))
                        except Unknown:
                            continue
                    if spans:
                        node.setAttribute("name", replaced([name], spans)[0])

    def _compute_on_opening(self) -> None:
        document = self._package.tree(self._workbook)
        settings = next(elements(document, "calcPr"), None)
        if settings is None:
            root = document.documentElement
            settings = like(root, "calcPr")
            before = [node for node in root.childNodes if node.nodeType == 1 and local(node) in _AFTER_SHEETS][-1]
            root.insertBefore(settings, before.nextSibling)
        settings.setAttribute("fullCalcOnLoad", "1")

    def _teller(self, sheet: str) -> Any:
        def told(place: str, text: str, reason: str) -> None:
            self.seen += 1
            self.unfilled.append(Unfilled(sheet, place, text, reason))

        return told


def _relationship(node: Any) -> str:
    return next((value for name, value in _attributes(node) if name.rpartition(":")[2] == "id" and ":" in name), "")


def _attributes(node: Any) -> Iterator[tuple[str, str]]:
    yield from node.attributes.items()


def _let_height_follow(row: Any) -> None:
    """Text of another length takes another height; Excel works it out where none is given."""
    if row.getAttribute("customHeight") not in ("1", "true") and row.hasAttribute("ht"):
        row.removeAttribute("ht")
