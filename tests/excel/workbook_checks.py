"""What makes Excel offer to repair a workbook, looked for in its parts as they lie in the file."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# The order in which ECMA-376 wants the parts of a sheet (18.3.1.99); Excel takes none other.
SHEET_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip


def find_faults(path: Path) -> list[str]:
    """Everything in the file that is not as it has to be; empty for a sound workbook."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        faults = [f"{name} twice" for name in set(names) if names.count(name) > 1]
        if (broken := archive.testzip()) is not None:
            return [*faults, f"{broken} is damaged"]
        parts = {name: ElementTree.fromstring(archive.read(name)) for name in names if name.endswith((".xml", ".rels"))}
    return [*faults, *_package(parts), *_workbook(parts), *_sheets(parts), *_tables(parts), *_charts(parts)]


def _package(parts: dict[str, ElementTree.Element]) -> Iterable[str]:
    """Every part has a type, and every relation a part that it leads to."""
    types = parts["[Content_Types].xml"]
    known = {found.get("PartName", "").lstrip("/") for found in types.iter(f"{TYPES}Override")}
    endings = {found.get("Extension") for found in types.iter(f"{TYPES}Default")}
    for name in parts:
        if name != "[Content_Types].xml" and name not in known and name.rpartition(".")[2] not in endings - {"xml"}:
            yield f"{name} has no content type"
    yield from (f"{name} is named and not there" for name in known if name not in parts)
    for name, root in parts.items():
        if name.endswith(".rels"):
            base = PurePosixPath(name).parent.parent
            for relation in root.iter(f"{RELATIONS}Relationship"):
                target = relation.get("Target", "")
                found = target.lstrip("/") if target.startswith("/") else str(base / target)
                if relation.get("TargetMode") != "External" and found not in parts:
                    yield f"{name} leads to {target}"


def _sheet_names(parts: dict[str, ElementTree.Element]) -> list[str]:
    return [sheet.get("name", "") for sheet in parts["xl/workbook.xml"].iter(f"{MAIN}sheet")]


def _workbook(parts: dict[str, ElementTree.Element]) -> Iterable[str]:
    names = _sheet_names(parts)
    for name in names:
        if not name or len(name) > 31 or set(name) & set("[]:*?/\\") or name.strip("'") != name:
            yield f"a sheet called {name!r}"
    if len({name.casefold() for name in names}) != len(names):
        yield "two sheets of one name"
    seen = set()
    for defined in parts["xl/workbook.xml"].iter(f"{MAIN}definedName"):
        key = defined.get("name", "").casefold(), defined.get("localSheetId")
        if key in seen:
            yield f"{key} defined twice"
        seen.add(key)
        yield from _references(defined.text or "", names, f"the name {key[0]}")


def _references(text: str, names: list[str], where: str) -> Iterable[str]:
    found = re.fullmatch(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?", text)
    if found is None or (found[1] or found[2]).replace("''", "'") not in names:
        yield f"{where} refers to {text}"


def _sheets(parts: dict[str, ElementTree.Element]) -> Iterable[str]:
    names = _sheet_names(parts)
    styles = parts["xl/styles.xml"]
    looks = len(styles.findall(f"{MAIN}cellXfs/{MAIN}xf"))
    differences = len(styles.findall(f"{MAIN}dxfs/{MAIN}dxf"))
    for part, root in parts.items():
        if not re.fullmatch(r"xl/worksheets/sheet\d+\.xml", part):
            continue
        order = [SHEET_ORDER.index(child.tag.removeprefix(MAIN)) for child in root]
        if order != sorted(order):
            yield f"{part}: parts out of order"
        yield from _cells(part, root, looks)
        priorities = [rule.get("priority") for rule in root.iter(f"{MAIN}cfRule")]
        if len(set(priorities)) != len(priorities):
            yield f"{part}: two rules of one priority"
        for rule in root.iter(f"{MAIN}cfRule"):
            if rule.get("dxfId") is not None and int(rule.get("dxfId", "0")) >= differences:
                yield f"{part}: a rule without its look"
        for link in root.iter(f"{MAIN}hyperlink"):
            yield from _references(link.get("location", ""), names, f"{part}: the link in {link.get('ref')}")
        for side in root.iterfind(f"{MAIN}headerFooter/*"):
            if len(side.text or "") > 255:
                yield f"{part}: {side.tag} is too long"
        breaks = root.find(f"{MAIN}rowBreaks")
        if breaks is not None and int(breaks.get("count", "-1")) != len(breaks):
            yield f"{part}: breaks counted wrongly"


def _cells(part: str, root: ElementTree.Element, looks: int) -> Iterable[str]:
    last_row = 0
    for row in root.iterfind(f"{MAIN}sheetData/{MAIN}row"):
        number = int(row.get("r", "0"))
        if number <= last_row:
            yield f"{part}: row {number} after {last_row}"
        last_row, last_column = number, 0
        if float(row.get("ht", "0")) > 409.5:
            yield f"{part}: row {number} is too high"
        for cell in row:
            letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r", "")).groups()  # type: ignore[union-attr]
            column = _column(letters)
            if int(digits) != number or column <= last_column:
                yield f"{part}: {cell.get('r')} stands in row {number}, after column {last_column}"
            last_column = column
            if int(cell.get("s", "0")) >= looks:
                yield f"{part}: {cell.get('r')} has no look"
            if cell.find(f"{MAIN}f") is not None or cell.get("t") == "e":
                yield f"{part}: {cell.get('r')} holds a formula or an error"
            if len("".join(cell.itertext())) > 32_767:
                yield f"{part}: {cell.get('r')} is too long"
            if cell.get("t") == "n" and not re.fullmatch(
                r"-?\d+(\.\d+)?([eE][-+]?\d+)?", cell.findtext(f"{MAIN}v") or "0"
            ):
                yield f"{part}: {cell.get('r')} is no number"


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _box(reference: str) -> tuple[int, int, int, int]:
    first, _, last = reference.partition(":")
    (a, b), (c, d) = (re.fullmatch(r"([A-Z]+)(\d+)", end).groups() for end in (first, last))  # type: ignore[union-attr]
    return _column(a), int(b), _column(c), int(d)


def _tables(parts: dict[str, ElementTree.Element]) -> Iterable[str]:
    tables = {name: root for name, root in parts.items() if name.startswith("xl/tables/")}
    ids = [root.get("id") for root in tables.values()]
    titles = [(root.get("displayName") or "").casefold() for root in tables.values()]
    if len(set(ids)) != len(ids) or len(set(titles)) != len(titles):
        yield "two tables of one id or name"
    for name, root in tables.items():
        title = root.get("displayName") or ""
        if not re.fullmatch(r"[^\W\d]\w*", title) or re.fullmatch(r"[A-Za-z]{1,3}\d+", title):
            yield f"a table called {title!r}"
        sheet = next(
            part.replace("_rels/", "").removesuffix(".rels")
            for part, relations in parts.items()
            if part.startswith("xl/worksheets/_rels/")
            and any(found.get("Target", "").lstrip("/") == name for found in relations)
        )
        left, top, right, bottom = _box(root.get("ref", ""))
        columns = [found.get("name") for found in root.iter(f"{MAIN}tableColumn")]
        header = {
            _column(re.sub(r"\d", "", cell.get("r", ""))): "".join(cell.itertext())
            for row in parts[sheet].iterfind(f"{MAIN}sheetData/{MAIN}row") if row.get("r") == str(top) for cell in row
        }  # fmt: skip
        if columns != [header.get(place) for place in range(left, right + 1)]:
            yield f"{title}: columns {columns} are not the header's {header}"
        if len({(column or "").casefold() for column in columns}) != len(columns) or bottom <= top:
            yield f"{title}: two columns of one name, or no rows"
        for found in root.iter(f"{MAIN}autoFilter"):
            if found.get("ref") != root.get("ref"):
                yield f"{title}: its filter is elsewhere"
    yield from _overlaps(parts)


def _overlaps(parts: dict[str, ElementTree.Element]) -> Iterable[str]:
    for part, relations in parts.items():
        if part.startswith("xl/worksheets/_rels/"):
            boxes = [
                _box(parts[target].get("ref", ""))
                for found in relations if (target := found.get("Target", "").lstrip("/")).startswith("xl/tables/")
            ]  # fmt: skip
            for place, one in enumerate(boxes):
                for other in boxes[place + 1 :]:
                    if one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]:
                        yield f"{part}: tables over each other"


def _charts(parts: dict[str, ElementTree.Element]) -> Iterable[str]:
    names = _sheet_names(parts)
    for part, root in parts.items():
        if part.startswith("xl/charts/chart"):
            references = [found.text or "" for found in root.iter(f"{CHART}f")]
            if not references:
                yield f"{part} refers to no cells"
            for reference in references:
                yield from _references(reference, names, part)
            for deleted in root.iter(f"{CHART}delete"):
                if deleted.get("val") != "0":
                    yield f"{part}: an axis is hidden"
