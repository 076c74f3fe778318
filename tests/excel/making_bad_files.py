"""Files that do harm, made by the tests themselves: bombs, lies, and workbooks that lack a part."""

import io
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from openpyxl import Workbook

HEADINGS = ("商机编号", "商机名称", "客户名称", "负责人", "阶段", "金额", "创建日期", "预计成交日期")
DEAL = ("D-1", "华信数据平台", "华信科技", "李雯", "方案报价", "860000", "2026-09-02", "2026-11-28")
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook_bytes(rows: Iterable[Iterable[object]] = (HEADINGS, DEAL)) -> bytes:
    """A small honest workbook."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "商机"
    for row in rows:
        sheet.append(list(row))
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def with_members(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A workbook whose members went through ``change`` (None leaves one out)."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.infolist():
            if (changed := change(member.filename, before.read(member))) is not None:
                after.writestr(member.filename, changed)
    return target.getvalue()


def with_sheet(path: Path, parts: Iterable[bytes], strings: Iterable[bytes] | None = None, deflated: int = 6) -> Path:
    """A workbook whose sheet (and shared strings) are written part by part, however long they get."""
    honest = with_members(
        workbook_bytes(), lambda name, body: None if name == SHEET or (strings and name == STRINGS) else body
    )
    path.write_bytes(honest)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=deflated) as archive:
        for name, content in ((SHEET, parts), (STRINGS, strings)):
            if content is not None:
                with archive.open(name, "w", force_zip64=True) as member:
                    for part in content:
                        member.write(part)
    return path


def sheet_xml(rows: Iterable[bytes], dimension: str = "") -> Iterable[bytes]:
    """A sheet of ready rows."""
    yield f'<?xml version="1.0" encoding="UTF-8"?><worksheet {_MAIN}>'.encode()
    if dimension:
        yield f'<dimension ref="{dimension}"/>'.encode()
    yield b"<sheetData>"
    yield from rows
    yield b"</sheetData></worksheet>"


def row_xml(number: int, cells: Iterable[str], first: str = "A") -> bytes:
    """A row of texts that stand in their cells."""
    inline = "".join(
        f'<c r="{chr(ord(first) + place)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for place, cell in enumerate(cells)
    )
    return f'<row r="{number}">{inline}</row>'.encode()


def vast_dimension(path: Path) -> Path:
    """Says that it has a million rows and 16,384 columns, and has two rows."""
    return with_sheet(path, sheet_xml([row_xml(1, HEADINGS), row_xml(2, DEAL)], "A1:XFD1048576"))


def cell_in_the_last_corner(path: Path) -> Path:
    """Two rows, and one cell at the far end of what a sheet can be."""
    last = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return with_sheet(path, sheet_xml([row_xml(1, HEADINGS), row_xml(2, DEAL), last]))


def bomb_of_rows(path: Path, megabytes: int) -> Path:
    """A sheet that unpacks to ``megabytes`` of cells, in a file a hundredth or less of that."""
    block = b"".join(b"<row><c><v>1</v></c></row>" for _ in range(40_000))
    return with_sheet(path, sheet_xml([block] * (megabytes * 1_000_000 // len(block))), deflated=9)


def bomb_of_blanks(path: Path, megabytes: int) -> Path:
    """The same with nothing but blanks between two rows."""
    return with_sheet(
        path, sheet_xml([row_xml(1, HEADINGS), *[b" " * 1_000_000] * megabytes, row_xml(2, DEAL)]), deflated=9
    )


def bomb_that_lies(path: Path, megabytes: int) -> Path:
    """A bomb whose directory says that the sheet is small."""
    bomb_of_rows(path, megabytes)
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        sheet = archive.getinfo(SHEET)
    entry = content.rindex(SHEET.encode()) - 46
    assert content[entry : entry + 4] == b"PK\x01\x02"
    for place in (entry + 24, sheet.header_offset + 22):
        content[place : place + 4] = (5_000).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    return path


def nested_bomb(path: Path) -> Path:
    """Many members that share one body: each is quoted by the one before (after Fifield)."""
    kernel = with_members(workbook_bytes(), lambda name, body: body)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        with zipfile.ZipFile(io.BytesIO(kernel)) as honest:
            for member in honest.infolist():
                archive.writestr(member.filename, honest.read(member))
        archive.writestr("xl/media/image0.bin", bytes(40_000_000))
        body = archive.getinfo("xl/media/image0.bin")
        for number in range(1, 400):
            twin = zipfile.ZipInfo(f"xl/media/image{number}.bin")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(twin, name, getattr(body, name))
            archive.filelist.append(twin)
            archive.NameToInfo[twin.filename] = twin
    path.write_bytes(target.getvalue())
    return path


LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY lol0 "商机">'
    + "".join(f'<!ENTITY lol{level} "{f"&lol{level - 1};" * 10}">' for level in range(1, 10))
    + "]>"
)


def entities(path: Path, member: str) -> Path:
    """A billion laughs in a sheet, or among the shared strings."""

    def change(name: str, body: bytes) -> bytes:
        if name != member:
            return body
        head, _, rest = (
            body.decode().partition("?>") if body.startswith(b"<?xml") else ("<?xml version='1.0'", "", body.decode())
        )
        return f"{head}?>{LAUGHS}{rest}".replace("华信科技", "&lol9;").replace("D-1", "&lol9;").encode()

    path.write_bytes(with_members(workbook_bytes(), change))
    return path


def million_strings(path: Path, distinct: int = 1_000_000) -> Path:
    """A workbook that looks like any other, with a million shared strings and a row for every four."""
    width = 4

    def strings() -> Iterable[bytes]:
        yield f'<?xml version="1.0"?><sst {_MAIN} count="{distinct}" uniqueCount="{distinct}">'.encode()
        for number in range(0, distinct, 1_000):
            yield "".join(f"<si><t>文字{number + one:07d}</t></si>" for one in range(1_000)).encode()
        yield b"</sst>"

    def rows() -> Iterable[bytes]:
        for number in range(distinct // width):
            cells = "".join(
                f'<c r="{"ABCD"[place]}{number + 1}" t="s"><v>{number * width + place}</v></c>'
                for place in range(width)
            )
            yield f'<row r="{number + 1}">{cells}</row>'.encode()

    return with_sheet(path, sheet_xml(rows()), strings())


def one_string_everywhere(path: Path, cells: int = 2_000_000) -> Path:
    """A shared string of 32,000 letters, and cells that all point to it: gigabytes once they are copied."""
    strings = [f'<sst {_MAIN} count="1" uniqueCount="1"><si><t>{"长" * 32_000}</t></si></sst>'.encode()]
    row = b'<row><c t="s"><v>0</v></c></row>' * 1_000
    return with_sheet(path, sheet_xml([row] * (cells // 1_000)), strings)


def strict(content: bytes) -> bytes:
    """The workbook as "Strict Open XML Spreadsheet" names its parts; days are ISO texts."""
    names = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
        (b"http://schemas.openxmlformats.org/drawingml/2006/main", b"http://purl.oclc.org/ooxml/drawingml/main"),
    )

    def change(name: str, body: bytes) -> bytes:
        for transitional, purl in names:
            body = body.replace(transitional, purl)
        return body.replace(b"<workbook ", b'<workbook conformance="strict" ') if name == "xl/workbook.xml" else body

    return with_members(content, change)
